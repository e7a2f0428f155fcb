"""Where the sentences of a text begin and end, in many languages, by rule.

Evidence points at sentences by their digests, so the rules are few, fixed and local: a line break ends a sentence, and
so does a full stop, question mark or exclamation mark before a space, unless what stands around it says otherwise: an
abbreviation, initials, an ordinal, a list marker, a small letter behind it. Semicolons and colons never end one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausetrack.model.span import Span

_LINE: Final = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CLOSERS: Final = r"[\"'”’»)\]）」』】〕]"
# Marks of scripts that do not put a space behind them stand first; those of the others need one, or the line's end.
_CANDIDATE: Final = re.compile(
    rf"(?:[。！？｡]+{_CLOSERS}*|[.!?…؟۔।॥]+{_CLOSERS}*(?=\s|\Z)|(?<=[^\W\d_])\.{_CLOSERS}*[0-9]{{1,3}}(?=\s+[A-Z]|\Z))"
)
# A quotation goes on in the sentence around it where one of these particles follows its end.
_JAPANESE_PARTICLES: Final = frozenset("とのをにはがでもへやか")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Never the end of a sentence.
_NEVER: Final = _listed(
    """
    e.g i.e cf mr mrs ms dr prof hon messrs st vs viz approx incl excl resp ref supra infra ibid op
    z.b d.h u.a bzw ggf vgl sog gem evtl inkl zzgl i.s.d i.v.m bspw mio mrd
    p.ex c.-à-d mme mlle mgr env
    p.ej sr sra srta d dña ud uds aprox
    bijv d.w.z o.a m.b.t t.a.v dhr mevr mw ca resp jo
    """
)
# Not the end where a number, a letter or a small word follows.
_BEFORE_NUMBERS: Final = _listed(
    """
    no nos art arts artt para paras par sec secs sect ch chap p pp vol fig figs cl cls reg regs sch app ann ex
    nr nrs abs lit ziff bl rn rdnr al litt párr núm núms nº n° cap tít blz lid pag
    jan feb mar apr jun jul aug sep sept oct nov dec okt dez
    """
)
# The end only where a word follows that begins sentences: they stand inside names as often.
_NAMES: Final = _listed(
    """
    etc inc ltd co corp llc plc gmbh ag cie bros jr sr al usw enz ff seq bv nv
    """
)
_STARTERS: Final = _listed(
    """
    the this these those that if in it its we you he she they each any all no where when such a an for by on at as to
    with however nothing upon unless except subject without our your their there after before during until once
    le la les l un une des ce cette ces il elle ils elles si lorsque en dans pour tout toute chaque nul
    el los las una lo esta este si cuando en para todo toda cada
    der die das ein eine dieser diese dieses wenn falls bei im für jede jeder er sie es
    de het een dit deze die dat als indien wanneer bij voor elke iedere wij u hij zij
    """
)
# A German ordinal in front of one of these is no end: "am 3. Oktober", "der 2. Absatz".
_AFTER_ORDINALS: Final = _listed(
    """
    januar jänner februar märz april mai juni juli august september oktober november dezember
    absatz satz abschnitt kapitel teil tag jahrhundert halbsatz alternative
    """
)
_MARKER: Final = re.compile(r"[(\[]?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[A-Za-z]|[ivxlIVXL]{1,6})[)\].]*")
_MARKER_BEHIND: Final = re.compile(r"\s+\((?:[a-z]|[ivx]{1,5})\)\s")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_NUMBERING: Final = re.compile(r"[A-Za-z]|[IVXLC]+")
# Longer than any abbreviation or list marker; looking back no farther keeps a text of one endless word linear.
_REACH: Final = 40
_SMALL_NUMBER: Final = re.compile(r"[0-9]{1,2}")
_WORD: Final = re.compile(r"[^\w]*([^\W_]*)")


def sentences(text: str) -> tuple[Span, ...]:
    """Give the sentences in reading order, without the white space around them; together they hold all else.

    Closing quotes and brackets, and a note's number, go with the full stop before them. Linear in the text.
    """
    found: list[Span] = []
    for line in _LINE.finditer(text):
        start = line.start()
        for end in (*_ends(text, *line.span()), line.end()):
            words = text[start:end]
            if stripped := words.strip():
                begin = start + len(words) - len(words.lstrip())
                found.append(Span(begin, begin + len(stripped)))
            start = end
    return tuple(found)


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for mark in _CANDIDATE.finditer(text, start, end):
        if _is_end(text, start, mark, end):
            yield mark.end()
            start = mark.end()


def _is_end(text: str, start: int, mark: re.Match[str], line_end: int) -> bool:
    signs = mark[0]
    follower = _WORD.match(text, mark.end(), min(line_end, mark.end() + _REACH))
    following = follower[1] if follower else ""
    if signs[0] in "。！？｡":
        return signs[-1] in "。！？｡" or text[mark.end() : mark.end() + 1] not in _JAPANESE_PARTICLES
    if following[:1].islower() and not _MARKER_BEHIND.match(text, mark.end(), line_end):
        return False
    if signs[0] != "." or signs.startswith(".."):
        return True
    before = text[max(start, mark.start() - _REACH) : mark.start()].replace("\u200b", " ").split()
    word = re.split(r"['’-]", before[-1])[-1].lstrip('([{"“‘«„') if before else ""
    first = len(before) <= 1 and mark.start() - start <= _REACH
    if (first or (len(before) > 1 and before[-2][-1] in ";:")) and _MARKER.fullmatch(word):
        return False
    return _may_end(word, following)


def _may_end(word: str, following: str) -> bool:
    """Say whether a full stop behind ``word`` is one, rather than part of an abbreviation, initials or an ordinal."""
    lower = word.lower()
    if lower in _NEVER:
        return False
    if lower in _BEFORE_NUMBERS:
        return bool(following) and not (following[0].isdigit() or _NUMBERING.fullmatch(following))
    if lower in _NAMES or _INITIALS.fullmatch(word):
        return following.lower() in _STARTERS
    return not (_SMALL_NUMBER.fullmatch(word) and following.lower() in _AFTER_ORDINALS)
