"""Reads RTF token by token: groups, what they are for, and what holds for the words in them."""

from __future__ import annotations

from collections.abc import Callable
from locale import windows_locale
from typing import ClassVar, Final, Literal, NamedTuple

from clausetrack.documents.office import Entry
from clausetrack.documents.reading import MAX_DEPTH
from clausetrack.documents.rtf.fonts import Fonts
from clausetrack.documents.rtf.format import CHANGES, PLAIN, Format
from clausetrack.documents.rtf.notes import Notes
from clausetrack.documents.rtf.story import Story
from clausetrack.documents.rtf.styles import Styles
from clausetrack.documents.rtf.tokens import Token, Tokens
from clausetrack.documents.rtf.words import ESCAPED, READ_STARRED, SIGNS, SKIPPED
from clausetrack.errors import InputError

_GONE: Final = {"accepted": frozenset({"deleted", "mvf"}), "rejected": frozenset({"revised", "mvt"})}
_PAGES: Final = {"mac": 10000, "pc": 437, "pca": 850}
"""Code pages that have words of their own, by their numbers."""


class _Group(NamedTuple):
    """What holds in a group: the format, what takes its words and its text, and what is to be done when it closes."""

    format: Format
    define: Callable[[str, int | None], None] | None
    take: Callable[[str], None]
    close: Callable[[], None] | None


class Reader:
    """Reads a file. ``notes`` and ``metadata`` are what was found beside the text.

    ``side`` is that of tracked changes. InputError where groups nest too deeply, or the file ends inside of them.
    """

    def __init__(self, side: Literal["accepted", "rejected"], file: str) -> None:
        self.notes = Notes()
        self.metadata: dict[str, str] = {}
        self._file = file
        self._gone = _GONE[side]
        self._fonts = Fonts()
        self._styles = Styles()
        self._story = Story(self._styles)
        self._stories: list[Story] = []
        self._groups: list[_Group] = []
        self._format = PLAIN
        self._define: Callable[[str, int | None], None] | None = None
        self._take: Callable[[str], None] = self._add
        self._close: Callable[[], None] | None = None
        self._bytes = bytearray()
        self._skips = 0
        self._is_starred = self._is_upr = self._is_endnote = False
        self._instruction = ""

    def read(self, text: str) -> list[Entry]:
        """Give the paragraphs and rows of a file, in which every character is a byte."""
        self._tokens = Tokens(text)
        for token in self._tokens:
            if token.kind == "text":
                self._read_text(token.value)
            elif token.kind == "hex":
                self._read_byte(int(token.value, 16))
            else:
                self._flush()
                if token.kind == "word":
                    self._read_word(token)
                elif token.kind == "sign":
                    self._read_sign(token.value)
                elif token.value == "{":
                    self._open()
                elif len(self._groups) == 1:
                    return self._story.end(self._format)
                else:
                    self._end_group()
        raise InputError("the file ends inside of a group: it is cut off", file=self._file, hint="get the file again")

    def _read_text(self, text: str) -> None:
        skipped = min(self._skips, len(text))
        self._skips -= skipped
        self._bytes += text[skipped:].encode("latin-1")

    def _read_byte(self, byte: int) -> None:
        if self._skips:
            self._skips -= 1
        else:
            self._bytes.append(byte)

    def _flush(self) -> None:
        """Decode the bytes that have come: a character may be made of several, in text and in hexadecimal."""
        if self._bytes:
            self._take(self._fonts.decode(bytes(self._bytes), self._format.font))
            self._bytes.clear()

    def _add(self, text: str) -> None:
        self._story.add(text, self._format)

    def _open(self) -> None:
        self._skips = 0
        if len(self._groups) == MAX_DEPTH:
            raise InputError(f"more than {MAX_DEPTH} groups in one another", file=self._file)
        self._groups.append(_Group(self._format, self._define, self._take, self._close))
        self._close = None
        if self._is_upr:
            # The same follows in Unicode.
            self._is_upr = False
            self._tokens.skip_group()

    def _end_group(self) -> None:
        self._skips = 0
        self._is_starred = False
        if self._close is not None:
            self._close()
        self._format, self._define, self._take, self._close = self._groups.pop()

    def _read_sign(self, sign: str) -> None:
        if sign == "*":
            self._is_starred = True
        elif self._skips:
            self._skips -= 1
        elif sign in ESCAPED:
            self._take(ESCAPED[sign])
        elif sign in "\r\n":
            self._end_paragraph()

    def _read_word(self, token: Token) -> None:
        word, number = token.value, token.number
        if self._is_starred and word not in READ_STARRED and self._define is None:
            self._tokens.skip_group()
        elif self._skips:
            # What stands in for a character may be a word as well.
            self._skips -= 1
        elif word in SKIPPED:
            self._tokens.skip_group()
        elif self._define is not None:
            self._define(word, number)
        elif word in SIGNS:
            self._take(SIGNS[word])
        elif word in self._gone:
            self._format = self._format._replace(gone=number != 0)
        elif change := CHANGES.get(word):
            self._format = change(self._format, self._fonts.default if word == "plain" else number)
        elif read := self._WORDS.get(word):
            read(self, word, number)
        elif word.startswith(("ftnn", "aftnn")):
            self.notes.set_format(word)
        self._is_starred = False

    def _collect(self, done: Callable[[str], None]) -> None:
        """Take the text of this group apart, for what is done when it closes."""
        collected: list[str] = []
        self._take = collected.append
        self._close = lambda: done("".join(collected))

    def _end_paragraph(self) -> None:
        if self._take == self._add:
            self._story.end_paragraph(self._format)

    def _read_break(self, word: str, number: int | None) -> None:
        del number
        if word == "cell":
            self._story.end_cell(self._format)
        elif word == "row":
            self._story.end_row()
        else:
            self._end_paragraph()

    def _read_unicode(self, word: str, number: int | None) -> None:
        del word
        self._take(self._fonts.character((number or 0) & 0xFFFF, self._format.font))
        self._skips = self._format.skips

    def _read_table(self, word: str, number: int | None) -> None:
        del number
        table = self._fonts if word == "fonttbl" else self._styles
        self._define, self._take = table.word, table.name

    def _set_page(self, word: str, number: int | None) -> None:
        self._fonts.set_page(_PAGES.get(word, number or 0))

    def _set_default(self, word: str, number: int | None) -> None:
        del word
        self._fonts.default = -1 if number is None else number

    def _set_language(self, word: str, number: int | None) -> None:
        del word
        if number in windows_locale:
            self.metadata.setdefault("language", windows_locale[number].replace("_", "-"))

    def _read_label(self, word: str, number: int | None) -> None:
        del word, number
        if not (self._format.gone or self._format.hidden):
            self._collect(self._story.set_label)

    def _read_instruction(self, word: str, number: int | None) -> None:
        del word, number

        def done(text: str) -> None:
            self._instruction = text

        self._collect(done)

    def _read_result(self, word: str, number: int | None) -> None:
        del word, number
        words = self._instruction.split(maxsplit=1)
        if words and words[0].upper() in {"TOC", "TOA"}:
            self._tokens.skip_group()

    def _read_metadata(self, word: str, number: int | None) -> None:
        del number

        def done(text: str) -> None:
            if text.strip():
                self.metadata[word] = " ".join(text.split())

        self._collect(done)

    def _begin_note(self, word: str, number: int | None) -> None:
        del word, number
        if self._format.gone or self._format.hidden:
            self._tokens.skip_group()
            return
        self._is_endnote = False
        self._begin_story(self._end_note)

    def _begin_box(self, word: str, number: int | None) -> None:
        del word, number
        self._begin_story(self._end_box)

    def _begin_story(self, close: Callable[[], None]) -> None:
        self._stories.append(self._story)
        self._story = Story(self._styles)
        self._take, self._close = self._add, close

    def _end_box(self) -> None:
        box, self._story = self._story, self._stories.pop()
        self._story.put_after(box.end(self._format))

    def _end_note(self) -> None:
        note, self._story = self._story, self._stories.pop()
        self.notes.end(note, note.end(self._format), self._story, is_endnote=self._is_endnote)

    def _note(self, word: str, number: int | None) -> None:
        """Note what the next tokens depend on."""
        del number
        if word == "chftn":
            self._story.is_numbered = True
        elif word == "ftnalt":
            self._is_endnote = True
        else:
            self._is_upr = True

    _WORDS: ClassVar[dict[str, Callable[[Reader, str, int | None], None]]] = {
        **dict.fromkeys(("par", "sect", "cell", "nestcell", "row"), _read_break),
        **dict.fromkeys(("fonttbl", "stylesheet"), _read_table),
        **dict.fromkeys(("listtext", "pntext"), _read_label),
        **dict.fromkeys(("ansicpg", *_PAGES), _set_page),
        **dict.fromkeys(("title", "author"), _read_metadata),
        **dict.fromkeys(("chftn", "ftnalt", "upr"), _note),
        "u": _read_unicode,
        "deff": _set_default,
        "deflang": _set_language,
        "fldinst": _read_instruction,
        "fldrslt": _read_result,
        "footnote": _begin_note,
        "shptxt": _begin_box,
    }
