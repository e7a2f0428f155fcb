"""How pages and files name what their readers find their way by: lists of contents, and ways back to the top."""

from __future__ import annotations

import re
from typing import Final

_CONTENTS: Final = re.compile(
    r"(?:table of )?contents|(?:on|in) this (?:page|document)|jump to|index|table des matières|sommaire|sur cette page"
    r"|índice|indice|sumario|en esta página|inhalt(?:sverzeichnis|sübersicht)?|auf dieser seite|inhoud(?:sopgave)?"
    r"|op deze pagina|目次|目录|目錄",
    re.IGNORECASE,
)
_TO_TOP: Final = re.compile(
    r"\A\W*[↑⇧⬆▲⤒]|\btop\W*\Z|\bnach oben\b|\bseitenanfang\b|\bhaut de (?:la )?page\b"
    r"|\b(?:volver|ir) (?:al inicio|arriba)\b|\btorna (?:su|all.inizio)\b|\bnaar boven\b|\bdo topo\b",
    re.IGNORECASE,
)
SHORT: Final = 40
"""Characters of the longest of them: "Return to the table of contents" has 31."""


def names_contents(text: str) -> bool:
    """Say whether a line is what a list of contents is called, and nothing else."""
    return len(text) <= SHORT and _CONTENTS.fullmatch(text.strip(" \t\n:：.#*_")) is not None


def names_top(text: str) -> bool:
    """Say whether the words of a link say that it leads back to the top, in the languages of most pages."""
    return len(text) <= SHORT and _TO_TOP.search(text) is not None
