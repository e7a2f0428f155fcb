"""Laws of layouts: the lines of all entries, joined in order, are the file again, and each says what it holds."""

from __future__ import annotations

from hypothesis import given
from wild import Wild, documents

from clausetrack.clauseset.layout import Layout, Piece
from clausetrack.clauseset.syntax import parse


def unix(wild: Wild) -> str:
    return wild.text.replace("\r\n", "\n").replace("\r", "\n")


def joined(piece: Piece) -> str:
    """Put an entry together from its parts, as deep as it has any that stand on lines of their own."""
    if not piece.is_block:
        return piece.text or ""
    parts = [piece.head]
    for place, inner in enumerate(piece.pieces):
        indent = "" if place == 0 and piece.opens_inline else " " * inner.column
        parts.append(("" if place == 0 and piece.opens_inline else inner.lead) + indent + joined(inner))
    return "".join(parts)


@given(documents())
def test_the_lines_of_all_entries_are_the_file(wild):
    root = Layout(parse(unix(wild), "x")).root
    assert joined(root) + root.tail == unix(wild)


@given(documents())
def test_the_lines_of_an_entry_say_what_it_holds(wild):
    root = Layout(parse(unix(wild), "x")).root
    for piece in root.pieces if root.is_block else ():
        (value,) = parse(piece.text, "x").data.values()
        assert repr(value) == repr(piece.value)


@given(documents())
def test_every_comment_stands_in_one_place(wild):
    layout = Layout(parse(unix(wild), "x"))
    root = layout.root
    if root.is_block:
        found = [line.strip() for text in (root.head, root.tail) for line in text.splitlines() if "#" in line]
        for piece in root.pieces:
            found += [line.strip() for line in piece.lead.splitlines() if "#" in line] + piece.comments
        assert sorted(found) == sorted(comment.text for comment in layout.comments)
