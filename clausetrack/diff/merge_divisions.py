"""Clauses that one side renamed, split or joined, so that what the other side did to them finds them.

Where a side renamed a clause that the other changed, the new id is an alias of the old one. Where a side split it, the
base and the other side are split alike: the words that the other side changed are looked for in the parts (a three-way
merge of the old text, the parts joined, and the other side's text), and what it set elsewhere is set in each part that
has it as it was. Where a side joined clauses, the base and the other side are joined alike. What then is left to merge
are clauses with the same ids on all sides. Where words cannot be told apart nothing is done, and the conflict shows.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, NamedTuple

from clausetrack.align import align
from clausetrack.clauseset.build import build
from clausetrack.clauseset.edit import add_item, remove, set_value
from clausetrack.clauseset.schema import is_valid
from clausetrack.clauseset.syntax import Tree, parse
from clausetrack.diff.merge_lines import same_value
from clausetrack.diff.merge_words import merged_words
from clausetrack.model.alignment import Match

SURE: Final = 0.8
"""The confidence from which on a clause under another id is taken for the same. A wrong guess would put an edit into
the wrong clause; a missed one is a conflict that somebody looks at."""

RESIZED: Final = 0.1
"""The share of a text that must have come or gone for a split or a join to be looked for: a sentence in ten."""

_SEAM: Final = "\n\x1e\n"
"""Stands between the texts of parts while they are one text; no file can hold its control character."""

_OWN: Final = frozenset({"id", "kind", "text", "number", "heading", "path", "evidence"})
"""What a part of a clause has for itself."""

Clause = dict[str, Any]
Known = dict[str, Clause]


class Divisions(NamedTuple):
    """The three files, made alike, and for each the ids of clauses that the base has under another id."""

    trees: Sequence[Tree]
    aliases: Sequence[Mapping[str, str]]


def divided(trees: Sequence[Tree]) -> Divisions:
    """Find the clauses that stand under another id on one side, or were split or joined there, and make all alike."""
    work = _Work([*trees])
    for side, other in ((1, 2), (2, 1)):
        for match in _matches(work.trees, side, other):
            work.meet(match, side, other)
    return Divisions(work.trees, work.aliases)


def _matches(trees: Sequence[Tree], side: int, other: int) -> Sequence[Match]:
    """Align the base with a side, where that may help to merge what the other side changed."""
    base, here, there = known = [_clauses(trees[number]) for number in (0, side, other)]
    changed = {name for name in base.keys() & there.keys() if base[name] != there[name]}
    resized = {name for name in base.keys() & here.keys() if _is_resized(base[name], here[name])}
    gone, come = base.keys() - here.keys(), here.keys() - base.keys()
    is_divided = come and any(base[name].get("text") != there[name].get("text") for name in changed & resized)
    if not (changed & gone or is_divided) or not all(known):
        return ()
    sets = [
        _excerpt(trees[number], clauses, wanted | resized)
        for number, clauses, wanted in ((0, base, gone), (side, here, come))
    ]
    if not all(is_valid(data) for data in sets):
        return ()
    old, new = (build(trees[number], data) for number, data in zip((0, side), sets, strict=True))
    matches = align(old, new).matches
    return [match for match in matches if match.matched_by != "id" and any(old.id in changed for old in match.old)]


def _excerpt(tree: Tree, clauses: Known, wanted: Collection[str]) -> dict[str, Any]:
    """Give a file with the clauses that are wanted alone, and their neighbours, which say where each stands."""
    items = list(clauses.values())
    near = [place for place, name in enumerate(clauses) if name in wanted]
    kept = sorted({at for place in near for at in (place - 1, place, place + 1) if 0 <= at < len(items)})
    return {**tree.data, "clauses": [items[at] for at in kept]}


def _clauses(tree: Tree) -> Known:
    """Give the clauses of a file by id; none where ids are missing or shared."""
    items = tree.data.get("clauses")
    if not isinstance(items, list) or not all(
        isinstance(item, dict) and isinstance(item.get("id"), str) for item in items
    ):
        return {}
    known = {item["id"]: item for item in items}
    return known if len(known) == len(items) else {}


def _is_resized(one: Clause, other: Clause) -> bool:
    """Say whether a text has become so much shorter or longer that another may have been taken out or in."""
    before, after = (len(str(clause.get("text", ""))) for clause in (one, other))
    return abs(after - before) > RESIZED * max(before, after)


class _Work:
    """The three files while they are made alike."""

    def __init__(self, trees: list[Tree]) -> None:
        self.trees = trees
        self.aliases: list[dict[str, str]] = [{}, {}, {}]

    def meet(self, match: Match, side: int, other: int) -> None:
        """Make base and other side like the side, as far as a match goes."""
        base, here, there = (_clauses(self.trees[number]) for number in (0, side, other))
        olds, news = [clause.id for clause in match.old], [clause.id for clause in match.new]
        if any(new in there and new not in base for new in news) or not news:
            return
        if match.relation == "paired" and match.confidence >= SURE and news[0] not in base:
            self.aliases[side][news[0]] = olds[0]
        elif match.relation == "split" and olds[0] in there:
            self._split(olds[0], news, (base, here, there), side, other)
        elif match.relation == "merged" and all(old in there for old in olds):
            self._join(olds, news[0], (base, here, there), side, other)

    def _split(
        self, whole: str, parts: Sequence[str], known: tuple[Known, Known, Known], side: int, other: int
    ) -> None:
        base, here, there = known
        joined = _SEAM.join(str(here[part].get("text")) for part in parts)
        merged = merged_words(str(base[whole].get("text")), joined, str(there[whole].get("text")))
        texts = "".join(part if isinstance(part, str) else "" for part in merged).split(_SEAM)
        if not all(isinstance(part, str) for part in merged) or len(texts) != len(parts):
            return
        keeper = whole if whole in parts else parts[0]
        for part, text in zip(parts, texts, strict=True):
            if part == keeper:
                self._set_text(0, whole, here[part]["text"])
                self._set_text(other, whole, text)
            else:
                new = _carried(base[whole], here[part], there[whole]) | {"text": text}
                self._change(0, add_item(self.trees[0], ("clauses",), here[part]))
                self._change(other, add_item(self.trees[other], ("clauses",), new))
        if keeper != whole:
            self.aliases[side][keeper] = whole

    def _join(self, olds: Sequence[str], new: str, known: tuple[Known, Known, Known], side: int, other: int) -> None:
        base, _, there = known
        keeper = new if new in olds else olds[0]
        rest = [old for old in olds if old != keeper]
        if any(not same_value(base[old] | {"text": ""}, there[old] | {"text": ""}) for old in rest):
            return  # what is not words has no place in the joined clause
        for number, clauses in ((0, base), (other, there)):
            self._set_text(number, keeper, " ".join(str(clauses[old].get("text")) for old in olds))
            for old in rest:
                self._change(number, remove(self.trees[number], ("clauses", self._place(number, old))))
        if keeper != new:
            self.aliases[side][new] = keeper

    def _set_text(self, number: int, name: str, text: str) -> None:
        self._change(number, set_value(self.trees[number], ("clauses", self._place(number, name), "text"), text))

    def _place(self, number: int, name: str) -> int:
        return next(at for at, clause in enumerate(self.trees[number].data["clauses"]) if clause["id"] == name)

    def _change(self, number: int, text: str) -> None:
        self.trees[number] = parse(text, self.trees[number].file)


def _carried(base: Clause, part: Clause, there: Clause) -> Clause:
    """Give a part with what the other side set in the whole, where the part has it as it was."""
    result = dict(part)
    for key in (base.keys() | there.keys()) - _OWN:
        if same_value(part.get(key), base.get(key)) and not same_value(base.get(key), there.get(key)):
            result.pop(key, None)
            if key in there:
                result[key] = there[key]
    return result
