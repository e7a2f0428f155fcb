"""What a statement does, and whom it is about."""

from __future__ import annotations

from functools import cache

from clausetrack.clauseset.vocabulary import spoken_names
from clausetrack.draft.phrases import Phrases, primary
from clausetrack.draft.signs import Signs


def stance(signs: Signs) -> str | None:
    """Give what a statement does, by the first words that say it; concern and condemnation win over the rest."""
    told = [each.tells for each in signs.find("stances")]
    sharp = [each for each in told if each in {"condemn", "concern"}]
    return next(iter(sharp or told), None)


def targets(signs: Signs, others: tuple[str, ...]) -> tuple[str, ...]:
    """Give the countries and bodies that a statement names, without ``others``, those that make it.

    Names are known in English only; in other languages there are none.
    """
    if primary(signs.context.language) != "en":
        return ()
    named = [each for each in _names().find(signs.words) if signs.text[each.start].isupper()]
    return tuple(dict.fromkeys(each.tells for each in named if each.tells not in others))


@cache
def _names() -> Phrases:
    printed = {code: "|".join(names).replace("-", " ").replace("'", " ") for code, names in spoken_names().items()}
    return Phrases(printed, spaced=True)
