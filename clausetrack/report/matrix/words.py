"""What a matrix says in words and in short, the same in every format."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from clausetrack.model.clause import Clause
from clausetrack.model.force import Polarity
from clausetrack.model.matrix import UNSETTLED, Cell, Column, Line, Matrix, Wording
from clausetrack.report.visible import one_line

SHORT: Final = {
    "bind": "bin",
    "commit": "com",
    "intend": "int",
    "aspire": "asp",
    "discretion": "dis",
    "stance": "sta",
    "recital": "rec",
}
"""Three letters for each force, the strongest first."""

LEVELS: Final = {
    "leaders": "le",
    "ministers": "mi",
    "vice-ministers": "vm",
    "directors-general": "dg",
    "directors": "di",
    "experts": "ex",
}
PRESENCES: Final = {
    "not-seen": ("·", "not seen", "The set is partial: it may be in the agreement."),
    "not-found": ("○", "not found", "No counterpart was found in the document: it may be there in other words."),
    "other-language": ("◇", "other language", "All that has it is in other languages: the texts were not compared."),
    "absent": ("∅", "absent", "The set is complete: the agreement does not have it."),
    "other": ("~", "other clauses", "It is there, but no clause of it meets the conditions."),
}
"""A sign, a word and a sentence for what is not there."""

DEPARTURES: Final = {
    "opposite": ("⇄", "One says to do what the other says not to do."),
    "stronger": ("▲", "Stronger than the reference."),
    "weaker": ("▼", "Weaker than the reference."),
    "different": ("≠", "It differs in substance, and neither is stronger."),
    "reworded": ("≈", "As strong as the reference, in other words."),
    "same": ("=", "The same words as the reference."),
    "more": ("⊕", "The reference does not have it, or it was not found there."),
    "missing": ("⊖", "The reference has it, and this does not, or it was not found here."),
    "unknown": ("?", "It was not seen on one side, or the languages differ."),
}
"""A sign and a sentence for every departure from the reference, what matters most first."""

DEPARTURE_WORDS: Final = {name: name for name in DEPARTURES} | {
    "reworded": "as strong, in other words",
    "same": "same words",
    "unknown": "not known",
}
"""A word or few for every departure."""

_OF_SUBSTANCE: Final = frozenset({"opposite", "stronger", "weaker", "different"})

NO_FORCE: Final = "no force"
NO_FORCE_SHORT: Final = "nof"
"""What is said of a clause that claims no force, everywhere."""

NOT: Final = "¬"
"""Before the letters of a force: it is not to be done."""

UNSETTLED_SIGN: Final = "!"
"""After the letters of a force: suspended, ended, or not agreed yet."""

NOUNS: Final = {
    "domain": ("domain", "domains"),
    "family": ("family", "families"),
    "actor": ("actor", "actors"),
    "kind": ("kind", "kinds"),
}
_UNITS: Final = {"Y": ("year", "y"), "M": ("month", "m"), "W": ("week", "w"), "D": ("day", "d")}
_EVERY: Final = re.compile(r"P(\d{1,4})([YMWD])")
_NO_LACK: Final = frozenset({"other", "other-language"})
"""What of a cell without wordings does not say that an agreement has nothing there."""

_REASONS: Final = 3
"""Rules that are named behind a departure; more would hide the others."""

DOUBTFUL: Final = 0.8
"""Confidence under which it is told that a clause may not belong to its family: one in five of those is wrong."""


def rhythm(every: str | None, *, short: bool = False) -> str:
    """Give an ISO 8601 duration as ``every year`` or ``every 6 months``, short ``1y``; as it is where it is another."""
    match = _EVERY.fullmatch(every or "")
    if match is None:
        return one_line(every or "")
    number, (noun, letter) = int(match[1]), _UNITS[match[2]]
    if short:
        return f"{number}{letter}"
    return f"every {noun}" if number == 1 else f"every {number} {noun}s"


def says(wording: Wording) -> str:
    """Say how strong a wording is: its force, of a dialogue the level and the rhythm, and whether it stands."""
    clause = wording.clause
    parts = [*_dialogue(clause)] if clause.kind == "dialogue" else []
    force = [force_words(wording.force, wording.polarity)] if wording.force or not parts else []
    return ", ".join([*force, *parts, *([clause.status or ""] if clause.status in UNSETTLED else [])])


def force_words(force: str | None, polarity: Polarity | None) -> str:
    """Say a force in words: ``bind``, ``bind not to``, or that none is claimed."""
    return f"{force}{' not to' * (polarity == 'refrain')}" if force else NO_FORCE


def _dialogue(clause: Clause) -> list[str]:
    return [part for part in ("dialogue", clause.level, rhythm(clause.every) or clause.occurrence) if part]


def cell_words(cell: Cell) -> str:
    """Say in words what a cell has: the strongest force, the dialogue if there is one, and whether it stands."""
    if cell.presence != "there":
        return PRESENCES[cell.presence][1]
    dialogue = cell.dialogue
    words = [] if cell.force is None and dialogue is not None else [force_words(cell.force, cell.polarity)]
    words += _dialogue(dialogue) if dialogue is not None else []
    return ", ".join([*words, *([cell.unsettled] if cell.unsettled else [])])


def departure_words(cell: Cell) -> str:
    """Say how a cell departs from the reference, and what of substance changed: ``weaker: deadline postponed``."""
    if cell.departure is None:
        return ""
    rules = list(dict.fromkeys(reason.rule.replace("-", " ") for reason in cell.reasons))
    more = f" and {len(rules) - _REASONS} more" if len(rules) > _REASONS else ""
    said = DEPARTURE_WORDS[cell.departure]
    return f"{said}: {', '.join(rules[:_REASONS])}{more}" if rules else said


def cell_short(cell: Cell) -> str:
    """Say in few columns what a cell has; only dialogues are told by level and rhythm. ``+`` is precise."""
    sign = DEPARTURES[cell.departure][0] if cell.departure else ""
    if cell.presence != "there":
        return sign if cell.departure == "missing" else PRESENCES[cell.presence][0]
    dialogue = cell.dialogue
    mark = UNSETTLED_SIGN if cell.unsettled else ""
    if dialogue is not None and all(wording.clause.kind == "dialogue" for wording in cell.wordings):
        known = (LEVELS.get(dialogue.level or "", ""), rhythm(dialogue.every, short=True)[:3])
        return sign + (("" if sign else "/").join(filter(None, known)) or "dlg") + mark
    force = NOT * (cell.polarity == "refrain") + SHORT.get(cell.force or "", NO_FORCE_SHORT)
    return sign + force + ("+" if cell.precision else "") + mark


def cell_marked(cell: Cell) -> str:
    """Say in words what a cell has, after the sign of its departure; ``+`` after a force is precise."""
    sign = f"{DEPARTURES[cell.departure][0]} " if cell.departure else ""
    words = cell_words(cell)
    if cell.precision and cell.force is not None:
        force = force_words(cell.force, cell.polarity)
        words = f"{force}+{words.removeprefix(force)}"
    return sign + words


def signs_beside_words(matrix: Matrix) -> list[str]:
    """Explain the signs that `cell_marked` puts beside words, as far as the matrix has them."""
    cells = [cell for line in matrix.lines for cell in line.cells]
    departures = {cell.departure for cell in cells if cell.presence == "there" or cell.departure == "missing"}
    known = ["+ with a date, sum or number"] if any(cell.force and cell.precision for cell in cells) else []
    return known + [f"{sign} {DEPARTURE_WORDS[name]}" for name, (sign, _) in DEPARTURES.items() if name in departures]


def shared(matrix: Matrix) -> list[Line]:
    """Give the rows that all agreements have."""
    return [line for line in matrix.lines if line.key and len(line.having) == len(matrix.columns)]


def own(matrix: Matrix) -> list[tuple[Column, list[Line]]]:
    """Give the rows that were found in one agreement only, by agreement.

    Not those of which another has clauses that do not meet the conditions, or was not compared; nor, where rows are
    actors, the agreement's own party.
    """
    found: dict[int, list[Line]] = {}
    for line in matrix.lines:
        if line.key and len(line.having) == 1 and not any(cell.presence in _NO_LACK for cell in line.cells):
            (at,) = line.having
            if matrix.by != "actor" or line.key not in matrix.columns[at].clause_set.agreement.parties:
                found.setdefault(at, []).append(line)
    return [(matrix.columns[at], lines) for at, lines in sorted(found.items())]


def alone(matrix: Matrix, name: str = "one") -> str:
    """Say that only one has something, no more than is known: ``in Japan alone`` where all others are complete."""
    if all(column.is_complete for column in matrix.columns):
        return f"in {name} alone"
    verb = "seen" if all(column.is_coded for column in matrix.columns) else "found"
    return f"{verb} in {name} alone"


def title(matrix: Matrix) -> str:
    """Name a matrix: how many agreements, by what."""
    agreements = len({column.clause_set.agreement.id for column in matrix.columns})
    number = len(matrix.columns)
    what = "revisions" if agreements == 1 else "agreements" if agreements == number else "sets"
    named = f"{number} {what} by {matrix.by}" if not matrix.is_focused else f"one family in {number} {what}"
    subject = one_line(matrix.subject)
    if len(matrix.columns) > 1 and subject and subject.rpartition(" ")[2].islower() and agreements > 1:
        # Titles that go on differently after "between the" have no end in common.
        subject += " …"
    return f"{subject}: {named}" if subject else named[:1].upper() + named[1:]


def counted(matrix: Matrix) -> str:
    """Count the rows: how many all have, how many only one has."""
    lines = sum(bool(line.key) for line in matrix.lines)
    everywhere, single = len(shared(matrix)), sum(len(lines) for _, lines in own(matrix))
    return f"{lines} {NOUNS[matrix.by][lines != 1]}: {everywhere} in all, {single} {alone(matrix)}"


def caveats(matrix: Matrix) -> list[str]:
    """Say what a reader must know before believing that something is missing, or belongs together."""
    notes = []
    coded = [column for column in matrix.columns if column.is_coded]
    open_sets = [column for column in coded if not column.is_complete]
    if open_sets:
        many = len(open_sets)
        which = "all sets are" if many == len(matrix.columns) else f"{many} of {len(matrix.columns)} sets are"
        which = f"the set of {one_line(open_sets[0].name)} is" if many == 1 else which
        notes.append(f"{which} partial: what is not seen there is unknown, not absent")
    notes += _of_languages(matrix)
    if any(cell.presence == "not-found" for line in matrix.lines for cell in line.cells):
        notes.append("documents were divided and compared by machine: what is not found may be there in other words")
    bases = {column.clause_set.revision.basis for column in matrix.columns}
    if len(bases) > 1:
        notes.append(f"not all were read from the same kind of source ({', '.join(sorted(bases))}): some may say more")
    doubts = doubtful(matrix)
    if doubts:
        notes.append(
            f"{len(doubts)} clauses may not belong to their family (confidence below {DOUBTFUL}): "
            + ", ".join(f"{one_line(w.clause.id)} of {one_line(matrix.columns[w.column].name)}" for w in doubts[:3])
            + (" …" if len(doubts) > 3 else "")  # noqa: PLR2004 - enough for a line
        )
    return notes


def _of_languages(matrix: Matrix) -> list[str]:
    """Say what is not compared between languages, and how the rest is."""
    known = sorted({language for column in matrix.columns if (language := column.clause_set.revision.language)})
    if len({language.partition("-")[0] for language in known}) < 2:  # noqa: PLR2004 - else there is one
        return []
    named = f"the sets are in different languages ({', '.join(map(one_line, known))})"
    notes = []
    if matrix.by == "family":
        notes += [f"{named}: between these, place and number say what corresponds, not words"]
        notes += ["what has no counterpart in another language was not compared"]
    wordings = (wording for line in matrix.lines for wording in line.wordings)
    if any(w.force and (w.clause.force is None or not matrix.columns[w.column].is_coded) for w in wordings):
        said = "" if notes else f"{named}: "
        notes += [f"{said}forces that were read from texts are not ranked between languages"]
    return notes


def doubtful(matrix: Matrix) -> list[Wording]:
    """Give the wordings whose place in their family is in doubt, the most doubtful first."""
    if matrix.by != "family":
        return []
    found = [w for line in matrix.lines if len(line.having) > 1 for w in line.wordings if w.confidence < DOUBTFUL]
    return sorted(found, key=lambda wording: wording.confidence)


def spread(matrix: Matrix, line: Line) -> tuple[str, str] | None:
    """Say who has the strongest and who the weakest wording of a row, None where all are as strong.

    Of dialogues, which compare by level and rhythm, the force is not said.
    """
    if line.strongest is None or line.weakest is None:
        return None
    ends = line.strongest, line.weakest
    say = _said_of_dialogue if all(end.clause.kind == "dialogue" for end in ends) else says
    return _held(matrix, line, ends[0], say), _held(matrix, line, ends[1], say)


def _said_of_dialogue(wording: Wording) -> str:
    return ", ".join(_dialogue(wording.clause)) if wording.clause.kind == "dialogue" else says(wording)


def _held(matrix: Matrix, line: Line, wording: Wording, say: Callable[[Wording], str]) -> str:
    """Say a strength, and who has it: by name up to three."""
    said = say(wording)
    holders = [one_line(matrix.columns[at].name) for at in line.having if say(line.cells[at].wordings[0]) == said] or [
        one_line(matrix.columns[wording.column].name)
    ]
    few = len(holders) <= 3  # noqa: PLR2004 - what is read at a glance
    return f"{said} ({', '.join(holders) if few else f'{len(holders)} agreements'})"


def departed(matrix: Matrix, line: Line) -> list[tuple[Column, Cell]]:
    """Give the cells of a row that depart from the model text in substance, by column."""
    cells = zip(matrix.columns, line.cells, strict=True)
    return [(column, cell) for column, cell in cells if cell.departure in _OF_SUBSTANCE]


def ids(wordings: Sequence[Wording]) -> str:
    """Give the ids of clauses, separated by commas."""
    return ", ".join(one_line(wording.clause.id) for wording in wordings)
