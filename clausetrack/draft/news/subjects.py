"""Who a clause of a sentence is about: the agreement, its parties, one of them, a person, or something else."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from clausetrack.draft.news.people import People, Person
from clausetrack.draft.news.places import Gazetteer
from clausetrack.draft.news.words import Words

# Words of the longest name by which an article calls its agreement: "the new security and defence partnership".
_NAME_WORDS: Final = 8
# Words of the longest subject that is judged; more is a clause of its own.
_LONGEST: Final = 28
_HEAD_ENDS: Final = re.compile(
    r",|\s(?:on|for|with|between|signed|reached|struck|announced|that|which|who|to|in|by|at|from|aimed|under|agreed|"
    r"covering|of the|sur|entre|avec|signé|signée|conclu|visant|pour|qui|que|über|zwischen|mit|zur|zum|zu|das|der|die|"
    r"sobre|para|con|firmado|suscrito)\b"
)
_CAPITAL: Final = re.compile(r"(?<=\s)[A-ZÀ-Þ][\w’'-]+")


# What stands behind one of these is where something is, not who acts.
_WHERE: Final = re.compile(r"\s(?:based|in|at|near|from|off|à|en|dans|aus|im|cerca de)\s")


_OF: Final = re.compile(r"\s(?:of|de|du|des|del|der|für|von)\s")
_SAYING: Final = re.compile(r"(?<![\w])\w+ing\s(?:that\s)?(?:it|they|he|she)$")
_RELATIVE: Final = re.compile(r"\s(?:that|which|who)\s")


class Who(NamedTuple):
    """``kind`` is agreement, parties, party, person, stranger, other or none; ``sides`` who of the parties is named."""

    kind: str
    sides: tuple[str, ...] = ()
    person: Person | None = None
    outside: bool = False


NONE: Final = Who("none")
AGREEMENT: Final = Who("agreement")


class Scene:
    """What an article is about: its parties and persons, and what was spoken of last, for the pronouns."""

    def __init__(self, known: Words, places: Gazetteer, people: People, parties: tuple[str, ...]) -> None:
        self.known = known
        self.places = places
        self.people = people
        self.parties = parties
        self.it: Who = AGREEMENT
        self.they: Who = Who("parties", parties)
        self.person: Person | None = None
        self.we: Who | None = None
        self.nations: dict[str, str] = {}
        counted, collective = known.source("counted"), known.source("collective")
        adjective = r"(?:[\w'’-]+\s){0,2}?"
        self._collective = re.compile(rf"(?:{counted}\s){{1,3}}(?:of the\s)?{adjective}{collective}", re.IGNORECASE)
        noun = known.source("agreement")
        joined = r"(?:[\w–'’-]{1,40}[–'’-])?"
        self._agreement = re.compile(rf"(?:[\w–'’-]+\s){{0,{_NAME_WORDS}}}?{joined}{noun}", re.IGNORECASE)
        self._other = known.pattern("other")

    def who(self, text: str) -> Who:
        """Judge a subject."""
        words = text.strip(" ,;:")
        if not words or words.lower().startswith("there ") or words.count(" ") >= _LONGEST:
            return NONE
        return self._pronoun(words.lower()) or self._named(words)

    def _pronoun(self, word: str) -> Who | None:
        """Give whom a pronoun stands for, None where it is none."""
        meant = {"pronouns_one": self.it, "pronouns_many": self.they}
        meant |= {"we": self.we} if self.we else {"persons": self._as_person(self.person)}
        return next((who for name, who in meant.items() if self.known.pattern(name).fullmatch(word)), None)

    def _named(self, words: str) -> Who:
        if self.is_agreement(words):
            return AGREEMENT
        persons = [named.person for named in self.people.find(words)]
        if len(persons) > 1 and all(person.official for person in persons):
            return Who("parties", self.parties, persons[0])
        if persons:
            return self._as_person(persons[0])
        core = self._core(words)
        return self._group(core, self.places.ids(core)) or self._unnamed(words, core)

    def _group(self, core: str, sides: tuple[str, ...]) -> Who | None:
        """Judge a subject that names countries, firms or towns, or counts the parties; None where it does neither."""
        if called := self._by_nation(core, sides):
            return called
        if set(sides) - set(self.parties):
            return Who("stranger", sides)
        if self._collective.fullmatch(core):
            return Who("parties", self.parties)
        one = "party" if self._is_party(core) else "other"
        return Who("parties" if len(sides) > 1 else one, sides) if sides else None

    def _by_nation(self, core: str, sides: tuple[str, ...]) -> Who | None:
        """Give the company or town that is meant by "the Swedish group", where the parties are no countries."""
        if len(sides) != 1 or sides[0] not in self.nations:
            return None
        return Who("party", (self.nations[sides[0]],)) if self.known.pattern("firms").search(core) else None

    def _unnamed(self, words: str, core: str) -> Who:
        if self.known.language == "en" and (_SAYING.search(words) or _RELATIVE.search(core)):
            return NONE
        head = _OF.split(core, maxsplit=1)[0]
        if re.search(rf"\s{self.known.source('bodies')}$", head, re.IGNORECASE) and not self.places.ids(words):
            return Who("other")
        if self.known.pattern("unsure_people").search(core):
            return Who("stranger", outside=True)
        strange = set(self.places.ids(words)) - set(self.parties)
        if strange:
            return Who("stranger", tuple(strange))
        # Every noun of German has a capital.
        proper = self.known.language != "de" and _CAPITAL.search(_WHERE.split(core, maxsplit=1)[0])
        return Who("stranger") if proper or self.known.pattern("says").search(words) else Who("other")

    def _core(self, words: str) -> str:
        """Give a subject without its asides: "Fiji, for its part" is Fiji, "Norway, Sweden and Finland" stays."""
        head, *rest = words.split(",")
        if rest and not all(self.places.ids(part) for part in rest):
            return head.strip()
        return words

    def _is_party(self, core: str) -> bool:
        """Say whether a subject is a party, not something of it: "the Fijian government" is, "Fijian farmers" not."""
        left = core
        for place in reversed(list(self.places.find(core))):
            left = left[: place.start] + left[place.end :]
        left = re.sub(rf"\b{self.known.source('counted')}\b|['’]s\b|[\s,]", " ", left, flags=re.IGNORECASE).strip()
        return not left or re.fullmatch(self.known.source("governments"), left, re.IGNORECASE) is not None

    def is_agreement(self, words: str) -> bool:
        """Say whether words name the agreement that the article is about, and not another one."""
        ends = _HEAD_ENDS.search(words)
        head = words[: ends.start()] if ends else words
        if not re.fullmatch(self._agreement, head.strip()) or self._other.search(head):
            return False
        if head[:1].islower() and not re.match(
            self.known.source("counted") + r"|" + self.known.source("parts"), head, re.IGNORECASE
        ):
            return False
        return not set(self.places.ids(words)) - set(self.parties)

    def _as_person(self, person: Person | None) -> Who:
        if person is None:
            return NONE
        strange = person.side is not None and person.side not in self.parties
        if person.outside or strange:
            return Who("stranger", outside=person.outside, person=person)
        return Who("person", (person.side,) if person.side else (), person)

    def remember(self, who: Who) -> None:
        """Keep who was spoken of, for the pronouns that follow."""
        if who.kind in {"agreement", "party"} or (who.kind == "stranger" and not who.outside and who.person is None):
            self.it = who
        if who.kind in {"parties", "stranger"}:
            self.they = who
        if who.kind == "other":
            self.they = Who("parties", self.parties)
        if who.person is not None:
            self.person = who.person
