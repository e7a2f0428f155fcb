"""Which encoding of Latin letters a text is in: the one in which its accented letters are those of its language.

The encodings of Windows and of ISO 8859 set different letters in the same places, but hardly a language has the letters
that come out where another's are read wrongly: "ã" and "õ" are Portuguese, "ă" and "ő" together are nobody's. Where
two languages fit, as they may in a short text, their frequent words decide; those are in ASCII, and thus read the same
in every encoding.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

_WESTERN: Final = ("cp1252", "iso8859_15")
_CENTRAL: Final = ("cp1250", "iso8859_2")


class _Language(NamedTuple):
    letters: str
    words: frozenset[str]
    encodings: tuple[str, ...] = _WESTERN


def _language(letters: str, words: str, encodings: tuple[str, ...] = _WESTERN) -> _Language:
    return _Language(letters, frozenset(words.split()), encodings)


_LANGUAGES: Final = {
    "en": _language("éèêëïôöçñàâæ", "the of and to in is that for be shall by or this with"),
    "fr": _language("àâæçéèêëîïôœùûü", "de la le les des et du que dans pour"),
    "de": _language("äöüßé", "der die und den von zu das mit ist nicht"),
    "es": _language("áéíóúñüªº", "de la el los las que en del por para"),
    "pt": _language("áâãàçéêíóôõúüªº", "de que do da os dos das para com uma"),
    "it": _language("àèéìíîòóùú", "di che il la del della per un le non"),
    "nl": _language("áéèëêïíóöüúàç", "de van het een en in dat voor met is"),
    "sv": _language("åäöéà", "och att det som en av den till med om"),
    "da": _language("æøåéèòóâêô", "og at det som en af til den med er"),
    "fi": _language("äöåšžé", "ja on ei se tai ovat joka kun"),
    "is": _language("áðéíóúýþæö", "og sem er til um ekki eru"),
    "ca": _language("àçèéíïòóúü·", "de la el que els les per amb del en"),
    "ga": _language("áéíóú", "an na agus ar le ag don"),
    "et": _language("äöõüšž", "ja on ei et see kui ning", (*_WESTERN, "cp1257")),
    "pl": _language("ąćęłńóśźż", "w i na z do nie to jest przez oraz", _CENTRAL),
    "cs": _language("áčďéěíňóřšťúůýž", "a v se na je k s do pro nebo", _CENTRAL),
    "sk": _language("áäčďéíľňóôšťúýž", "a v sa na je s do alebo pre", _CENTRAL),
    "hu": _language("áéíóöőúüű", "a az hogy nem egy is ha meg", _CENTRAL),
    "hr": _language("čćđšž", "i u je na se za da su ili", _CENTRAL),
    "sl": _language("čšžćđ", "in na je za ne v ali ki se", _CENTRAL),
    "ro": _language("ăâîşţ", "de la cu pe nu din este care sau", _CENTRAL),
    "sq": _language("çë", "dhe me nuk se nga ose", _CENTRAL),
    "tr": _language("çğıöşüâîû\u0307", "ve bir bu ile olan veya", ("cp1254",)),
    "lt": _language("ąčęėįšųūž", "ir yra su kad bei arba", ("cp1257",)),
    "lv": _language("āčēģīķļņšūž", "un ir no ar par uz vai", ("cp1257",)),
}
"""Languages with their letters beyond ASCII, frequent words in ASCII, and the encodings that they are written in. The
rare ŕ and ĺ of Slovak are left out: in other encodings they are à and å, which are words."""

_BESIDE: Final = re.compile(r"(?<=[^\W\d_])[^\x00-\x7f]|[^\x00-\x7f](?=[^\W\d_])")
"""Characters beyond ASCII that stand beside a letter."""

_MARKS: Final = frozenset("\u2018\u2019\u201c\u201d\xab\xbb\u2013\u2014\u2026\u201a\u201e\u2039\u203a\xa0\xad\xbf\xa1")
_AFTER: Final = re.compile(
    r"(?<=[^\W\d_])[\u201a\u201e](?=[^\W\d_]|\s)|(?<=[^\W\d_])\u2026(?=[^\W\d_])|(?<=\d)[^\W\d_a-zA-Z\xaa\xba]"
)
"""Low quotes behind a letter and dots inside a word, which are letters of MS-DOS; letters behind a digit, which are
fractions of Windows."""

_LONE: Final = re.compile(r"(?<![^\W\d_])[^\W\d_a-zA-Z\xaa\xba](?![^\W\d_])")
_WORDS_OF_ONE: Final = frozenset("àáâäåæèéêìíòóôöøùúýāį")
"""Letters that are a word by themselves in some language; another one that stands alone is a sign in truth, as ©."""

_MISREAD: Final = "\ufffd"
"""Counts what `_AFTER` and `_LONE` find: a character that is no language's letter."""

_WORD: Final = re.compile(r"\b[a-z]{1,8}\b")

_STRANGE: Final = 0.03
"""Share of those characters that a language may not have: names, and words of other languages."""

_CLEAR: Final = 1.5
"""How many times as many of a language's frequent words there must be as of one that the text reads differently in."""

_ACCENTED: Final = 0.5
"""Share of all letters beyond ASCII above which a text is not in Latin letters; Vietnamese has a third."""


class _Fit(NamedTuple):
    """How well a language fits: its frequent words, and the letters that are not its own."""

    words: int
    strange: int
    encoding: str


def latin(sample: bytes) -> tuple[str, ...]:
    """Tell in which encoding of Latin letters bytes are: none, one for sure, or several that read differently."""
    words = Counter(_WORD.findall(sample.decode("ascii", "replace").lower()))
    fits = sorted(_fits(sample, words), key=lambda fit: (-fit.words, fit.strange))
    if not fits:
        return ()
    best = fits[0]
    read = sample.decode(best.encoding)
    near = (fit for fit in fits[1:] if fit.words * _CLEAR >= best.words and fit.strange <= best.strange)
    rivals = dict.fromkeys(fit.encoding for fit in near)
    return (best.encoding, *(encoding for encoding in rivals if sample.decode(encoding) != read))


def _fits(sample: bytes, words: Counter[str]) -> Iterator[_Fit]:
    """Yield each encoding in which some language has nearly all of the letters."""
    for encoding in dict.fromkeys(encoding for language in _LANGUAGES.values() for encoding in language.encodings):
        found = _accented(sample, encoding)
        if found is None:
            continue
        for language in _LANGUAGES.values():
            strange = found.total() - sum(found[letter] for letter in language.letters)
            if encoding in language.encodings and strange <= _STRANGE * found.total():
                yield _Fit(sum(words[word] for word in language.words), strange, encoding)


def _accented(sample: bytes, encoding: str) -> Counter[str] | None:
    """Count the characters that are accented letters or stand for them; None where the bytes are no Latin text."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return None
    # The last character, since the small form of the Turkish İ is an i and a dot of its own.
    found = Counter(char.lower()[-1] for char in _BESIDE.findall(text) if char not in _MARKS)
    found[_MISREAD] += len(_AFTER.findall(text)) + sum(
        char not in _WORDS_OF_ONE for char in _LONE.findall(text.lower())
    )
    letters = sum(map(str.isalpha, text))
    is_odd = found.total() > _ACCENTED * letters or any("\x80" <= char < "\xa0" for char in set(text))
    return None if is_odd else found
