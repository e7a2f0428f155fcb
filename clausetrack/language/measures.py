"""The words of dates, durations, amounts and shares: one table a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """How one language writes measures; the words of a field are parted by bars.

    ``months`` are the twelve names, ``day_ordinals`` the days of one counted in words. ``times`` gives ISO 8601
    designators by unit of time (``T`` before those of the clock), ``working`` the adjectives of days on which one
    works. ``currencies`` gives ISO 4217 codes by name, ``periods`` the period of an adverb. ``every``, ``repeats`` and
    ``each`` stand in "every two years", "two times a year". ``since`` are words before a lone year, ``parts`` the
    denominators of fractions.
    """

    months: tuple[str, ...] = ()
    day_ordinals: tuple[str, ...] = ()
    times: dict[str, str]
    working: str
    percent: str
    currencies: dict[str, str]
    periods: dict[str, str]
    every: str
    each: str
    repeats: str
    since: str
    parts: dict[str, int]
    nth: dict[str, int]
    decimal_comma: bool = False


_ORDINALS: Final = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    *("twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth"),
    *("twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first"),
)

ENGLISH: Final = Measures(
    months=(
        *("january|jan.|jan", "february|feb.|feb", "march|mar.", "april|apr.|apr", "may", "june|jun.", "july|jul."),
        *("august|aug.|aug", "september|sept.|sep.|sept", "october|oct.|oct", "november|nov.|nov", "december|dec.|dec"),
    ),
    day_ordinals=_ORDINALS,
    times={
        "second|seconds": "TS",
        "minute|minutes": "TM",
        "hour|hours": "TH",
        "day|days": "D",
        "week|weeks": "W",
        "month|months": "M",
        "year|years": "Y",
        "decade|decades": "10Y",
    },
    working="business|working|banking",
    percent="per cent|percent|per centum|pct|percentage points|percentage point",
    currencies={
        "euro|euros": "EUR",
        "us dollar|us dollars|u.s. dollars|united states dollars|dollar|dollars": "USD",
        "pound sterling|pounds sterling|pound|pounds": "GBP",
        "yen": "JPY",
        "swiss franc|swiss francs": "CHF",
        "rupee|rupees": "INR",
        "yuan|renminbi": "CNY",
        "won": "KRW",
        "units of account|european units of account|ecu": "XEU",
        "special drawing rights": "XDR",
        "dutch guilders|guilders": "NLG",
    },
    periods={
        "daily": "P1D",
        "weekly": "P1W",
        "fortnightly": "P2W",
        "monthly": "P1M",
        "quarterly": "P3M",
        "half-yearly|semi-annually|semiannually": "P6M",
        "annually|yearly|annual|once a year|each year": "P1Y",
        "biennially|biennial": "P2Y",
        "triennially|triennial": "P3Y",
    },
    every="every|each",
    each="a|an|per|each|every",
    repeats="times",
    since="in|by|until|till|before|since|from|after|during|of|year|to|end of",
    parts={
        "half|halves": 2,
        "third|thirds": 3,
        "quarter|quarters|fourth|fourths": 4,
        "fifth|fifths": 5,
        "tenth|tenths": 10,
    },
    nth={"other|second|2nd": 2, "third|3rd": 3, "fourth|4th": 4, "fifth|5th": 5, "sixth": 6, "seventh": 7, "tenth": 10},
)

DUTCH: Final = Measures(
    months=(
        *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober"),
        *("november", "december"),
    ),
    times={
        "minuut|minuten": "TM",
        "uur|uren": "TH",
        "dag|dagen": "D",
        "week|weken": "W",
        "maand|maanden": "M",
        "kwartaal|kwartalen": "3M",
        "jaar|jaren": "Y",
    },
    working="werk",
    percent="procent|percent|ten honderd",
    currencies={"euro": "EUR", "dollar|us-dollar": "USD", "gulden": "NLG", "pond sterling": "GBP", "yen": "JPY"},
    periods={
        "dagelijks|dagelijkse": "P1D",
        "wekelijks|wekelijkse": "P1W",
        "maandelijks|maandelijkse": "P1M",
        "halfjaarlijks|halfjaarlijkse": "P6M",
        "jaarlijks|jaarlijkse|elk jaar|ieder jaar": "P1Y",
        "tweejaarlijks|tweejaarlijkse": "P2Y",
    },
    every="elke|iedere|om de|elk|ieder",
    each="per",
    repeats="keer|maal",
    since="in|tegen|tot|voor|sinds|vanaf|na|jaar",
    parts={"helft": 2, "derde": 3, "derden": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "tiende": 10},
    nth={"andere|tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "tiende": 10},
    decimal_comma=True,
)

FRENCH: Final = Measures(
    months=(
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre"),
        "décembre",
    ),
    times={
        "minute|minutes": "TM",
        "heure|heures": "TH",
        "jour|jours": "D",
        "semaine|semaines": "W",
        "mois": "M",
        "trimestre|trimestres": "3M",
        "an|ans|année|années": "Y",
    },
    working="ouvrable|ouvrables|ouvré|ouvrés",
    percent="pour cent|pour-cent|p. cent",
    currencies={
        "euro|euros": "EUR",
        "dollar|dollars|dollars américains": "USD",
        "francs suisses": "CHF",
        "yens": "JPY",
    },
    periods={
        "quotidien|quotidienne|quotidiennement": "P1D",
        "hebdomadaire": "P1W",
        "mensuel|mensuelle|mensuellement": "P1M",
        "trimestriel|trimestrielle": "P3M",
        "semestriel|semestrielle": "P6M",
        "annuel|annuelle|annuellement|chaque année|tous les ans": "P1Y",
        "biennal|biennale|bisannuel": "P2Y",
    },
    every="tous les|toutes les",
    each="par",
    repeats="fois",
    since="en|avant|depuis|dès|après|année",
    parts={"moitié": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquièmes": 5, "dixièmes": 10},
    nth={"deuxième|second|seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5},
    decimal_comma=True,
)

SPANISH: Final = Measures(
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre|setiembre", "octubre"),
        *("noviembre", "diciembre"),
    ),
    times={
        "minuto|minutos": "TM",
        "hora|horas": "TH",
        "día|días": "D",
        "semana|semanas": "W",
        "mes|meses": "M",
        "trimestre|trimestres": "3M",
        "año|años": "Y",
    },
    working="hábil|hábiles|laborable|laborables",
    percent="por ciento|por cien",
    currencies={"euro|euros": "EUR", "dólar|dólares": "USD", "pesos": "MXN", "yenes": "JPY"},
    periods={
        "diario|diaria|diariamente": "P1D",
        "semanal|semanalmente": "P1W",
        "mensual|mensualmente": "P1M",
        "trimestral|trimestralmente": "P3M",
        "semestral|semestralmente": "P6M",
        "anual|anualmente|cada año|todos los años": "P1Y",
        "bienal": "P2Y",
    },
    every="cada",
    each="por|al",
    repeats="veces|vez",
    since="en|antes de|desde|después de|hasta|año",
    parts={"mitad": 2, "tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4, "quintos": 5, "décimos": 10},
    nth={"segundo|segunda": 2, "tercer|tercera": 3, "cuarto|cuarta": 4, "quinto|quinta": 5},
    decimal_comma=True,
)

GERMAN: Final = Measures(
    months=(
        *("januar|jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober"),
        *("november", "dezember"),
    ),
    times={
        "minute|minuten": "TM",
        "stunde|stunden": "TH",
        "tag|tage|tagen|tages": "D",
        "woche|wochen": "W",
        "monat|monate|monaten|monats": "M",
        "quartal|quartale|quartalen": "3M",
        "jahr|jahre|jahren|jahres": "Y",
    },
    working="werk|arbeits|bank",
    percent="prozent|vom hundert|v. h.|v.h.",
    currencies={
        "euro": "EUR",
        "us-dollar|dollar": "USD",
        "schweizer franken|franken": "CHF",
        "deutsche mark": "DEM",
        "yen": "JPY",
    },
    periods={
        "täglich|tägliche|täglichen|täglicher|tägliches": "P1D",
        "wöchentlich|wöchentliche|wöchentlichen|wöchentlicher|wöchentliches": "P1W",
        "monatlich|monatliche|monatlichen|monatlicher|monatliches": "P1M",
        "vierteljährlich|vierteljährliche|vierteljährlichen|vierteljährlicher|vierteljährliches": "P3M",
        "halbjährlich|halbjährliche|halbjährlichen|halbjährlicher|halbjährliches": "P6M",
        "jährlich|jährliche|jährlichen|jährlicher|jährliches|alljährlich|alljährliche|alljährlichen": "P1Y",
        "zweijährlich|zweijährliche|zweijährlichen|zweijährlicher|zweijährliches": "P2Y",
    },
    every="alle|jede|jeden|jedes",
    each="pro|je|im",
    repeats="mal",
    since="in|bis|vor|seit|ab|nach|jahr|jahre",
    parts={"hälfte": 2, "drittel": 3, "dritteln": 3, "viertel": 4, "vierteln": 4, "fünftel": 5, "zehntel": 10},
    nth={
        "zweite|zweiten|zweites|andere": 2,
        "dritte|dritten|drittes": 3,
        "vierte|vierten|viertes": 4,
        "fünfte|fünften": 5,
    },
    decimal_comma=True,
)

TABLES: Final = {"en": ENGLISH, "nl": DUTCH, "fr": FRENCH, "es": SPANISH, "de": GERMAN}

CURRENCY_SIGNS: Final = {
    "€": "EUR",
    "£": "GBP",
    "US$": "USD",
    "$": "USD",
    "¥": "JPY",
    "￥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "A$": "AUD",
    "C$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "฿": "THB",
    "₫": "VND",
}
CURRENCY_CODES: Final = (
    "EUR|USD|GBP|JPY|CHF|CNY|INR|KRW|AUD|CAD|NZD|HKD|SGD|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|TRY|RUB|UAH|BRL|MXN|ARS|"
    "CLP|COP|ZAR|EGP|NGN|KES|MAD|ILS|SAR|AED|QAR|KWD|THB|VND|IDR|MYR|PHP|TWD|PKR|BDT|LKR|MDL|ALL|MKD|RSD|XDR|XEU|ECU|NLG|DEM|FRF"
)
UNITS: Final = (
    "km²|km2|m²|m2|m³|m3|km|cm|mm|kg|mg|g|t|l|ml|kWh|MWh|GWh|kW|MW|GW|Hz|kHz|MHz|GHz|Mbps|Gbps|kB|KB|MB|GB|TB|°C|ha|nm|"
    "NM|M|dB|ppm"
)
"""Unit signs that a number takes; words behind a number are its unit as they are."""
