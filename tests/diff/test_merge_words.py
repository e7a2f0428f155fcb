"""Word merge: edits that do not touch are both made, those that do are a clash of the smallest stretch."""

from __future__ import annotations

import pytest

from clausetrack.diff.merge.order import merged_order
from clausetrack.diff.merge.words import Clash, merged_words

BASE = "The harbour masters meet every year in the capital of either party."


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        (("masters", "pilots"), ("capital", "port"), "The harbour pilots meet every year in the port of either party."),
        (("every year", "yearly"), ("every year", "yearly"), BASE.replace("every year", "yearly")),
        (
            ("every", "every second"),
            ("party.", "side."),
            BASE.replace("every", "every second").replace("party", "side"),
        ),
        (("The harbour", "Harbour"), (" of either party", ""), "Harbour masters meet every year in the capital."),
    ],
)
def test_edits_that_do_not_touch_are_both_made(ours, theirs, merged):
    assert merged_words(BASE, BASE.replace(*ours), BASE.replace(*theirs)) == [merged]
    assert merged_words(BASE, BASE.replace(*theirs), BASE.replace(*ours)) == [merged]


@pytest.mark.parametrize(
    ("ours", "theirs", "clash"),
    [
        (("every year", "monthly"), ("every year", "weekly"), Clash(" every year ", " monthly ", " weekly ")),
        (("masters", "pilots"), ("meet", "talk"), Clash(" masters meet ", " pilots meet ", " masters talk ")),
        (("meet ", "meet at noon "), ("meet ", "meet at dawn "), Clash(" ", " at noon ", " at dawn ")),
        (("party.", "party!"), ("party.", "side."), Clash(" party.", " party!", " side.")),
    ],
)  # fmt: skip
def test_edits_that_touch_clash_in_the_smallest_stretch(ours, theirs, clash):
    parts = merged_words(BASE, BASE.replace(*ours), BASE.replace(*theirs))
    assert [part for part in parts if isinstance(part, Clash)] == [clash]
    for number, text in enumerate((BASE, BASE.replace(*ours), BASE.replace(*theirs))):
        assert "".join(part if isinstance(part, str) else part[number] for part in parts) == text
    assert all(part == part.strip() for part in parts if isinstance(part, str))


def test_texts_that_have_little_left_in_common_clash_as_wholes():
    assert merged_words("one two", "three four", "five six") == [Clash("one two", "three four", "five six")]


def test_a_script_without_spaces_is_merged_too():
    assert merged_words("締約国は毎年会合を開く。", "締約国は毎月会合を開く。", "両国は毎年会合を開く。") == [
        "両国は毎月会合を開く。"
    ]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "order", "apart"),
    [
        ("abc", "abc", "abc", "abc", ""),
        ("abc", "axbc", "abyc", "axbyc", ""),
        ("abc", "abcx", "abcy", "abcxy", ""),
        ("abc", "abcy", "abcx", "abcxy", ""),
        ("abcd", "dabc", "abcd", "dabc", ""),
        ("abcd", "dabc", "abce", "dabce", ""),
        ("abcd", "abd", "acbd", "acbd", ""),
        ("abcd", "dabc", "dabc", "dabc", ""),
        ("abcd", "dabc", "adbc", "dabc", "d"),
        ("", "ab", "bc", "abc", ""),
        ("ab", "", "ab", "ab", ""),
    ],
)
def test_orders(base, ours, theirs, order, apart):
    for one, other in ((ours, theirs), (theirs, ours)):
        found = merged_order(base, one, other)
        assert "".join(found.keys) == order
        assert found.apart == set(apart)
