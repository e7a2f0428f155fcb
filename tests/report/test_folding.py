"""Texts folded to a width as a terminal counts it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausetrack.report.folding import columns, cut, fold, padded

texts = st.text(st.sampled_from("ab -.、。「」日本語港湾é\u0301\u200b\n\t（"), max_size=60)


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("日本", 4), ("e\u0301", 1), ("a\u200bb", 2), ("→…é", 3), ("ｱ", 1), ("Ａ", 2)],
)
def test_columns(text, width):
    assert columns(text) == width


def test_padding_counts_columns():
    assert padded("日本", 6) == "日本  "
    assert padded("abc", 2) == "abc"


def test_words_stay_whole_and_lines_full():
    assert fold("the parties open their ports", 12) == ["the parties", "open their", "ports"]
    assert fold("  a   b\n\nc ", 80) == ["a b c"]
    assert fold("", 80) == [""]
    assert fold("", 80, "lead ") == ["lead"]


def test_leads_stand_before_first_and_other_lines():
    assert fold("open all ports", 11, "error: ", "    ") == ["error: open", "    all", "    ports"]


def test_a_word_is_broken_only_where_it_is_longer_than_a_line():
    assert fold("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]


def test_scripts_without_spaces_break_between_characters():
    assert fold("港湾への寄港について", 10) == ["港湾への寄", "港について"]
    assert fold("寄港する。港湾", 8) == ["寄港す", "る。港湾"]  # a full stop starts no line


@given(texts, st.integers(1, 40), st.sampled_from([("", ""), ("> ", "  "), ("", "日 ")]))
@settings(max_examples=200)
def test_nothing_is_lost_and_nothing_too_wide(text, width, leads):
    first, rest = leads
    room = width + columns(rest) + columns(first) + 2
    lines = fold(text, room, first, rest)
    bare = [lines[0].removeprefix(first.rstrip()), *(line.removeprefix(rest) for line in lines[1:])]
    assert "".join("".join(bare).split()) == "".join(text.split())
    for line in lines:
        # What no line starts with may stand one beyond the end of it.
        assert columns(line) <= room + 2 * sum(char in "、。」." for char in line)
    assert not any(line != line.rstrip() for line in lines)


@given(texts, st.integers(2, 40), st.sampled_from(["", "    "]))
@settings(max_examples=200)
def test_what_is_cut_has_its_sign_and_its_width(text, width, margin):
    made = cut(margin + text, width)
    assert made.endswith("…")
    assert columns(made) <= width
    kept = made.removesuffix("…").split()
    assert "".join((margin + text).split()).startswith("".join(kept))


def test_a_cut_leaves_whole_words_where_there_are_any():
    assert cut("  lamps and ropes", 16) == "  lamps and …"
    assert cut("  lamps and", 16) == "  lamps and …"
    assert cut("港湾への寄港", 8) == "港湾へ…"
