"""Names of places in a page, stable from run to run, whatever a clause is called."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST: Final = 80
"""Characters of a name that a link carries; mail programs break lines of links that are much longer."""

_DIGITS: Final = 8
"""Hexadecimal digits that tell names apart which look the same once they are safe."""


class Anchors:
    """Gives each place a name that no other place of the page has."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, kind: str, name: str) -> str:
        """Give ``kind-name``, with a digest of the name where it had to be altered or is taken already."""
        safe = _UNSAFE.sub("-", name)[:_LONGEST]
        anchor = f"{kind}-{safe}"
        if safe != name:
            anchor += "-" + sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
        number, first = 1, anchor
        while anchor in self._taken:
            number += 1
            anchor = f"{first}-{number}"
        self._taken.add(anchor)
        return anchor
