"""Which clauses are wanted: conditions such as ``kind=dialogue``, ``force>=commit``, ``actor=JP`` or ``text~cyber``."""

from __future__ import annotations

import operator as operators
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple, TypeVar

from clausetrack.errors import UnknownNameError, nearest
from clausetrack.model.clause import KINDS, Clause
from clausetrack.model.scales import COMMITMENT_STATUS, CONFIDENCE, DIALOGUE_STATUS, FORCE, LEVEL, TERMINAL_STATUS
from clausetrack.survey.recurrence import days, duration

T = TypeVar("T")

_CONDITION: Final = re.compile(r"\s*([\w-]+)\s*([<>=!~:]+)\s*(.*)", re.DOTALL)
"""A field, an operator, and what it is held against; a word that starts like an operator is set off by a space."""

_ORDER: Final = frozenset({">=", "<=", ">", "<"})
_OPERATORS: Final = frozenset({"=", "!=", "~", *_ORDER})
_MEANT: Final = {"=>": ">=", "=<": "<=", "=!": "!=", "<>": "!=", "==": "=", ":": "=", ":=": "=", "=~": "~", "~=": "~"}
"""What operators of other languages, and slips, are called here."""

FIELDS: Final[dict[str, Callable[[Clause], Any]]] = {
    "id": lambda clause: clause.id,
    "kind": lambda clause: clause.kind,
    "number": lambda clause: clause.number,
    "heading": lambda clause: clause.heading,
    "text": lambda clause: clause.text,
    "path": lambda clause: clause.path,
    "actor": lambda clause: (*clause.actors, *clause.participants, *clause.speaker),
    "counterpart": lambda clause: clause.counterpart,
    "target": lambda clause: clause.targets,
    "domain": lambda clause: clause.domains,
    "topic": lambda clause: clause.topics,
    "force": lambda clause: clause.force,
    "polarity": lambda clause: clause.polarity,
    "status": lambda clause: clause.status,
    "stance": lambda clause: clause.stance,
    "level": lambda clause: clause.level,
    "track": lambda clause: clause.track,
    "every": lambda clause: clause.every,
    "deadline": lambda clause: clause.deadline,
    "confidence": lambda clause: clause.confidence,
    "source": lambda clause: tuple(evidence.source for evidence in clause.evidence),
}
_PLURALS: Final = {"actors": "actor", "domains": "domain", "targets": "target", "topics": "topic", "sources": "source"}
_SCALES: Final[dict[str, Sequence[str]]] = {
    "force": FORCE,
    "level": LEVEL,
    "confidence": CONFIDENCE,
    "status": tuple(dict.fromkeys((*COMMITMENT_STATUS, *DIALOGUE_STATUS))),
}

CLOSED: Final[dict[str, Sequence[str]]] = {
    "kind": KINDS,
    "force": FORCE,
    "polarity": ("do", "refrain"),
    "status": (*_SCALES["status"], *TERMINAL_STATUS),
    "stance": ("concern", "condemn", "welcome", "affirm", "claim", "assess"),
    "level": LEVEL,
    "track": ("political", "military", "technical"),
    "confidence": CONFIDENCE,
}
"""Fields of which the format knows all words: another word is a slip, and no clause would ever meet it."""


class _Form(NamedTuple):
    """How the words of a field are read, which are no vocabulary: by what they equal and are ordered."""

    read: Callable[[str], Any]
    order: Callable[[str], Any]
    hint: str


_FORMS: Final = {
    "deadline": _Form(days, str, "write a date: 2025, 2025-06 or 2025-06-18"),
    "every": _Form(duration, lambda text: duration(text).length, "write a duration: P1Y, P6M or P2W"),
}
"""Fields of dates and durations. Dates are ordered as they are written (ISO 8601), a year before its months."""

_TESTS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    ">=": operators.ge,
    "<=": operators.le,
    ">": operators.gt,
    "<": operators.lt,
}

Predicate = Callable[[Clause], bool]


def predicate(conditions: Iterable[str]) -> Predicate:
    """Give a test that a clause passes where it meets all conditions. UnknownNameError where one cannot be read."""
    return predicate_of(conditions, FIELDS)


def predicate_of(conditions: Iterable[str], fields: Mapping[str, Callable[[T], Any]]) -> Callable[[T], bool]:
    """Give the same test for what has these fields; each of them gives a text, texts, or None."""
    tests = [_test(condition, fields) for condition in conditions]
    return lambda entry: all(test(entry) for test in tests)


def is_about(condition: str, name: str) -> bool:
    """Say whether a condition is on a field, by the name of the field."""
    match = _CONDITION.fullmatch(condition)
    return match is not None and _PLURALS.get(match[1], match[1]) == name


def _test(condition: str, fields: Mapping[str, Callable[[T], Any]]) -> Callable[[T], bool]:
    name, operator, value = _parts(condition, fields)
    read = fields[name]
    if operator in _ORDER:
        return _compares(name, read, operator, value)
    if operator == "~":
        return _contains(name, read, value.casefold())
    words = [word.strip().casefold() for word in value.split(",") if word.strip()]
    if name in CLOSED:
        _check(name, words, CLOSED[name])
    return _equals(name, read, words, wanted=operator == "=")


def _parts(condition: str, fields: Mapping[str, Callable[[T], Any]]) -> tuple[str, str, str]:
    """Take a condition apart: the name of a field, the operator and the value."""
    match = _CONDITION.fullmatch(condition)
    if match is None:
        raise UnknownNameError(
            f"the condition '{condition}' cannot be read",
            hint="write kind=dialogue, force>=commit, actor=JP or text~cyber",
        )
    name, operator, value = match[1], match[2], match[3].strip()
    name = _PLURALS.get(name, name)
    if name not in fields:
        guess = nearest(name, fields)
        hint = f"did you mean '{guess}'?" if guess else "one of " + ", ".join(fields)
        raise UnknownNameError(f"clauses have no '{name}' to filter by", hint=hint)
    if operator not in _OPERATORS:
        meant = _MEANT.get(operator)
        hint = f"did you mean '{name}{meant}{value}'?" if meant else "one of =, !=, >=, <=, > and <, or ~ for a part"
        raise UnknownNameError(f"'{operator}' in the condition '{condition}' is no operator", hint=hint)
    if not value.strip(", "):
        raise UnknownNameError(f"the condition '{condition}' has no value", hint=f"write {name}{operator}VALUE")
    if operator in _ORDER and name in CLOSED and name not in _SCALES:
        raise UnknownNameError(f"a {name} is not more or less than another", hint="use = or !=")
    return name, operator, value


def _check(name: str, words: Iterable[str], known: Sequence[str]) -> None:
    """Refuse words that no clause can have in a field."""
    for word in words:
        if word not in known:
            guess = nearest(word, known)
            hint = f"did you mean '{guess}'?" if guess else "one of " + ", ".join(known)
            ranks = word in CLOSED.get(name, ())
            raise UnknownNameError(
                f"'{word}' has no rank as a {name}" if ranks else f"'{word}' is not a {name}", hint=hint
            )


def _contains(name: str, read: Callable[[T], Any], part: str) -> Callable[[T], bool]:
    """Look for a part of a text, as it stands: it is no pattern."""
    if not any(part in word for word in CLOSED.get(name, (part,))):
        _check(name, [part], CLOSED[name])
    return lambda entry: any(part in text.casefold() for text in _values(read(entry)))


def _equals(name: str, read: Callable[[T], Any], words: Sequence[str], *, wanted: bool) -> Callable[[T], bool]:
    form = _FORMS.get(name)
    if form is None:
        folded = frozenset(words)
        return lambda entry: any(text.casefold() in folded for text in _values(read(entry))) == wanted
    meant = [_read(name, word) for word in words]
    return lambda entry: any(_or_none(form.read, text) in meant for text in _values(read(entry))) == wanted


def _compares(name: str, read: Callable[[T], Any], operator: str, value: str) -> Callable[[T], bool]:
    """Compare on the field's scale where it has one, durations by their length, else as text."""
    order: Callable[[str], Any] = str
    if name in _SCALES:
        value, order = value.casefold(), _SCALES[name].index
        _check(name, [value], _SCALES[name])
    elif name in _FORMS:
        value, order = value.upper(), _FORMS[name].order
        _read(name, value)
    limit, test = order(value), _TESTS[operator]
    return lambda entry: any(
        rank is not None and test(rank, limit) for rank in (_or_none(order, text) for text in _values(read(entry)))
    )


def _read(name: str, word: str) -> Any:
    """Read a date or a duration. UnknownNameError where it is none."""
    try:
        return _FORMS[name].read(word.upper())
    except ValueError:
        raise UnknownNameError(f"'{word}' is no value of {name}", hint=_FORMS[name].hint) from None


def _or_none(read: Callable[[str], Any], text: str) -> Any:
    """Read what a clause has, None where it has no place in the order."""
    try:
        return read(text)
    except ValueError:
        return None


def _values(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
