"""``clausetrack compare`` as it is called: what is read, what is taken, what is refused."""

from __future__ import annotations

import json

import pytest

from clausetrack.clauseset.schema import is_valid

SET = """\
format: clausetrack/clause-set/1
agreement: {{id: {agreement}, title: {agreement} arrangement on quays}}
revision: {{id: "{revision}", as_of: "{revision}", basis: primary-text, language: en, completeness: complete}}
clauses:
  - id: lamps
    kind: commitment
    text: The towns {modal} light the lamps at dusk.
    domains: [trade]
    actors: ["NO", IS]
    force: {force}
"""
WORDS = "1. Lamps\n\nThe towns {} light the lamps of the long pier at dusk.\n\n2. Ropes\n\nRopes are coiled by noon.\n"


def written(path, agreement, revision="2030-01-01", modal="shall", force="bind"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SET.format(agreement=agreement, revision=revision, modal=modal, force=force), encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    written(tmp_path / "sets" / "north" / "1.yaml", "north", "2031-01-01", "will", "commit")
    written(tmp_path / "sets" / "north" / "0.yaml", "north", "2030-06-01", "may", "discretion")
    written(tmp_path / "sets" / "south" / "1.yaml", "south", "2029-01-01")
    return tmp_path


@pytest.fixture
def compare(invoke, monkeypatch):
    """Call the command in a folder."""

    def compare(folder, *arguments):
        monkeypatch.chdir(folder)
        return invoke("compare", *arguments)

    return compare


@pytest.fixture
def compared(compare):
    """Call the command in a folder, and give what it says as JSON."""

    def compared(folder, *arguments):
        done = compare(folder, *arguments, "--format", "json")
        assert done.status == 0, done.err
        made = json.loads(done.out)
        assert is_valid(made, "matrix")
        return made

    return compared


def columns(made):
    return [(column["agreement"], column["revision"]) for column in made["columns"]]


def test_of_a_folder_the_newest_revisions_are_taken_by_date(compared, folder):
    made = compared(folder, "sets")
    assert columns(made) == [("south", "2029-01-01"), ("north", "2031-01-01")]
    assert made["by"] == "domain"
    assert [cell["force"] for cell in made["rows"][0]["cells"]] == ["bind", "commit"]


def test_every_revision_is_taken_where_it_is_asked_for(compared, folder):
    made = compared(folder, "sets", "--all-revisions")
    assert [name for _, name in columns(made)] == ["2029-01-01", "2030-06-01", "2031-01-01"]
    assert [column["name"] for column in made["columns"]] == ["south", "north 2030-06-01", "north 2031-01-01"]


def test_files_keep_their_order_and_are_told_apart(compared, folder):
    made = compared(folder, "sets/north/1.yaml", "sets/north/0.yaml", "sets/north/1.yaml")
    assert [column["name"] for column in made["columns"]] == ["2031-01-01 (1)", "2030-06-01", "2031-01-01 (2)"]


@pytest.mark.parametrize(
    "inputs", [("sets/north/1.yaml", "sets"), ("sets", "sets/north/1.yaml"), ("sets", "sets/north")]
)
def test_a_file_and_its_folder_are_taken_once(compared, folder, inputs):
    assert sorted(columns(compared(folder, *inputs))) == [("north", "2031-01-01"), ("south", "2029-01-01")]


def test_documents_are_drafted_and_compared_by_family(compared, folder):
    for name, modal in (("first.txt", "shall"), ("second.txt", "may")):
        (folder / name).write_text(WORDS.format(modal), encoding="utf-8")
    made = compared(folder, "first.txt", "second.txt")
    assert made["by"] == "family"
    (lamps,) = [row for row in made["rows"] if "light the lamps" in row["cells"][0]["clauses"][0]["text"]]
    assert [cell["force"] for cell in lamps["cells"]] == ["bind", "discretion"]
    assert lamps["strongest"]["column"] == 0
    assert [edit["text"] for edit in lamps["redlines"][0]["edits"] if edit["op"] != "equal"] == ["shall", "may"]


def test_a_reference_says_how_each_departs(compared, folder):
    made = compared(folder, "sets", "--reference", "south")
    assert made["reference"] == 0
    assert [cell["departure"] for cell in made["rows"][0]["cells"]] == [None, "weaker"]


def test_one_family_is_found_by_the_id_of_a_clause(compared, folder):
    made = compared(folder, "sets", "--family", "lamps", "--where", "force>=bind")
    (row,) = made["rows"]
    assert [cell["presence"] for cell in row["cells"]] == ["there", "other"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name what to compare"),
        (("sets/south",), "there is one set to compare"),
        (("sets", "--reference", "sout"), "did you mean 'south'?"),
        (("sets", "--family", "lamp"), "did you mean 'lamps'?"),
        (("sets", "--where", "colour=red"), "clauses have no 'colour' to filter by"),
        (("sets", "nowhere.yaml"), "nowhere.yaml"),
        (("sets", "--where", "kind=dialouge"), "did you mean 'dialogue'?"),
        (("sets", "--by", "domain", "--family", "lamps"), "leave out one of them"),
    ],
)
def test_what_cannot_be_is_told(compare, folder, arguments, said):
    done = compare(folder, *arguments)
    assert done.status == 2
    assert said in done.err
    assert done.out == ""


TERMS = """\
1. Lamps

The towns may light the lamps of the long pier. The keepers {} trim the wicks at dusk.

2. Ropes

Ropes {} coiled within {} days by the keepers of the quay.
"""


@pytest.fixture
def documents(tmp_path):
    (tmp_path / "texts").mkdir()
    for year, words in (("2030", ("shall", "are", "ten")), ("2031", ("must", "shall be", "ninety"))):
        (tmp_path / "texts" / f"terms-{year}-05.txt").write_text(TERMS.format(*words), encoding="utf-8")
    (tmp_path / "empty").mkdir()
    return tmp_path


def test_a_folder_without_clause_files_is_its_documents(compared, compare, documents):
    made = compared(documents, "texts")
    assert [column["name"] for column in made["columns"]] == ["2030-05", "2031-05"]
    assert [column["coded"] for column in made["columns"]] == [False, False]
    assert len(compared(documents, "texts/terms-2030-05.txt", "texts")["columns"]) == 2
    done = compare(documents, "texts", "empty")
    assert done.status == 2
    assert "there is no clause file and no document in it" in done.err


def forces_in(made):
    """Give the force of every clause by its column and id."""
    return {
        (at, clause["id"]): clause["force"]
        for row in made["rows"]
        for at, cell in enumerate(row["cells"])
        for clause in cell["clauses"]
    }


def test_a_section_of_a_document_is_as_strong_in_every_view_and_condition(compared, documents):
    family = compared(documents, "texts")
    assert [cell["force"] for cell in family["rows"][0]["cells"]] == ["bind", "bind"]
    kinds = compared(documents, "texts", "--by", "kind")
    assert forces_in(family) == forces_in(kinds)
    bound = compared(documents, "texts", "--where", "force=bind")
    assert all(c["force"] == "bind" for row in bound["rows"] for cell in row["cells"] for c in cell["clauses"])
    assert bound["rows"]


def test_a_draft_that_nobody_reviewed_compares_as_its_document_does(compared, invoke, documents):
    read = compared(documents, "texts")
    for year in ("2030", "2031"):
        assert invoke("draft", f"texts/terms-{year}-05.txt", "--output", f"{year}.yaml").status == 0
    drafted = compared(documents, "2030.yaml", "2031.yaml")
    assert [column["coded"] for column in drafted["columns"]] == [False, False]
    assert drafted["rows"] == read["rows"]


def clauses_of(folder, name, *fields, language="en"):
    head = SET.format(agreement=name, revision="2030-01-01", modal="shall", force="bind").split("clauses:")[0]
    clause = "".join(
        f"\n    {field}" for field in ("kind: commitment", "domains: [trade]", 'actors: ["NO", IS]', *fields)
    )
    text = f"{head.replace('language: en', f'language: {language}')}clauses:\n  - id: ropes{clause}\n"
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("model", "other", "said"),
    [
        (
            ("text: Ropes shall be coiled within 10 days.", "force: bind"),
            ("text: Ropes shall be coiled within 90 days.", "force: bind"),
            "weaker: duration-changed",
        ),
        (
            ("text: Ropes shall be coiled.", "force: bind", "polarity: do"),
            ("text: Ropes shall not be coiled.", "force: bind", "polarity: refrain"),
            "opposite: polarity-flipped",
        ),
        (
            ("text: Ropes are coiled.", "status: agreed"),
            ("text: Ropes are coiled.", "status: suspended"),
            "weaker: status-regressed",
        ),
        (
            ("text: The towns shall coil ropes.", "force: bind"),
            ("text: 'At their sole discretion, the towns shall coil ropes.'", "force: bind"),
            "weaker: hedge-added",
        ),
    ],
)
def test_departures_are_what_diff_says(compare, tmp_path, model, other, said):
    clauses_of(tmp_path, "model", *model)
    clauses_of(tmp_path, "other", *other)
    inputs = ("model.yaml", "other.yaml", "--reference", "model")
    for by in ("family", "domain"):
        (row,) = json.loads(compare(tmp_path, *inputs, "--by", by, "--format", "json").out)["rows"]
        (change,) = row["cells"][1]["changes"]
        assert f"{row['cells'][1]['departure']}: {change['rule']}" == said
        assert row["cells"][0]["changes"] == []
    assert said.replace("-", " ") in " ".join(compare(tmp_path, *inputs).out.split())


def test_that_another_agreement_has_another_party_is_no_departure(compared, tmp_path):
    for name, party in (("north", '"NO"'), ("south", "SE")):
        clauses_of(tmp_path, name, "text: Ropes are coiled.")
        path = tmp_path / f"{name}.yaml"
        text = path.read_text(encoding="utf-8").replace('"NO"', party)
        path.write_text(text.replace("title:", f"parties: [{party}, IS], title:"), encoding="utf-8")
    cell = compared(tmp_path, "north.yaml", "south.yaml", "--reference", "north")["rows"][0]["cells"][1]
    assert (cell["departure"], cell["changes"]) == ("same", [])


def test_between_languages_rules_say_nothing(compared, compare, tmp_path):
    clauses_of(tmp_path, "model", "text: Ropes shall be coiled within 10 days.", "force: bind")
    clauses_of(tmp_path, "other", "text: Les cordes doivent être roulées dans 90 jours.", "force: bind", language="fr")
    cell = compared(tmp_path, "model.yaml", "other.yaml", "--reference", "model")["rows"][0]["cells"][1]
    assert (cell["departure"], cell["changes"]) == ("reworded", [])
    text = compare(tmp_path, "model.yaml", "other.yaml", "--by", "family").out
    assert "different languages (en, fr)" in text
    assert "other language" in text
    assert "absent" not in text


def test_of_one_family_wordings_in_another_language_have_no_redline(compared, tmp_path):
    clauses_of(tmp_path, "one", "text: Ropes shall be coiled.")
    clauses_of(tmp_path, "two", "text: Ropes may be coiled.", 'aligns_with: ["one#ropes"]')
    clauses_of(tmp_path, "trois", "text: Les cordes sont roulées.", 'aligns_with: ["one#ropes"]', language="fr")
    (row,) = compared(tmp_path, "one.yaml", "two.yaml", "trois.yaml", "--family", "ropes")["rows"]
    assert [cell["presence"] for cell in row["cells"]] == ["there"] * 3
    assert [(entry["from"]["column"], entry["to"]["column"]) for entry in row["redlines"]] == [(0, 1)]


def test_a_model_text_that_several_sets_go_by_is_refused(compared, compare, folder):
    done = compare(folder, "sets/north/0.yaml", "sets/north/1.yaml", "--reference", "north")
    assert done.status == 2
    assert "'north' names 2 of the sets" in done.err
    assert "sets/north/0.yaml or sets/north/1.yaml" in done.err
    made = compared(folder, "sets/north/0.yaml", "sets/north/1.yaml", "--reference", "north@2031-01-01")
    assert made["reference"] == 1


def test_an_ending_that_files_share_makes_no_near_name(compare, folder):
    done = compare(folder, "sets/north/0.yaml", "sets/north/1.yaml", "--reference", "nope.yaml")
    assert "did you mean" not in done.err


def test_rows_of_other_domains_than_the_one_asked_for_are_left_out(compared, tmp_path):
    clauses_of(tmp_path, "model", "text: Ropes are coiled.")
    clauses_of(tmp_path, "other", "text: Ropes are sold.")
    path = tmp_path / "other.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[trade]", "[trade, space]"), encoding="utf-8")
    made = compared(tmp_path, "model.yaml", "other.yaml", "--where", "domain=trade")
    assert [row["key"] for row in made["rows"]] == ["trade"]
    assert len(compared(tmp_path, "model.yaml", "other.yaml", "--where", "kind=commitment")["rows"]) == 2
