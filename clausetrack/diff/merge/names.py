"""What makes an item of a list the same item on all sides of a merge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Final

from clausetrack.clauseset.layout import Piece
from clausetrack.clauseset.records import FREE

Names = list[Hashable]

_IDENTITIES: Final[dict[str, tuple[str, ...]]] = {
    "clause": ("id",),
    "source": ("id",),
    "actor": ("id",),
    "event": ("date", "type"),
    "evidence": ("source", "page", "paragraph", "sentence"),
    "clauseRelation": ("type", "target"),
    "agreementRelation": ("type", "target"),
    "meeting": ("date",),
}
"""For each record that stands in lists, the keys that tell one from another."""

_CODES: Final = frozenset(
    {
        "actors",
        "aligns_with",
        "clauses",
        "counterpart",
        "domains",
        "participants",
        "parties",
        "speaker",
        "targets",
        "topics",
    }
)
"""Lists of names, in which one that was put in the place of another is not that one with other words."""


def names_of(
    lists: Sequence[Piece | None], record: str, key: str | None, aliases: Sequence[Mapping[str, str]]
) -> list[Names]:
    """Name the entries in three collections of one kind: the same name is the same entry. Names stand once in each.

    ``record`` is the kind of the items, ``key`` the key that the list stands under; ``aliases`` has for each side the
    ids of clauses that are the same under another id.
    """
    pieces = [piece.pieces if piece else [] for piece in lists]
    if any(piece and isinstance(piece.value, dict) for piece in lists):
        return [[entry.name for entry in side] for side in pieces]
    keys = _IDENTITIES.get(record, ())
    found = [_by_keys(side, keys) for side in pieces]
    if keys and all(len(set(names)) == len(names) and None not in names for names in found):
        return (
            [_under_alias(names, known) for names, known in zip(found, aliases, strict=True)]
            if _is_clause(record)
            else found
        )
    base, *sides = ([*_by_value(side)] for side in pieces)
    if record == FREE and key not in _CODES:
        sides = [_paired(base, side) for side in sides]
    return [base, *sides]


def _is_clause(record: str) -> bool:
    return record == "clause"


def _under_alias(names: Names, aliases: Mapping[str, str]) -> Names:
    return [aliases.get(name[0], name[0]) for name in names]  # type: ignore[index] # each is a tuple of one id


def _by_keys(pieces: Sequence[Piece], keys: Sequence[str]) -> Names:
    return [_identity(piece.value, keys) for piece in pieces]


def _identity(item: Any, keys: Sequence[str]) -> Hashable:
    if not isinstance(item, dict) or not any(key in item for key in keys):
        return None
    values = tuple(item.get(key) for key in keys)
    return None if any(isinstance(value, dict | list) for value in values) else values


def _by_value(pieces: Sequence[Piece]) -> Names:
    """Name items by what they say, and by how many before them say the same."""
    seen: Counter[str] = Counter()
    names: Names = []
    for piece in pieces:
        said = repr(piece.value)
        names.append((said, seen[said]))
        seen[said] += 1
    return names


def _paired(base: Names, side: Names) -> Names:
    """Give a side's names, where an item that took the place of another in the base has the name of that one."""
    place = {name: index for index, name in enumerate(base)}
    shared = [name for name in side if name in place]
    if shared != [name for name in base if name in set(side)]:
        return side
    ends = [*(place[name] for name in shared), len(base)]
    renamed: dict[Hashable, Hashable] = {}
    before, new = -1, iter([*_gaps(side, place)])
    for end in ends:
        gone, come = base[before + 1 : end], next(new)
        if len(gone) == len(come):
            renamed.update(zip(come, gone, strict=True))
        before = end
    return [renamed.get(name, name) for name in side]


def _gaps(side: Names, known: Mapping[Hashable, Any]) -> list[Names]:
    """Give what stands before each name that is known, and behind the last."""
    gaps: list[Names] = [[]]
    for name in side:
        if name in known:
            gaps.append([])
        else:
            gaps[-1].append(name)
    return gaps
