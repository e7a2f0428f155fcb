"""Invented passages in six languages, each with the kind that a reader gives it."""

from __future__ import annotations

from typing import Any

from clausetrack.draft.context import Context
from clausetrack.draft.passage import Passage, Role
from clausetrack.draft.signs import Signs


def passage(text: str, heading: str | None = None, *, role: Role = "provision", path: tuple[str, ...] = ()) -> Passage:
    """Make a passage that stands in no document."""
    return Passage(role=role, text=text, stretches=(), heading=heading, path=path)


def treaty(language: str | None = "en", **more: Any) -> Context:
    """Give a binding treaty between Norway and Iceland, or one that is otherwise in what ``more`` says."""
    return Context(language, ("NO", "IS"), instrument="treaty", legal_status="binding")._replace(**more)


def signs(text: str, heading: str | None = None, language: str = "en") -> Signs:
    """Read the signs of a text in that treaty."""
    return Signs(passage(text, heading), treaty(language))


KINDS: dict[str, tuple[tuple[str, str | None, str], ...]] = {
    "en": (
        ("commitment", None, "Each Party shall open its fishing ports to the lifeboats of the other Party."),
        ("commitment", "Tides", "1. The Parties shall share their tide tables.\n2. They may charge a fee."),
        ("commitment", None, "The lanterns shall be lit by the Harbour Board at dusk."),
        ("dialogue", "Joint Committee", "A Joint Committee is hereby established. It shall meet once a year."),
        ("dialogue", None, "The Parties will hold an annual dialogue on lifeboats between their transport ministers."),
        ("dialogue", "Consultations", "Either Party may request consultations, which shall be held within a month."),
        ("statement", None, "The Parties welcome the new quay and share the concern at the state of the old one."),
        ("definition", "Definitions", "For the purposes of this Agreement: (a) “lifeboat” means a boat that saves."),
        ("definition", None, "“Lifeboat” means any boat that is kept to save lives."),
        ("procedure", "Entry into force", "This Agreement shall enter into force on the first day of May."),
        ("procedure", "Amendment", "Either Party may propose amendments to this Agreement."),
        ("procedure", "Settlement of disputes", "Disputes shall be settled by negotiation between the Parties."),
        ("provision", "Scope", "This Agreement applies to all ports of the Parties."),
        ("provision", None, "Nothing in this Agreement affects the rights of pilots."),
        ("provision", None, "The Parties may close their ports in a storm."),
    ),
    "fr": (
        ("commitment", None, "Chaque Partie doit ouvrir ses ports aux canots de l'autre Partie."),
        ("commitment", None, "Les Parties ouvrent leurs ports aux canots de sauvetage."),
        ("dialogue", "Commission mixte", "Il est institué une commission mixte. Elle se réunit chaque année."),
        ("statement", None, "Les Parties se félicitent de l'ouverture du quai."),
        ("definition", "Définitions", "Aux fins du présent accord, on entend par «canot» tout bateau qui sauve."),
        ("procedure", "Entrée en vigueur", "Le présent accord entre en vigueur le premier jour de mai."),
        ("provision", "Champ d'application", "Le présent accord s'applique à tous les ports des Parties."),
        ("provision", None, "Les Parties peuvent fermer leurs ports."),
    ),
    "de": (
        ("commitment", None, "Jede Vertragspartei muss ihre Häfen öffnen."),
        ("dialogue", "Gemischter Ausschuss", "Es wird ein Gemischter Ausschuss eingesetzt. Er tagt jährlich."),
        ("definition", "Begriffsbestimmungen", "Im Sinne dieses Abkommens bedeutet „Boot“ jedes Rettungsboot."),
        ("procedure", "Inkrafttreten", "Dieses Abkommen tritt am ersten Mai in Kraft."),
        ("provision", "Geltungsbereich", "Dieses Abkommen gilt für alle Häfen."),
    ),
    "es": (
        ("commitment", None, "Cada Parte deberá abrir sus puertos."),
        ("dialogue", "Diálogo político", "Las Partes celebrarán cada año un diálogo político a nivel de ministros."),
        ("definition", "Definiciones", "A los efectos del presente Acuerdo, se entiende por «bote» todo salvavidas."),
        ("procedure", "Entrada en vigor", "El presente Acuerdo entrará en vigor el primer día de mayo."),
        ("provision", None, "Las Partes podrán cerrar sus puertos."),
    ),
    "nl": (
        ("commitment", None, "Elke Partij moet haar havens openstellen."),
        ("dialogue", "Overleg", "De Partijen houden jaarlijks overleg op het niveau van ministers."),
        (
            "definition",
            "Begripsomschrijvingen",
            "Voor de toepassing van dit Verdrag betekent „boot” elk vaartuig.",
        ),
        ("procedure", "Inwerkingtreding", "Dit Verdrag treedt in werking op de eerste mei."),
        ("provision", None, "De Partijen kunnen hun havens sluiten."),
    ),
    "ja": (
        ("commitment", None, "各締約国は、自国の港を開放しなければならない。"),
        ("dialogue", "政治対話", "締約国は、外務大臣レベルの政治対話を毎年開催する。"),
        ("statement", None, "両首脳は、新しい埠頭の完成を歓迎する。"),
        ("definition", "定義", "この協定の適用上、「救命艇」とは、人命を救う船をいう。"),
        ("procedure", "効力発生", "この協定は、五月一日に効力を生ずる。"),
        ("provision", None, "締約国は、港を閉鎖することができる。"),
    ),
}
