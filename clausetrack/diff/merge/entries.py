"""Three-way merge of the entries of clause files, each by its name, down to the smallest that both sides changed.

After P. Buneman's and others' work on keyed data, and B. Pierce's on Unison: what only one side changed is taken from
it as it stands there; what both changed to the same is taken once; else collections are merged entry by entry, texts
word by word, and what is left is a conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal

from clausetrack.clauseset.conflicts import KEY, PLACE, is_mark, mark, mark_words
from clausetrack.clauseset.layout import Piece
from clausetrack.clauseset.records import FREE, OPEN, below
from clausetrack.diff.merge.lines import (
    Outcome,
    Trio,
    as_lines,
    joined,
    lost_comments,
    merged_lead,
    reads_as,
    rewritten,
    same,
    same_data,
    same_value,
)
from clausetrack.diff.merge.names import names_of
from clausetrack.diff.merge.order import merged_order
from clausetrack.diff.merge.records import SECTION, WITH_IDS, is_fit, is_relabelled, places, target
from clausetrack.diff.merge.references import Target
from clausetrack.diff.merge.words import Clash, merged_words
from clausetrack.model.merge import SIDES

Favour = Literal["ours", "theirs"] | None

_ROOT: Final = "root"


class Merger:
    """Merges entries; ``conflicts`` counts those that are marked.

    ``favour`` decides all of them for one side; records in ``kept`` are not removed without one. ``orphans`` are
    comments whose entries are gone, which go to the next that stays.
    """

    def __init__(
        self, aliases: Sequence[Mapping[str, str]], favour: Favour = None, kept: frozenset[Target] = frozenset()
    ) -> None:
        self.aliases = aliases
        self.favour = favour
        self.kept = kept
        self.conflicts = 0
        self.orphans: list[str] = []

    def file(self, roots: tuple[Piece, Piece, Piece]) -> Outcome:
        """Merge whole files; the text is None where ours cannot be put together by lines."""
        outcome = self.collection(roots, _ROOT, None)
        if outcome.text is None:
            return outcome
        tail = merged_lead(tuple(_Lead(root.tail) for root in roots))  # type: ignore[arg-type] # all that it looks at
        return outcome._replace(text=outcome.text + as_lines(self.orphans, 0) + tail)

    def entry(self, trio: Trio, record: str, key: str | None, held: Mapping[str, Any] | None = None) -> Outcome | None:
        """Merge an entry of a record, or with no key an item of a list of such records; None where it is gone.

        ``held`` are conflicts about the entry that are to be marked in it.
        """
        base, ours, theirs = trio
        if not held and (side := _unchallenged(trio, same)):
            is_kept = trio[side] is None and base is not None and target(base, record, key) in self.kept
            return self._clash(trio) if is_kept else self._taken(trio[side], trio)
        if ours is None or theirs is None:
            return self._one_sided(trio, record, key)
        if type(ours.value) is type(theirs.value) and isinstance(ours.value, dict | list):
            inner = record if key is None and isinstance(ours.value, dict) else below(record, key) if key else FREE
            comparable = base if base and type(base.value) is type(ours.value) else None
            return self._unit((comparable, ours, theirs), inner, key, held or {})
        if side := _unchallenged(trio, same_data):
            return self._taken(trio[side], trio)
        are_texts = base and all(isinstance(piece.value, str) for piece in (base, ours, theirs))
        return self._words(trio) if are_texts else self._clash(trio)

    def _taken(self, piece: Piece | None, trio: Trio) -> Outcome | None:
        """Take an entry as one side has it."""
        if piece is None:
            self.orphans += _new_comments(trio)
            return None
        lead = merged_lead(trio)
        if trio[1] and trio[2] and piece.text is not None:
            lead += as_lines(lost_comments(trio, lead + piece.text), piece.column)
        return Outcome(piece.value, piece.text, lead, piece.column, whole=True)

    def _one_sided(self, trio: Trio, record: str, key: str | None) -> Outcome | None:
        """Decide about an entry that one side removed and the other changed."""
        base, ours, theirs = trio
        there = ours or theirs
        assert base is not None  # noqa: S101 - an entry that one side alone added is taken before
        assert there is not None  # noqa: S101
        is_as_it_was = same_value(base.value, there.value)
        if target(base, record, key) not in self.kept and (
            is_as_it_was or (key is None and record == "clause" and is_relabelled(base, there))
        ):
            return self._taken(None, trio)
        return self._clash(trio)

    def _words(self, trio: Trio) -> Outcome | None:
        base, ours, theirs = (piece.value for piece in trio if piece)
        parts = merged_words(base, ours, theirs)
        clashes = [part for part in parts if isinstance(part, Clash)]
        if self.favour:
            return self._new("".join(_text(part, self.favour) for part in parts), trio)
        if not clashes:
            return self._new("".join(map(str, parts)), trio)
        if len(parts) == 1:
            return self._clash(trio)
        self.conflicts += len(clashes)
        return self._new(mark_words([part if isinstance(part, str) else part._asdict() for part in parts]), trio)

    def _clash(self, trio: Trio) -> Outcome | None:
        """Mark a conflict, or decide it where a side is favoured."""
        if self.favour:
            return self._taken(trio[SIDES.index(self.favour)], trio)
        self.conflicts += 1
        return self._new(mark(_sides(trio)), trio)

    def _new(self, value: Any, trio: Trio) -> Outcome:
        """Give an entry that is to be written, with the comments that stood in it above it."""
        place = next((piece for piece in (trio[1], trio[2]) if piece), None)
        column = place.column if place else 0
        lead = merged_lead(trio)
        return Outcome(value, None, lead + as_lines(lost_comments((None, *trio[1:]), lead), column), column)

    def _unit(self, trio: Trio, inner: str, key: str | None, held: Mapping[str, Any]) -> Outcome | None:
        """Merge a collection; a record that is valid on both sides and would not be when merged is a conflict."""
        before = self.conflicts
        outcome = self.collection(trio, inner, key, held)
        is_record = inner in SECTION and key is None and self.conflicts == before
        if is_record and not is_fit(inner, outcome.value) and all(is_fit(inner, side.value) for side in _both(trio)):
            return self._clash(trio)
        return outcome

    def collection(self, trio: Trio, inner: str, key: str | None, held: Mapping[str, Any] | None = None) -> Outcome:
        """Merge two collections entry by entry; ``inner`` is the record that they are, or that their items are."""
        ours, _ = _both(trio)
        names = names_of(trio, inner, key, self.aliases)
        tables = [
            dict(zip(side, piece.pieces if piece else (), strict=True)) for side, piece in zip(names, trio, strict=True)
        ]
        order = merged_order(*names, favour=self.favour)
        marks = dict(held or {})
        children: list[tuple[str | None, Outcome, Trio]] = []
        is_mapping = isinstance(ours.value, dict)
        for name in order.keys:
            triple: Trio = (tables[0].get(name), tables[1].get(name), tables[2].get(name))
            child_key = str(name) if is_mapping else None
            apart = places(names, name) if name in order.apart and inner in WITH_IDS and not is_mapping else {}
            waiting, self.orphans = self.orphans, []
            child = self._child(triple, inner, child_key, marks, apart)
            if child is None:
                self.orphans = waiting + self.orphans
            else:
                children.append((child_key, child.below(waiting), triple))
        if marks:
            children.append((KEY, Outcome(marks, None, ""), (None, None, None)))
            self.conflicts += len(marks)
        return self._composed(trio, inner, children)

    def _child(
        self, trio: Trio, inner: str, key: str | None, marks: dict[str, Any], apart: Mapping[str, Any]
    ) -> Outcome | None:
        """Merge an entry; a conflict about a free key goes to ``marks``, since nothing would refuse it in its place."""
        if key is None or inner == FREE or not key.startswith("x-"):
            held = {PLACE: apart} if apart and not self.favour else None
            return self.entry(trio, inner, key, held)
        before = self.conflicts
        child = self.entry(trio, inner, key)
        if self.conflicts == before:
            return child
        self.conflicts = before
        marks[key] = _sides(trio)
        self.orphans += [comment for piece in trio[1:] if piece for comment in piece.comments]
        return None

    def _composed(self, trio: Trio, inner: str, children: list[tuple[str | None, Outcome, Trio]]) -> Outcome:
        ours, theirs = _both(trio)
        value: Any = (
            {key: child.value for key, child, _ in children}
            if isinstance(ours.value, dict)
            else [child.value for _, child, _ in children]
        )
        lead = merged_lead(trio) if ours.name is not None else ""
        if not (ours.is_block and children):
            return self._new(value, trio)
        is_section = inner in OPEN and not isinstance(ours.value, dict)
        if inner == _ROOT or is_section or (inner in SECTION and not isinstance(ours.value, dict)):
            children = [_checked(child, ours.pieces[0].column, inner) for child in children]
        if is_section or inner == _ROOT:
            children = _spaced(children, ours)
        lines, above = joined(ours, inner, [(key, child) for key, child, _ in children])
        lead += above
        text = _head(trio[0], ours, theirs) + lines
        # Comments that wait for the next entry that stays are not lost.
        lead += as_lines(lost_comments(trio, "\n".join([lead, text, *self.orphans])), ours.column)
        return Outcome(value, text, lead, ours.column)


def _head(base: Piece | None, ours: Piece, theirs: Piece) -> str:
    """Give what stands before the first entry of a collection: of a file all that is above it, else the key's line."""
    if ours.name is None:
        return merged_lead(tuple(_Lead(root.head if root and root.is_block else "") for root in (base, ours, theirs)))  # type: ignore[arg-type] # all that it looks at
    known = base and base.is_block and theirs.is_block and not (ours.opens_inline or theirs.opens_inline)
    return theirs.head if known and base and ours.head == base.head else ours.head


class _Lead:
    """Lines that belong to no entry, looked at as those above one."""

    def __init__(self, lead: str) -> None:
        self.lead = lead


def _unchallenged(trio: Trio, same: Callable[[Piece | None, Piece | None], bool]) -> int:
    """Give which side to take, 1 for ours and 2 for theirs, where they are the same or one is as the base; else 0."""
    base, ours, theirs = trio
    if same(ours, theirs) or same(base, theirs):
        return 1
    return 2 if same(base, ours) else 0


def _both(trio: Trio) -> tuple[Piece, Piece]:
    """Give the two sides of an entry that both have."""
    _, ours, theirs = trio
    assert ours is not None  # noqa: S101 - the callers have looked
    assert theirs is not None  # noqa: S101
    return ours, theirs


def _sides(trio: Trio) -> dict[str, Any]:
    return {side: piece.value for side, piece in zip(SIDES, trio, strict=True) if piece is not None}


def _text(part: str | Clash, favour: str) -> str:
    return part if isinstance(part, str) else str(getattr(part, favour))


def _new_comments(trio: Trio) -> list[str]:
    """Give the comments on an entry that a side added to what the base has."""
    base, *sides = trio
    if not any(piece and "#" in f"{piece.lead}{piece.text}" for piece in sides):
        return []
    known = _comments_on(base) if base else []
    return [comment for piece in sides if piece for comment in _comments_on(piece) if comment not in known]


def _comments_on(piece: Piece) -> list[str]:
    above = [line.strip() for line in piece.lead.splitlines() if line.strip().startswith("#")]
    return [*above, *piece.comments]


def _checked(child: tuple[str | None, Outcome, Trio], column: int, inner: str) -> tuple[str | None, Outcome, Trio]:
    """Have an entry written anew where the lines that were put together for it do not say what they ought to."""
    key, outcome, trio = child
    is_section = inner == _ROOT and isinstance(outcome.value, list)
    if outcome.text is None or is_section or (outcome.whole and outcome.column == column):
        return child
    at = outcome.column
    return child if is_mark(outcome.value) or reads_as(outcome, at, key) else (key, rewritten(outcome, trio, at), trio)


def _spaced(children: list[tuple[str | None, Outcome, Trio]], ours: Piece) -> list[tuple[str | None, Outcome, Trio]]:
    """Set entries apart by blank lines as ours does, also where their neighbours have changed."""
    apart = any(piece.lead.startswith("\n") for piece in ours.pieces[1:])
    first = ours.pieces[0]
    found = []
    for place, (key, child, trio) in enumerate(children):
        lead = child.lead
        if place == 0 and trio[1] is not first:
            lead = lead.lstrip("\n")
        elif place and apart and (trio[1] is None or trio[1] is first) and not lead.startswith("\n"):
            lead = f"\n{lead}"
        found.append((key, child._replace(lead=lead), trio))
    return found
