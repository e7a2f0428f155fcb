"""One sentence with all that is known of its words, and what is being found out about a predicate of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from clausetrack.language.force.clauses import subordinate
from clausetrack.language.force.cues import Hit, Hits, is_adverb
from clausetrack.language.force.lexemes import Lexemes
from clausetrack.language.force.lexicon import Entry, Lexicon
from clausetrack.model.force import CueKind, Deontic
from clausetrack.model.scales import FORCE

BIND: Final = FORCE.index("bind")
COMMIT: Final = FORCE.index("commit")
DISCRETION: Final = FORCE.index("discretion")

HARD_STOPS: Final = frozenset(";:.?!")
REACH: Final = 40
"""Words looked at on either side of a verb for its subject, an aside or a verb at the end; few are longer."""

_LABEL: Final = 4
"""Letters or digits of a list marker at most: "viii"."""

LINK_KINDS: Final = frozenset({"modal", "catenative", "cap", "refrain", "constitutive", "description"})
"""Kinds of cues that may depend on a modal."""

_DEONTIC: Final[dict[str, Deontic]] = {
    "modals": "obligation",
    "rights": "right",
    "prohibitions": "prohibition",
    "waivers": "obligation",
    "grants": "permission",
    "pledges": "obligation",
    "duties": "obligation",
    "caps": "obligation",
    "constitutive": "constitutive",
    "definitions": "constitutive",
}
"""What a predicate of a section states, where that is more than a statement."""


def deontic_of(entry: Entry) -> Deontic:
    """Give what an entry states by itself, as a predicate."""
    return _DEONTIC.get(entry.section, "statement")


@dataclass(slots=True)
class Predicate:
    """One predicate: the words ``first`` up to ``last``, and the cues (``links``) that it rests on, in reading order.

    ``level`` is None where it carries no norm. ``complement_negated`` says that what is promised is not to act;
    ``waives`` that its negation frees rather than forbids ("need not"); ``performative`` that a norm may follow it
    ("agree that"). ``marks`` are single words that mattered: negations and "only".
    """

    first: int
    last: int
    level: int | None
    deontic: Deontic
    negated: bool = False
    complement_negated: bool = False
    waives: bool = False
    performative: bool = False
    links: list[Hit] = field(default_factory=list)
    marks: list[tuple[CueKind, int]] = field(default_factory=list)

    @property
    def permits(self) -> bool:
        """Say whether a modal of the predicate permits: "may", "shall be entitled to"."""
        return any(link.entry.kind == "modal" and link.entry.level == DISCRETION for link in self.links)

    def weaken(self, level: int | None) -> None:
        """Take the lower of two levels."""
        if level is not None and self.level is not None:
            self.level = min(self.level, level)

    def negate(self, place: int, *, complement: bool = False) -> None:
        """Note a negation: of the predicate, or of what depends on it ("undertake not to", "may choose not to")."""
        if complement:
            self.complement_negated = not self.complement_negated
        else:
            self.negated = not self.negated
        self.marks.append(("negation", place))


@dataclass(frozen=True, slots=True)
class View:
    """One sentence. ``inner[i]`` says that a finite verb at word ``i`` would belong to a subordinate clause."""

    text: Lexemes
    hits: Hits
    lexicon: Lexicon
    inner: list[bool]
    binding: bool
    reported: bool

    @classmethod
    def of(cls, text: Lexemes, hits: Hits, lexicon: Lexicon, *, binding: bool, reported: bool) -> View:
        """Find the main clauses of a sentence."""
        return cls(text, hits, lexicon, subordinate(text, hits, lexicon), binding, reported)

    def is_in(self, place: int, *classes: str) -> bool:
        """Say whether the word at a place belongs to a class of the grammar; False outside the sentence."""
        words = self.text.words
        return 0 <= place < len(words) and self.lexicon.is_in(words[place], *classes)

    def is_sign(self, place: int, sign: str) -> bool:
        """Say whether a sign stands at a place; False outside the sentence."""
        return 0 <= place < len(self.text.words) and self.text.words[place] == sign

    def is_adverb(self, place: int) -> bool:
        """Say whether the word at a place is an adverb, which may stand within a predicate."""
        return is_adverb(self.text.words[place], self.lexicon)

    def has_link(self, place: int) -> bool:
        """Say whether a cue that may depend on a modal begins at a place."""
        if place in self.hits.masked:
            return False
        return any(hit.entry.kind in LINK_KINDS for hit in self.hits.at.get(place, ()))

    def level(self, hit: Hit) -> int | None:
        """Give the level of a cue: "agree to" binds in a binding text only."""
        return COMMIT if hit.entry.section == "pledges" and not self.binding else hit.entry.level

    def label_end(self, place: int) -> int | None:
        """Give the place after the list marker that begins at a place ("(b)", "iv)"), None where none does."""
        first = place + self.is_sign(place, "(")
        if not self.is_sign(first + 1, ")") or len(self.text.words[first]) > _LABEL:
            return None
        before = self.text.words[place - 1] if place else ":"
        return first + 2 if first > place or not (before[0].isalnum() or before == "(") else None

    def starts_clause(self, place: int) -> bool:
        """Say whether a clause may begin at a place: after a sign or a conjunction."""
        if place == 0 or not self.text.words[place - 1][0].isalnum():
            return True
        return self.is_in(place - 1, "joiners", "negation_starters")

    def beyond_aside(self, place: int) -> int:
        """Give the place after the comma that ends an aside (", where appropriate,"), the next where none ends soon."""
        end = place
        for at in range(place + 1, min(len(self.text.words), place + REACH)):
            if self.text.words[at] in HARD_STOPS:
                break
            if self.text.words[at] == ",":
                end = at
                if not self._begins_aside(at + 1):
                    break
        return end + 1

    def _begins_aside(self, place: int) -> bool:
        """Say whether another aside follows at once: ", on a proposal of the board, acting together, …"."""
        while self.is_in(place, "adverbs"):
            place += 1
        if self.is_in(place, "prepositions", "subordinators"):
            return True
        return place < len(self.text.words) and self.lexicon.ends(self.text.words[place], "participle")
