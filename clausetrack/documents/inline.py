"""The words of one block as markup gives them: pieces of text, some of them bold, with breaks between lines."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final, NamedTuple

from clausetrack.documents.lines import whole_words

_LONGEST: Final = 150
"""Characters of the longest bold or centred line that is taken for a heading; the longest headings of articles in
treaties have about as many, and a warning in bold letters has more."""


_CALL: Final = "\0"
"""Stands for the call of a footnote; no text has it, since XML and HTML cannot."""

_CALLED: Final = re.compile(r" ?[(\[] ?\0 ?[)\]]| ?\0(?= ?[.,;:!?)\]])|\0")
"""A call with the brackets around it, and with the space before it where a stop follows."""


_HYPHEN: Final = re.compile(r"[^\W\d_]-\Z")
_HANGING: Final = re.compile(r"(?:and|or|to|und|oder|bis|et|ou|y|o|e|en|of)\b|[^a-z]")
"""What follows a hyphen that stands for the rest of a word: "pre- and post-war"; other words were broken at theirs."""


class Said(NamedTuple):
    """Words on one line, and whether all of them are bold; ``line`` counts the breaks before it, of both kinds."""

    text: str
    bold: bool
    line: int


class Words:
    """Collects what is said in one block. White space is one space, however much of it there is."""

    def __init__(self) -> None:
        self._lines: list[tuple[bool, list[tuple[str, bool]]]] = [(True, [])]
        self.calls: list[str] = []
        """Labels of the footnotes that are called, in order."""

    def __bool__(self) -> bool:
        """Say whether there is anything but white space."""
        return any(text and not text.isspace() for _, pieces in self._lines for text, _ in pieces)

    def add(self, text: str, *, bold: bool = False) -> None:
        """Add a piece of text."""
        text = text.replace(_CALL, "")
        if text:
            self._lines[-1][1].append((text, bold))

    def call(self, label: str) -> None:
        """Note the call of a footnote; brackets that stand around it go with it."""
        self.calls.append(label)
        self._lines[-1][1].append((_CALL, False))

    def break_line(self, *, hard: bool) -> None:
        """End the line: a hard break is meant, a soft one is only how the source is set."""
        self._lines.append((hard, []))

    def said(self, *, numbered: bool = False) -> list[Said]:
        """Give the lines between hard breaks; a first line that is wholly bold also stands apart at a soft one.

        Where the block is ``numbered``, by a label or its own first word, bold words at its start that end a sentence
        stand apart too: "**Fees.** The fees are…" has the heading "Fees."
        """
        lines: list[Said] = []
        apart = False
        for number, (hard, pieces) in enumerate(self._lines):
            line = _said(pieces, number)
            if not line.text:
                apart = apart or hard
            elif hard or apart or not lines or (len(lines) == 1 and lines[0].bold and not line.bold):
                lines += [line] if lines else _run_in(line, pieces, numbered=numbered)
                apart = False
            else:
                last = lines[-1]
                space = "" if _HYPHEN.search(last.text) and not _HANGING.match(line.text) else " "
                lines[-1] = Said(f"{last.text}{space}{line.text}", last.bold and line.bold, last.line)
        return [line._replace(text=whole_words(line.text)) for line in lines]


def _run_in(line: Said, pieces: list[tuple[str, bool]], *, numbered: bool) -> list[Said]:
    """Part the heading that runs into the text behind it; give the line as it is where there is none."""
    bold = "".join(text for text, _ in takewhile(lambda piece: piece[1] or piece[0].isspace(), pieces))
    heading = " ".join(bold.split())
    rest = line.text[len(heading) :]
    if line.bold or not heading or not (numbered or _NUMBERED.match(heading)) or not is_heading_like(heading):
        return [line]
    if rest[:1] == "." and not heading.endswith("."):
        heading, rest = f"{heading}.", rest[1:]
    rest = rest.strip()
    if not heading.endswith((".", "。", "?")) or not line.text.startswith(heading) or rest[:1].islower() or not rest:
        return [line]
    return [Said(heading, True, line.line), Said(rest, False, line.line)]


_NUMBERED: Final = re.compile(r"(?:[^\W\d]{2,12}\s|§\s?)?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?(?=\s|$)")
"""How a heading starts that carries its own number: "3.", "1.2", "§ 4", "Article 5."."""


def _said(pieces: list[tuple[str, bool]], number: int) -> Said:
    text = " ".join("".join(text for text, _ in pieces).split())
    if _CALL in text:
        text = " ".join(_CALLED.sub("", text).split())
    plain = any(map(str.isalnum, "".join(text for text, bold in pieces if not bold)))
    return Said(text, bool(text) and not plain and any(bold for _, bold in pieces), number)


def is_heading_like(text: str) -> bool:
    """Say whether a line that stands out may be a heading: it is short, has letters, and nothing follows from it."""
    return len(text) <= _LONGEST and not text.endswith((",", ";", ":")) and any(map(str.isalpha, text))
