"""The agreement's own data, as far as its text gives them: title, parties, dates, place, languages, revision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from clausetrack.draft.ids import slug
from clausetrack.draft.instrument import Guess, names_instrument
from clausetrack.draft.passage import Passage
from clausetrack.draft.signatories import ABOUT, signatories
from clausetrack.language.quantities import quantities
from clausetrack.model.clauseset import Actor, Agreement, Revision
from clausetrack.model.document import Document
from clausetrack.model.source import Source

_ID_WORDS: Final = 5
_FEW_PARTIES: Final = 3
_SHORT_DIGEST: Final = 12
"""Hexadecimal digits of a revision that has no date, as git abbreviates."""

_FULL_DATE: Final = 10
"""Characters of a date in ISO 8601 with its day."""

_DATED: Final = re.compile(
    r"last (?:updated|modified|revised)|effective|updated|version|dated?|as of|mise? à jour|en vigueur|actualizad[oa]|"
    r"última|stand|gültig ab|laatst|ingangsdatum|最終更新|改定|更新日",
    re.IGNORECASE,
)
_IN_FORCE: Final = re.compile(
    r"(?:enters?|entered|enter|come|comes|came) into (?:force|effect) on (?:the )?|entre en vigueur le |"
    r"entrará? en vigor el (?:día )?|tritt am |treedt in werking op ",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(r"(?:if|provided|unless|should|si|wenn|falls|indien)\b", re.IGNORECASE)
_PLACE: Final = re.compile(
    r"(?i:done|signed|executed|fait|signé|hecho|firmado|geschehen|unterzeichnet|gedaan|ondertekend)\s+"
    r"(?i:at|in|à|en|a|zu|te)\s+"
    r"(?P<place>[^\W\d_a-z][\w'’.-]*(?:[ -](?:of |de |la |le |the )?[^\W\d_a-z][\w'’.-]*){0,4})"
)
_LANGUAGES: Final = {
    "ar": "arabic|arabe|árabe|arabisch", "bg": "bulgarian|bulgare|bulgarisch", "cs": "czech|tchèque|tschechisch",
    "da": "danish|danois|dänisch", "de": "german|allemand|alemán|deutsch|duits", "el": "greek|grec|griechisch",
    "en": "english|anglais|inglés|englisch|engels", "es": "spanish|espagnol|español|spanisch|spaans",
    "et": "estonian", "fi": "finnish|finnois|finnisch", "fr": "french|français|francés|französisch|frans",
    "ga": "irish", "hr": "croatian|croate", "hu": "hungarian|hongrois|ungarisch",
    "it": "italian|italien|italiano|italienisch",
    "ja": "japanese|japonais|japonés|japanisch", "ko": "korean|coréen|koreanisch", "lt": "lithuanian", "lv": "latvian",
    "mt": "maltese", "nl": "dutch|néerlandais|neerlandés|niederländisch|nederlands", "no": "norwegian|norvégien",
    "pl": "polish|polonais|polnisch", "pt": "portuguese|portugais|portugués|portugiesisch", "ro": "romanian|roumain",
    "ru": "russian|russe|ruso|russisch", "sk": "slovak", "sl": "slovenian|slovene", "sv": "swedish|suédois|schwedisch",
    "tr": "turkish|turc|türkisch", "uk": "ukrainian|ukrainien", "zh": "chinese|chinois|chino|chinesisch",
}  # fmt: skip
"""Names of languages in agreements; "Polish" and its like count in capitals only, and beside the word for language."""

_TEXTS: Final = re.compile(
    r"\b(?:languages?|authentic|texts?|langues?|textes?|foi|idiomas?|textos?|sprachen?|wortlaut|talen|taal|teksten)\b",
    re.IGNORECASE,
)


_JOINING: Final = (
    r"of|on|and|for|in|to|the|with|between|relating|concerning|regarding|under|de|du|des|le|la|les|"
    r"et|sur|relatif|entre|del|y|"
    r"sobre|der|die|das|des|und|über|zur|zum|zwischen|van|het|en|inzake|tussen"
)
_OPEN_END: Final = re.compile(rf"(?:\b(?:{_JOINING})|[-–—,])\Z", re.IGNORECASE)
_GOES_ON: Final = re.compile(rf"(?:{_JOINING})\b(?!\s[0-9])", re.IGNORECASE)


_OF_PROGRAM: Final = re.compile(
    r"^(?:Microsoft (?:Word|PowerPoint|Excel)|PowerPoint|untitled|document|dokument|scan|print|layout|template)\b"
    r".{0,12}\Z"
    r"|^Microsoft \w+ - |\.(?:docx?|dotx?|odt|rtf|pdf|indd|qxd|wpd|html?|tmp|txt|pages|xml|p65|fm|tex|dvi|ai)\Z"
    r"|^[^\s]*[/\\]|^about:blank",
    re.IGNORECASE,
)
"""Titles that programs give: their own name, the name of a file, its path."""

_JOINED: Final = re.compile("[-'’.,:;()\"“”«»]")
_SHORTEST_WORD: Final = 3
_FEWEST_WORDS: Final = 2
"""Words of a title at least, without numbers: "XXI-10 CTC" and "draft_v3" have none, "Privacy Policy" has two."""

_NUMBERED: Final = re.compile(r"\A[A-Z]{0,4}/?[0-9]+/[0-9]+\.\s+(?=[^\W\d_])")
"""The number of a resolution before the title of what it adopts: "48/263."."""


class Facts(NamedTuple):
    """What a document says of itself: the agreement, its revision and source, actors to declare, names of parties."""

    agreement: Agreement
    revision: Revision
    source: Source
    actors: tuple[Actor, ...]
    definitions: dict[str, str]


def facts(  # noqa: PLR0917 - all that is known so far
    document: Document,
    title: str,
    front: Sequence[str],
    passages: Sequence[Passage],
    guess: Guess,
    language: str | None,
    ids: tuple[str | None, str | None] = (None, None),
) -> Facts:
    """Give an agreement's own data.

    ``front`` are the lines of the title; ``ids`` those of agreement and revision where they are given.
    """
    closing = next((passage.text for passage in reversed(passages) if passage.role == "signature"), "")
    parties, actors, names = signatories(title, passages[0].text if passages else "", language)
    dates = dict(_dates(closing, passages, language))
    as_of = _as_of(document, front, passages, language) or dates.get("signed")
    agreement = Agreement(
        id=ids[0] or _id(title, parties, actors) or f"agreement-{document.sha256[:_SHORT_DIGEST]}",
        title=title,
        instrument=guess.instrument,
        legal_status=guess.legal_status,
        parties=parties,
        dates=dates,
        note=f"Drafted from the text: {guess.instrument}, for {guess.reason}.",
        extra=_extra(closing, passages),
    )
    revision = Revision(
        id=ids[1] or as_of or document.sha256[:_SHORT_DIGEST],
        as_of=as_of,
        basis="primary-text",
        completeness="complete",
        language=language,
    )
    return Facts(agreement, revision, _source(document, title, language), actors, names)


def _id(title: str, parties: Sequence[str], actors: Sequence[Actor]) -> str:
    """Give an id: the codes of two parties or three and the subject that the title names, else words of the title."""
    subject = "".join(ABOUT.split(title, maxsplit=1)[1:])
    if len(parties) > _FEW_PARTIES or not parties or actors or not subject:
        return slug(title, _ID_WORDS)
    return "-".join((*(party.lower() for party in parties), slug(subject, _ID_WORDS - len(parties)))).strip("-")


def _source(document: Document, title: str, language: str | None) -> Source:
    known = document.metadata
    url = known.get("url")
    published = known.get("published")
    return Source(
        id="document",
        title=named if (named := known.get("title")) and names_something(named) else title,
        publisher=known.get("publisher"),
        author=known.get("author"),
        url=url if url and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^ \t\r\n]+", url) else None,
        published=published if published and _is_date(published) else None,
        language=language,
        media_type=document.media_type,
        sha256=document.sha256,
    )


def _is_date(text: str) -> bool:
    return re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", text) is not None


def _as_of(document: Document, front: Sequence[str], passages: Sequence[Passage], language: str | None) -> str | None:
    """Give the day that the text has on its head, else the one that the file has."""
    first = passages[0].text.split("\n")[:3] if passages else []
    for line in [*front, *first]:
        found = _DATED.search(line)
        if found and (date := _date(line[found.end() :][:80], language)):
            return date
    published = document.metadata.get("published", "")
    return published if _is_date(published) else None


def _date(text: str, language: str | None) -> str | None:
    """Give the first date of a text that has a year."""
    dates = (quantity.value for quantity in quantities(text, language or "en") if quantity.kind == "date")
    return next((value for value in dates if value[0] != "-"), None)


def _dates(closing: str, passages: Sequence[Passage], language: str | None) -> Iterator[tuple[str, str]]:
    signed = _date(closing, language)
    if signed:
        yield "signed", signed
    for passage in passages:
        for match in _IN_FORCE.finditer(passage.text):
            sentence = passage.text[: match.start()].rsplit(". ", 1)[-1].rsplit("\n", 1)[-1]
            date = _date(passage.text[match.start() : match.end() + 40], language)
            if date and len(date) == _FULL_DATE and not _CONDITION.search(sentence):
                yield "in_force", date
                return


def _extra(closing: str, passages: Sequence[Passage]) -> dict[str, object]:
    """Give what the format has no key for: where the agreement was signed, and the languages of its texts."""
    found: dict[str, object] = {}
    place = _PLACE.search(closing)
    if place:
        name = place["place"].rstrip(" .,")
        found["x-place"] = name.title() if name.isupper() else name
    texts = [closing, *(passage.text for passage in passages[-6:] if passage.role == "provision")]
    languages = next(filter(None, map(_languages, texts)), ())
    if languages:
        found["x-languages"] = list(languages)
    return found


@cache
def _language(names: str) -> re.Pattern[str]:
    forms = "|".join(form for name in names.split("|") for form in (name, name.capitalize()))
    return re.compile(rf"\b(?:{forms})(?:e|n|er|en|a|s)?\b")


def _languages(text: str) -> tuple[str, ...]:
    """Give the languages that a text names as those of the agreement, in their order."""
    if not _TEXTS.search(text):
        return ()
    places = {}
    for code, names in _LANGUAGES.items():
        match = _language(names).search(text)
        if match:
            places[code] = match.start()
    return tuple(sorted(places, key=places.__getitem__))


def find_title(front: Sequence[str], document: Document) -> str:
    """Give the title: the lines of the front that name an instrument, else its first line, the file's title or name.

    The first line is one with words; what the file has for a title is taken where it is no name of a file or a number.
    """
    for at, line in enumerate(front):
        if names_instrument(line) and _is_words(line):
            return _NUMBERED.sub("", _whole(front, at))
    stem = document.file.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    named = document.metadata.get("title", "")
    first = next(filter(_is_words, front), "")
    return (first or (named if names_something(named) else "") or stem).strip() or "Untitled"


def names_something(title: str) -> bool:
    """Say whether what a file has for its title is one, rather than its name, a number or what a program put there."""
    if _OF_PROGRAM.search(title) or not _is_words(title):
        return False
    wide = sum(character >= "\u3040" for character in title)
    words = sum(len(word) >= _SHORTEST_WORD and _JOINED.sub("", word).isalpha() for word in title.split())
    return wide >= _FEWEST_WORDS or words >= _FEWEST_WORDS


def _is_words(line: str) -> bool:
    """Say whether most of a line are letters: not what a font without a table of its characters leaves."""
    signs = [character for character in line if not character.isspace()]
    return 2 * sum(map(str.isalpha, signs)) > len(signs)


def _whole(front: Sequence[str], at: int) -> str:
    """Give a title with the lines behind that it goes on in: a small word joins them, at an end or a start."""
    last = at
    while last + 1 < len(front) and (_OPEN_END.search(front[last]) or _GOES_ON.match(front[last + 1])):
        last += 1
    return " ".join(" ".join(front[at : last + 1]).split())
