"""PDF, by pdfium: text in reading order, without page furniture, in paragraphs as they were before they were set.

Nothing in the file is run, and nothing is fetched; forms and scripts are not loaded. Pages are read one by one and
given back at once. See `printed`, `watermarks`, `furniture`, `columns`, `footnotes`, `contents`, `tongues`, `tables`,
`paragraphs`, `hyphens` and `headings` for what each step goes by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from time import process_time
from types import ModuleType
from typing import Any, Final

from clausetrack.documents.pdf.characters import words
from clausetrack.documents.pdf.columns import columns
from clausetrack.documents.pdf.contents import without_contents
from clausetrack.documents.pdf.footnotes import Note, apart
from clausetrack.documents.pdf.frame import Frame, links, rules
from clausetrack.documents.pdf.furniture import without_furniture
from clausetrack.documents.pdf.glyphs import resolved
from clausetrack.documents.pdf.headings import levels
from clausetrack.documents.pdf.hyphens import Hyphens
from clausetrack.documents.pdf.lines import lines
from clausetrack.documents.pdf.marks import Labels, marker
from clausetrack.documents.pdf.page import Column, Line, Page
from clausetrack.documents.pdf.paragraphs import Paragraph, paragraphs
from clausetrack.documents.pdf.printed import without_bars, without_links
from clausetrack.documents.pdf.sizes import evened, typical_size
from clausetrack.documents.pdf.tables import Row, parts
from clausetrack.documents.pdf.tongues import Tongues
from clausetrack.documents.pdf.watermarks import without_watermarks
from clausetrack.documents.pdf.web_edges import with_links, without_edges
from clausetrack.documents.reading import SEVERAL, Reading, document, library
from clausetrack.errors import InputError
from clausetrack.model.document import Block, Box, Document
from clausetrack.model.position import Position

MEDIA_TYPE: Final = "application/pdf"

MAX_SECONDS: Final = 600.0
"""CPU seconds for one document: 5,000 full pages take about 150."""

_UNNAMED: Final = frozenset(("untitled", "anonymous", "unspecified", "unknown"))
"""What programs write where nobody named the title or the author."""

_SCAN: Final = "make its text readable first: ocrmypdf in.pdf out.pdf"


def read(data: bytes, file: str, reading: Reading) -> Document:
    """Read a PDF. InputError where it is broken, locked, too long, or has no text."""
    pdfium = library("pypdfium2", "documents", file)
    raw = library("pypdfium2.raw", "documents", file)
    opened = _open(pdfium, raw, data, file)
    try:
        pages = _pages(raw, opened, file, reading)
        metadata = _metadata(opened)
    finally:
        opened.close()
    blank = [page.number for page in pages if not page.lines and page.pictured]
    if not any(page.lines for page in pages):
        raise InputError("there is no text on any page, as in a scan", file=file, hint=_SCAN)
    pages, guessed = resolved(pages)
    blocks, notices = _blocks(pages, file)
    if guessed:
        notices.append(f"{guessed:,} characters have shapes but no text in this file, and were read by their shapes")
    if blank:
        notices.insert(0, f"no text on {_numbers(blank)}, which may be scans; {_SCAN}")
    return document(data, file, MEDIA_TYPE, blocks, metadata=metadata, notices=tuple(notices))


def _open(pdfium: ModuleType, raw: ModuleType, data: bytes, file: str) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = raw.FPDF_GetLastError()
        if code == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            hint = "save it without one: qpdf --decrypt --password=… in.pdf out.pdf"
            raise InputError("this PDF needs a password", file=file, hint=hint) from None
        if code == raw.FPDF_ERR_SECURITY or "security" in str(error).lower():
            raise InputError("this PDF is encrypted in a way that cannot be read", file=file) from None
        raise InputError(
            f"not a PDF that can be read: {_broken(data)}", file=file, hint="fetch or export it again"
        ) from None


def _broken(data: bytes) -> str:
    """Name the part of a file that is missing or broken, as far as it shows from outside."""
    if b"%PDF-" not in data[:1024]:
        return "it does not begin with %PDF-"
    if b"%%EOF" not in data[-2048:]:
        return "its end is missing"
    if b"startxref" not in data[-2048:]:
        return "its end does not say where the cross-reference table is"
    return "its cross-reference table or the list of pages that it leads to is broken"


def _pages(raw: ModuleType, opened: Any, file: str, reading: Reading) -> list[Page]:
    count = len(opened)
    if count > reading.max_pages:
        raise InputError(f"{count:,} pages, more than the {reading.max_pages:,} that are read", file=file)
    started = process_time()
    pages = []
    for index in range(count):
        pages.append(_page(raw, opened.raw, index, file))
        if process_time() - started > MAX_SECONDS:
            raise InputError(f"reading it takes too long; page {index + 1} of {count} was reached", file=file)
        if reading.progress:
            reading.progress(index + 1, count)
    return pages


def _page(raw: ModuleType, opened: Any, index: int, file: str) -> Page:
    page = raw.FPDF_LoadPage(opened, index)
    if not page:
        raise InputError(f"page {index + 1} is broken", file=file, hint="fetch or export the file again")
    text = raw.FPDFText_LoadPage(page)
    try:
        if not text:
            raise InputError(f"the text of page {index + 1} is broken", file=file)
        frame = Frame.of(raw, page)
        quarter, found = words(raw, text, frame)
        width, height = frame.size(quarter)
        drawn = list(rules(raw, page, frame, quarter))
        pictured = raw.FPDFPage_CountObjects(page) > 0
        made, level, upright = lines(index + 1, found, drawn)
        made = with_links(made, links(raw, page, frame, quarter))
        return Page(index + 1, width, height, made, level, upright, pictured)
    finally:
        if text:
            raw.FPDFText_ClosePage(text)
        raw.FPDF_ClosePage(page)


def _metadata(opened: Any) -> dict[str, str]:
    names = {"Title": "title", "Author": "author"}
    found = {ours: " ".join(opened.get_metadata_value(theirs).split()) for theirs, ours in names.items()}
    return {name: value for name, value in found.items() if value and value.casefold() not in _UNNAMED}


def _blocks(pages: Sequence[Page], file: str) -> tuple[list[Block], list[str]]:
    plain = evened(without_furniture(without_bars(without_watermarks(without_links(pages)))))
    usual = typical_size(plain)
    texts: list[Column] = []
    notes: list[Note] = []
    for page, laid in zip(plain, columns(plain), strict=True):
        text, called = apart(laid, page.rules, page.height, usual)
        texts += text
        notes += called
    kept, contents = without_contents(texts)
    hyphens = Hyphens(line.text for lines in _all_lines(kept, notes) for line in lines)
    labels = Labels(line.text for column in kept for line in column.lines)
    by_number = {page.number: page for page in plain}
    blocks: list[Block] = []
    said = Tongues(kept)
    for stream, below in said.parted(notes):
        pieces = [piece for column in stream for piece in _parted(column, by_number[column.page], said.beside)]
        found = paragraphs(pieces, labels, said.of)
        made = without_edges(found, list(_made(found, hyphens, labels, file, usual, said)))
        blocks += _with_notes(made, [_note(note, hyphens, file) for note in _whole(below)])
    notices = [f"a table of contents on {_numbers(sorted(contents))} was left out"] if contents else []
    return blocks, [*notices, *([SEVERAL.format(said.count)] if said.count else [])]


def _parted(column: Column, page: Page, beside: frozenset[int]) -> Iterator[Column | Row]:
    """Part a column at its tables; rules that part languages part no cells."""
    rules, uprights = page.rules, page.uprights
    if page.number in beside:
        uprights = [each for each in uprights if column.left < each.left < column.right]
        rules = rules if uprights else []
    for part in parts(column, rules, uprights):
        yield part if isinstance(part, Row) else column._replace(lines=part)


def _all_lines(kept: Sequence[Column], notes: Sequence[Note]) -> Iterator[list[Line]]:
    yield from (column.lines for column in kept)
    yield from (note.lines for note in notes)


def _made(  # noqa: PLR0917 - what was found, and all that is known of the document
    found: Sequence[Paragraph | Row], hyphens: Hyphens, labels: Labels, file: str, usual: float, said: Tongues
) -> Iterator[Block]:
    text_of = [hyphens.joined([line.text for line in part.lines]) for part in found]
    texts = [part for part in found if isinstance(part, Paragraph)]
    plain = [text for part, text in zip(found, text_of, strict=True) if isinstance(part, Paragraph)]
    ranks = iter(levels(texts, plain, usual, labels))
    for part, text in zip(found, text_of, strict=True):
        tongue = said.of(part.lines[0])
        if isinstance(part, Row):
            cells = tuple(hyphens.joined(cell) for cell in part.cells)
            yield _block("row", " | ".join(cells), part.lines, file, cells=cells, tongue=tongue)
        else:
            level = next(ranks)
            kind = "heading" if level else "item" if marker(text) else "paragraph"
            yield _block(kind, text, part.lines, file, level=level, tongue=tongue)


def _whole(notes: Sequence[Note]) -> list[Note]:
    """Put what has no label to the note before it."""
    whole: list[Note] = []
    for note in notes:
        if note.label is None and whole:
            whole[-1].lines.extend(note.lines)
        else:
            whole.append(note)
    return whole


def _note(note: Note, hyphens: Hyphens, file: str) -> Block:
    text = hyphens.joined([line.text for line in note.lines if line.text])
    return _block("footnote", text, note.lines, file, label=note.label)


def _block(kind: Any, text: str, found: Sequence[Line], file: str, **more: Any) -> Block:
    first = found[0]
    notes = tuple(label for line in found for label in line.notes)
    place = Position(file, label=f"page {first.page}")
    return Block(kind, text, place, page=first.page, box=_box(found), notes=notes, **more)


def _box(found: Sequence[Line]) -> Box:
    """Give the rectangle around the lines that follow each other downwards from the first: its part in one column."""
    boxes = [found[0].box]
    for before, line in pairwise(found):
        if line.page != before.page or line.base < before.base:
            break
        boxes.append(line.box)
    left, top, right, bottom = zip(*boxes, strict=True)
    return Box(min(left), min(top), max(right), max(bottom))


def _with_notes(blocks: Sequence[Block], notes: Sequence[Block]) -> Iterator[Block]:
    """Put the footnotes behind the last block that begins on their page."""
    waiting = iter(notes)
    note = next(waiting, None)
    for block in blocks:
        while note and (note.page or 0) < (block.page or 0):
            yield note
            note = next(waiting, None)
        yield block
    while note:
        yield note
        note = next(waiting, None)


def _numbers(pages: Sequence[int]) -> str:
    """Name pages: "page 3", "pages 3 to 5 and 9"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1][1:] = [page]
        else:
            runs.append([page])
    named = [f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    text = ", ".join(named[:-1]) + " and " + named[-1] if len(named) > 1 else named[0]
    return ("pages " if len(pages) > 1 else "page ") + text
