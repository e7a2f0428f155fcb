"""One language of a document that says the same in several: a draft of both would have every clause twice, or mixed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from clausetrack.errors import InputError
from clausetrack.language.detection import guess
from clausetrack.model.document import Block, Document

_LONGER: Final = 1.6
"""Times the text of the first language from which another one has the whole of which the first has a part: French takes
a fifth more letters than English, German a third, and Chinese a third of them."""


def spoken(document: Document, wanted: str | None = None) -> tuple[Document, tuple[str, ...]]:
    """Give a document with the words of one of its languages, and the names of the others; as it is where it has one.

    The blocks of other languages stay, without words, so that places do not change. ``wanted`` is a language (BCP 47)
    or its number in the document; else it is that of the title which they share, the one with most text, or the first.
    InputError where it is not there.
    """
    told: dict[int, list[Block]] = defaultdict(list)
    for block in document.blocks:
        told[block.tongue].append(block)
    shared = told.pop(0, [])
    if not told:
        return document, ()
    names = {tongue: guess(_longest(blocks)) or str(tongue) for tongue, blocks in sorted(told.items())}
    chosen = _wanted(names, wanted, document.file) if wanted else _chosen(told, names, shared)
    blocks = tuple(
        block if block.tongue in {0, chosen} else replace(block, text="", label=None, cells=(), notes=())
        for block in document.blocks
    )
    return replace(document, blocks=blocks), tuple(name for tongue, name in names.items() if tongue != chosen)


def _longest(blocks: Sequence[Block], count: int = 40) -> list[str]:
    return [block.text for block in sorted(blocks, key=lambda block: -len(block.text))[:count]]


def _wanted(names: dict[int, str], wanted: str, file: str) -> int:
    for tongue, name in names.items():
        if wanted.lower().partition("-")[0] in {name, str(tongue)}:
            return tongue
    known = ", ".join(f"{tongue} ({name})" if name != str(tongue) else name for tongue, name in names.items())
    raise InputError(f"the text is not here in '{wanted}'", file=file, hint=f"there is {known}")


def _chosen(told: dict[int, list[Block]], names: dict[int, str], shared: Sequence[Block]) -> int:
    title = guess(block.text for block in shared)
    if title in names.values():
        return next(tongue for tongue, name in names.items() if name == title)
    lengths = {tongue: sum(len(block.text) for block in blocks) for tongue, blocks in told.items()}
    first, longest = min(lengths), max(lengths, key=lengths.__getitem__)
    return longest if lengths[longest] > _LONGER * lengths[first] else first
