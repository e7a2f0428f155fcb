"""The small words that tell a list from a qualifier, and the formulas that gate a power, language by language.

What a language's force lexicon already knows (articles, prepositions, modal verbs) is taken from there. A language without
a table is read by the shape of its words alone: short ones carry no content, and no item is told from a qualifier.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from clausetrack.language.force.lexicon import lexicon

_CLASSES: Final = (
    *("subordinators", "relatives", "demonstratives", "comparators", "auxiliaries", "be", "have", "pronouns"),
    *("contact_pronouns", "determiners", "prepositions", "supports", "possessives", "infinitive", "particles"),
    *("joiners", "adverbs", "openers", "clitics", "nonfinite"),
)
"""Word classes of a force lexicon whose members say nothing by themselves. Not negators: they say a great deal."""

_SHORT: Final = 3
"""Letters up to which a word of an unknown alphabetic language is taken for a small one."""


@dataclass(frozen=True, slots=True)
class Table:
    """Words of one language. ``joiners`` join items of a list, ``examples`` open one, ``universals`` cover everything,
    ``restrictors`` shut out the rest; ``gates`` are what has to happen before a power may be used, by what is needed."""

    joiners: str
    examples: str
    universals: str
    restrictors: str
    gates: dict[str, str]
    small: str = ""


ENGLISH: Final = Table(
    joiners="and|or|nor|and/or|as well as|plus|together with|along with",
    examples="such as|including|e.g.|for example|for instance|in particular|inter alia|notably|among others",
    universals="all|any|every|each|whatever|whichever|entire|whole|anyone|everyone",
    restrictors="only|solely|exclusively|merely",
    gates={
        "unanimity": "unanimous(?:ly)?|unanimity|by consensus|common accord",
        "qualified majority": "qualified majority|special majority|two[- ]thirds|three[- ](?:quarters|fourths)|majority of two",
        "majority": "(?:simple|absolute) majority|(?:by|with) a majority|majority of (?:its|the) (?:component )?members",
        "proposal": "on (?:a|the) (?:proposal|recommendation|initiative)|proposal (?:of|from|by)|recommendation (?:of|from|by)",
        "consultation": "consult(?:ing|ed|ation)(?: with| of)?",
        "consent": "assent|(?:prior|written|express|with the|without the|the) (?:written )?(?:consent|approval|authori[sz]ation)"
        "|agreement of the|unless [a-z]+ agree",
        "request": "at the request|upon (?:the )?request|on (?:the )?request",
        "opinion": "(?:obtaining|receiving|receipt of|after) (?:the|an) opinion|delivered (?:its|an) opinion",
        "procedure": "in accordance with (?:the|a) (?:\\w+ )?procedures?|under the procedures?",
        "notice": "prior notice|upon notice|(?:prior )?written notice|notice in writing",
    },
    small="shall will may must can should would could might ought being thereof therein thereto hereof herein hereby said "
    "same respective respectively which that as well such etc please",
)

FRENCH: Final = Table(
    joiners="et|ou|ni|et/ou|ainsi que",
    examples="tels que|telles que|tel que|telle que|y compris|notamment|par exemple|en particulier|entre autres",
    universals="tout|toute|tous|toutes|chaque|quelconque|quiconque|ensemble",
    restrictors="seulement|uniquement|exclusivement|seul|seule|seuls|seules",
    gates={
        "unanimity": "unanimité|unanime|consensus|commun accord",
        "qualified majority": "majorité qualifiée|majorité des deux tiers|deux tiers",
        "majority": "majorité (?:simple|absolue)|à la majorité",
        "proposal": "sur (?:une |la )?(?:proposition|recommandation|initiative)",
        "consultation": "consultation|consulté|après avoir consulté",
        "consent": "avis conforme|(?:avec l['’]|sans l['’])?(?:accord préalable|approbation|consentement|autorisation)",
        "request": "à la demande|sur demande",
        "opinion": "après avis|avis d[eu]",
        "procedure": "conformément à la procédure|selon la procédure",
        "notice": "préavis|notification préalable",
    },
    small="doit doivent peut peuvent devra devront pourra pourront ledit ladite lesdits ci même mêmes",
)

GERMAN: Final = Table(
    joiners="und|oder|sowie|noch|bzw.|und/oder",
    examples="wie etwa|zum beispiel|z.b.|insbesondere|einschließlich|unter anderem|beispielsweise",
    universals="alle|aller|allen|alles|jede|jeder|jedes|jeden|jedem|sämtliche|sämtlicher|gesamte|gesamten",
    restrictors="nur|ausschließlich|lediglich|allein",
    gates={
        "unanimity": "einstimmig|einstimmigkeit|einvernehmlich|einvernehmen",
        "qualified majority": "qualifizierter mehrheit|zweidrittelmehrheit|zwei dritteln",
        "majority": "einfacher mehrheit|absoluter mehrheit|mit (?:der )?mehrheit",
        "proposal": "auf vorschlag|auf empfehlung|auf initiative",
        "consultation": "anhörung|konsultation|rücksprache",
        "consent": "zustimmung|genehmigung|einwilligung",
        "request": "auf antrag|auf ersuchen|auf verlangen",
        "opinion": "stellungnahme",
        "procedure": "nach dem verfahren|gemäß dem verfahren",
        "notice": "kündigungsfrist|schriftliche mitteilung",
    },
    small="muss müssen kann können soll sollen darf dürfen wird werden genannten",
)

SPANISH: Final = Table(
    joiners="y|e|o|u|ni|y/o|así como",
    examples="tales como|tal como|por ejemplo|en particular|incluidos|incluidas|incluido|incluida|entre otros|entre otras",
    universals="todo|toda|todos|todas|cada|cualquier|cualesquiera|cualquiera",
    restrictors="solo|sólo|solamente|únicamente|exclusivamente",
    gates={
        "unanimity": "unanimidad|unánime|unánimemente|consenso|común acuerdo",
        "qualified majority": "mayoría cualificada|dos tercios",
        "majority": "mayoría (?:simple|absoluta)|por mayoría",
        "proposal": "a propuesta|por recomendación|por iniciativa",
        "consultation": "previa consulta|consulta a|consultado",
        "consent": "dictamen conforme|consentimiento|aprobación previa|autorización|previo acuerdo",
        "request": "a petición|a solicitud|a instancia",
        "opinion": "previo dictamen|dictamen d",
        "procedure": "(?:con arreglo al|de conformidad con el|conforme al) procedimiento",
        "notice": "preaviso|notificación previa",
    },
    small="debe deben podrá podrán deberá deberán puede pueden dicho dicha dichos dichas",
)

DUTCH: Final = Table(
    joiners="en|of|noch|en/of|alsmede|evenals",
    examples="zoals|bijvoorbeeld|in het bijzonder|met name|waaronder|inclusief|onder meer",
    universals="alle|elk|elke|ieder|iedere|al|gehele",
    restrictors="slechts|alleen|uitsluitend|enkel",
    gates={
        "unanimity": "eenparigheid|eenparig|unaniem|consensus|onderlinge overeenstemming",
        "qualified majority": "gekwalificeerde meerderheid|twee derde",
        "majority": "(?:gewone|volstrekte) meerderheid|bij meerderheid",
        "proposal": "op voorstel|op aanbeveling|op initiatief",
        "consultation": "raadpleging|overleg met|na overleg",
        "consent": "instemming|goedkeuring|toestemming",
        "request": "op verzoek",
        "opinion": "advies van|na advies",
        "procedure": "volgens de procedure|overeenkomstig de procedure",
        "notice": "opzegtermijn|schriftelijke kennisgeving",
    },
    small="moet moeten kan kunnen zal zullen mag mogen genoemde",
)

JAPANESE: Final = Table(
    joiners="及び|又は|並びに|若しくは|、",
    examples="等|など|例えば|特に|をはじめとする|を含む",
    universals="すべて|全て|全ての|あらゆる|いかなる|各",
    restrictors="のみ|だけ|に限り|に限る",
    gates={
        "unanimity": "全会一致|コンセンサス",
        "qualified majority": "特定多数|三分の二",
        "majority": "過半数|多数決",
        "proposal": "提案に基づ|勧告に基づ",
        "consultation": "協議した後|協議の上|諮問",
        "consent": "同意|承認|許可",
        "request": "要請に応じ|要請により|請求により",
        "opinion": "意見を聴",
        "procedure": "手続に従",
        "notice": "書面による通告|事前の通告",
    },
)

TABLES: Final = {"en": ENGLISH, "fr": FRENCH, "de": GERMAN, "es": SPANISH, "nl": DUTCH, "ja": JAPANESE}


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language made ready: sets of words, and patterns that find formulas in a text in lower case."""

    language: str | None
    small: frozenset[str]
    joiners: frozenset[str]
    universals: frozenset[str]
    restrictors: frozenset[str]
    joining: re.Pattern[str]
    examples: re.Pattern[str]
    gates: re.Pattern[str]
    names: tuple[str, ...]

    def is_small(self, word: str) -> bool:
        """Say whether a word in lower case says nothing by itself."""
        if word in self.small:
            return True
        if self.language is not None:
            return len(word) == 1 and not word.isdigit() and not _is_han(word)
        return len(word) <= _SHORT and word.isascii() and word.isalpha()


_NEVER: Final = re.compile(r"(?!)")


@cache
def grammar(language: str | None) -> Grammar:
    """Give the grammar of a language (BCP 47); one that knows no words where there is no table for it."""
    primary = (language or "").replace("_", "-").split("-")[0].casefold()
    table = TABLES.get(primary)
    if table is None:
        nothing: frozenset[str] = frozenset()
        return Grammar(None, nothing, nothing, nothing, nothing, _NEVER, _NEVER, _NEVER, ())
    words = lexicon(primary)
    classes = words.classes if words else {}
    small = frozenset(table.small.split()).union(*(classes.get(name, ()) for name in _CLASSES))
    singles = frozenset(word for word in table.joiners.split("|") if " " not in word)
    names = tuple(table.gates)
    universals = frozenset(table.universals.split("|"))
    restrictors = frozenset(table.restrictors.split("|"))
    spaced = primary != "ja"
    return Grammar(
        language=primary,
        small=(small | singles | universals) - restrictors,
        joiners=singles,
        universals=universals,
        restrictors=restrictors,
        joining=_pattern(table.joiners, spaced=spaced),
        examples=_pattern(table.examples, spaced=spaced),
        gates=re.compile("|".join(f"(?P<g{i}>{_edge(spaced)}(?:{table.gates[name]}))" for i, name in enumerate(names))),
        names=names,
    )


def _edge(spaced: bool) -> str:  # noqa: FBT001 - of a language
    return r"(?<!\w)" if spaced else ""


def _pattern(words: str, *, spaced: bool) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words.split("|"), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)" if spaced else listed)


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
