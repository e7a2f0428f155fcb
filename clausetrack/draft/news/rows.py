"""Verbs in a row: "will map deposits, speed up permits and train guides" is three predicates with one subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausetrack.draft.news.grammar import Grammar

_FORMS: Final = {"list": "third", "act": "third", "control": "third", "gerund": "gerund"}
"""In which form the verbs of a row stand, by what began it; behind a modal, as in the dictionary."""


_GERUND: Final = re.compile(r"\w+ing\s")
_BARE: Final = re.compile(r"(?:be able to |to |also )?\w+")
"""A verb without an object goes with the next one: "live and work"."""


def rows(rest: str, kind: str, rules: Grammar) -> Iterator[tuple[bool, str]]:
    """Yield the verb phrases of a row, with whether the phrase begins with the verb of its own: "A, upgrades B"."""
    if rules.known.language != "en":
        pieces = [piece for piece in rules.split.split(rest) if piece.strip()]
        yield from ((place > 0, piece.strip()) for place, piece in enumerate(pieces))
        return
    form = "gerund" if _GERUND.match(rest) else _FORMS.get(kind, "base")
    start, own = 0, False
    for match in rules.rows[form].finditer(rest):
        before = rest[start : match.start()].strip(" ,;")
        if not before or _BARE.fullmatch(before) or not _is_verb(match, rest, rules, row=own):
            continue
        yield own, before
        start, own = match.start("verb"), True
    yield own, rest[start:].strip(" ,;")


def _is_verb(match: re.Match[str], rest: str, rules: Grammar, *, row: bool) -> bool:
    """Say whether a word that may be a noun is a verb here: it has an object or a particle behind it, no "of".

    ``row`` says that the row has two verbs already, so that a third is likelier than a noun.
    """
    verb = match["verb"].lower()
    if "to " in match["lead"]:
        return True
    following = rest[match.end() :].lstrip()
    if not following or following[0] in ",;.":
        return False
    if verb not in rules.nounlike:
        bare = re.fullmatch(rules.base, verb, re.IGNORECASE) or re.fullmatch(rules.gerunds, verb, re.IGNORECASE)
        return not (re.match(r"(?:of|and|or)\s", following) if bare else _is_plain(following, rules))
    if row and not _is_plain(following, rules):
        return True
    return re.match(rf"{rules.known.source('after_verbs')}\s|\d|\w+s of\s", following, re.IGNORECASE) is not None


def _is_plain(following: str, rules: Grammar) -> bool:
    """Say whether a small word follows that a verb with an object does not have behind it."""
    return re.match(rf"{rules.known.source('plain')}(?![\w])", following, re.IGNORECASE) is not None
