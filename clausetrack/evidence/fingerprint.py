"""A source's fingerprint: made from a document, written as YAML, read back.

It shows whether a source is still the same, and whether a sentence stands in it, without holding any of its words.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from clausetrack.clauseset.quoting import inline
from clausetrack.clauseset.schema import schema_faults
from clausetrack.clauseset.syntax import Tree, parse
from clausetrack.errors import InputError, InvalidFileError, SchemaFault
from clausetrack.files import read_text
from clausetrack.language.digest import sentence_digest
from clausetrack.language.sentences import sentences
from clausetrack.model.document import Block, Document
from clausetrack.model.source import Fingerprint, FingerprintParagraph

FORMAT: Final = "clausetrack/fingerprint/1"
SCHEMA: Final = "fingerprint"

_SUFFIXES: Final = (".yaml", ".yml")
_PROJECT_MARKS: Final = ("clausetrack.yaml", ".git")
"""What the top folder of a project holds."""

_LAYOUT_DEPTH: Final = 3
"""How far above a clause file its project starts where nothing marks it: ``project/clause_specs/agreement/file``."""


def fingerprint(document: Document) -> Fingerprint:
    """Give the fingerprint of a document: every block is a paragraph, numbered from 1."""
    return Fingerprint(
        sha256=document.sha256,
        size=document.size,
        media_type=document.media_type,
        paragraphs=tuple(
            FingerprintParagraph(number, tuple(map(sentence_digest, sentence_texts(block))), block.page)
            for number, block in enumerate(document.blocks, 1)
        ),
    )


def sentence_texts(block: Block) -> Iterator[str]:
    """Yield the sentences of a block in reading order."""
    return (block.text[span.start : span.end] for span in sentences(block.text))


def to_yaml(fingerprint: Fingerprint) -> str:
    """Write a fingerprint. One fingerprint has one form, so that the same document always gives the same bytes."""
    lines = [
        f"format: {FORMAT}",
        f"sha256: {inline(fingerprint.sha256, flow=False)}",
        f"size: {fingerprint.size}",
        f"media_type: {inline(fingerprint.media_type, flow=False)}",
    ]
    lines += ["paragraphs:"] if fingerprint.paragraphs else ["paragraphs: []"]
    for paragraph in fingerprint.paragraphs:
        lines.append(f"  - paragraph: {paragraph.paragraph}")
        lines += [f"    page: {paragraph.page}"] if paragraph.page is not None else []
        lines += ["    sentences:"] if paragraph.sentences else ["    sentences: []"]
        lines += [f"      - {digest}" for digest in paragraph.sentences]
    return "\n".join([*lines, ""])


def from_yaml(text: str, file: str = "<text>") -> Fingerprint:
    """Read a fingerprint. InvalidFileError with all its faults where the text is none."""
    tree = parse(text, file)
    if faults := schema_faults(tree, SCHEMA) or list(_disorder(tree)):
        raise InvalidFileError(faults)
    return Fingerprint(
        sha256=tree.data["sha256"],
        size=tree.data["size"],
        media_type=tree.data["media_type"],
        paragraphs=tuple(map(_paragraph, tree.data["paragraphs"])),
    )


def load_fingerprint(path: str) -> Fingerprint:
    """Read a fingerprint from a file. InputError where it cannot be read, InvalidFileError where it is none."""
    return from_yaml(read_text(path), path)


def fingerprint_path(named: str, clause_file: str) -> str:
    """Give the path of the fingerprint file that a clause file names, relative to itself.

    A clause file may come from anybody, so it cannot make the program open what is no part of the project. InputError
    where the path is absolute or an address, holds control characters, is not that of a YAML file, or leads (links
    followed) out of the folder that holds ``clausetrack.yaml`` or ``.git``, or out of the third folder above the file
    where none does.
    """
    if not named.isprintable() or "\\" in named or ":" in named or named.startswith(("/", "~")):
        raise InputError(
            "the path of a fingerprint is relative to the clause file",
            file=clause_file,
            hint="write it as ../../seeds/name.yaml",
        )
    if not named.endswith(_SUFFIXES):
        raise InputError("a fingerprint is a YAML file", file=clause_file, hint="name a file that ends in .yaml")
    path = os.path.normpath(Path(clause_file).parent / named)
    if not Path(os.path.realpath(path)).is_relative_to(_project(clause_file)):
        raise InputError(
            "the path of the fingerprint leads out of the project",
            file=clause_file,
            hint="keep fingerprints in the project, in seeds/",
        )
    return path


def _project(clause_file: str) -> Path:
    # realpath, since Path.resolve raises on a loop of links.
    folders = Path(os.path.realpath(clause_file)).parents
    marked = (folder for folder in folders if any(map(os.path.exists, (folder / mark for mark in _PROJECT_MARKS))))
    return next(marked, folders[min(_LAYOUT_DEPTH, len(folders)) - 1])


def _paragraph(entry: dict[str, Any]) -> FingerprintParagraph:
    return FingerprintParagraph(entry["paragraph"], tuple(entry["sentences"]), entry.get("page"))


def _disorder(tree: Tree) -> Iterator[SchemaFault]:
    """Yield a fault for every paragraph whose number is not above the one before."""
    last = 0
    for index, entry in enumerate(tree.data["paragraphs"]):
        number = entry["paragraph"]
        if number <= last:
            place = tree.locate(("paragraphs", index, "paragraph"))
            yield SchemaFault(
                f"paragraph {number} stands behind paragraph {last}",
                file=tree.file,
                line=place.line,
                column=place.column,
                hint="number the paragraphs in reading order, or make the fingerprint again",
            )
        last = number
