"""How well and how fast PDFs are read, on treaties that the repository does not hold.

They are looked for in the folder ``documents`` of the data folder: ``CLAUSETRACK_DATA``, else ``../shared/data``. The
BBNJ Agreement is compared word by word with an extraction that others have checked; of the others the articles,
annexes and sections are counted. Time and memory are those of whole processes, on a document of 200 pages and one of
2,000 which repeat the pages of the agreement, beside pdftotext and pypdf where they are installed.

Run as ``python -m benchmarks.documents_pdf``; exit status 0, also where the documents are not there.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from rapidfuzz.distance import Indel

from benchmarks.process import measure
from benchmarks.seed_evidence import data_folder
from clausetrack.documents.readers import read_document
from clausetrack.documents.reading import library
from clausetrack.model.document import Block, Document

CHECKED: Final = "bbnj-agreement-2023-en"
EXPECTED: Final = {
    "bbnj-agreement-2023-en": (76, 2),
    "bbnj-agreement-2023-fr": (76, 2),
    "fish-stocks-agreement-1995": (50, 2),
    "part-xi-agreement-1994": (10, 1),
}
"""Articles and annexes of each document; articles within annexes are counted apart."""

SIZES: Final = (200, 2_000)
RUNS: Final = 3

_ARTICLE: Final = re.compile(r"Article (\d+|premier)$")
_ANNEX: Final = re.compile(r"ANNEXE? ?[IVX]*$", re.IGNORECASE)
_SECTION: Final = re.compile(r"SECTION \d+\.", re.IGNORECASE)
_READ: Final = "import sys; from clausetrack.documents.readers import read_document; read_document(sys.argv[1])"
_PYPDF: Final = "import sys, pypdf; [page.extract_text() for page in pypdf.PdfReader(sys.argv[1]).pages]"


def main() -> int:
    """Read the documents and print what was found."""
    folder = data_folder() / "documents"
    if not (folder / f"{CHECKED}.pdf").exists():
        print(f"the documents are not in the data folder ({folder}): nothing was measured")
        return 0
    for name, (articles, annexes) in EXPECTED.items():
        count(name, read_document(str(folder / f"{name}.pdf")), articles, annexes)
    compare(folder)
    speed(folder / f"{CHECKED}.pdf")
    return 0


def count(name: str, document: Document, articles: int, annexes: int) -> None:
    """Print how many articles, with a heading each, annexes and sections a document has."""
    blocks = document.blocks
    first = next((i for i, block in enumerate(blocks) if _is_heading(block, _ARTICLE)), 0)
    end = next((i for i, block in enumerate(blocks) if i > first and _is_heading(block, _ANNEX)), len(blocks))
    found = [i for i in range(end) if _is_heading(blocks[i], _ARTICLE)]
    named = sum(blocks[i + 1].kind == "heading" and not _ARTICLE.match(blocks[i + 1].text) for i in found)
    annex = sum(_is_heading(block, _ANNEX) for block in blocks[end:])
    sections = sum(_is_heading(block, _SECTION) for block in blocks)
    kinds = f"{len(blocks)} blocks, {sum(block.kind == 'footnote' for block in blocks)} footnotes, {sections} sections"
    print(f"{name}: {len(found)}/{articles} articles, {named} with heading, {annex}/{annexes} annexes, {kinds}")


def _is_heading(block: Block, pattern: re.Pattern[str]) -> bool:
    return block.kind == "heading" and pattern.match(block.text) is not None


def compare(folder: Path) -> None:
    """Print how many words are those of the checked text, and how many headings of articles stand in it."""
    checked = (folder / f"{CHECKED}.txt").read_text(encoding="utf-8")
    document = read_document(str(folder / f"{CHECKED}.pdf"))
    blocks = [block for block in document.blocks if (block.page or 0) > 1]
    print(f"words as in the checked text, without the cover: {agreement(blocks, checked):.2%}", end="")
    print(f"; with it: {agreement(document.blocks, checked):.2%}")
    flat = " ".join(checked.split())
    pairs = zip(document.blocks, document.blocks[1:], strict=False)
    right = sum(f"{label.text} {name.text} " in flat for label, name in pairs if _is_heading(label, _ARTICLE))
    print(f"headings of articles as in the checked text: {right}")


def agreement(blocks: Sequence[Block], checked: str) -> float:
    """Give the share of words that two texts have in common, in order (normalised Indel similarity)."""
    known: dict[str, int] = {}
    read = [known.setdefault(word, len(known)) for word in _words(" ".join(block.text for block in blocks))]
    return Indel.normalized_similarity(read, [known.setdefault(word, len(known)) for word in _words(checked)])


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


def speed(path: Path) -> None:
    """Print CPU time and memory of whole processes."""
    with tempfile.TemporaryDirectory() as folder:
        for pages in SIZES:
            long = str(repeated(path, pages, Path(folder) / f"{pages}.pdf"))
            print(f"{pages:,} pages: clausetrack {measure([sys.executable, '-c', _READ, long], RUNS)}")
            print(f"{pages:,} pages: pypdf       {measure([sys.executable, '-c', _PYPDF, long], 1)}")
            if shutil.which("pdftotext"):
                print(f"{pages:,} pages: pdftotext   {measure(['pdftotext', long, '-'], RUNS)}")


def repeated(path: Path, pages: int, target: Path) -> Path:
    """Write a document that repeats the pages of another until it has so many."""
    pypdfium2 = library("pypdfium2", "documents", str(path))
    made, source = pypdfium2.PdfDocument.new(), pypdfium2.PdfDocument(path)
    while len(made) < pages:
        made.import_pages(source, list(range(min(len(source), pages - len(made)))))
    made.save(target)
    return target


if __name__ == "__main__":
    sys.exit(main())
