"""The small words that tell a list from a qualifier, and the formulas that gate a power, language by language.

Phrases stand in lower case, separated by bars. What a language's force lexicon knows (articles, prepositions) is taken
from there and not listed again.
"""

from __future__ import annotations

from typing import Final

from clausetrack.model.record import Record, record


@record(kw_only=True)
class Table(Record):
    """Words of one language.

    ``joiners`` join items of a list, the ``alternatives`` among them other cases; ``examples`` open a list of them.
    ``universals`` cover everything, ``restrictors`` shut out the rest; ``small`` words say nothing by themselves.
    ``modals`` end a phrase before the predicate, ``excludes`` deny that something applies. ``gates`` are what has to
    happen before a power may be used, by what is needed; ``leads`` are words that may stand before a gate. ``limits``
    stand
    before a time by which something has to be done, ``terms`` before one for which it lasts; ``caps`` and ``floors``
    before
    a number that must not be passed, or must be reached. ``fillers`` are phrases that say nothing.
    """

    joiners: str
    alternatives: str
    examples: str
    universals: str
    restrictors: str
    modals: str
    excludes: str
    gates: dict[str, str]
    leads: str
    limits: str
    terms: str
    caps: str
    floors: str
    fillers: str = ""
    small: str = ""


ENGLISH: Final = Table(
    joiners="and|or|nor|and/or|as well as|plus|together with|along with",
    alternatives="or|nor|and/or",
    examples="such as|including|e.g.|for example|for instance|in particular|inter alia|notably|among others",
    universals="all|any|every|each|whatever|whichever|entire|whole|anyone|everyone",
    restrictors="only|solely|exclusively|merely",
    modals="shall|will|may|must|should",
    excludes="shall not apply|does not apply|do not apply|will not apply"
    "|shall not extend|does not extend|shall not cover",
    gates={
        "unanimity": "unanimous vote|unanimous decision|unanimous|unanimously|unanimity|consensus|common accord",
        "qualified majority": "qualified majority vote|qualified majority|special majority|two-thirds|two thirds"
        "|three-quarters|three quarters|three-fourths|four-fifths",
        "majority": "by a majority vote|by a majority|by majority|simple majority|absolute majority|majority of its"
        "|majority of the members|majority of the votes",
        "proposal": "on a proposal|on the proposal|on a recommendation|on the recommendation|on the initiative",
        "consultation": "consulting|after consultation|in consultation with|been consulted"
        "|consultation of|consultation with",
        "consent": "assent|with the consent|without the consent|prior consent|written consent|express consent"
        "|the approval|prior approval|written approval|express approval|authorisation of"
        "|authorization of|prior authorisation|prior authorization",
        "request": "at the request|upon request|upon the request|on request",
        "opinion": "the opinion of|an opinion",
        "procedure": "in accordance with the procedure|in accordance with the procedures|under the procedure"
        "|following the procedure|in accordance with a procedure",
        "notice": "prior notice|upon notice|written notice|notice in writing",
    },
    leads="acting by means of a an the after obtaining receiving receipt in on upon with without subject to prior "
    "written",
    limits="by|before|until|till|no later than|not later than|within|prior to|in the course of",
    terms="for|during|for a period of|for a term of",
    caps="not exceed|exceed|at most|up to|no more than|not more than|maximum of|limited to|less than",
    floors="at least|no less than|not less than|no fewer than|not fewer than|minimum of|more than",
    fillers="in order|for example|for instance|therefore|accordingly|from time to time|further|as well"
    "|of course|please",
    small="about above across along around behind beneath beside beyond down near off onto out outside over since than "
    "throughout up upon within can would could might ought being thereof therein thereto hereof herein hereby said "
    "same respective respectively such well etc please",
)

FRENCH: Final = Table(
    joiners="et|ou|ni|et/ou|ainsi que",
    alternatives="ou|ni|et/ou",
    examples="tels que|telles que|tel que|telle que|y compris|notamment|par exemple|en particulier|entre autres",
    universals="tout|toute|tous|toutes|chaque|quelconque|quiconque|ensemble",
    restrictors="seulement|uniquement|exclusivement|seul|seule|seuls|seules",
    modals="doit|doivent|peut|peuvent|devra|devront|pourra|pourront",
    excludes="ne s'applique pas|ne s’applique pas|ne s'appliquent pas|ne s’appliquent pas|n'est pas applicable"
    "|n’est pas applicable|ne sont pas applicables",
    gates={
        "unanimity": "unanimité|unanime|consensus|commun accord",
        "qualified majority": "majorité qualifiée|majorité des deux tiers|deux tiers",
        "majority": "majorité simple|majorité absolue|à la majorité",
        "proposal": "sur proposition|sur une proposition|sur recommandation|sur une recommandation|à l'initiative",
        "consultation": "après consultation|en consultation|consulté",
        "consent": "avis conforme|accord préalable|approbation|consentement|autorisation",
        "request": "à la demande|sur demande",
        "opinion": "après avis|avis du|avis de",
        "procedure": "conformément à la procédure|selon la procédure",
        "notice": "préavis|notification préalable",
    },
    leads="statuant par à la l' l’ un une le avec sans après de sous réserve",
    limits="avant|jusque|jusqu'au|jusqu’au|au plus tard|dans|dans un délai de|d'ici|d’ici",
    terms="pour|pendant|pour une durée de|durant",
    caps="dépasser|excéder|au plus|jusqu'à|jusqu’à|maximum de",
    floors="au moins|minimum de|plus de",
    fillers="par exemple|en conséquence|de temps à autre|par ailleurs|en outre",
    small="ledit ladite lesdits ci même mêmes",
)

GERMAN: Final = Table(
    joiners="und|oder|sowie|noch|bzw.|und/oder",
    alternatives="oder|noch|und/oder",
    examples="wie etwa|zum beispiel|z.b.|insbesondere|einschließlich|unter anderem|beispielsweise",
    universals="alle|aller|allen|alles|jede|jeder|jedes|jeden|jedem|sämtliche|sämtlicher|gesamte|gesamten",
    restrictors="nur|ausschließlich|lediglich|allein",
    modals="muss|müssen|kann|können|soll|sollen|darf|dürfen|wird|werden",
    excludes="gilt nicht|gelten nicht|findet keine anwendung|finden keine anwendung|nicht anwendbar|nicht anzuwenden",
    gates={
        "unanimity": "einstimmig|einstimmigkeit|einvernehmlich|einvernehmen",
        "qualified majority": "qualifizierter mehrheit|zweidrittelmehrheit|zwei dritteln",
        "majority": "einfacher mehrheit|absoluter mehrheit|mit mehrheit|mit der mehrheit",
        "proposal": "auf vorschlag|auf empfehlung|auf initiative",
        "consultation": "anhörung|konsultation|rücksprache",
        "consent": "zustimmung|genehmigung|einwilligung",
        "request": "auf antrag|auf ersuchen|auf verlangen",
        "opinion": "stellungnahme",
        "procedure": "nach dem verfahren|gemäß dem verfahren",
        "notice": "kündigungsfrist|schriftliche mitteilung",
    },
    leads="mit nach vorheriger der des ohne",
    limits="bis|vor|spätestens|innerhalb|binnen|bis zum",
    terms="für|während|für die dauer von",
    caps="höchstens|bis zu|nicht mehr als|maximal",
    floors="mindestens|wenigstens|nicht weniger als|mehr als",
    fillers="zum beispiel|daher|dementsprechend|von zeit zu zeit|ferner|im übrigen",
    small="genannten",
)

SPANISH: Final = Table(
    joiners="y|e|o|u|ni|y/o|así como",
    alternatives="o|u|ni|y/o",
    examples="tales como|tal como|por ejemplo|en particular|incluidos|incluidas|incluido|incluida"
    "|entre otros|entre otras",
    universals="todo|toda|todos|todas|cada|cualquier|cualesquiera|cualquiera",
    restrictors="solo|sólo|solamente|únicamente|exclusivamente",
    modals="debe|deben|podrá|podrán|deberá|deberán|puede|pueden",
    excludes="no se aplicará|no se aplicarán|no se aplica|no se aplican|no será aplicable|no serán aplicables",
    gates={
        "unanimity": "unanimidad|unánime|unánimemente|consenso|común acuerdo",
        "qualified majority": "mayoría cualificada|dos tercios",
        "majority": "mayoría simple|mayoría absoluta|por mayoría",
        "proposal": "a propuesta|por recomendación|por iniciativa",
        "consultation": "previa consulta|consulta a|consultado",
        "consent": "dictamen conforme|consentimiento|aprobación previa|autorización|previo acuerdo",
        "request": "a petición|a solicitud|a instancia",
        "opinion": "previo dictamen|dictamen del",
        "procedure": "con arreglo al procedimiento|de conformidad con el procedimiento|conforme al procedimiento",
        "notice": "preaviso|notificación previa",
    },
    leads="por la con sin previo previa de el",
    limits="antes de|antes del|hasta|a más tardar|en el plazo de|en un plazo de|dentro de",
    terms="por|durante|por un período de",
    caps="no excederá de|exceder de|como máximo|hasta|no más de",
    floors="al menos|como mínimo|no menos de|más de",
    fillers="por ejemplo|por lo tanto|en consecuencia|de vez en cuando|además",
    small="dicho dicha dichos dichas",
)

DUTCH: Final = Table(
    joiners="en|of|noch|en/of|alsmede|evenals",
    alternatives="of|noch|en/of",
    examples="zoals|bijvoorbeeld|in het bijzonder|met name|waaronder|inclusief|onder meer",
    universals="alle|elk|elke|ieder|iedere|al|gehele",
    restrictors="slechts|alleen|uitsluitend|enkel",
    modals="moet|moeten|kan|kunnen|zal|zullen|mag|mogen",
    excludes="is niet van toepassing|zijn niet van toepassing|geldt niet|gelden niet",
    gates={
        "unanimity": "eenparigheid|eenparig|unaniem|consensus|onderlinge overeenstemming",
        "qualified majority": "gekwalificeerde meerderheid|twee derde",
        "majority": "gewone meerderheid|volstrekte meerderheid|bij meerderheid",
        "proposal": "op voorstel|op aanbeveling|op initiatief",
        "consultation": "raadpleging|overleg met|na overleg",
        "consent": "instemming|goedkeuring|toestemming",
        "request": "op verzoek",
        "opinion": "advies van|na advies",
        "procedure": "volgens de procedure|overeenkomstig de procedure",
        "notice": "opzegtermijn|schriftelijke kennisgeving",
    },
    leads="met na zonder voorafgaande de van bij",
    limits="vóór|voor|tot|uiterlijk|binnen|uiterlijk op",
    terms="gedurende|voor een periode van|voor een termijn van",
    caps="ten hoogste|maximaal|niet meer dan|hoogstens",
    floors="ten minste|minstens|minimaal|niet minder dan|meer dan",
    fillers="bijvoorbeeld|derhalve|dienovereenkomstig|van tijd tot tijd|voorts|overigens",
    small="genoemde",
)

JAPANESE: Final = Table(
    joiners="及び|又は|並びに|若しくは",
    alternatives="又は|若しくは",
    examples="例えば|特に|をはじめとする|を含む",
    universals="すべて|全て|全ての|あらゆる|いかなる",
    restrictors="のみ|だけ|に限り|に限る",
    modals="ものとする|しなければならない|することができる",
    excludes="適用しない|適用されない|適用がない",
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
    leads="",
    limits="",
    terms="",
    caps="",
    floors="",
)

TABLES: Final = {"en": ENGLISH, "fr": FRENCH, "de": GERMAN, "es": SPANISH, "nl": DUTCH, "ja": JAPANESE}
