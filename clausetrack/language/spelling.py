"""British and American spellings of English words, folded to one, which is the British where there is a choice.

Rules for what is regular, a table for what is not. A folded spelling serves comparison; it is not always one that a
dictionary has ("licenced").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

_OUR: Final = (
    "arb|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|misdemean|neighb|od|parl|ranc|rum|savi|"
    "splend|succ|tum|val|vap|vig"
)
# Not -ous, -ary, -ation, -ific and -ist: before these both spell "or" (laborious, honorary, coloration).
_OUR_ENDINGS: Final = "s|ed|er|ers|ing|ings|able|ably|al|ally|ite|ites|less|ful|fully|hood|hoods|ly|y|ies"
_DOUBLED: Final = (
    "cancel|channel|counsel|dial|enamel|equal|fuel|funnel|initial|label|level|libel|marshal|model|panel|parcel|pencil|"
    "quarrel|refuel|rival|shovel|signal|spiral|total|travel|tunnel|unravel"
)

_RULES: Final = (
    # size, prize, seize, capsize, maize and assize are spelt with z everywhere
    (r"(?!(?:re|over|under|mid|down|out)?siz|priz|seiz|capsiz|maiz|assiz)(.{2,}i)z(e|es|ed|er|ers|ing|able)", r"\1s\2"),
    (r"(.{2,}i)z(ations?|ational)", r"\1s\2"),
    (r"(.+y)z(e|es|ed|er|ers|ing)", r"\1s\2"),
    (rf"((?:dis|mis|un|re)?(?:{_OUR})o)(r(?:{_OUR_ENDINGS})?)", r"\1u\2"),
    (r"(de|of|preten)fense(s|less)?", r"\1fence\2"),
    (r"pretense(s)?", r"pretence\1"),
    (r"((?:sub|re)?licen)s(e|es|ed|ing)", r"\1c\2"),
    (r"(practi)s(e|es|ed|ing)", r"\1c\2"),
    (r"((?:epi)?cent|theat|fib|lit|(?:kilo|centi|milli)?met|calib|lust|somb|spect|sab|meag)er(s?)", r"\1re\2"),
    (r"(cent)er(ed|ing)", r"\1r\2"),
    (rf"({_DOUBLED})(ed|ing|er|ers|or|ors)", r"\1l\2"),
    (r"(cancel)(ation|ations)", r"\1l\2"),
    (r"(fulfil|instil|distil|enrol|enthral|appal)l(s|ment|ments)?", r"\1\2"),
    (r"(instal|wil|skil)l(ments?|ful|fully)", r"\1\2"),
    (r"((?:dia|cata|ana|mono|pro|epi)log)(s?)", r"\1ue\2"),
    (r"(program)(s?)", r"\1me\2"),
    (r"(acknowledg|judg|abridg|lodg)(ments?)", r"\1e\2"),
    # "re-" only before a vowel: to re-sign a treaty is not to resign
    (r"(co|pre|non|multi|sub|inter|anti|semi)-(.{3,})", r"\1\2"),
    (r"(re)-([aeiou].{2,})", r"\1\2"),
)

_WORDS: Final = {
    "aging": "ageing",
    "aluminum": "aluminium",
    "amongst": "among",
    "archeological": "archaeological",
    "archeology": "archaeology",
    "artifact": "artefact",
    "artifacts": "artefacts",
    "cataloged": "catalogued",
    "cataloging": "cataloguing",
    "e-mail": "email",
    "e-mails": "emails",
    "gray": "grey",
    "jewelry": "jewellery",
    "maneuver": "manoeuvre",
    "maneuvers": "manoeuvres",
    "mold": "mould",
    "off-line": "offline",
    "on-line": "online",
    "pediatric": "paediatric",
    "sulfur": "sulphur",
    "toward": "towards",
    "web-site": "website",
    "web-sites": "websites",
    "well-being": "wellbeing",
    "whilst": "while",
    "world-wide": "worldwide",
}


@lru_cache(maxsize=8192)
def folded_spelling(word: str) -> str:
    """Give the folded spelling of one word, in the case of the word; other words come back as they are."""
    lower = word.lower()
    folded = _folded(lower)
    if folded == lower:
        return word
    if word.isupper():
        return folded.upper()
    return folded[0].upper() + folded[1:] if word[0].isupper() else folded


def _folded(lower: str) -> str:
    if lower in _WORDS:
        return _WORDS[lower]
    for pattern, replacement in _rules():
        match = pattern.fullmatch(lower)
        if match:
            lower = match.expand(replacement)
    return lower


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in _RULES)
