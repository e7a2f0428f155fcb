"""Which sentences of an edited text are which."""

from __future__ import annotations

from time import process_time

import pytest

from clausetrack.diff.pairs import text_edits
from clausetrack.rules.reading.grammar import grammar
from clausetrack.rules.reading.hunks import edited
from clausetrack.rules.reading.passages import Passage, passages
from clausetrack.rules.reading.wording import likeness


def found(old: str, new: str) -> list[tuple[list[str], list[str]]]:
    texts = edited(text_edits(old, new))
    return [([s.of(old) for s in p.old], [s.of(new) for s in p.new]) for p in read(texts)]


def read(texts) -> tuple[Passage, ...]:
    return passages(texts, lambda one, other: likeness(one, other, grammar("en")))


def test_sentences_that_stand_are_not_looked_at():
    one = "Ships call at ports. "
    assert found(one * 3 + "Fees are low.", one * 3 + "Fees are high.") == [(["Fees are low."], ["Fees are high."])]


def test_a_new_sentence_has_no_old_one():
    assert found("Ships call at ports.", "Ships call at ports. The cook inspects the galley.") == [
        ([], ["The cook inspects the galley."])
    ]


def test_a_sentence_that_was_put_in_other_words_is_the_same():
    old = "Where doubts arise on the tide tables, the pilots shall settle the doubts together."
    new = "The pilots shall jointly settle any doubts that arise on the tide tables."
    assert found(old, new) == [([old], [new])]


def test_one_that_was_written_in_its_place_is_another():
    assert found("No fees are taken in winter.", "The mill owners paint their lanterns.") == [
        (["No fees are taken in winter."], []),
        ([], ["The mill owners paint their lanterns."]),
    ]


def test_a_sentence_that_was_cut_in_two_is_one_passage():
    old = "The harbour board publishes the tide tables and the ferry company prints them for all crews."
    new = "The harbour board publishes the tide tables. The ferry company prints them for all crews."
    assert found(old, new) == [
        ([old], ["The harbour board publishes the tide tables.", "The ferry company prints them for all crews."])
    ]


@pytest.mark.parametrize("size", [2000])
def test_texts_of_very_many_sentences_are_read_in_time(size):
    old = " ".join(f"Ship {n} calls at port {n}." for n in range(size))
    new = " ".join(f"Boat {n} leaves quay {n}." for n in range(size))
    texts = edited(text_edits(old, new))
    start = process_time()
    read(texts)
    assert process_time() - start < 2
