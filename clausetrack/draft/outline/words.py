"""Words by which the parts of an agreement are told: one row a part, the languages after each other.

English, French, Spanish, German, Dutch, Italian, Portuguese, Japanese and Chinese, as far as each has a set phrase.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

CONTENTS: Final = (
    "contents|table of contents|list of annexes|index|table des matières|sommaire|índice|indice|sumario|inhalt|"
    "inhaltsverzeichnis|inhaltsübersicht|inhoud|inhoudsopgave|目次|目录|目錄"
)
"""Headings of a table of contents."""

PREAMBLE: Final = "preamble|préambule|preámbulo|präambel|preambule|preambolo|preâmbulo|前文|序言"
"""Headings of a preamble."""

ENACTING: Final = (
    r"(?:have|has|hereby|do hereby)?\s?(?:agreed?|adopted|decided|resolved) (?:as follows|on the following|to the "
    r"following|upon the following|this (?:regulation|directive|decision|agreement|act|recommendation))|"
    r"(?:it is |the parties )?(?:hereby )?agreed? as follows|agree as follows|"
    r"(?:it is|the parties) (?:hereby )?agreed?(?: that)?(?=\s?:)|"
    r"(?:have|has) (?:reached|come to|arrived at|concluded) (?:the following|an? (?:\w+ )?(?=\w+ as follows))|"
    r"now,? therefore|be it enacted|"
    r"(?:sont|est) convenue?s? (?:de ce qui suit|des dispositions)|ont arrêté|ont adopté|a(?:rrête|dopte)? le présent|"
    r"(?:han|ha) (?:convenido|acordado|adoptado|decidido)|convienen (?:en )?lo siguiente|acuerdan lo siguiente|"
    r"(?:sind|haben|ist) (?:wie folgt|folgendes?|diese)|haben folgendes vereinbart|vereinbaren (?:folgendes|was folgt)|"
    r"(?:zijn|hebben|heeft) (?:het volgende|als volgt|deze)|komen (?:het volgende )?overeen|"
    r"hanno convenuto|acordaram|"
    r"次のとおり(?:協定|合意)|议定如下|達成(?:以下)?協議|达成(?:以下|如下)?(?:协议|谅解)"
)
"""What stands between the recitals and the provisions."""

FRONTS: Final = (
    "(?:the )?(?:contracting )?parties|background|recitals|whereas|witnesseth|agreed terms|operative provisions|"
    "(?:les )?parties|exposé|(?:las )?partes|antecedentes|declaraciones|die parteien|präambel|partijen|overwegingen"
)
"""Headings in what stands before the provisions of a contract."""

RECITALS: Final = (
    "accepting|acknowledging|acting|affirming|appreciating|aspiring|attaching|aware|bearing in mind|believing|building|"
    "calling|cognizant|committed|committing|concerned|confident|confirming|conscious|considering|convinced|deeply|"
    "desiring|desirous|determined|emphasi[sz]ing|encouraged|encouraging|expressing|guided|hailing|having|highlighting|"
    "in accordance with|in pursuance|in view|inspired|intending|keeping in mind|mindful|noting|observing|pursuant|"
    "reaffirming|realizing|realising|recalling|recogni[sz]ing|referring|reiterating|resolved|respecting|seeking|seized|"
    "sharing|stressing|striving|supporting|taking|thanking|underlining|underscoring|viewing|welcoming|whereas|"
    "willing|wishing|with a view|"
    "affirmant|animée?s|aspirant|attachée?s|ayant|conscientes?|conscients?|considérant|constatant|convaincue?s|"
    "désireux|désireuses|déterminée?s|eu égard|gardant|guidée?s|notant|préoccupée?s|prenant|rappelant|réaffirmant|"
    "reconnaissant|résolue?s|respectueuses|respectueux|réitérant|saluant|souhaitant|soulignant|soucieux|soucieuses|"
    "souligne|tenant compte|vu|"
    "afirmando|animad[oa]s|conscientes|considerando|convencid[oa]s|decidid[oa]s|deseando|deseos[oa]s|destacando|"
    "guiad[oa]s|habida cuenta|haciendo hincapié|inspirad[oa]s|observando|preocupad[oa]s|reafirmando|recordando|"
    "reconociendo|resuelt[oa]s|reiterando|subrayando|teniendo|tomando|visto|vista|"
    "angesichts|anerkennend|bestrebt|beunruhigt|eingedenk|entschlossen|erfreut|ermutigt|gestützt auf|"
    "geleitet|im bewusstsein|"
    "im hinblick|in anbetracht|in anerkennung|in bekräftigung|in dem bestreben|in dem bewusstsein|in dem wunsch|"
    "in der überzeugung|in erwägung|in kenntnis|in würdigung|nach |unter berücksichtigung|unter hinweis|überzeugt|"
    "von dem wunsch|zur kenntnis|"
    "bevestigend|erkennend|geleid|gelet op|gezien|herinnerend|indachtig|ingenomen|in overweging|overtuigd|overwegende|"
    "rekening houdend|vastbesloten|verlangend|wensende|zich bewust|"
    ".{0,60}(?:考慮し|認識し|希望し|確認し|想起し|願い)|鉴于|回顾|认识到|考虑到|重申|希望|忆及|铭记"
)
"""How recitals begin."""

PARTIES: Final = (
    r"the (?:(?:high )?contracting |states? |undersigned )?(?:parties|party|governments?|states|european|members|"
    r"republic|kingdom|heads|ministers|leaders|general assembly|council|commission|participants|signatories)|we,|"
    r"les (?:hautes )?(?:parties|états|gouvernements)|le (?:gouvernement|conseil|parlement)|"
    r"la (?:république|commission)|entre|"
    r"(?:los|las) (?:altas )?(?:partes|estados|gobiernos)|el (?:gobierno|reino|consejo)|la república|"
    r"die (?:hohen )?(?:vertragsparteien|vertragsstaaten|parteien|regierung|regierungen|staaten|"
    r"bundesrepublik|republik)|zwischen|"
    r".{1,60}政府(?:は|及び)|.{1,60}(?:締約国|政府)は、|"
    r"de (?:hoge )?(?:verdragsluitende|overeenkomstsluitende|partijen|regering|regeringen|staten)|tussen"
)
"""How those that conclude an agreement are named at its beginning."""

CONCLUDED: Final = (
    r"this [\w -]{3,40}(?:is|was) (?:made|entered|concluded|dated)|by and between|le présent (?:accord|"
    r"contrat) est conclu|"
    r"el presente (?:acuerdo|contrato) se celebra|dieser vertrag wird|"
    r"(?:between|entre|zwischen|tussen)(?= .{0,200}(?:[“\"«„(]|hereinafter|and$|et$))"
)
"""How a contract begins: "This Agreement is made between …"."""

SIGNATURE: Final = (
    r"in witness (?:whereof|thereof|hereof)|in faith whereof|done (?:at|in|on|this)|signed (?:at|in|on|by|this|for)|"
    r"executed (?:as|by|on|this)|for and on behalf of|"
    r"en foi de quoi|fait (?:à|en|au|le|aux)|signé (?:à|le)|"
    r"en fe de lo cual|en testimonio de lo cual|hecho (?:en|a|el|por)|firmado en|"
    r"zu urkund dessen|geschehen (?:zu|in|am)|unterzeichnet (?:zu|in|am)|"
    r"ten blijke waarvan|gedaan (?:te|op|in)|"
    r"in fede di che|fatto (?:a|il)|em fé do que|feito em|"
    r"以上の証拠として|本协定于|本協定於|.{4,24}(?:に[おて][いて]て?作成|签订|签署)した?"
)
"""How the words over the signatures begin."""

DEFINITIONS: Final = (
    "definitions?|defined terms|use of terms|terms used|terminology|interpretation|glossary|"
    "définitions?|emploi des termes|expressions employées|terminologie|"
    "definiciones|términos empleados|uso de términos|términos utilizados|"
    "begriffsbestimmung(?:en)?|begriffe|definition(?:en)?|"
    "begripsomschrijving(?:en)?|definities|begrippen|definizioni|definições|定義|定义|用語"
)
"""What headings of definitions say."""

FORCE: Final = (
    r"shall|must|may not|should|hereby|undertakes?|agrees? (?:to|that)|is (?:not )?|are (?:not )?(?=\w)|"
    r"doit|doivent|s['’]engagent?|est|sont|deberán?|será|serán|podrán?|se comprometen?|"
    r"müssen|muss|sollen|soll|dürfen|darf|ist|sind|wird|werden|zullen|zal|moet|moeten|mogen|mag|wordt|worden"
)
"""Words that say something, as no heading does."""


_LETTER: Final = "0-9A-Za-z\u00c0-\u024f\u0370-\u052f"
"""Letters of scripts that part words; others set no spaces, and words end anywhere."""


@cache
def opening(words: str) -> re.Pattern[str]:
    """Compile words that a line begins with."""
    return re.compile(rf"[\W_]*(?:{words})(?![{_LETTER}])", re.IGNORECASE)


@cache
def whole(words: str) -> re.Pattern[str]:
    """Compile words that are all of a line but for signs."""
    return re.compile(rf"[\W_]*(?:{words})[\W_]*", re.IGNORECASE)


@cache
def within(words: str) -> re.Pattern[str]:
    """Compile words that stand anywhere in a line."""
    return re.compile(rf"(?<![{_LETTER}])(?:{words})(?![{_LETTER}])", re.IGNORECASE)
