"""How rows of a comparison are named, ordered and told apart from noise, the same in every format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from clausetrack.language.detection import guess
from clausetrack.language.force.lexicon import lexicon
from clausetrack.model.change import Change, Diff, Row, WordEdit
from clausetrack.model.clause import Clause
from clausetrack.model.scales import SEVERITY
from clausetrack.report.rhythm import rhythm
from clausetrack.report.visible import one_line

NOISE: Final = {
    "clause-renumbered": ("clause renumbered", "clauses renumbered"),
    "reference-renumbered": ("reference renumbered", "references renumbered"),
    "typography-only": ("typographic change", "typographic changes"),
    "coding-changed": ("change of coding", "changes of coding"),
}
"""Rules whose changes are counted, not shown, until everything is asked for, with the words for one and for many."""

SIGNS: Final = {
    "weakened": "▼",
    "narrowed": "▽",
    "mixed": "◆",
    "removed": "-",
    "strengthened": "▲",
    "broadened": "△",
    "added": "+",
    "split": "<",
    "merged": ">",
    "reworded": "~",
    "moved": "↕",
    "happened": "•",
    "recoded": "=",
    "renumbered": "#",
    "typography": "'",
}
"""A sign for every label, the most important first; the label stands beside it, so that no sign has to be learnt."""

_NEUTRAL: Final = {
    "clause-reworded": "reworded",
    "definition-changed": "reworded",
    "heading-changed": "reworded",
    "clause-moved": "moved",
    "meeting-held": "happened",
    "clause-renumbered": "renumbered",
    "reference-renumbered": "renumbered",
    "typography-only": "typography",
    "coding-changed": "recoded",
}
_PAGE: Final = re.compile(r"page ([0-9]+)")
_ORDER: Final = {label: rank for rank, label in enumerate(SIGNS)}


def is_noise(row: Row) -> bool:
    """Say whether nothing in a row is news: it has changes, and all of them are noise."""
    return bool(row.changes) and row.match.relation == "paired" and all(change.rule in NOISE for change in row.changes)


def is_news(row: Row) -> bool:
    """Say whether a row has something to show."""
    return (bool(row.changes) or row.match.relation != "paired") and not is_noise(row)


def telling(row: Row) -> list[Change]:
    """Give the changes that say why a row is shown: no noise, no caveat on the sources, unless that is all."""
    news = [change for change in row.changes if change.rule not in NOISE and change.rule != "source-discrepancy"]
    return news or [change for change in row.changes if change.rule != "source-discrepancy"]


def is_reworded(row: Row) -> bool:
    """Say whether words changed in more than noise, so that a redline tells something."""
    return any(change.cause == "text" for change in telling(row) if change.rule not in NOISE)


def redlined(row: Row) -> tuple[WordEdit, ...]:
    """Give the word edits of a row; what came or went as a whole is one."""
    if row.match.relation == "added":
        return tuple(WordEdit("insert", clause.text) for clause in row.match.new)
    if row.match.relation == "removed":
        return tuple(WordEdit("delete", clause.text) for clause in row.match.old)
    return row.edits


def label(row: Row) -> str:
    """Name what happened to a row in one word, a key of `SIGNS`."""
    relation = row.match.relation
    if relation in {"added", "removed"}:
        return relation
    if row.direction != "neutral":
        return row.direction
    if relation != "paired":
        return relation
    found = {_NEUTRAL.get(change.rule, "reworded") for change in row.changes}
    return min(found, key=_ORDER.__getitem__, default="recoded")


def ordered(rows: Iterable[Row]) -> list[Row]:
    """Put rows in the order of their weight: the severest first, then by label, then as they stand."""
    return sorted(rows, key=lambda row: (-_severity(row), _ORDER[label(row)]))


def _severity(row: Row) -> int:
    return max((SEVERITY.index(change.severity) for change in row.changes), default=0)


def name(row: Row) -> str:
    """Name a row by the ids of its clauses; both sides where they differ."""
    old, new = ids(row.match.old), ids(row.match.new)
    return new if old == new or not old else old if not new else f"{old} → {new}"


def ids(clauses: Sequence[Clause]) -> str:
    """Give the ids of clauses, separated by commas."""
    return ", ".join(clause.id for clause in clauses)


def numbers(row: Row) -> str:
    """Give the numbers of a row's clauses, as ``Article 9 → 11`` where they differ; empty where there are none."""
    old = ", ".join(clause.number for clause in row.match.old if clause.number)
    new = ", ".join(clause.number for clause in row.match.new if clause.number)
    if old == new or not old or not new:
        return new or old
    word, space, _ = old.rpartition(" ")
    return f"{old} → {new.removeprefix(word + space) or new}"


class Places:
    """Where the clauses of a comparison stand, as far as their documents say."""

    def __init__(self, diff: Diff) -> None:
        """Take the clauses of both sides, by their identity."""
        self._sides = [
            (side.locator, {id(clause): index for index, clause in enumerate(side.clauses)})
            for side in (diff.old, diff.new)
        ]

    def pages(self, row: Row) -> str:
        """Give the pages on which a row's clauses start, as ``p. 3 → 4`` where they differ; empty without pages."""
        found = [self._page(side, clauses) for side, clauses in enumerate((row.match.old, row.match.new))]
        known = list(dict.fromkeys(page for page in found if page))
        return f"p. {' → '.join(known)}" if known else ""

    def _page(self, side: int, clauses: Sequence[Clause]) -> str:
        locator, indices = self._sides[side]
        index = indices.get(id(clauses[0])) if clauses else None
        if locator is None or index is None:
            return ""
        found = _PAGE.match(locator.locate(("clauses", index)).label or "")
        return found[1] if found else ""


def counted(diff: Diff) -> str:
    """Sum up a comparison in a line: rows by label, then the noise by rule."""
    labels = Counter(label(row) for row in diff.rows if is_news(row))
    parts = [f"{labels[key]} {key}" for key in SIGNS if labels[key]]
    noise = Counter(change.rule for row in diff.rows for change in row.changes if change.rule in NOISE)
    noise_parts = [f"{noise[rule]} {words[noise[rule] != 1]}" for rule, words in NOISE.items() if noise[rule]]
    news = ", ".join(parts) or "no change of substance"
    return "; ".join([news, ", ".join(noise_parts)]) if noise_parts else news


def caveats(diff: Diff) -> list[str]:
    """Say what a reader must know before believing that something came, went or has no counterpart."""
    notes = []
    sides = (("old", diff.old), ("new", diff.new))
    partial = [side for side, known in sides if known.revision.completeness == "partial"]
    if partial:
        which = "both sets are" if len(partial) == len(sides) else f"the {partial[0]} set is"
        notes.append(f"{which} partial: what is not seen there is unknown, not absent")
    if diff.exhausted:
        notes.append("the search for counterparts was cut short by its budget; some may have been missed")
    if words := unread(diff):
        notes.append(f"{words} are not read for force; only coded fields and figures were compared for strength")
    return notes


def unread(diff: Diff) -> str:
    """Name the words whose change says nothing of strength, for want of a lexicon of force; empty where there are none.

    The language is what the sets say, else what the words tell, as the rules take it: two languages are read as none.
    """
    reworded = [row for row in diff.rows if row.edits and is_reworded(row)]
    if not reworded:
        return ""
    sides = (known.revision.language for known in (diff.old, diff.new))
    named = list(dict.fromkeys(one_line(tag.partition("-")[0].lower()) for tag in sides if tag))
    if len(named) > 1:
        return f"words of two languages, {named[0]!r} and {named[1]!r},"
    found = named[0] if named else guess(row.clause.text for row in reworded)
    if lexicon(found):
        return ""
    return f"the words of {found!r}" if found else "the words of a language that is not known"


def describe(clause: Clause) -> str:
    """Describe a clause that came or went in a line: its kind, and what distinguishes it within the kind."""
    often = rhythm(clause.every) if clause.every else clause.occurrence
    facts = (clause.kind, clause.force, clause.stance, clause.level, often, clause.status)
    return ", ".join(fact for fact in facts if fact)


def shown_changes(row: Row, *, everything: bool) -> list[Change]:
    """Give the changes of a row that are worth a line: all, or those that are no noise and say more than the label."""
    if everything:
        return list(row.changes)
    said = {"clause-reworded", "clause-added", "clause-removed", "source-discrepancy", *NOISE}
    return [change for change in row.changes if change.rule not in said]
