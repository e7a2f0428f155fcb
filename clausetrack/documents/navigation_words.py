"""How pages and files name what their readers find their way by: lists of contents, and ways back to the top."""

from __future__ import annotations

import re
from typing import Final

_CONTENTS: Final = re.compile(
    r"(?:table of )?contents|(?:on|in) this (?:page|document)|jump to|index|table des matières|sommaire|sur cette page"
    r"|índice|indice|sumario|en esta página|inhalt(?:sverzeichnis|sübersicht)?|auf dieser seite|inhoud(?:sopgave)?"
    r"|op deze pagina|目次|目录|目錄",
    re.IGNORECASE,
)
_TO_TOP: Final = re.compile(
    r"\A\W*[↑⇧⬆▲⤒]|\btop\W*\Z|\bnach oben\b|\bseitenanfang\b|\bhaut de (?:la )?page\b"
    r"|\b(?:volver|ir) (?:al inicio|arriba)\b|\btorna (?:su|all.inizio)\b|\bnaar boven\b|\bdo topo\b",
    re.IGNORECASE,
)
SHORT: Final = 40
"""Characters of the longest of them: "Return to the table of contents" has 31."""


_NOTICE: Final = 400
"""Characters of the longest notice about cookies that says no more than that there are some."""

_LINE: Final = 120
"""Characters of the longest line at the head or the foot of a page."""

_COOKIES: Final = re.compile(
    r"\b(?:we|this (?:web)?site|our (?:web)?site|our partners|nous|ce site|wir|diese (?:web)?seite|usamos"
    r"|utilizamos|este sitio"
    r"|wij|deze (?:web)?site)\b.{0,60}\bcookies?\b",
    re.IGNORECASE,
)
_BUTTON: Final = (
    r"(?:accept|reject|allow|decline|deny|refuse|manage|customi[sz]e|save|confirm|got it|ok|agree|disagree|close"
    r"|cookies?|settings|preferences|options|all|only|necessary|essential|and|my|choices|learn|more|accepter|refuser|tout"
    r"|gérer|paramètres|akzeptieren|ablehnen|alle|einstellungen|aceptar|rechazar|todo"
    r"|configurar|accepteren|weigeren|instellingen)"
)
_BUTTONS: Final = re.compile(rf"{_BUTTON}(?:[\s|·&,]+{_BUTTON}){{0,15}}\W*", re.IGNORECASE)
_HEAD: Final = re.compile(
    r"\W*(?:skip to (?:main )?(?:content|navigation)|jump to content|menu|search|sign in|log ?in|toggle navigation"
    r"|(?:share|print|e-?mail|save|download|listen to)(?: (?:this|the|on|via|with|page|article|link|pdf|[a-z-]*book|x"
    r"|linkedin|twitter|whatsapp|as|to|friends?))*"
    r"|aller au contenu(?: principal)?|partager|imprimer|zum inhalt(?: springen)?|teilen|drucken|ir al contenido"
    r"|compartir|imprimir|naar de inhoud|delen|afdrukken)\W*"
    r"|share(?: this)?(?: page| article)?\s*:.{0,60}",
    re.IGNORECASE,
)
_CRUMBS: Final = re.compile(r"(?!.*«)[^>›»→:.;]{1,40}(?:\s[>›»→]\s?[^>›»→.;]{1,60}){1,6}")
"""The way from a site's first page to this one: "Home > Legal > Terms"."""

_RIGHTS: Final = re.compile(
    r"\A\W*©|©\s*\d{4}|\(c\)\s*\d{4}|\bcopyright\s+(?:©|\(c\)|\d{4})|\ball rights reserved\W*\Z", re.IGNORECASE
)
_FOOT: Final = re.compile(
    r"\W*(?:(?:related|recommended|popular|latest|recent|more|further|other|similar) "
    r"(?:articles?|links?|content|pages?|topics?|news|stories|reading|posts?|documents?|information)"
    r"|you (?:may|might) also like|see also|read (?:more|next)|more (?:from|on|about) .{1,60}|what.s new"
    r"|(?:was|did) (?:this|you find this) (?:page|article|information|answer|content)?.{0,40}\?.{0,20}"
    r"|(?:follow|connect with|find) us\b.{0,60}|(?:subscribe|sign up) (?:to|for) .{0,60}newsletter.{0,40}|newsletter"
    r"|(?:page )?last (?:modified|updated|reviewed|changed)(?: on)?\s*:.{0,40}|print this page|share this page.{0,60}"
    r"|articles? (?:liés|connexes)|à lire aussi|voir aussi|suivez-nous.{0,40}|dernière mise à jour\s*:.{0,40}"
    r"|verwandte (?:artikel|themen)|das könnte sie auch interessieren|folgen sie uns.{0,40}|artículos relacionados"
    r"|síguenos.{0,40}|lees ook|volg ons.{0,40}|gerelateerde artikelen)\W*",
    re.IGNORECASE,
)


def names_cookies(text: str) -> bool:
    """Say whether a block is a notice about cookies, where buttons follow it; alone it may begin a policy on them."""
    return len(text) <= _NOTICE and _COOKIES.search(text) is not None


def names_buttons(text: str) -> bool:
    """Say whether a block is the buttons of such a notice."""
    return len(text) <= _LINE and _BUTTONS.fullmatch(text.strip()) is not None


def names_head(text: str) -> bool:
    """Say whether a block before a text is a way through the site, or a bar for sharing."""
    return len(text) <= _LINE and any(each.fullmatch(text.strip()) for each in (_HEAD, _CRUMBS))


def names_rights(text: str) -> bool:
    """Say whether a text is a notice of copyright; a clause about it, as the last one of some terms, is none."""
    return len(text) <= _NOTICE and _RIGHTS.search(text) is not None


def names_foot(text: str) -> bool:
    """Say whether a block behind a text is a notice of copyright, or leads on to something else to read."""
    return names_rights(text) or (len(text) <= _LINE and _FOOT.fullmatch(text.strip()) is not None)


def names_contents(text: str) -> bool:
    """Say whether a line is what a list of contents is called, and nothing else."""
    return len(text) <= SHORT and _CONTENTS.fullmatch(text.strip(" \t\n:：.#*_")) is not None


def names_top(text: str) -> bool:
    """Say whether the words of a link say that it leads back to the top, in the languages of most pages."""
    return len(text) <= SHORT and _TO_TOP.search(text) is not None
