"""What is attached to a treaty behind its signatures, besides annexes: declarations, agreed minutes, a protocol."""

from __future__ import annotations

import re
from typing import Final

from clausetrack.draft.outline.names import Name

_ATTACHED: Final = re.compile(
    r"\s*(?P<label>(?:joint|unilateral|common|agreed|final|interpretative|interpretive)\s+"
    r"(?:declarations?|statements?|minutes|understandings?)|declarations?|protocol|final act"
    r"|d[ée]clarations?(?:\s+(?:communes?|unilat[ée]rales?|conjointes?|interpr[ée]tatives?))?|acte final"
    r"|proc[èe]s-verbal"
    r"|(?:gemeinsame\s+)?erkl[äa]rung(?:en)?|schlussakte"
    r"|declaraci[óo]n(?:es)?(?:\s+(?:conjuntas?|unilateral(?:es)?|interpretativas?))?|acta final"
    r"|(?:gemeenschappelijke\s+)?verklaring(?:en)?|slotakte)(?=\s|\Z)\s*",
    re.IGNORECASE,
)
"""What is attached to treaties besides annexes. A protocol has no number there."""


def attached_name(line: str) -> Name | None:
    """Read what stands over a declaration, or over minutes, behind the signatures: "Joint Declaration on Article 5"."""
    match = _ATTACHED.match(line)
    if match is None:
        return None
    return Name("declaration", match["label"], (), match.end("label"), match.end(), sign=False)
