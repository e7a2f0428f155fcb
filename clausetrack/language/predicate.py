"""The predicates of a sentence: what each says must, may or will be done, as the weakest of its links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from clausetrack.language.clauses import subordinate
from clausetrack.language.cues import Hit, Hits
from clausetrack.language.lexemes import Lexemes
from clausetrack.language.lexicon import Lexicon
from clausetrack.model.force import Deontic
from clausetrack.model.scales import FORCE

BIND: Final = FORCE.index("bind")
COMMIT: Final = FORCE.index("commit")
DISCRETION: Final = FORCE.index("discretion")
STANCE: Final = FORCE.index("stance")

_LINKS: Final = 6
"""Verbs of one chain at most ("may decide to try to continue to …"); real ones have three."""

_INSERTION: Final = 14
"""Words that may stand between a modal and its verb without commas ("shall in the first place endeavour")."""

_HARD_STOPS: Final = frozenset(";:.?!")
_SUBJECT: Final = 40
"""Words looked back over for the subject of a modal ("No Party which … shall")."""

_FINITE_SECTIONS: Final = frozenset(
    {"catenatives", "pledges", "performatives", "stances", "requests", "grants", "definitions", "duties", "accounts"}
)
_DEONTIC: Final[dict[str, Deontic]] = {"grants": "permission", "pledges": "obligation", "duties": "obligation"}
"""What a finite verb of a section states, where that is more than a statement."""

_NEVER_BEFORE_A_FINITE_VERB: Final = (
    "determiners",
    "prepositions",
    "auxiliaries",
    "comparators",
    "infinitive",
    "relatives",
    "subordinators",
)
_FACTS: Final = frozenset({"definitions", "accounts"})
"""Sections of finite verbs that state and never promise."""

_LINK_KINDS: Final = frozenset({"modal", "catenative", "cap", "refrain", "constitutive", "description"})


@dataclass(slots=True)
class Predicate:
    """One predicate. ``level`` is None where it carries no norm; ``links`` are the cues it rests on, in reading order."""

    first: int
    last: int
    level: int | None
    deontic: Deontic
    negated: bool = False
    complement_negated: bool = False
    waives: bool = False
    performative: bool = False
    links: list[Hit] = field(default_factory=list)
    marks: list[tuple[str, int]] = field(default_factory=list)

    @property
    def permits(self) -> bool:
        """Say whether a modal of the predicate permits: "may", "shall be entitled to"."""
        return any(link.entry.kind == "modal" and link.entry.level == DISCRETION for link in self.links)

    def weaken(self, level: int | None) -> None:
        """Take the lower of two levels."""
        if level is not None and self.level is not None:
            self.level = min(self.level, level)


@dataclass(frozen=True, slots=True)
class Reader:
    """One sentence, ready to be read."""

    text: Lexemes
    hits: Hits
    lexicon: Lexicon
    inner: list[bool]
    binding: bool
    reported: bool

    @classmethod
    def of(cls, text: Lexemes, hits: Hits, lexicon: Lexicon, *, binding: bool, reported: bool) -> Reader:
        """Find the main clauses of a sentence."""
        return cls(text, hits, lexicon, subordinate(text, hits, lexicon), binding, reported)

    def predicates(self) -> Iterator[Predicate]:
        """Yield the predicates of the main clauses in reading order, those without a norm too."""
        done = 0
        for place in sorted(self.hits.at):
            if place < done or self.inner[place] or place in self.hits.masked:
                continue
            for hit in self.hits.at[place]:
                found = self._predicate(hit)
                if found is not None:
                    done = self._stop(found.last) if hit.entry.section in _FACTS else found.last
                    yield found
                    break

    def _stop(self, place: int) -> int:
        """Give the place of the next sign that ends a clause for good: what a definition holds is no norm."""
        words = self.text.words
        return next((at for at in range(place, len(words)) if words[at] in _HARD_STOPS), len(words))

    def states_fact(self, first: int, last: int) -> bool:
        """Say whether a main clause between two words is a statement: "agree that the rooms are cold and may …"."""
        return any(not self.inner[at] and self.lexicon.is_in(self.text.words[at], "be") for at in range(first, last))

    def noun(self) -> Predicate | None:
        """Give the first noun that counts as its verb ("a commitment to conduct"), for a sentence without any predicate.

        A binding text promises by verbs: there a commitment is only spoken of, as it is where it is somebody's own.
        """
        for place in () if self.binding else sorted(self.hits.at):
            if place and self.lexicon.is_in(self.text.words[place - 1], "possessives"):
                continue
            for hit in self.hits.at[place]:
                if hit.entry.kind == "noun" and place not in self.hits.masked:
                    return self._chain(Predicate(hit.first, hit.last, hit.entry.level, "statement", links=[hit]))
        return None

    def _predicate(self, hit: Hit) -> Predicate | None:
        section = hit.entry.section
        if hit.entry.kind == "modal":
            return self._modal(hit) if self._stands_alone(hit) else None
        if section == "reported":
            return self._finite(hit) if self.reported and self._is_finite(hit) else None
        return self._finite(hit) if section in _FINITE_SECTIONS and self._is_finite(hit) else None

    def _finite(self, hit: Hit) -> Predicate | None:
        section = hit.entry.section
        if section in _FACTS:
            deontic: Deontic = "constitutive" if section == "definitions" else "statement"
            return Predicate(hit.first, hit.last, None, deontic, links=[hit])
        deontic = _DEONTIC.get(section, "statement")
        found = Predicate(hit.first, hit.last, self._level(hit), deontic, links=[hit])
        found.performative = section == "performatives"
        self._negate_within(found, hit)
        if hit.first > 1 and self._is_supported(hit.first - 1):
            self._negate(found, hit.first - 1)
        self._negate_before(found)
        if found.performative or section in {"stances", "requests"}:
            return found
        self._chain(found)
        found.negated ^= found.complement_negated
        return found

    def _level(self, hit: Hit) -> int | None:
        if hit.entry.section == "pledges" and not self.binding:
            return COMMIT
        return hit.entry.level

    def _stands_alone(self, hit: Hit) -> bool:
        """Say whether "is entitled to" is finite here, rather than what another verb depends on ("may be", "to be")."""
        words, before = self.text.words, hit.first - 1
        if not self.lexicon.is_in(words[hit.first], "be", "have"):
            return True
        if self.lexicon.is_in(words[hit.first], "nonfinite"):
            return False
        while before > 0 and self.lexicon.is_in(words[before], "adverbs", "negators"):
            before -= 1
        if before < 0:
            return True
        governed = self.lexicon.is_in(words[before], "infinitive", "relatives")
        return not governed and not any(each.entry.kind == "modal" for each in self.hits.at.get(before, ()))

    # -- modals ----------------------------------------------------------------------------------------------------

    def _modal(self, hit: Hit) -> Predicate:
        section = hit.entry.section
        start = hit.first if hit.entry.phrase[0] == "*" else hit.last  # an ending's verb is the word itself
        found = Predicate(hit.first, start, hit.entry.level, "obligation", links=[hit])
        found.waives = section == "waivers"
        self._negate_within(found, hit)
        self._negate_before(found)
        self._chain(found)
        found.last = max(found.last, hit.last)
        self._subject(found)
        return self._settle(found, right=section == "rights", prohibition=section == "prohibitions")

    def _negate_within(self, found: Predicate, hit: Hit) -> None:
        for place in range(hit.first, hit.last):
            if not self.lexicon.is_in(self.text.words[place], "negators") or not self._is_free(hit, place):
                continue
            if place == hit.last - 2 and self.lexicon.is_in(self.text.words[hit.last - 1], "infinitive"):
                self._negate(found, place, complement=True)
            else:
                self._negate(found, place)

    def _negate_before(self, found: Predicate) -> None:
        """Note a negation that stands before the verb and its pronouns: "no podrá", "ne se … pas"."""
        place = found.first - 1
        while place >= 0 and self.lexicon.is_in(self.text.words[place], "clitics"):
            place -= 1
        if place >= 0 and self.lexicon.is_in(self.text.words[place], "pre_negators") and place not in self.hits.masked:
            self._negate(found, place)

    def _is_free(self, hit: Hit, place: int) -> bool:
        """Say whether a negation inside a hit was skipped in matching rather than being one of the entry's own words."""
        return self.text.words[place] not in hit.pattern.words

    def _negate(self, found: Predicate, place: int, *, complement: bool = False) -> None:
        """Note a negation: of the predicate, or of what depends on it ("undertake not to", "may choose not to")."""
        if complement:
            found.complement_negated = not found.complement_negated
        else:
            found.negated = not found.negated
        found.marks.append(("negation", place))

    def _settle(self, found: Predicate, *, right: bool, prohibition: bool) -> Predicate:
        """Decide what the links together are: a prohibition, a permission or right, an obligation."""
        if found.level is None:
            return found
        if prohibition:
            found.negated = not found.negated
        elif found.waives and found.negated:
            found.level, found.negated = DISCRETION, False
        elif found.permits and (found.negated or self._is_exclusive(found)):
            found.level, found.negated = BIND, True
        else:
            found.negated ^= found.complement_negated
        if found.negated:
            found.deontic = "prohibition"
        elif found.permits or (found.level == DISCRETION and found.waives):
            found.deontic = "right" if right else "permission"
        return found

    def _subject(self, found: Predicate) -> None:
        """Look back for a subject that negates: "No Party shall", "neither the council nor"."""
        words = self.text.words
        for place in range(found.first - 1, max(-1, found.first - _SUBJECT), -1):
            if words[place] in _HARD_STOPS and not self._is_label_stop(place):
                return
            negation = self._negation(place)
            if negation and (negation.last == found.first or self._starts_clause(place)):
                self._negate(found, place)
                return
            if not self.lexicon.is_in(words[place], "negative_subjects") or place in self.hits.masked:
                continue
            if self._starts_clause(place):
                self._negate(found, place)
                return

    def _negation(self, place: int) -> Hit | None:
        return next((hit for hit in self.hits.at.get(place, ()) if hit.entry.kind == "negation"), None)

    def _is_label_stop(self, place: int) -> bool:
        return place <= 1

    def _starts_clause(self, place: int) -> bool:
        if place == 0:
            return True
        before = self.text.words[place - 1]
        return not before[0].isalnum() or self.lexicon.is_in(before, "joiners", "negation_starters")

    def _is_exclusive(self, found: Predicate) -> bool:
        """Say whether a permission is for some only: "only nationals may", "may award relief only to"."""
        words = self.text.words
        for place in range(found.first, min(len(words), found.last + _SUBJECT)):
            word = words[place]
            if word in _HARD_STOPS or word == "," or self.lexicon.is_in(word, "relatives", "subordinators"):
                break
            if self._excludes(place):
                found.marks.append(("exclusive", place))
                return True
        for place in range(found.first - 1, max(-1, found.first - _SUBJECT), -1):
            if words[place] in _HARD_STOPS:
                break
            if self._excludes(place) and self._starts_clause(place):
                found.marks.append(("exclusive", place))
                return True
        return False

    def _excludes(self, place: int) -> bool:
        words = self.text.words
        if place in self.hits.masked or not self.lexicon.is_in(words[place], "exclusive"):
            return False
        return place == 0 or not self.lexicon.is_in(words[place - 1], "joiners")

    # -- the verbs that depend on it ---------------------------------------------------------------------------------

    def _chain(self, found: Predicate) -> Predicate:
        """Follow the verbs that depend on a modal, each of which may be weaker, up to the main verb."""
        for _ in range(_LINKS):
            link = self._link(found)
            if link is None:
                return found
            found.links.append(link)
            found.last = max(found.last, link.last)
            entry = link.entry
            if entry.kind in {"constitutive", "description"}:
                found.level, found.deontic = None, "constitutive" if entry.kind == "constitutive" else "statement"
                return found
            if entry.section == "prohibitions" or entry.kind == "refrain":
                found.negated = not found.negated
            found.waives = found.waives or entry.section == "waivers"
            self._negate_within(found, link)
            if not found.negated:  # to be forbidden even to try, or to consider, is to be forbidden
                found.weaken(self._level(link))
            if entry.kind == "cap":
                return found
        return found

    def _link(self, found: Predicate) -> Hit | None:
        place = self._head(found)
        for candidate in (place, self._participle(place)):
            for hit in self.hits.at.get(candidate, ()):
                if hit.entry.kind in _LINK_KINDS and hit is not found.links[0] and self._may_follow(hit, found):
                    return hit
        return None

    def _may_follow(self, hit: Hit, found: Predicate) -> bool:
        if hit.entry.section == "grants":
            return False
        if hit.entry.kind == "description":
            return found.links[0].entry.level in {DISCRETION, COMMIT}
        if hit.entry.kind == "constitutive":
            return found.links[0].entry.level != DISCRETION and len(found.links) == 1
        return hit.first >= found.last

    def _participle(self, place: int) -> int:
        """Give the place after "be" and its adverbs, where a passive has its verb."""
        words = self.text.words
        while place < len(words) and self.lexicon.is_in(words[place], "be"):
            place += 1
            while place < len(words) and self._is_adverb(place):
                place += 1
        return place

    def _head(self, found: Predicate) -> int:
        """Give the place of the verb that depends on what was read so far; negations on the way are noted."""
        words, place = self.text.words, found.last
        end = len(words)
        if self.lexicon.verb_final:
            return self._at_end(found, place)
        while place < end:
            word = words[place]
            if place in self.hits.masked:
                place += 1
            elif place in self.hits.at and self._has_link(place):
                return place
            elif self.lexicon.is_in(word, "negators"):
                self._negate(found, place, complement=len(found.links) > 1)
                place += 1
            elif (negation := self._negation(place)) is not None:
                self._negate(found, place)
                place = negation.last
            elif word == ",":
                place = self._beyond_aside(place)
            elif self._is_adverb(place) or word == ":" or self.lexicon.is_in(word, "particles"):
                place += 1
            elif self.lexicon.is_in(word, "prepositions", "subordinators"):
                return self._beyond_insertion(place)
            else:
                return place
            found.last = max(found.last, min(place, end))
        return end

    def _has_link(self, place: int) -> bool:
        return place not in self.hits.masked and any(hit.entry.kind in _LINK_KINDS for hit in self.hits.at[place])

    def _is_adverb(self, place: int) -> bool:
        word = self.text.words[place]
        return self.lexicon.is_in(word, "adverbs") or (len(word) > 4 and self.lexicon.ends(word, "adverb"))  # noqa: PLR2004

    def _beyond_aside(self, place: int) -> int:
        """Give the place after the comma that ends an aside (", where appropriate,")."""
        for at in range(place + 1, min(len(self.text.words), place + _SUBJECT)):
            if self.text.words[at] == ",":
                return at + 1
            if self.text.words[at] in _HARD_STOPS:
                break
        return place + 1

    def _beyond_insertion(self, place: int) -> int:
        """Give the place of the next verb that the lexicon knows, before the clause ends."""
        words = self.text.words
        for at in range(place, min(len(words), place + _INSERTION)):
            if words[at] in _HARD_STOPS or words[at] == ",":
                break
            if at > place and words[at] in self.lexicon.openers:
                break
            if at in self.hits.at and self._has_link(at) and self._verb_may_stand(at):
                return at
        return place

    def _at_end(self, found: Predicate, place: int) -> int:
        """Give the place of the verb at the end of the clause, as German and Dutch have it; note negations on the way."""
        words, at = self.text.words, place
        while at < min(len(words), place + _SUBJECT) and words[at] not in _HARD_STOPS:
            if words[at] == ",":
                beyond = self._beyond_aside(at)
                if beyond == at + 1:
                    break
                at = beyond
                continue
            if at in self.hits.at and self._has_link(at):
                return at
            if self.lexicon.is_in(words[at], "negators", "negative_subjects") and at not in self.hits.masked:
                self._negate(found, at, complement=len(found.links) > 1)
            at += 1
        return len(words)

    def _verb_may_stand(self, place: int) -> bool:
        before = self.text.words[place - 1]
        return not self.lexicon.is_in(before, "determiners", "prepositions")

    # -- finite verbs ------------------------------------------------------------------------------------------------

    def _is_finite(self, hit: Hit) -> bool:
        """Say whether a verb of obligation or stance is a finite verb here, rather than an infinitive or a noun."""
        words, first = self.text.words, hit.first
        if hit.entry.phrase[0] == "^" or hit.entry.section in {"definitions", "requests"}:
            return True
        if self.lexicon.is_in(words[first], "pronouns", "determiners"):
            return first == 0 or words[first - 1] not in self.lexicon.openers
        if self.lexicon.ends(words[first], "participle") or first == 0:
            return False
        at = first - 1
        while at > 0 and self._is_adverb(at):
            at -= 1
        if self._is_supported(at):
            return True
        if self.lexicon.is_in(words[at], *_NEVER_BEFORE_A_FINITE_VERB) or self._is_noun_or_participle(hit):
            return False
        if not self.lexicon.is_in(words[at], "pronouns", "joiners") and self._has_verb_before(first):
            return False
        bare = bool(self.lexicon.endings.get("plural")) and not self.lexicon.ends(words[first], "inflected")
        return not bare or self._is_plural_subject(at)

    def _is_supported(self, place: int) -> bool:
        """Say whether the verb after a place is negated with "do": "we do not intend to"."""
        words = self.text.words
        return (
            place > 0
            and not self.inner[place - 1]
            and self.lexicon.is_in(words[place], "negators")
            and self.lexicon.is_in(words[place - 1], "supports")
        )

    def _has_verb_before(self, place: int) -> bool:
        """Say whether the main clause had its finite verb before a place, so that another must be some other clause's."""
        words = self.text.words
        for at in range(place - 1, max(-1, place - _SUBJECT), -1):
            if words[at] in _HARD_STOPS:
                return False
            if not self.inner[at] and self.lexicon.is_in(words[at], "be", "supports"):
                return True
        return False

    def _is_noun_or_participle(self, hit: Hit) -> bool:
        """Tell "the traits noted above" and "requests for help" from "the mayors noted the report"."""
        words = self.text.words
        if not self.lexicon.ends(words[hit.first], "inflected") or hit.last >= len(words):
            return False
        if hit.entry.section == "catenatives" and self.lexicon.ends(words[hit.first], "past"):
            return not self.reported
        if hit.last - hit.first > 1:
            return False
        after = words[hit.last]
        return not after[0].isalnum() or self.lexicon.is_in(after, "prepositions", "joiners")

    def _is_plural_subject(self, place: int) -> bool:
        before = self.text.words[place]
        if self.lexicon.is_in(before, "joiners"):
            return any(hit.entry.section in _FINITE_SECTIONS for hit in self.hits.at.get(place - 1, ()))
        return before == ")" or self.lexicon.is_in(before, "pronouns") or self.lexicon.ends(before, "plural")
