"""The letters of a block of a Word document, each with the place in the XML where it is written, and edits of them.

Edits go into the runs that are there: a run is cut where an edit begins or ends, and its parts keep its look. What
others have tracked before stays: their deletions are not among the letters, and what is deleted of their insertions
is a deletion inside of these, as Word has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any, Final, NamedTuple

from clausetrack.documents.docx.names import MC, W, is_on
from clausetrack.documents.docx.places import Placed
from clausetrack.report.docx.elements import Maker
from clausetrack.report.docx.flow import Op

_RUN: Final = f"{W}r"
_TEXT: Final = f"{W}t"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS: Final = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_PASSED_OVER: Final = frozenset(
    (
        *(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "rt", "drawing", "pict", "object", "instrText")),
        f"{MC}Fallback",
    )
)
"""What holds no letters of the accepted side, or none of this paragraph."""

_WRAPPED_BY_OTHERS: Final = frozenset((f"{W}ins", f"{W}moveTo"))


class _Letter(NamedTuple):
    """A letter as it is stored: its run, the element in it, its place in the text of that element, -1 for a sign."""

    run: Any
    element: Any
    at: int
    sign: str


class Letters:
    """The letters of one block; ``is_known`` says whether each letter of its text was found in the XML."""

    def __init__(self, placed: Placed) -> None:
        self.paragraphs = placed.paragraphs
        self.text = placed.block.text
        self._letters: list[_Letter] = []
        self._spans: list[range] = [range(0)] * len(self.text)
        units = [[p] for p in placed.paragraphs] if placed.block.kind == "row" else [list(placed.paragraphs)]
        position = 0
        self.is_known = True
        for unit in units:
            position = self._take(unit, position)
        self._fates: dict[int, Op] = {}
        self._insertions: dict[tuple[bool, int], list[tuple[Op, str]]] = defaultdict(list)

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be changed."""
        return bool(self._fates or self._insertions)

    @property
    def keeps_words(self) -> bool:
        """Whether letters or digits stay, or new words come."""
        kept = (at for at, span in enumerate(self._spans) if not any(letter in self._fates for letter in span))
        return bool(self._insertions) or any(self.text[at].isalnum() for at in kept)

    @property
    def fate(self) -> Op:
        """What becomes of a block as a whole: it moves where all that goes from it moves, else it is deleted."""
        return "from" if set(self._fates.values()) == {"from"} else "delete"

    def mark(self, start: int, end: int, op: Op) -> None:
        """Delete letters of the text, or move them from here."""
        for span in self._spans[start:end]:
            self._fates.update(dict.fromkeys(span, op))

    def insert(self, at: int, op: Op, text: str, within: tuple[int, int] | None = None) -> bool:
        """Insert words before a letter of the text. False where no letter beside that place is known.

        ``within`` are the characters of the cell that the words are to stand in.
        """
        start, end = within or (0, len(self._spans))
        before = next((span[-1] for span in reversed(self._spans[start:at]) if span), None)
        after = next((span[0] for span in self._spans[at:end] if span), None)
        if before is None and after is None:
            return False
        self._insertions[(True, before) if before is not None else (False, after or 0)].append((op, text))
        return True

    def apply(self, maker: Maker) -> None:
        """Make the edits."""
        touched = {
            id(self._letters[at].run): self._letters[at].run
            for at in (*self._fates, *(at for _, at in self._insertions))
        }
        numbers = {(id(letter.element), letter.at): at for at, letter in enumerate(self._letters)}
        for run in touched.values():
            self._rewrite(run, numbers, maker)

    def _take(self, paragraphs: Sequence[Any], position: int) -> int:
        """Find the letters of paragraphs in the text, from a position on; give where they end."""
        first = len(self._letters)
        for paragraph in paragraphs:
            self._letters.extend(_letters(paragraph))
        stored = "".join(letter.sign for letter in self._letters[first:])
        # White space of any length is one space, or none: letters are matched, and what is between them follows.
        at = position
        for number, sign in enumerate(stored, first):
            if sign.isspace():
                continue
            found = self.text.find(sign, at)
            if found < 0 or self.text[at:found].strip(" |" if at == position else " "):
                self.is_known = False
                return at
            self._spans[found] = range(number, number + 1)
            at = found + 1
        self._give_spaces(position, at)
        return at

    def _give_spaces(self, start: int, end: int) -> None:
        """Give a space of the text all white space that is stored between the letters around it."""
        for at in range(start + 1, end - 1):
            if self.text[at] == " " and self._spans[at - 1] and self._spans[at + 1]:
                self._spans[at] = range(self._spans[at - 1][-1] + 1, self._spans[at + 1][0])

    def _rewrite(self, run: Any, numbers: dict[tuple[int, int], int], maker: Maker) -> None:
        """Put in the place of a run its parts, each with what becomes of it, and what is inserted between them."""
        look = run.find(f"{W}rPr")
        parts: list[tuple[Op, list[Any], bool]] = []
        for op, element, is_new in self._parts(run, numbers, maker):
            if parts and parts[-1][0] == op and parts[-1][2] == is_new:
                parts[-1][1].append(element)
            else:
                parts.append((op, [element], is_new))
        for op, elements, is_new in parts:
            made = maker.run(elements, look, deleted=op == "delete")
            wrapped = maker.wrapped(op, made)
            run.addprevious(wrapped)
            if is_new:
                _lift(wrapped, maker)
        run.getparent().remove(run)

    def _parts(self, run: Any, numbers: dict[tuple[int, int], int], maker: Maker) -> Iterator[tuple[Op, Any, bool]]:
        """Yield what a run holds, cut at edits, and what comes between: its fate, the element, whether it is new."""
        fate: Op = "equal"
        for child in list(run):
            if child.tag == f"{W}rPr":
                continue
            if child.tag != _TEXT:
                number = numbers.get((id(child), -1))
                fate = self._fates.get(number, "equal") if number is not None else "equal"
                yield from self._inserted(number, False, maker)
                yield fate, deepcopy(child), False
                yield from self._inserted(number, True, maker)
                continue
            held = ""
            for at, sign in enumerate(child.text or ""):
                number = numbers.get((id(child), at))
                if number is None:
                    continue
                now = self._fates.get(number, "equal")
                new = [*self._inserted(number, False, maker)]
                if held and (now != fate or new):
                    yield fate, maker.text(held), False
                    held = ""
                yield from new
                fate, held = now, held + sign
                behind = [*self._inserted(number, True, maker)]
                if behind:
                    yield fate, maker.text(held), False
                    held = ""
                    yield from behind
            if held:
                yield fate, maker.text(held), False

    def _inserted(self, number: int | None, behind: bool, maker: Maker) -> Iterator[tuple[Op, Any, bool]]:  # noqa: FBT001 - the side of a letter
        if number is not None:
            for op, text in self._insertions.get((behind, number), ()):
                yield from ((op, element, True) for element in maker.texts(text))


def _letters(paragraph: Any) -> Iterator[_Letter]:
    """Yield the letters of a paragraph that are seen, in their order."""
    stack = [iter(paragraph)]
    run: Any = None
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag in _PASSED_OVER:
            continue
        elif child.tag == _TEXT:
            text = child.text or ""
            spaced = text if child.get(_SPACE) == "preserve" else text.strip()
            start = text.find(spaced)
            yield from (_Letter(run, child, at, sign) for at, sign in enumerate(spaced, start))
        elif child.tag in _SIGNS:
            yield _Letter(run, child, -1, _SIGNS[child.tag])
        else:
            if child.tag == _RUN:
                run = child
                vanish = child.find(f"{W}rPr/{W}vanish")
                if vanish is not None and is_on(vanish):
                    continue
            stack.append(iter(child))


def _lift(inserted: Any, maker: Maker) -> None:
    """Take an insertion out of one that somebody else made before, which is cut in two around it."""
    around = inserted.getparent()
    while around is not None and around.tag in _WRAPPED_BY_OTHERS:
        rest = around.makeelement(around.tag, dict(around.attrib))
        rest.set(f"{W}id", maker.number())
        rest.extend(list(inserted.itersiblings()))
        around.addnext(inserted)
        if len(rest):
            inserted.addnext(rest)
        if not len(around):
            around.getparent().remove(around)
        around = inserted.getparent()
