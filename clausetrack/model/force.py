"""How strongly a clause holds its actors, and the words that say so."""

from __future__ import annotations

from typing import Final, Literal, get_args

from clausetrack.model.record import Record, record

Polarity = Literal["do", "refrain"]
Deontic = Literal["obligation", "prohibition", "permission", "right", "constitutive", "statement"]
CueKind = Literal[
    "modal",
    "catenative",
    "cap",
    "stance",
    "noun",
    "reported",
    "request",
    "refrain",
    "negation",
    "exclusive",
    "constitutive",
    "description",
    "false-friend",
    "hedge",
    "condition",
    "saving",
    "exception",
    "precision",
]
CUE_KINDS: Final[tuple[str, ...]] = get_args(CueKind)


@record
class Cue(Record):
    """Words that a reading rests on. ``start`` and ``end`` count characters of the text as given; the end is exclusive.

    ``head`` is the entry of the lexicon that was recognised ("subject to"), ``words`` the whole phrase verbatim as far
    as it could be told ("subject to the approval of the council"). ``force`` is the level that the cue sets, if any.
    """

    kind: CueKind
    words: str
    start: int
    end: int
    head: str = ""
    force: str | None = None


@record(kw_only=True)
class ForceReading(Record):
    """What one norm says of its own strength.

    ``force`` is a name of :data:`clausetrack.model.scales.FORCE`, None where there is no norm or the language is not
    known; ``norm`` says whether there is one. ``deontic`` also tells, where there is none, whether the text is
    constitutive or a plain statement. ``start`` and ``end`` are the characters of the text that were read.
    """

    force: str | None = None
    polarity: Polarity | None = None
    norm: bool = False
    deontic: Deontic | None = None
    cues: tuple[Cue, ...] = ()
    hedges: tuple[Cue, ...] = ()
    conditions: tuple[Cue, ...] = ()
    savings: tuple[Cue, ...] = ()
    exceptions: tuple[Cue, ...] = ()
    precision: tuple[Cue, ...] = ()
    start: int = 0
    end: int = 0
