"""Clauses that one side renamed, split or joined, so that what the other side did to them finds them.

Where a side renamed a clause that the other changed, the new id is an alias of the old one. Where a side split it, the
base and the other side are split alike: the words that the other side changed are looked for in the parts (a three-way
merge of the old text, the parts joined, and the other side's text), and what it set elsewhere is set in each part that
has it as it was. Where a side joined clauses, the base and the other side are joined alike. What then is left to merge
are clauses with the same ids on all sides. Where words cannot be told apart nothing is done, and the conflict shows.

Where both sides gave one clause different ids, it is one clause with a conflict on its id: a clause that both renamed,
and one that both added with the same content, as where both split a clause alike.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, NamedTuple

from clausetrack.align import align
from clausetrack.clauseset.build import build
from clausetrack.clauseset.edit import add_item, remove, set_value
from clausetrack.clauseset.schema import is_valid
from clausetrack.clauseset.syntax import Tree, parse
from clausetrack.diff.merge.lines import same_value
from clausetrack.diff.merge.references import Target
from clausetrack.diff.merge.words import merged_words
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
    """The three files, made alike, and for each the ids of clauses that the base has under another id.

    ``doubtful`` are parts whose words the other side took out of the whole: to be removed by a decision alone.
    """

    trees: Sequence[Tree]
    aliases: Sequence[Mapping[str, str]] = ({}, {}, {})
    doubtful: frozenset[Target] = frozenset()


def divided(trees: Sequence[Tree]) -> Divisions:
    """Find the clauses that stand under another id on one side, or were split or joined there, and make all alike."""
    work = _Work([*trees])
    work.pair_renamed()
    work.pair_twins()
    for side, other in ((1, 2), (2, 1)):
        for match in _matches(work.trees, side, other):
            work.meet(match, side, other)
    return Divisions(work.trees, work.aliases, frozenset(work.doubtful))


def _matches(trees: Sequence[Tree], side: int, other: int) -> Sequence[Match]:
    """Align the base with a side, where that may help to merge what the other side changed."""
    base, here, there = known = [_clauses(trees[number]) for number in (0, side, other)]
    changed = {name for name in base.keys() & there.keys() if base[name] != there[name]}
    resized = {name for name in base.keys() & here.keys() if _is_resized(base[name], here[name])}
    gone, come = base.keys() - here.keys(), here.keys() - base.keys()
    is_divided = come and any(base[name].get("text") != there[name].get("text") for name in changed & resized)
    if not (changed & gone or is_divided) or not all(known):
        return ()
    matches = _aligned((trees[0], trees[side]), (base, here), (gone | resized, come | resized))
    return [match for match in matches if match.matched_by != "id" and any(old.id in changed for old in match.old)]


def _aligned(
    trees: tuple[Tree, Tree], known: tuple[Known, Known], wanted: tuple[Collection[str], Collection[str]]
) -> Sequence[Match]:
    """Align what is wanted of two files, and the neighbours, which say where each stands.

    A clause that both have is looked at in both or in neither: alone, it would be taken for another.
    """
    near = [_near(clauses, names) for clauses, names in zip(known, wanted, strict=True)]
    shared = (near[0] | near[1]) & known[0].keys() & known[1].keys()
    sets = [
        {**tree.data, "clauses": [clauses[name] for name in clauses if name in names or name in shared]}
        for tree, clauses, names in zip(trees, known, near, strict=True)
    ]
    if not all(is_valid(data) for data in sets):
        return ()
    old, new = (build(tree, data) for tree, data in zip(trees, sets, strict=True))
    return align(old, new).matches


def _near(clauses: Known, wanted: Collection[str]) -> set[str]:
    """Give the clauses that are wanted, and their neighbours."""
    names = [*clauses]
    places = [place for place, name in enumerate(names) if name in wanted]
    return {names[at] for place in places for at in (place - 1, place, place + 1) if 0 <= at < len(names)}


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
        self.doubtful: set[Target] = set()

    def pair_renamed(self) -> None:
        """Find the clauses that both sides renamed, each in its way."""
        base, ours, theirs = (_clauses(tree) for tree in self.trees)
        gone = base.keys() - ours.keys() - theirs.keys()
        come = (ours.keys() - base.keys() - theirs.keys(), theirs.keys() - base.keys() - ours.keys())
        if not (gone and all(come)):
            return
        found = []
        for side, here, new in ((1, ours, come[0]), (2, theirs, come[1])):
            matches = _aligned((self.trees[0], self.trees[side]), (base, here), (gone, new))
            found.append(
                {
                    match.old[0].id: match.new[0].id
                    for match in matches
                    if _is_sure(match) and match.old[0].id in gone and match.new[0].id in new
                }
            )
        for old in found[0].keys() & found[1].keys():
            for side, names in enumerate(found, 1):
                self.aliases[side][names[old]] = old

    def pair_twins(self) -> None:
        """Find the clauses that both sides added with the same content under different ids."""
        base, *sides = (_clauses(tree) for tree in self.trees)
        tables: list[dict[str, str]] = []
        for number, (here, there) in enumerate((sides, sides[::-1]), 1):
            new = here.keys() - base.keys() - there.keys() - self.aliases[number].keys()
            tables.append({_content(clause): name for name, clause in here.items() if name in new})
        for content in tables[0].keys() & tables[1].keys():
            names = [table[content] for table in tables]
            for side, name in enumerate(names, 1):
                self.aliases[side][name] = min(names)

    def meet(self, match: Match, side: int, other: int) -> None:
        """Make base and other side like the side, as far as a match goes."""
        base, here, there = (_clauses(self.trees[number]) for number in (0, side, other))
        olds, news = [clause.id for clause in match.old], [clause.id for clause in match.new]
        is_known = any(new in self.aliases[side] or (new in there and new not in base) for new in news)
        if is_known or not news or any(old in here and old not in news for old in olds):
            return
        if any(new in base and new not in olds for new in news):
            return
        if _is_sure(match) and news[0] not in base:
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
            if here.get(whole, {}).get("text") != there[whole].get("text"):
                return
            # The other side left of the whole what this side left of it, and took out what is in the parts.
            texts = [there[whole]["text"] if part == whole else "" for part in parts]
        keeper = whole if whole in parts else parts[0]
        if not texts[parts.index(keeper)].strip():
            return
        for part, text in zip(parts, texts, strict=True):
            if part == keeper:
                self._set_text(0, whole, here[part]["text"])
                self._set_text(other, whole, text)
                continue
            self._change(0, add_item(self.trees[0], ("clauses",), here[part]))
            if not text.strip():
                self.doubtful.add(("clause", part))
            else:
                new = _carried(base[whole], here[part], there[whole]) | {"text": text}
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


def _is_sure(match: Match) -> bool:
    return match.relation == "paired" and match.confidence >= SURE


def _content(clause: Clause) -> str:
    """Give what a clause says without its id; keys in any order."""
    return repr(sorted((str(key), repr(value)) for key, value in clause.items() if key != "id"))


def _carried(base: Clause, part: Clause, there: Clause) -> Clause:
    """Give a part with what the other side set in the whole, where the part has it as it was."""
    result = dict(part)
    for key in (base.keys() | there.keys()) - _OWN:
        if same_value(part.get(key), base.get(key)) and not same_value(base.get(key), there.get(key)):
            result.pop(key, None)
            if key in there:
                result[key] = there[key]
    return result
