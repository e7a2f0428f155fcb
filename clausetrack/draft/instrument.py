"""What sort of instrument a document is, by the words of its title and of its beginning; and what suits it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from clausetrack.draft.outline.words import within
from clausetrack.draft.passage import Level

_TITLES: Final = {
    "memorandum": (
        "memorandum|memoranda|mou|mémorandum|protocole d['’]entente|protocole d['’]accord|memorando|"
        "absichtserklärung|memorandum van overeenstemming|覚書|谅解备忘录"
    ),
    "communique": "communiqué|communique|comunicado|kommuniqué|press release|communiqué de presse|コミュニケ|公报",
    "joint-statement": (
        "joint statement|joint declaration|declaration|statement|joint vision|déclaration|declaración|erklärung|"
        "verklaring|leaders['’] statement|共同声明|共同宣言|宣言|联合声明"
    ),
    "exchange-of-letters": (
        "exchange of (?:letters|notes)|échange de (?:lettres|notes)|canje de (?:cartas|notas)|briefwechsel|"
        "notenwechsel|"
        "briefwisseling|交換公文|换文"
    ),
    "non-binding-instrument": (
        "partnership|partenariat|asociación estratégica|partnerschaft|roadmap|road map|action plan"
    ),
    "terms": (
        "terms of (?:service|use)|terms and conditions|terms|conditions of use|user agreement|"
        "privacy (?:policy|notice)|"
        "cookie policy|community guidelines|acceptable use|end user licen[cs]e|conditions (?:générales|"
        "d['’]utilisation)|"
        "términos|condiciones (?:generales|de uso)|nutzungsbedingungen|geschäftsbedingungen|datenschutzerklärung|agb|"
        "algemene voorwaarden|gebruiksvoorwaarden|privacyverklaring|利用規約|服务条款"
    ),
    "legislation": (
        r"regulation \(|directive \(|regulation|directive|council decision|commission decision|act \d{4}|"
        r"\w+ act|bill|ordinance|"
        r"règlement|loi|décret|reglamento|directiva|ley|real decreto|verordnung|richtlinie|gesetz|verordening|"
        r"richtlijn|wet|"
        "法律|条例"
    ),
    "contract": (
        "contract|service agreement|services agreement|non-disclosure agreement|confidentiality agreement|"
        "licen[cs]e agreement|purchase agreement|employment agreement|lease(?: agreement)?|supply agreement|"
        "data processing (?:agreement|addendum)|master \\w+ agreement|contrat|contrato|kaufvertrag|"
        "dienstvertrag|mietvertrag|"
        "契約書|合同"
    ),
    "arrangement": "arrangement|administrative arrangement|arreglo|vereinbarung|regeling",
    "treaty": (
        "treaty|convention|agreement|protocol|charter|covenant|pact|accord|traité|accord|protocole|charte|"
        "pacte|tratado|"
        "acuerdo|convenio|convención|protocolo|carta|vertrag|abkommen|übereinkommen|protokoll|verdrag|overeenkomst|"
        "条約|協定|議定書|协定|条约|公约"
    ),
}
"""Words of titles, the surest first: a memorandum may speak of an agreement, an agreement seldom of a memorandum."""

_PRIVATE: Final = (
    r"ltd|limited|inc|llc|plc|corp|corporation|gmbh|ag|s\.?a\.?r\.?l|b\.?v|n\.?v|s\.?l|company|customer|"
    r"client|supplier|licensor|"
    "licensee|vendor|buyer|seller|tenant|landlord|employer|employee|contractor|kunde|lieferant|client|"
    "fournisseur|cliente|"
    "proveedor|klant|leverancier"
)
_STATES: Final = (
    "governments?|states?|republics?|kingdom|contracting parties|high contracting|united nations|european union|"
    "gouvernements?|états?|république|gobiernos?|estados?|reino|regierung(?:en)?|staaten|republik|"
    "regering(?:en)?|staten|"
    "締約国|政府|缔约"
)
_NOT_BINDING: Final = (
    "not legally binding|non-legally binding|not intended to be legally binding|does not create (?:any )?legal(?:ly)?|"
    "no legally binding|not binding under international law|ne crée pas d['’]obligations juridiques|"
    "juridiquement non contraignant|no (?:es )?jurídicamente vinculante|nicht rechtsverbindlich|niet juridisch bindend|"
    "法的拘束力を有しない"
)
_BINDING: Final = frozenset(("treaty", "contract", "terms", "legislation", "exchange-of-letters"))
_DECLARING: Final = frozenset(("communique", "joint-statement", "non-binding-instrument"))
_BEGINNING: Final = 4_000
"""Characters of the beginning in which parties are named."""


class Guess(NamedTuple):
    """What sort of instrument a document is taken to be, whether it binds, and why that is thought."""

    instrument: str
    legal_status: str
    reason: str


def guess(titles: tuple[str, ...], text: str) -> Guess:
    """Tell the instrument from the lines of the title, and from the text, of which the beginning names the parties."""
    instrument, why = _instrument(titles, text[:_BEGINNING])
    denial = within(_NOT_BINDING).search(text)
    if denial:
        return Guess(instrument, "non-binding", f"{why}; it says “{denial[0]}”")
    if instrument in _BINDING:
        return Guess(instrument, "binding", f"{why}; such instruments bind")
    if instrument in _DECLARING:
        return Guess(instrument, "non-binding", f"{why}; such instruments declare")
    return Guess(instrument, "unknown", f"{why}; the text does not say whether it binds")


def names_instrument(line: str) -> bool:
    """Say whether a line names an instrument, as titles do."""
    return any(words.search(line) for words in _titles().values())


def _instrument(titles: tuple[str, ...], beginning: str) -> tuple[str, str]:
    for title in titles:
        for instrument, words in _titles().items():
            found = words.search(title)
            if not found:
                continue
            if instrument in {"treaty", "arrangement"} and _is_private(beginning):
                return "contract", f"“{found[0]}” in the title, and private parties at the beginning"
            return instrument, f"“{found[0]}” in the title"
    return "other", "no word in the title tells it"


@cache
def _titles() -> dict[str, re.Pattern[str]]:
    return {instrument: within(words) for instrument, words in _TITLES.items()}


def _is_private(beginning: str) -> bool:
    private = len(within(_PRIVATE).findall(beginning))
    return private > len(within(_STATES).findall(beginning))


def level(instrument: str, *, has_articles: bool) -> Level:
    """Give what a clause is to be: articles and sections where there are any by nature, else numbered paragraphs."""
    if has_articles or instrument in {"treaty", "legislation", "terms", "contract", "exchange-of-letters"}:
        return "article"
    return "paragraph"
