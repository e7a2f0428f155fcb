"""Questions to an index, held against answers that are worked out one by one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from agreements_many import BOILERPLATE, many, write_lines

from clausetrack.app.corpus.build import build
from clausetrack.app.corpus.questions import Linking, contents_of, families_of, resemblance_of, search, similar_to
from clausetrack.app.settings import Settings
from clausetrack.errors import InputError, MissingExtraError, UnknownNameError
from clausetrack.language.tokens import words
from clausetrack.model.corpus import Similar
from clausetrack.report.registry import Options, render
from clausetrack.report.resemblance.remarks import remarks, summary

ONE = Settings(jobs=1)


def built(tmp_path, lines):
    build([write_lines(tmp_path / "a.jsonl", lines)], str(tmp_path / "index"), ONE)
    return str(tmp_path / "index")


def shingles(text):
    found = [word.casefold() for word in words(text)]
    return {tuple(found[place : place + 3]) for place in range(max(1, len(found) - 2))}


def jaccard(one, other):
    return len(shingles(one) & shingles(other)) / len(shingles(one) | shingles(other))


def test_the_contents_are_counted(index_path):
    found = contents_of(index_path)
    lines = many(40)
    texts = [entry["text"] for line in lines for entry in line["clauses"]]
    assert (found.documents, found.agreements, found.clauses) == (40, 40, len(texts))
    assert found.wordings == len(set(texts))
    assert found.kinds == {"provision": len(texts)}


def test_the_same_words_are_exact_and_edited_ones_near_with_the_redline(index_path):
    text = many(40)[1]["clauses"][0]["text"]
    (asked,) = similar_to(text.upper() + " !", index_path, ONE, limit=40).asked
    first = asked.neighbours[0]
    assert (first.relation, first.likeness, first.place.clause.text) == ("exact", 1.0, text)
    assert first.copies == sum(entry["text"] == text for line in many(40) for entry in line["clauses"])
    for neighbour in asked.neighbours:
        assert neighbour.likeness == pytest.approx(jaccard(text, neighbour.place.clause.text))
        assert (neighbour.relation == "related") == (neighbour.likeness < 0.5)
        kept = "".join(edit.text for edit in neighbour.edits if edit.op != "delete")
        assert kept == neighbour.place.clause.text
    near = [neighbour.likeness for neighbour in asked.neighbours if neighbour.relation == "near"]
    assert near == sorted(near, reverse=True)
    assert near


def test_no_near_clause_is_missed(index_path):
    lines = many(40)
    everything = {entry["text"] for line in lines for entry in line["clauses"]}
    for text in sorted(everything)[::12]:
        (asked,) = similar_to(text, index_path, ONE, limit=60).asked
        found = {neighbour.place.clause.text for neighbour in asked.neighbours if neighbour.relation != "related"}
        assert found == {other for other in everything if jaccard(text, other) >= 0.5}


def test_every_clause_of_a_file_is_asked_about_or_one(tmp_path, index_path):
    path = tmp_path / "own.txt"
    path.write_text("Own Terms\n\nArticle 1\n\nThe ships shall pay.\n\nArticle 2\n\nThe pilots may wait.\n")
    assert len(similar_to(str(path), index_path, ONE).asked) == 2
    name = similar_to(str(path), index_path, ONE).asked[1].label
    (asked,) = similar_to(name, index_path, ONE).asked
    assert (asked.label, asked.text) == (name, "The pilots may wait.")
    with pytest.raises(UnknownNameError, match="no clause"):
        similar_to(f"{path}#none", index_path, ONE)


def test_a_clause_of_the_index_is_asked_about_by_the_name_that_is_printed(index_path):
    for place in search([], ["id=c3"], index_path, limit=5).places:
        name = f"{place.holding.name}#{place.clause.id}"
        (asked,) = similar_to(name, index_path, ONE).asked
        assert (asked.label, asked.text) == (name, place.clause.text)
        assert len(similar_to(place.holding.name, index_path, ONE).asked) == 7


def test_all_places_of_a_clause_are_told_but_the_one_that_was_asked_about(index_path):
    everywhere = [place.holding.name for place in search([], ["id=c6"], index_path, limit=100).places]
    (asked,) = similar_to(f"{everywhere[7]}#c6", index_path, ONE).asked
    first = asked.neighbours[0]
    assert (first.relation, first.copies) == ("exact", 39)
    others = [name for place, name in enumerate(everywhere) if place != 7]
    assert [(spot.holding.name, spot.id) for spot in first.spots] == [(name, "c6") for name in others[:10]]
    said = " ".join(render("similar", Similar((asked,), 280, 40), "text", Options(width=4_000)).split())
    assert f"also in {others[1]}#c6" in said
    assert f"{others[9]}#c6, … and 29 more" in said


def test_a_clause_that_stands_nowhere_else_has_itself_for_no_neighbour(tmp_path):
    path = built(
        tmp_path, [{"id": "a", "clauses": ["The ships pay all fees."]}, {"id": "b", "clauses": ["Tugs wait."]}]
    )
    name = search(["ships"], (), path).places[0]
    (asked,) = similar_to(f"{name.holding.name}#{name.clause.id}", path, ONE).asked
    assert asked.neighbours == ()


@pytest.mark.parametrize("name", ["a#b", "#", "in/own.txt", "own.pdf", "my own terms.docx#fees", "C:\\own"])
def test_what_looks_like_a_name_and_is_none_is_told(index_path, name):
    with pytest.raises(UnknownNameError, match="neither the index nor the disk") as caught:
        similar_to(name, index_path, ONE)
    assert "several words in quotes" in caught.value.hint


def test_many_documents_at_once_are_told(tmp_path, index_path):
    name = search([], (), index_path, limit=1).places[0].holding.name
    file = name.removesuffix("#a0")
    for what in (file, f"{file}#none", "gone.jsonl#a0", "gone.zip!a.txt#fees"):
        with pytest.raises(UnknownNameError, match="no document of the index") as caught:
            similar_to(what, index_path, ONE)
        assert (name in caught.value.hint) == what.startswith(file)
    with pytest.raises(InputError, match="this is a folder"):
        similar_to(str(tmp_path), index_path, ONE)


def test_a_clause_that_a_document_of_the_index_has_not_is_told(index_path):
    name = search([], (), index_path, limit=1).places[0].holding.name
    with pytest.raises(UnknownNameError, match="has no clause 'cc3'") as caught:
        similar_to(f"{name}#cc3", index_path, ONE)
    assert f"did you mean '{name}#c3'?" == caught.value.hint


def test_a_text_is_a_text_however_odd(index_path):
    for text in ("a" * 100_000, "no\x00file", "# 1 or/and 2", "…", "双方/甲乙", "# " * 50_000, "fees"):
        assert similar_to(text, index_path, ONE).asked[0].text == text
    with pytest.raises(InputError):
        similar_to("  ", index_path, ONE)


def test_what_is_related_has_a_redline_where_one_can_be_read(tmp_path):
    short = "The pilots shall keep the charts of the harbour safe."
    path = built(
        tmp_path, [{"id": "a", "clauses": [f"{short[:-1]} and shall show them to no stranger who asks for one."]}]
    )
    said = render("similar", similar_to(short, path, ONE), "text", Options())
    assert "~ related" in said
    assert "{+and shall show them" in said


def test_words_no_clause_has_are_near_nothing(index_path):
    assert similar_to("xylophone zeppelin", index_path, ONE).asked[0].neighbours == ()


def test_all_words_are_found_in_any_order_and_case(index_path):
    lines = many(40)
    wanted = [(line["id"], entry["id"]) for line in lines for entry in line["clauses"] if _has(entry, "pilots", "fees")]
    found = search(["FEES", "pilots"], (), index_path, limit=10_000)
    places = [(place.holding.agreement, place.clause.id) for place in found.places]
    assert sorted(places) == sorted(wanted)
    assert found.total == len(wanted) > 0


def _has(entry, *wanted):
    return {*wanted} <= {word.casefold() for word in words(entry["text"])}


def test_conditions_choose_and_count(index_path):
    some = search([], ["id=c1,c2"], index_path, limit=5)
    assert some.total == 80
    assert len(some.places) == 5
    assert search(["zeppelin"], (), index_path).total == 0
    with pytest.raises(UnknownNameError, match="'dialoge' is not a kind"):
        search([], ["kind=dialoge"], index_path)
    with pytest.raises(UnknownNameError, match="no 'colour'"):
        search([], ["colour=red"], index_path)


def test_agreements_and_languages_choose_too(tmp_path):
    lines = [
        {"id": name, "language": language, "clauses": ["Ships wait."]} for name, language in (("a", "en"), ("b", "nl"))
    ]
    path = built(tmp_path, lines)
    name = search([], ["agreement=b"], path).places[0].holding.name
    for condition in (f"agreement={name}", "agreement=b", "language=nl", "agreement!=a"):
        (place,) = search([], [condition], path).places
        assert place.holding.agreement == "b"


def test_boilerplate_is_the_most_widespread_family(index_path):
    found = families_of(index_path, limit=3)
    first = found.families[0]
    assert (first.clauses, first.documents, first.distinct) == (40, 40, 1)
    assert first.wordings[0].text == BOILERPLATE
    assert len(first.wordings[0].places) == 10
    assert (first.lowest, first.mean) == (1.0, 1.0)


def test_a_family_has_its_commonest_wording_first_and_says_who_departs(index_path):
    lines = many(40)
    family = families_of(index_path, limit=2).families[1]
    counted = Counter(entry["text"] for line in lines for entry in line["clauses"])
    assert family.wordings[0].clauses == max(counted[wording.text] for wording in family.wordings)
    for wording in family.wordings:
        assert wording.clauses == counted[wording.text]
        assert wording.likeness == pytest.approx(jaccard(family.wordings[0].text, wording.text))
    assert family.lowest <= min(wording.likeness for wording in family.wordings)
    assert family.lowest <= family.mean <= 1


def test_forces_are_those_that_were_coded_else_those_that_are_read(tmp_path):
    texts = [{"text": "The ships shall pay the fees of the quay."}]
    coded = [{"text": "The ships shall pay the fees of the quay.", "force": "aspire"}]
    lines = [{"id": "a", "clauses": coded}, {"id": "b", "clauses": coded}]
    read = [{"id": name, "language": "en", "clauses": texts} for name in "ab"]
    for folder, given, force in (("coded", lines, "aspire"), ("read", read, "bind")):
        (tmp_path / folder).mkdir()
        (family,) = families_of(built(tmp_path / folder, given)).families
        assert family.forces == {force: 2}


def test_every_copy_of_a_wording_has_its_own_force(tmp_path):
    text = "The parties cooperate on the safety of the quays."
    forces = {"a": "aspire", "b": "bind", "c": "commit", "d": "bind"}
    lines = [{"id": name, "clauses": [{"text": text, "force": force}]} for name, force in forces.items()]
    (family,) = families_of(built(tmp_path, lines)).families
    assert list(family.forces.items()) == [("bind", 2), ("aspire", 1), ("commit", 1)]
    assert family.wordings[0].forces == family.forces


def test_the_forces_of_a_family_are_those_of_all_its_wordings_not_of_those_listed(tmp_path):
    text = "Each party {} tell the other party of every fault that darkens the lights of quay number {}."
    wordings = [text.format("shall" if number < 30 else "may", number) for number in range(40)]
    lines = [{"id": str(number), "language": "en", "clauses": [wording]} for number, wording in enumerate(wordings)]
    (family,) = families_of(built(tmp_path, lines)).families
    assert (family.distinct, len(family.wordings)) == (40, 20)
    assert family.forces == {"bind": 30, "discretion": 10}


def test_a_clause_without_a_norm_counts_for_no_force(tmp_path):
    lines = [
        {"id": name, "language": "en", "clauses": ["Lights of the northern quay and of its lock."]} for name in "ab"
    ]
    (family,) = families_of(built(tmp_path, lines)).families
    assert (family.clauses, family.forces) == (2, {})


def test_what_is_in_one_document_alone_is_no_family(tmp_path):
    twice = ["The ships shall pay the fees.", "The ships shall pay the fees."]
    found = families_of(built(tmp_path, [{"id": "a", "clauses": twice}, {"id": "b", "clauses": ["Lights are dim."]}]))
    assert found.families == ()
    assert found.alone == 3


def test_agreements_are_alike_by_the_clauses_that_both_have(tmp_path):
    fees, lights, tugs = "The ships pay all fees.", "The lights burn at night.", "Two tugs wait at the quay."
    lines = [
        {"id": "a", "title": "A", "clauses": [fees, lights, lights]},
        {"id": "b", "title": "B", "clauses": [fees, lights]},
        {"id": "c", "title": "C", "clauses": [tugs, lights, "…"]},
        {"id": "d", "title": "D", "clauses": ["Nothing of the kind is said here."]},
    ]
    found = resemblance_of(built(tmp_path, lines), lowest=0)
    pairs = dict(zip(zip(found.left, found.right, strict=True), found.similarity, strict=True))
    assert pairs == {(0, 1): 2 / 3, (0, 2): 1 / 4, (1, 2): 1 / 3}
    assert list(found.shared) == [2, 1, 1]
    assert [holding.title for holding in found.holdings] == ["A", "B", "C", "D"]
    assert sorted(found.order) == [0, 1, 2, 3]
    assert found.merges[0] == (0, 1, 2 / 3)
    assert found.merges[1] == (2, 4, pytest.approx((1 / 4 + 1 / 3) / 2))
    assert found.merges[2][2] == 0
    assert len(resemblance_of(str(tmp_path / "index"), lowest=0.3).left) == 2


def test_a_family_in_too_many_agreements_counts_but_brings_none_together(tmp_path, monkeypatch):
    monkeypatch.setattr("clausetrack.corpus.resemblance.MOST", 3)
    monkeypatch.setattr("clausetrack.corpus.resemblance.MEETINGS", 1)
    own = [["The ships pay all fees."], ["The ships pay all fees."], ["Tugs wait."], ["Lights burn at night."]]
    lines = [{"id": str(number), "clauses": [BOILERPLATE, *texts]} for number, texts in enumerate(own)]
    found = resemblance_of(built(tmp_path, lines), lowest=0)
    assert list(zip(found.left, found.right, found.shared, found.similarity, strict=True)) == [(0, 1, 2, 1.0)]
    assert (found.passed_over, found.cap) == (1, 3)
    assert summary(found).startswith("at least 1 pair of 4 documents")
    assert "1 family is in over 3 documents" in next(remarks(found))


@pytest.mark.parametrize("documents", [600, 1_200])
def test_agreements_that_are_all_the_same_are_all_alike(tmp_path, monkeypatch, documents):
    monkeypatch.setattr("clausetrack.corpus.resemblance.NEAREST", documents)
    lines = [{"id": str(number), "clauses": [BOILERPLATE, "The ships pay all fees."]} for number in range(documents)]
    found = resemblance_of(built(tmp_path, lines))
    assert len(found.left) == documents * (documents - 1) // 2
    assert set(found.similarity) == {1.0}
    assert set(found.exact) == {2}
    assert found.passed_over == 0


def test_what_is_common_by_half_of_its_wording_is_told_from_what_is_the_same_word_for_word(tmp_path):
    text = "The receiving party {} keep all that it is told secret and not disclose it to any other party."
    term = "This agreement stays in force for {} years from the day of signature."
    lines = [
        {"id": "a", "clauses": [text.format("shall"), term.format("three"), BOILERPLATE]},
        {"id": "b", "clauses": [text.format("may"), term.format("five"), BOILERPLATE]},
    ]
    found = resemblance_of(built(tmp_path, lines))
    assert (list(found.similarity), list(found.exact), found.verbatim(0)) == ([1.0], [1], pytest.approx(1 / 3))
    said = render("resemblance", found, "text", Options())
    assert "100%  3 clauses, 33% word for word" in said
    assert "share 50% of their wording or more" in " ".join(said.split())


def test_buckets_that_were_too_large_are_told_in_all_formats(tmp_path):
    text = "In witness whereof the undersigned have signed this agreement on behalf of all at harbour number {} today."
    lines = [{"id": str(number), "clauses": [text.format(number)]} for number in range(60)]
    path = built(tmp_path, lines)
    for kind, found in (("families", families_of(path)), ("resemblance", resemblance_of(path))):
        assert found.capped
        assert f"the largest holds {found.largest} wordings" in " ".join(render(kind, found, "text", Options()).split())
    for name in ("html", "svg", "json"):
        said = render("resemblance", found, name, Options())
        assert "buckets were too large" in " ".join(said.split()) or '"capped_buckets": ' in said


def test_an_unknown_engine_is_told(index_path):
    with pytest.raises(UnknownNameError) as caught:
        families_of(index_path, Linking(engine_name="dukdb"))
    assert caught.value.hint == "did you mean 'duckdb'?"
    with pytest.raises(UnknownNameError, match="no master"):
        families_of(index_path, Linking(master="local[2]"))


def test_a_missing_library_is_told_with_the_command(monkeypatch, index_path):
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(MissingExtraError) as caught:
        families_of(index_path)
    assert caught.value.hint == "pip install 'clausetrack[corpus]'"


def test_the_agreements_of_the_project_are_a_corpus(tmp_path):
    folder = Path(__file__).parent.parent.parent / "clause_specs"
    made = build([str(folder)], str(tmp_path / "index"), ONE)
    assert not made.unreadable
    assert families_of(str(tmp_path / "index")).families
    assert search([], ["kind=dialogue", "level>=ministers"], str(tmp_path / "index")).total


def test_lines_may_be_texts_that_are_drafted(tmp_path):
    text = "Agreement on Pilots\n\nArticle 1\n\nThe pilots shall wait at sea.\n\nArticle 2\n\nShips may pay later.\n"
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "pilots", "title": "On Pilots", "text": text}))
    build([str(tmp_path / "a.jsonl")], str(tmp_path / "index"), ONE)
    found = search([], (), str(tmp_path / "index"))
    assert [place.clause.text for place in found.places] == [
        "The pilots shall wait at sea.",
        "Ships may pay later.",
    ]
    assert found.places[0].holding.agreement == "pilots"


def test_a_question_does_not_wait_for_pandas(index_path):
    asks = "similar_to('The pilots wait at the quay', sys.argv[1], Settings()), search(['pilots'], (), sys.argv[1])"
    script = "import sys\nfrom clausetrack.app.corpus.questions import search, similar_to\n"
    script += f"from clausetrack.app.settings import Settings\n{asks}\nprint('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script, index_path], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
