"""What the divisions of an agreement are called: one table a language, for labels and for cross-references.

A kind of division has its words in the singular and, behind the bar, in the plural; where both are the same there is
only one. Abbreviations are written with their full stop.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Divisions:
    """How one language names divisions and refers to them; the words of a field are parted by bars.

    ``words`` are the names by kind, singular and plural. ``and_`` and ``to`` join numbers; ``of`` joins a part to its
    whole. ``this`` stands before the division that the words stand in; ``before`` and ``after`` point up and down the
    text. ``that`` stands before an instrument named earlier, ``own`` before the one that speaks. ``instruments`` name
    a whole agreement, ``small_words`` stand inside its name. ``ordinals`` count from the first. With ``lists`` a
    singular may have several numbers ("Artikel 3, 4 und 9").
    """

    words: dict[str, tuple[str, str]]
    and_: str
    to: str
    of: str
    this: str
    that: str
    own: str
    before: str
    after: str
    instruments: str
    small_words: str
    ordinals: tuple[str, ...]
    lists: bool = False


ENGLISH: Final = Divisions(
    words={
        "article": ("article|art.", "articles|arts."),
        "section": ("section|sec.|sect.|§", "sections|secs.|§§"),
        "subsection": ("subsection|sub-section", "subsections|sub-sections"),
        "paragraph": ("paragraph|para.|para", "paragraphs|paras.|paras"),
        "subparagraph": ("subparagraph|sub-paragraph|subpara.", "subparagraphs|sub-paragraphs"),
        "clause": ("clause|subclause|sub-clause", "clauses|subclauses|sub-clauses"),
        "point": ("point|item|letter|indent", "points|items|letters|indents"),
        "rule": ("rule|regulation", "rules|regulations"),
        "annex": ("annex", "annexes"),
        "appendix": ("appendix", "appendices|appendixes"),
        "schedule": ("schedule|exhibit|attachment", "schedules|exhibits|attachments"),
        "part": ("part", "parts"),
        "title": ("title", "titles"),
        "chapter": ("chapter|ch.", "chapters"),
        "recital": ("recital", "recitals"),
        "protocol": ("protocol", "protocols"),
    },
    and_="and/or|and|or|as well as",
    to="to|through|until|up to and including",
    of="of the|of|in the|in|to the|to|under the|under",
    this="this|the present|the same",
    that="that|the said|the aforesaid|the aforementioned|such",
    own="this|the present|these|our|the same",
    instruments=(
        "treaty|treaties|agreement|convention|protocol|charter|regulation|directive|decision|act|code|constitution|"
        "statute|statutes|covenant|declaration|law|accord|memorandum|contract|terms|policy|arrangement|framework"
    ),
    small_words="of|on|for|the|in|to|with|between|against|concerning|relating|regarding|establishing|governing",
    before="above|preceding|previous|foregoing|aforesaid|aforementioned",
    after="below|following|next",
    ordinals=("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
)

DUTCH: Final = Divisions(
    words={
        "article": ("artikel|art.", "artikelen|artt."),
        "section": ("paragraaf|afdeling|§", "paragrafen|afdelingen"),
        "paragraph": ("lid", "leden"),
        "subparagraph": ("alinea", "alinea's|alinea’s"),
        "point": ("onderdeel|onder|letter|punt|sub", "onderdelen|letters|punten"),
        "annex": ("bijlage", "bijlagen"),
        "appendix": ("aanhangsel", "aanhangsels"),
        "part": ("deel", "delen"),
        "title": ("titel", "titels"),
        "chapter": ("hoofdstuk", "hoofdstukken"),
        "recital": ("overweging", "overwegingen"),
        "protocol": ("protocol", "protocollen"),
    },
    and_="en/of|en|of|alsmede",
    to="tot en met|t/m|tot",
    of="van het|van de|van|bij het|bij de|bij|in het|in de|in",
    this="dit|deze|het onderhavige|de onderhavige|hetzelfde",
    that="dat|die|genoemd|genoemde",
    own="dit|deze|onderhavig|onderhavige",
    instruments="verdrag|overeenkomst|akkoord|protocol|handvest|verordening|richtlijn|besluit|wet|wetboek|grondwet|statuut",
    small_words="van|inzake|betreffende|tot|voor|over|het|de|tussen|tegen|ter",
    before="hierboven|bovenstaand|bovenstaande|vorig|vorige|voorgaand|voorgaande",
    after="hieronder|volgend|volgende",
    ordinals=("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"),
)

FRENCH: Final = Divisions(
    words={
        "article": ("article|art.", "articles"),
        "section": ("section|§", "sections"),
        "paragraph": ("paragraphe|par.", "paragraphes"),
        "subparagraph": ("alinéa|al.", "alinéas"),
        "point": ("point|lettre|litt.|tiret", "points|lettres|tirets"),
        "annex": ("annexe", "annexes"),
        "appendix": ("appendice", "appendices"),
        "part": ("partie", "parties"),
        "title": ("titre", "titres"),
        "chapter": ("chapitre", "chapitres"),
        "recital": ("considérant", "considérants"),
        "protocol": ("protocole", "protocoles"),
    },
    and_="et/ou|et|ou|ainsi que",
    to="à|au|jusqu'à|jusqu’à",
    of="de l'|de l’|de la|du|des|de|à l'|à l’|à la|au|visé à l'|visé à l’",
    this="le présent|la présente|du présent|de la présente|au présent|cet|ce|cette|même",
    that="ledit|ladite|dudit|de ladite",
    own="présent|présente|présents|présentes|le présent|la présente|du présent|de la présente",
    instruments="traité|accord|convention|protocole|charte|règlement|directive|décision|loi|code|constitution|statut|pacte",
    small_words="de|du|des|la|le|les|sur|pour|relatif|relative|à|au|aux|entre|contre|concernant|instituant|portant",
    before="ci-dessus|précédent|précédente|précédents|précité|précitée",
    after="ci-dessous|ci-après|suivant|suivante|suivants",
    ordinals=(
        *("premier|première", "deuxième|second|seconde", "troisième", "quatrième", "cinquième", "sixième", "septième"),
        *("huitième", "neuvième", "dixième"),
    ),
)

SPANISH: Final = Divisions(
    words={
        "article": ("artículo|art.", "artículos|arts."),
        "section": ("sección|§", "secciones"),
        "paragraph": ("apartado|párrafo|párr.", "apartados|párrafos"),
        "subparagraph": ("inciso", "incisos"),
        "point": ("punto|letra|literal|guion|guión", "puntos|letras|literales"),
        "clause": ("cláusula", "cláusulas"),
        "annex": ("anexo", "anexos"),
        "appendix": ("apéndice", "apéndices"),
        "part": ("parte", "partes"),
        "title": ("título", "títulos"),
        "chapter": ("capítulo", "capítulos"),
        "recital": ("considerando", "considerandos"),
        "protocol": ("protocolo", "protocolos"),
    },
    and_="y/o|y|o|e|u|así como",
    to="a|al|hasta",
    of="de la|del|de los|de las|de|en el|en la",
    this="el presente|la presente|del presente|este|esta|mismo|misma",
    that="dicho|dicha|ese|esa|citado|citada",
    own="presente|presentes|este|esta",
    instruments=(
        "tratado|acuerdo|convenio|convención|protocolo|carta|reglamento|directiva|decisión|ley|código|constitución|"
        "estatuto|pacto"
    ),
    small_words="de|del|la|el|los|las|sobre|para|relativo|relativa|entre|contra|por|en",
    before="anterior|anteriores|precedente|precedentes|supra",
    after="siguiente|siguientes|infra",
    ordinals=(
        *("primero|primer|primera", "segundo|segunda", "tercero|tercer|tercera", "cuarto|cuarta", "quinto|quinta"),
        *("sexto|sexta", "séptimo|séptima", "octavo|octava", "noveno|novena", "décimo|décima"),
    ),
)

GERMAN: Final = Divisions(
    words={
        "article": ("artikel|artikels|art.", "artikeln"),
        "section": ("§|abschnitt|abschnitts", "§§|abschnitte|abschnitten"),
        "paragraph": ("absatz|absatzes|abs.", "absätze|absätzen"),
        "subparagraph": ("unterabsatz|unterabsatzes|satz|satzes", "unterabsätze|sätze"),
        "point": ("buchstabe|buchstaben|lit.|nummer|nr.|ziffer|ziff.|spiegelstrich", "nummern|ziffern"),
        "annex": ("anhang|anhangs|anlage", "anhänge|anhängen|anlagen"),
        "appendix": ("anlage", "anlagen"),
        "part": ("teil|teils", "teile|teilen"),
        "title": ("titel|titels", "titeln"),
        "chapter": ("kapitel|kapitels", "kapiteln"),
        "recital": ("erwägungsgrund", "erwägungsgründe"),
        "protocol": ("protokoll|protokolls", "protokolle"),
    },
    and_="und/oder|und|oder|sowie",
    to="bis",
    of="des|der|von|vom|zum|zur|im|in",
    this="dieses|dieser|diesem|diesen|diese|des vorliegenden|der vorliegende|dem vorliegenden|desselben",
    that="jenes|jener|genannten",
    own="dieses|dieser|diesem|diesen|vorliegenden",
    instruments=(
        "vertrag|vertrags|vertrages|abkommen|abkommens|übereinkommen|übereinkommens|protokoll|protokolls|charta|"
        "verordnung|richtlinie|beschluss|beschlusses|gesetz|gesetzes|grundgesetz|grundgesetzes|satzung|pakt|pakts"
    ),
    small_words="über|zur|zum|für|der|die|das|des|dem|den|zwischen|gegen|betreffend|von|vom",
    before="oben|vorstehend|vorstehende|vorstehenden|vorhergehende|vorhergehenden",
    after="unten|nachstehend|nachstehende|nachstehenden|folgende|folgenden",
    lists=True,
    ordinals=(
        *("erster|ersten|erste", "zweiter|zweiten|zweite", "dritter|dritten|dritte", "vierter|vierten|vierte"),
        *("fünfter|fünften|fünfte", "sechster|sechsten|sechste", "siebter|siebten|siebte"),
        *("achter|achten|achte", "neunter|neunten|neunte", "zehnter|zehnten|zehnte"),
    ),
)

TABLES: Final = {"en": ENGLISH, "nl": DUTCH, "fr": FRENCH, "es": SPANISH, "de": GERMAN}
"""The languages that write a division's name before its number; Chinese and Japanese write it behind."""

MORE_WORDS: Final = {
    "book": "book|livre|libro|buch|boek",
    "subpart": "subpart|sub-part",
    "division": "division",
    "article": "articolo|artigo|artykuł|статья|стаття|artikkel",
    "clause": "clausola",
    "annex": "allegato|załącznik|приложение|додаток|bilaga|liite",
    "schedule": "addendum",
    "chapter": "capitolo|capo|rozdział|глава|розділ|kapittel",
    "title": "titolo",
    "section": "sezione|secção|seção|раздел",
    "paragraph": "comma|ustęp",
    "protocol": "protocollo",
}
"""Names of divisions, by kind, in languages without a table (Italian, Portuguese, Polish, Russian, Ukrainian, Swedish,
Norwegian, Finnish), and those that only labels use."""

EAST_ASIAN: Final = {
    "条": "article",
    "條": "article",
    "項": "paragraph",
    "款": "paragraph",
    "号": "point",
    "號": "point",
    "章": "chapter",
    "節": "section",
    "节": "section",
    "部": "part",
    "編": "part",
    "编": "part",
}
"""Counters of divisions behind their number, as in 第五条第二項."""
