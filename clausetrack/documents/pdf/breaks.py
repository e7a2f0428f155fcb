"""Where a paragraph begins: questions about two lines that follow each other, asked in turn until one has an answer.

Text is filled line by line, so room at the end of a line for the first word of the next one was not there to be
filled: the line is short, and ends a paragraph. Indentation, markers and labels begin one, but only where the text
before has come to an end; a line may start with "(a)" by chance. Over the end of a column or page there is no space
between the lines to go by.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from clausetrack.documents.pdf.margins import Margins
from clausetrack.documents.pdf.marks import is_blank, is_broken, is_ended, is_listing, is_lower, marker
from clausetrack.documents.pdf.page import Line, runs_left
from clausetrack.documents.pdf.setting import INDENT, ROOM, Setting, differ, is_marked, is_short

_HANGING: Final = 0.5
"""Sizes by which a line may stand beside the text behind a marker to which it is set."""

_APART: Final = 1.3
"""Times the usual distance between base lines that parts paragraphs."""

_BIT_APART: Final = 1.12
"""Times the usual distance that parts paragraphs where the text is ended too."""

_DENSEST: Final = 0.9
"""Sizes between base lines at least."""

_MUCH_ROOM: Final = 0.3
"""Share of the column that makes a line a short one although its text goes on."""

_FEW: Final = 2
"""Lines of a paragraph that do not show how far its lines go; capitals in a line that are initials."""

_TABBED: Final = 0.6
"""Sizes of the gap behind a marker that was set with a tab."""


class Joint(NamedTuple):
    """Two lines that follow each other: the last of ``lines``, which belong together, and ``line``.

    ``after`` is the line behind it in the same column. ``margins`` are those of the column of the lines, ``edges``
    those of the line's; they are another column's where ``over`` is set.
    """

    setting: Setting
    lines: list[Line]
    line: Line
    after: Line | None
    margins: Margins
    edges: Margins
    over: bool

    @property
    def before(self) -> Line:
        """Give the line before."""
        return self.lines[-1]

    @property
    def is_ended(self) -> bool:
        """Say whether the text before comes to an end."""
        return is_ended(self.before.text)

    @property
    def is_short(self) -> bool:
        """Say whether the first word would have fitted into the line before."""
        return is_short(self.before, self.line, self.margins)


Answer = bool | None


def begins(joint: Joint) -> bool:
    """Say whether the line begins a paragraph."""
    for question in _OVER if joint.over else _WITHIN:
        answer = question(joint)
        if answer is not None:
            return answer
    return False


def _by_space(joint: Joint) -> Answer:
    """Part at space above a line, and below one that is to be filled in by hand."""
    before, line = joint.before, joint.line
    distance = line.base - before.base
    if distance < -line.size or is_blank(before.text):
        return True
    usual = max(min(joint.setting.leading(before.size), _own_leading(joint)), _DENSEST * line.size)
    apart = distance > _APART * usual or (distance > _BIT_APART * usual and joint.is_ended)
    return True if apart else None


def _own_leading(joint: Joint) -> float:
    """Give the distance between the lines of the paragraph itself, or of the next one where there is but one line."""
    lines, line, after = joint.lines, joint.line, joint.after
    if len(lines) > 1 and lines[-2].page == lines[-1].page and lines[-1].base > lines[-2].base:
        return lines[-1].base - lines[-2].base
    if len(lines) == 1 and after and after.base > line.base and not differ(line, after) and not is_lower(line.text):
        return after.base - line.base
    return float("inf")


def _by_type(joint: Joint) -> Answer:
    """Part where the size of type changes."""
    return True if differ(joint.before, joint.line) else None


def _by_weight(joint: Joint) -> Answer:
    """Part where bold begins or ends and the text has ended; words within it may be bold too."""
    other = joint.line.bold != joint.before.bold
    return True if other and (joint.over or joint.is_short or joint.is_ended) else None


def _by_label_before(joint: Joint) -> Answer:
    """Part behind a label, which is alone on its line."""
    return True if len(joint.lines) == 1 and joint.setting.labels.has(joint.before.text) else None


def _by_capitals(joint: Joint) -> Answer:
    """Join capitals to capitals, and part them from other text."""
    before, line = joint.before.text, joint.line.text
    if not before.isupper() or joint.is_ended or marker(line):
        return None
    if line.isupper():
        return joint.setting.labels.has(line)
    return True if joint.is_short and len(before) > _FEW else None


def _by_middle(joint: Joint) -> Answer:
    """Join centred lines, and part them from what follows and is not centred."""
    before, line = joint.before, joint.line
    if not joint.margins.centres(before):
        return None
    if joint.edges.centres(line):
        return joint.setting.labels.has(line.text) or before.text.isupper() != line.text.isupper() or joint.is_ended
    if not joint.is_short or line.left >= before.left:
        return None
    return True if len(joint.lines) > 1 or (not is_lower(line.text) and _is_no_heading(joint)) else None


def _is_no_heading(joint: Joint) -> bool:
    """Say whether a line goes on no centred one above: it is not in the middle, or stands further below."""
    apart = joint.line.base - joint.before.base > _BIT_APART * joint.setting.leading(joint.line.size)
    return apart or not joint.edges.balances(joint.line)


def _by_middle_over(joint: Joint) -> Answer:
    """Part what is centred, since a heading does not go on over a page."""
    return True if joint.edges.centres(joint.line) or joint.margins.centres(joint.before) else None


def _by_broken_word(joint: Joint) -> Answer:
    """Join the halves of a broken word."""
    return False if is_broken(joint.before.text) else None


def _by_small_letter(joint: Joint) -> Answer:
    """Join what begins with a small letter to a text that has not ended."""
    return False if is_lower(joint.line.text) and not joint.is_ended else None


def _by_label(joint: Joint) -> Answer:
    """Part at a label where the text before has ended; else it is what the text refers to."""
    ended = joint.is_short or joint.is_ended
    return True if ended and joint.setting.labels.has(joint.line.text) else None


def _by_marker(joint: Joint) -> Answer:
    """Part at a marker where the text before has ended, or where a tab is behind it."""
    if not marker(joint.line.text):
        return None
    ended = joint.is_ended or is_listing(joint.before.text) or (joint.is_short and not joint.over)
    return True if ended or joint.line.gap > _TABBED else None


def _by_indentation(joint: Joint) -> Answer:
    """Part at a line that is set further in or out, unless it is set to the text behind a marker."""
    lines, line = joint.lines, joint.line
    shift = line.left - joint.before.left
    hangs = len(lines) == 1 and (shift < 0 or abs(line.left - joint.before.hang) < _HANGING * line.size)
    if abs(shift) <= INDENT * line.size or hangs or runs_left(line.text):
        return None
    return joint.is_ended or joint.is_short


def _by_room(joint: Joint) -> Answer:
    """Part behind a short line, if its text ends too or it is much shorter than the others."""
    if not joint.is_short:
        return False
    return joint.is_ended or (not is_lower(joint.line.text) and _is_much_shorter(joint))


def _is_much_shorter(joint: Joint) -> bool:
    before, line = joint.before, joint.line
    if joint.margins.full - before.right > _MUCH_ROOM * joint.margins.width:
        return True
    right = max(other.right for other in (*joint.lines[-4:], line))
    return len(joint.lines) > _FEW and right - before.right > line.first + ROOM * line.size


def _by_room_over(joint: Joint) -> Answer:
    """Part behind a short line, and behind a full one whose text ends, unless all paragraphs start with a mark.

    A list of which the last item ends in a semicolon has no mark behind it where the sentence goes on.
    """
    if joint.is_short:
        return True
    marked = is_marked(joint.line, joint.edges)
    if joint.is_ended:
        return marked or not joint.setting.is_marked or joint.before.text.endswith((";", ":"))
    inset = joint.line.left - joint.edges.left > joint.before.left - joint.margins.left + 1
    return marked and inset and len(joint.lines) > 1


_WITHIN: Final[tuple[Callable[[Joint], Answer], ...]] = (
    _by_space,
    _by_type,
    _by_label_before,
    _by_capitals,
    _by_middle,
    _by_broken_word,
    _by_weight,
    _by_label,
    _by_marker,
    _by_indentation,
    _by_room,
)

_OVER: Final[tuple[Callable[[Joint], Answer], ...]] = (
    _by_type,
    _by_label_before,
    _by_weight,
    _by_small_letter,
    _by_middle_over,
    _by_label,
    _by_marker,
    _by_broken_word,
    _by_room_over,
)
