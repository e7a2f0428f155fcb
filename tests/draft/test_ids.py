"""Ids say what a clause is about, and last when others come and go."""

from __future__ import annotations

import pytest

from clausetrack.draft.ids import ids, slug
from clausetrack.draft.passage import Passage
from clausetrack.rules.lint.number_as_id import _is_number


def clause(heading=None, text="The keeper sweeps the pier.", path=(), number=None, role="provision"):
    return Passage(role, text, (), number=number, path=path, heading=heading)


@pytest.mark.parametrize(
    ("heading", "id_"),
    [
        ("Joint exercises", "joint-exercises"),
        ("Entry into force", "entry-force"),
        ("Ámbito de aplicación", "ambito-aplicacion"),
        ("Größe der Fähren", "grosse-fahren"),
        ("Œuvres d’art", "oeuvres-art"),
        (
            "Relationship between this Agreement and the law of the sea, of lakes and of rivers",
            "relationship-between-agreement-law-sea",
        ),
    ],
)
def test_an_id_is_the_heading_in_five_content_words(heading, id_):
    assert ids([clause(heading)]) == (id_,)


def test_without_a_heading_it_is_the_heading_above_and_the_first_words():
    found = ids(
        [clause(text="Each Party shall publish the tide tables.", path=("Part I", "Tides"), number="Article 2(1)")]
    )
    assert found == ("tides-publish-tide-tables",)


def test_a_number_is_never_an_id():
    passages = [clause(heading) for heading in ("2031", "II", "Article 5", "Annex I", "3.1", "§ 12")]
    assert not any(map(_is_number, ids(passages)))


def test_words_that_are_not_latin_make_a_digest_that_lasts():
    first, other = ids([clause("目的", "この協定は、渡船について定める。"), clause("定義", "船とは、船をいう。")])
    assert first.startswith("provision-")
    assert ids([clause("目的", "この協定は、全く別のことを定める。")]) == (first,)
    assert first != other


def test_the_same_heading_in_two_parts_is_told_apart_by_the_part():
    parts = [clause("Objectives", path=("Part I", "Tides")), clause("Objectives", path=("Part II", "Pilots"))]
    assert ids(parts) == ("objectives-tides", "objectives-pilots")


def test_a_clause_put_in_between_renames_no_other():
    old = [clause("Tides"), clause("Fees", "Fees are due."), clause("Talks")]
    new = [old[0], clause("Lamps"), *old[1:]]
    assert set(ids(old)) < set(ids(new))


def test_a_clause_of_the_same_words_takes_no_others_id():
    one = clause("Fees", "Fees for ships are due in May.", path=("Part I", "Ships"))
    other = clause("Fees", "Fees for piers are due in June.", path=("Part II", "Piers"))
    taken = dict(zip(("one",), ids([one]), strict=True))["one"]
    assert taken not in ids([other, one])


def test_clauses_that_are_the_same_to_the_letter_are_counted():
    assert ids([clause("Fees")] * 3) == ids([clause("Fees")] * 3)
    assert len(set(ids([clause("Fees")] * 3))) == 3


def test_preamble_and_signature_are_called_so():
    assert ids([clause(role="preamble"), clause(role="signature")]) == ("preamble", "signature")


@pytest.mark.parametrize("text", ["", "…", "12 34", "\ud800", "a b c", "水"])
def test_nothing_to_say_makes_no_slug(text):
    assert not slug(text)
