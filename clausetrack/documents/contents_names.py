"""How lists of what a text contains are called where a page or a file has one for its readers to jump from."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = re.compile(
    r"(?:table of )?contents|(?:on|in) this (?:page|document)|jump to|index|table des matières|sommaire|sur cette page"
    r"|índice|indice|sumario|en esta página|inhalt(?:sverzeichnis|sübersicht)?|auf dieser seite|inhoud(?:sopgave)?"
    r"|op deze pagina|目次|目录|目錄",
    re.IGNORECASE,
)


def names_contents(text: str) -> bool:
    """Say whether a line is what a list of contents is called, and nothing else."""
    return _NAMES.fullmatch(text.strip(" \t\n:：.#*_")) is not None
