"""Which verbs of a sentence belong to its main clauses, told by counting.

A subordinator ("if", "which", "that") opens a clause that wants one finite verb; the next finite verb is taken to be
it, unless the clause ends before. A finite verb that no open clause wants belongs to a main clause. That needs no
parser and no list of all verbs of a language, only its function words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from clausetrack.language.force.cues import Hits, is_adverb
from clausetrack.language.force.lexemes import Lexemes
from clausetrack.language.force.lexicon import Lexicon

_HARD_STOPS: Final = frozenset(";:.?!")
_SIGNS: Final = _HARD_STOPS | frozenset("(),")

_REACH: Final = 40
"""Words looked back over for how a clause began; a subject that long has a comma."""


@dataclass(slots=True)
class _Walk:
    """The clauses that are open at a word: how many verbs they want, and whether a comma now only opens an aside.

    ``brackets`` are those open, each with the verbs wanted when it opened: what is begun inside ends there.
    """

    wanted: int = 0
    opened: int = -1
    aside: bool = False
    brackets: list[int] = field(default_factory=list)
    inner: list[bool] = field(default_factory=list)

    def open(self, place: int) -> None:
        self.wanted += 1
        self.opened = place

    def close(self) -> None:
        self.wanted, self.aside = 0, False


def subordinate(text: Lexemes, hits: Hits, lexicon: Lexicon) -> list[bool]:
    """Say of every word whether a finite verb there would be a subordinate clause's (or stands in brackets)."""
    walk = _Walk()
    words = text.words
    openers, pronouns = lexicon.openers, lexicon.classes.get("contact_pronouns", frozenset())
    for place, word in enumerate(words):
        walk.inner.append(walk.wanted > 0 or bool(walk.brackets))
        if word in _SIGNS:
            _sign(walk, words, place)
        elif word in openers:
            if place not in hits.masked and place not in hits.opened and _opens(text, place, lexicon, hits):
                walk.open(place)
        elif walk.wanted and place not in hits.masked and _is_finite(text, place, lexicon, hits):
            walk.wanted -= 1
        elif word in pronouns and _is_contact(text, place, lexicon, hits):
            walk.open(walk.opened)
    return walk.inner


def _sign(walk: _Walk, words: list[str], place: int) -> None:
    sign = words[place]
    if sign in _HARD_STOPS:
        walk.close()
        walk.brackets.clear()
    elif sign == "(" and place and not _is_label(words, place):
        walk.brackets.append(walk.wanted)
    elif sign == ")" and walk.brackets:
        walk.wanted = walk.brackets.pop()
    elif sign == "," and not walk.brackets:
        if place == walk.opened + 1 and walk.wanted:
            walk.aside = True
        elif walk.aside:
            walk.aside = False
        else:
            walk.close()


def _is_label(words: list[str], place: int) -> bool:
    """Say whether brackets hold a list marker only: "(a)", "(iv)", "(2)"."""
    return place + 2 < len(words) and words[place + 2] == ")" and len(words[place + 1]) <= 3  # noqa: PLR2004


def _opens(text: Lexemes, place: int, lexicon: Lexicon, hits: Hits) -> bool:
    """Say whether a subordinator opens a clause whose verb is still to come."""
    words, after = text.words, place + 1
    while after < len(words) and is_adverb(words[after], lexicon):
        after += 1
    if after >= len(words):
        return False
    if lexicon.is_in(words[after], "auxiliaries") or _is_modal(after, hits):
        return True
    if lexicon.is_in(words[place], "comparators"):
        return lexicon.is_in(words[after], "pronouns")
    if _is_demonstrative(text, place, lexicon) or lexicon.is_in(words[after], "ellipses"):
        return False
    return _wants_verb(text, place, after, lexicon, hits)


def _wants_verb(text: Lexemes, place: int, after: int, lexicon: Lexicon, hits: Hits) -> bool:
    """Say whether the verb of a clause that is no ellipsis will be recognised: it may follow at once, or be none."""
    words = text.words
    if lexicon.is_in(words[after], "pronouns") and not lexicon.verb_final:
        return _opens_with_pronoun(words, after, lexicon, hits)
    if lexicon.is_in(words[place], "relatives"):
        return _wants_subject(text, place, after, lexicon, hits)
    return not lexicon.ends(words[after], "participle")


def _wants_subject(text: Lexemes, place: int, after: int, lexicon: Lexicon, hits: Hits) -> bool:
    """Say whether a relative clause has a subject of its own, so that its verb does not follow at once."""
    words, following = text.words, text.words[after]
    if lexicon.verb_final or following == "," or lexicon.is_in(following, "adverbials"):
        return True
    if place and lexicon.is_in(words[place - 1], "prepositions"):
        return not lexicon.is_in(following, "infinitive")
    if lexicon.is_in(following, "determiners", "pronouns") or text.is_capitalised(after):
        return True
    # "which airline will operate", but "which operates will …"
    return _is_finite(text, after + 1, lexicon, hits) and not lexicon.ends(following, "inflected")


def _opens_with_pronoun(words: list[str], pronoun: int, lexicon: Lexicon, hits: Hits) -> bool:
    """Say whether the verb after a pronoun will be recognised; a full verb is not, and the clause then wants none."""
    at = pronoun + 1
    while at < len(words) and is_adverb(words[at], lexicon):
        at += 1
    return at < len(words) and (lexicon.is_in(words[at], "auxiliaries") or _is_predicate(at, hits))


def _is_contact(text: Lexemes, place: int, lexicon: Lexicon, hits: Hits) -> bool:
    """Say whether a pronoun begins a relative clause without "that": "the books you may borrow"."""
    words = text.words
    if place == 0 or text.is_capitalised(place) or not words[place - 1][0].isalpha():
        return False
    if words[place - 1] in lexicon.openers or lexicon.is_in(words[place - 1], "joiners", "prepositions", "adverbs"):
        return False
    return not _is_fronted(words, place, lexicon) and _opens_with_pronoun(words, place, lexicon, hits)


def _is_fronted(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Say whether the clause began with an adverbial and no comma has ended it yet: "As a member you may"."""
    at = place - 1
    while at >= max(0, place - _REACH) and words[at] not in _HARD_STOPS and words[at] != ",":
        at -= 1
    return lexicon.is_in(words[at + 1], "prepositions", "subordinators", "comparators")


def _is_demonstrative(text: Lexemes, place: int, lexicon: Lexicon) -> bool:
    """Say whether "that" points ("in that State") rather than subordinates."""
    if not lexicon.is_in(text.words[place], "demonstratives"):
        return False
    if place + 1 < len(text.words) and lexicon.is_in(text.words[place + 1], "determiners", "pronouns"):
        return False
    return place == 0 or lexicon.is_in(text.words[place - 1], "prepositions", "subordinators", "relatives", "joiners")


def _is_modal(place: int, hits: Hits) -> bool:
    return place not in hits.masked and any(hit.entry.kind == "modal" for hit in hits.at.get(place, ()))


def _is_predicate(place: int, hits: Hits) -> bool:
    return place not in hits.masked and any(
        hit.entry.kind in {"modal", "catenative", "stance"} for hit in hits.at.get(place, ())
    )


def _is_finite(text: Lexemes, place: int, lexicon: Lexicon, hits: Hits) -> bool:
    if place >= len(text.words):
        return False
    word = text.words[place]
    if lexicon.is_in(word, "auxiliaries"):
        return place == 0 or not _is_modal(place - 1, hits)
    if place and lexicon.is_in(text.words[place - 1], "pronouns") and _is_predicate(place, hits):
        return True
    return _is_modal(place, hits) or _looks_finite(text, place, lexicon)


def _looks_finite(text: Lexemes, place: int, lexicon: Lexicon) -> bool:
    """Guess a full verb by its ending and its neighbours: "the case requires a decision", not "the States may"."""
    words = text.words
    if not lexicon.ends(words[place], "finite") or lexicon.ends(words[place], "not_finite") or place + 1 >= len(words):
        return False
    before, after = words[place - 1], words[place + 1]
    return (
        not text.is_capitalised(place)
        and lexicon.is_in(after, "determiners", "subordinators", "demonstratives", "adverbs")
        and not lexicon.is_in(before, "determiners", "prepositions")
        and not lexicon.ends(before, "adjective")
    )
