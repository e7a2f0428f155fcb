"""Which clauses are wanted: conditions such as ``kind=dialogue``, ``force>=commit``, ``actor=JP`` or ``text~cyber``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

from clausetrack.errors import UnknownNameError, nearest
from clausetrack.model.clause import KINDS, Clause
from clausetrack.model.scales import COMMITMENT_STATUS, CONFIDENCE, DIALOGUE_STATUS, FORCE, LEVEL, TERMINAL_STATUS

T = TypeVar("T")

_CONDITION: Final = re.compile(r"\s*([\w-]+)\s*(>=|<=|!=|=|>|<|~)\s*(.*)", re.DOTALL)

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
    match = _CONDITION.fullmatch(condition)
    if match is None:
        raise UnknownNameError(
            f"the condition '{condition}' cannot be read",
            hint="write kind=dialogue, force>=commit, actor=JP or text~cyber",
        )
    name, operator, value = match.groups()
    name = _PLURALS.get(name, name)
    if name not in fields:
        guess = nearest(name, fields)
        hint = f"did you mean '{guess}'?" if guess else "one of " + ", ".join(fields)
        raise UnknownNameError(f"clauses have no '{name}' to filter by", hint=hint)
    read = fields[name]
    if operator in {"=", "!="}:
        words = [word.strip().casefold() for word in value.split(",")]
        if name in CLOSED:
            _check(name, filter(None, words), CLOSED[name])
        return _equals(read, words, wanted=operator == "=")
    if operator == "~":
        return lambda entry: any(value.casefold() in text.casefold() for text in _values(read(entry)))
    return _compares(name, read, operator, value)


def _check(name: str, words: Iterable[str], known: Sequence[str]) -> None:
    """Refuse words that no clause can have in a field."""
    for word in words:
        if word not in known:
            guess = nearest(word, known)
            hint = f"did you mean '{guess}'?" if guess else "one of " + ", ".join(known)
            raise UnknownNameError(f"'{word}' is not a {name}", hint=hint)


def _equals(read: Callable[[T], Any], words: Sequence[str], *, wanted: bool) -> Callable[[T], bool]:
    folded = frozenset(words)
    return lambda entry: any(text.casefold() in folded for text in _values(read(entry))) == wanted


def _compares(name: str, read: Callable[[T], Any], operator: str, value: str) -> Callable[[T], bool]:
    """Compare on the field's scale where it has one, else as text, which orders ISO 8601 dates."""
    scale = _SCALES.get(name)
    if scale is not None:
        _check(name, [value], scale)
    order: Callable[[str], Any] = scale.index if scale is not None else str
    limit = order(value)
    tests: dict[str, Callable[[Any], bool]] = {
        ">=": lambda given: given >= limit,
        "<=": lambda given: given <= limit,
        ">": lambda given: given > limit,
        "<": lambda given: given < limit,
    }
    known = frozenset(scale or ())
    return lambda entry: any(
        tests[operator](order(text)) for text in _values(read(entry)) if scale is None or text in known
    )


def _values(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
