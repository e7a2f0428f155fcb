"""Words that name parties and other actors of agreements: one table a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """How one language names actors; the words of a field are parted by bars.

    ``nouns`` gives the canonical name of an actor by its forms, ``titles`` the same for nouns that name one body only
    with a capital ("the Council"). ``adjectives`` may stand before them ("requested Party"). ``quantifiers`` tells how
    many are meant by the words that tell it: each, all, no, either, other.
    """

    nouns: dict[str, str]
    titles: dict[str, str]
    adjectives: str = ""
    quantifiers: dict[str, str]


ENGLISH: Final = Actors(
    nouns={
        "party|parties": "party",
        "state party|states parties": "state party",
        "member state|member states": "member state",
        "participant|participants": "participant",
        "signatory|signatories": "signatory",
        "government|governments": "government",
        "we|us|our": "we",
        "you|your": "you",
        "user|users": "user",
        "customer|customers": "customer",
        "client|clients": "client",
        "consumer|consumers": "consumer",
        "subscriber|subscribers": "subscriber",
        "licensor|licensors": "licensor",
        "licensee|licensees": "licensee",
        "provider|providers": "provider",
        "supplier|suppliers": "supplier",
        "contractor|contractors": "contractor",
        "seller|sellers": "seller",
        "buyer|buyers": "buyer",
        "employer|employers": "employer",
        "employee|employees": "employee",
        "landlord|landlords": "landlord",
        "tenant|tenants": "tenant",
        "lender|lenders": "lender",
        "borrower|borrowers": "borrower",
        "investor|investors": "investor",
        "airline|airlines": "airline",
        "competent authority|competent authorities": "competent authority",
        "third party|third parties": "third party",
        "third country|third countries": "third country",
    },
    titles={
        "State|States": "state",
        "Commission": "commission",
        "Council": "council",
        "European Council": "european council",
        "European Union": "european union",
        "European Parliament": "european parliament",
        "Parliament": "parliament",
        "Assembly": "assembly",
        "Conference of the Parties": "conference of the parties",
        "Secretariat": "secretariat",
        "Secretary-General": "secretary-general",
        "Depositary": "depositary",
        "Committee": "committee",
        "Joint Committee": "joint committee",
        "Court": "court",
        "Court of Justice": "court of justice",
        "Tribunal": "tribunal",
        "Board": "board",
        "Agency": "agency",
        "Authority": "authority",
        "Company": "company",
        "Community": "community",
        "Union": "union",
        "Organisation|Organization": "organisation",
        "Member|Members": "member",
        "Minister|Ministers": "minister",
        "High Representative": "high representative",
    },
    adjectives="contracting|high contracting|requested|requesting|applicant|designated|signatory|disputing|affected",
    quantifiers={
        "each|every": "each",
        "all|all the|both|both the": "all",
        "no|neither|neither of the": "no",
        "any|either|either of the|one of the": "any",
        "other|the other|any other|another|each other|every other": "other",
    },
)

DUTCH: Final = Actors(
    nouns={
        "partij|partijen": "party",
        "verdragsluitende partij|verdragsluitende partijen": "contracting party",
        "overeenkomstsluitende partij|overeenkomstsluitende partijen": "contracting party",
        "lidstaat|lidstaten|lid-staat|lid-staten": "member state",
        "gebruiker|gebruikers": "user",
        "klant|klanten": "customer",
        "verkoper|verkopers": "seller",
        "koper|kopers": "buyer",
        "bevoegde autoriteit|bevoegde autoriteiten": "competent authority",
        "derde land|derde landen": "third country",
        "wij|we|ons|onze": "we",
        "u|uw|jij|je|jouw": "you",
    },
    titles={
        "Commissie": "commission",
        "Raad": "council",
        "Staat|Staten": "state",
        "Europees Parlement": "european parliament",
    },
    adjectives="aangezochte|verzoekende",
    quantifiers={
        "elke|elk|iedere|ieder": "each",
        "alle|beide": "all",
        "geen|geen van de": "no",
        "een van de": "any",
        "andere|de andere": "other",
    },
)

FRENCH: Final = Actors(
    nouns={
        "partie contractante|parties contractantes|hautes parties contractantes": "contracting party",
        "état membre|états membres": "member state",
        "état partie|états parties": "state party",
        "utilisateur|utilisateurs": "user",
        "client|clients": "customer",
        "vendeur|vendeurs": "seller",
        "acheteur|acheteurs": "buyer",
        "autorité compétente|autorités compétentes": "competent authority",
        "pays tiers": "third country",
        "nous|notre|nos": "we",
        "vous|votre|vos": "you",
    },
    titles={
        "Partie|Parties": "party",
        "Commission": "commission",
        "Conseil": "council",
        "État|États": "state",
        "Parlement européen": "european parliament",
    },
    quantifiers={
        "chaque": "each",
        "toutes les|tous les|les deux": "all",
        "aucune|aucun": "no",
        "une des|l'une des|l’une des|toute|tout": "any",
        "autre|l'autre|l’autre": "other",
    },
)

SPANISH: Final = Actors(
    nouns={
        "parte contratante|partes contratantes": "contracting party",
        "estado miembro|estados miembros": "member state",
        "estado parte|estados parte|estados partes": "state party",
        "usuario|usuarios": "user",
        "cliente|clientes": "customer",
        "vendedor|vendedores": "seller",
        "comprador|compradores": "buyer",
        "autoridad competente|autoridades competentes": "competent authority",
        "tercer país|terceros países": "third country",
        "nosotros|nuestro|nuestra": "we",
        "usted|ustedes": "you",
    },
    titles={
        "Parte|Partes": "party",
        "Comisión": "commission",
        "Consejo": "council",
        "Estado|Estados": "state",
        "Parlamento Europeo": "european parliament",
    },
    quantifiers={
        "cada": "each",
        "todas las|todos los|ambas|ambos": "all",
        "ninguna|ningún": "no",
        "cualquiera de las|una de las|cualquier": "any",
        "otra|la otra": "other",
    },
)

GERMAN: Final = Actors(
    nouns={
        "vertragspartei|vertragsparteien": "contracting party",
        "partei|parteien": "party",
        "vertragsstaat|vertragsstaaten": "contracting state",
        "mitgliedstaat|mitgliedstaats|mitgliedstaaten": "member state",
        "nutzer|nutzern|nutzers": "user",
        "kunde|kunden": "customer",
        "verkäufer|verkäufern|verkäufers": "seller",
        "käufer|käufern|käufers": "buyer",
        "zuständige behörde|zuständigen behörden|zuständige behörden": "competent authority",
        "drittstaat|drittstaaten|drittland|drittländer": "third country",
        "wir|uns|unser|unsere": "we",
    },
    titles={
        "Kommission": "commission",
        "Rat|Rates|Rats": "council",
        "Staat|Staaten": "state",
        "Sie|Ihnen": "you",
        "Europäisches Parlament|Europäische Parlament": "european parliament",
    },
    quantifiers={
        "jede|jeder|jeden": "each",
        "alle|beide": "all",
        "keine|kein": "no",
        "eine der": "any",
        "andere|anderen|die andere": "other",
    },
)

TABLES: Final = {"en": ENGLISH, "nl": DUTCH, "fr": FRENCH, "es": SPANISH, "de": GERMAN}

EAST_ASIAN: Final = {
    **dict.fromkeys(("締約国", "缔约国", "缔约方", "缔约双方", "缔约各方"), "contracting party"),
    **dict.fromkeys(("当事国", "当事者", "当事方", "当事人"), "party"),
    **dict.fromkeys(("加盟国", "成员国"), "member state"),
    **dict.fromkeys(("双方", "各方", "一方", "当事国双方"), "party"),
    **dict.fromkeys(("委員会", "委员会"), "committee"),
    **dict.fromkeys(("理事会",), "council"),
    **dict.fromkeys(("事務局", "秘书处"), "secretariat"),
    **dict.fromkeys(("利用者", "ユーザー", "用户"), "user"),
    **dict.fromkeys(("お客様", "顧客", "客户"), "customer"),
    **dict.fromkeys(("当社", "弊社", "我们", "本公司"), "we"),
    **dict.fromkeys(("あなた", "您", "你"), "you"),
    **dict.fromkeys(("第三者", "第三方"), "third party"),
    **dict.fromkeys(("第三国",), "third country"),
}
"""Actors of Japanese and Chinese agreements, with their canonical names."""
EAST_ASIAN_QUANTIFIERS: Final = {
    **dict.fromkeys(("各", "每一"), "each"),
    **dict.fromkeys(("両", "すべての", "全ての", "所有"), "all"),
    **dict.fromkeys(("いずれの", "いずれかの", "任何", "一方の"), "any"),
    **dict.fromkeys(("他方の", "他の", "另", "其他"), "other"),
}
