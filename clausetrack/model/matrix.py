"""Many agreements side by side: a row for every domain or family of clauses, a column for every agreement."""

from __future__ import annotations

from typing import Final, Literal

from clausetrack.model.change import Direction, WordEdit
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.force import Polarity
from clausetrack.model.notebook import table
from clausetrack.model.record import Record, record
from clausetrack.model.scales import TERMINAL_STATUS

By = Literal["domain", "family", "actor", "kind"]
BY: Final[tuple[By, ...]] = ("domain", "family", "actor", "kind")

Presence = Literal["there", "other", "not-seen", "not-found", "other-language", "absent"]
"""What a set has of a row.

``other``: only clauses that do not meet the conditions. ``not-seen``: nothing, in a coded set that need not have all.
``not-found``: no counterpart was found in a document. ``other-language``: nothing was compared, since all that has it
is in other languages. ``absent``: nothing, in a coded set that has all.
"""

Departure = Literal["same", "reworded", "stronger", "weaker", "opposite", "different", "missing", "more", "unknown"]
"""How a cell departs from the reference's.

``opposite``: one says to do what the other says not to do. ``different``: it differs in substance, and neither is
stronger. ``more`` is what the reference does not have, or was not found there, ``missing`` the other way round;
``unknown`` is what was not seen on one side.
"""

Precision = Literal["date", "period", "rhythm", "amount", "share", "number"]
"""What a wording is precise in: a date, a length of time, how often, how much, what part, how many."""

UNSETTLED: Final = frozenset({*TERMINAL_STATUS, "proposed", "exploring", "negotiating"})
"""Where a clause stands that was stopped, or is not agreed yet."""


@record(kw_only=True)
class Wording(Record):
    """One clause in a row. ``column`` is its agreement's index.

    ``force`` is the file's word, else that of the strongest norm of the text, None where no force is claimed;
    ``polarity`` says whether something is to be done or not to be done, None where the text says both, or nothing.
    ``precision`` says what it is precise in. ``family`` is the id of its family; ``confidence`` (0 to 1) how sure it is
    that it belongs there, and ``is_part`` that it shares its place there with other clauses of its set.
    """

    column: int
    clause: Clause
    force: str | None = None
    polarity: Polarity | None = None
    precision: tuple[Precision, ...] = ()
    family: str | None = None
    confidence: float = 1.0
    is_part: bool = False


@record
class Reason(Record):
    """A change of substance from the reference, as ``clausetrack diff`` names it: its rule, direction and message."""

    rule: str
    direction: Direction
    message: str


@record
class Cell(Record):
    """What an agreement has in a row: first what stands, the strongest wording before the others.

    ``departure`` is there where there is a reference; ``reasons`` are the changes of substance that it rests on.
    """

    presence: Presence
    wordings: tuple[Wording, ...] = ()
    departure: Departure | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def force(self) -> str | None:
        """The force of the strongest wording that is no dialogue, else of a dialogue; None where none claims any."""
        return next((entry.force for entry in self.wordings if entry.force), None)

    @property
    def polarity(self) -> Polarity | None:
        """The polarity of the wording that gives the force."""
        return next((entry.polarity for entry in self.wordings if entry.force), None)

    @property
    def unsettled(self) -> str | None:
        """The status of the wording that comes first, where it does not stand: suspended, ended or not agreed yet."""
        status = self.wordings[0].clause.status if self.wordings else None
        return status if status in UNSETTLED else None

    @property
    def dialogue(self) -> Clause | None:
        """The strongest dialogue: by what it claims, its level, how often it is held."""
        return next((entry.clause for entry in self.wordings if entry.clause.kind == "dialogue"), None)

    @property
    def precision(self) -> tuple[Precision, ...]:
        """What any of the wordings is precise in."""
        return tuple(dict.fromkeys(name for entry in self.wordings for name in entry.precision))


@record
class Comparison(Record):
    """Two wordings of one family, and the edits that turn the first into the second; none where they are the same."""

    first: Wording
    second: Wording
    edits: tuple[WordEdit, ...] = ()


@record(kw_only=True)
class Line(Record):
    """One row. ``key`` is the domain, actor or kind, or the id of the family; ``cells`` are in the order of columns.

    ``strongest`` and ``weakest`` are wordings of two agreements, where they differ in strength. ``comparisons`` are the
    redlines that are wanted.
    """

    key: str
    label: str
    cells: tuple[Cell, ...]
    strongest: Wording | None = None
    weakest: Wording | None = None
    comparisons: tuple[Comparison, ...] = ()

    @property
    def having(self) -> tuple[int, ...]:
        """The columns that have it."""
        return tuple(index for index, cell in enumerate(self.cells) if cell.presence == "there")

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """All wordings, column by column."""
        return tuple(entry for cell in self.cells for entry in cell.wordings)


@record(kw_only=True)
class Column(Record):
    """One agreement: what tells it from the others, in full (``name``) and in few letters (``code``).

    ``is_coded`` says that an analyst made the set; else it is a document, of which a draft was made.
    """

    clause_set: ClauseSet
    name: str
    code: str
    is_coded: bool = True

    @property
    def is_complete(self) -> bool:
        """Whether what is not in the set is not in the agreement: never so of a draft."""
        return self.is_coded and self.clause_set.revision.completeness == "complete"


@record(kw_only=True)
class Matrix(Record):
    """The result of a comparison of many.

    ``reference`` is the column of the model text, ``where`` the conditions, ``subject`` what all titles have in common.
    ``is_focused`` says that one family was asked for, whose wordings are all wanted.
    """

    by: By
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    reference: int | None = None
    where: tuple[str, ...] = ()
    subject: str = ""
    is_focused: bool = False

    def _repr_html_(self) -> str:
        """Draw which agreement has what as a table in a notebook."""
        heads = (self.by, *(column.name for column in self.columns))
        rows = [
            (line.label, *(cell.force or cell.presence.replace("-", " ") for cell in line.cells)) for line in self.lines
        ]
        return table(heads, rows, "Agreements compared")
