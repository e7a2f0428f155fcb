"""Countries and bodies that a text names: by their names, by peoples, by capitals that stand for governments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import yaml

_FOLDER: Final = Path(__file__).parent / "places"


class Place(NamedTuple):
    """A country, body or party named in a text, from ``start`` to ``end`` (characters, the end exclusive)."""

    start: int
    end: int
    id: str


class Gazetteer:
    """Names and what they name: those of a language, and those of an agreement's own parties."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self._by_name = {name.casefold(): id for name, id in names.items() if not name.endswith("*")}
        self._stems = {name[:-1]: id for name, id in names.items() if name.endswith("*")}
        exact = _any(name for name in names if not name.endswith("*"))
        # The names of one country and its neighbour begin alike ("Niger", "Nigeria"): whole words only.
        self._pattern = re.compile(
            rf"(?<![\w])(?:(?P<exact>{exact})|(?P<stem>{_any(self._stems)})\w{{0,6}})(?![\w])"
            if self._stems
            else rf"(?<![\w])(?P<exact>{exact})(?![\w])"
        )

    def find(self, text: str) -> Iterator[Place]:
        """Yield what is named, in reading order; none overlaps another. Linear in the text."""
        for match in self._pattern.finditer(text):
            name = match["exact"]
            if name and not self._by_name[_plain(name)]:
                continue
            yield Place(*match.span(), self._by_name[_plain(name)] if name else self._stems[match["stem"].lower()])

    def ids(self, text: str) -> tuple[str, ...]:
        """Give who is named, each once, in reading order."""
        return tuple(dict.fromkeys(place.id for place in self.find(text)))

    def knows(self, word: str) -> bool:
        """Say whether a word, or words, are a name and nothing else."""
        return self._pattern.fullmatch(word) is not None

    def with_names(self, names: Mapping[str, str]) -> Gazetteer:
        """Give the gazetteer with more names, which win over those it has."""
        return Gazetteer({**self.names, **names})


@cache
def gazetteer(language: str) -> Gazetteer:
    """Give the names that a language has for countries and bodies."""
    table: dict[str, str] = yaml.load((_FOLDER / f"{language}.yaml").read_bytes(), yaml.CSafeLoader)
    return Gazetteer({name: id for id, row in table.items() for name in row.split("|")})


def _plain(name: str) -> str:
    return name.casefold().replace("’", "'")


def _any(names: Iterable[str]) -> str:
    """Give alternatives, the longest first. Names are matched as written or in capitals, stems in any case."""
    forms: dict[str, None] = {}
    for name in names:
        for form in (name, name.upper()) if name[:1].isupper() else (name, name.capitalize()):
            forms[form] = None
    longest = sorted((form for form in forms if form and form not in _SHOUTED), key=len, reverse=True)
    return "|".join(re.escape(form).replace("'", "['’]") for form in longest if form.rstrip("*")) or "(?!)"


_SHOUTED: Final = frozenset({"LIMA", "MALI", "NIGER", "CHAD", "JORDAN"})
"""Names whose capitals are as often something else: acronyms and persons in headlines."""
