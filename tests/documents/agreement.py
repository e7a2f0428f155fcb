"""One invented agreement as data, and what writes it in each format, so that all formats can be held to say the same.

`AGREEMENT` is a tree of nodes. A writer for another format walks it with `walk`, which gives each node once, in reading
order, with its depth. In `Node.text`, ``[^1]`` is where footnote 1 is called; the notes themselves are nodes of kind
"note", which stand behind the article that calls them, as they would at the foot of its page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from textwrap import fill
from typing import Literal, NamedTuple

Kind = Literal[
    "agreement",  # the root; its text is the title
    "opening",  # the words before the recitals, and those after them
    "recital",
    "chapter",  # label "Chapter I", text is the heading
    "article",  # label "Article 1", text is the heading
    "paragraph",  # label "1." or None
    "point",  # label "(a)"
    "subpoint",  # label "(i)"
    "note",  # label "1": a footnote
    "closing",  # place and date
    "signature",
    "annex",  # label "Annex", text is the heading
    "row",  # of a table; `cells`
]

CALL = re.compile(r"\[\^(\w+)\]")
"""Where a footnote is called in a text; the group is its label."""


class Node(NamedTuple):
    """A part of the agreement: its kind, the label that is printed before it, its text or heading, and its parts."""

    kind: Kind
    text: str = ""
    label: str | None = None
    children: tuple[Node, ...] = ()
    cells: tuple[str, ...] = ()


def walk(node: Node, depth: int = 0) -> Iterator[tuple[Node, int]]:
    """Give a node and all below it in reading order, each with its depth from 0."""
    yield node, depth
    for child in node.children:
        yield from walk(child, depth + 1)


def _article(number: int, heading: str, *children: Node) -> Node:
    return Node("article", heading, f"Article {number}", children)


def _paragraph(text: str, label: str | None = None, *children: Node) -> Node:
    return Node("paragraph", text, label, children)


def _points(*texts: str) -> tuple[Node, ...]:
    return tuple(Node("point", text, f"({letter})") for letter, text in zip("abcdefgh", texts, strict=False))


def _rows(*rows: tuple[str, ...]) -> tuple[Node, ...]:
    return tuple(Node("row", cells=cells) for cells in rows)


AGREEMENT = Node(
    "agreement",
    "Agreement between Northland and Southmark on Pilotage",
    children=(
        Node("opening", "Northland and Southmark (hereinafter “the Parties”),"),
        Node(
            "recital", "Recalling that the strait between their coasts is narrow and that its shoals move every winter;"
        ),
        Node("recital", "Wishing that every ship which passes it has on board a person who knows it well,"),
        Node("opening", "Have agreed as follows:"),
        Node(
            "chapter",
            "General provisions",
            "Chapter I",
            (
                _article(
                    1,
                    "Use of terms",
                    _paragraph(
                        "For the purposes of this Agreement:",
                        None,
                        *_points(
                            "“pilot” means a person who holds a licence under Article 5;",
                            "“strait” means the waters between Gull Point and the Southport light;",
                            "“ship” means any vessel longer than 24 metres, whatever flag it flies.",
                        ),
                    ),
                ),
                _article(
                    2,
                    "Purpose",
                    _paragraph("The purpose of this Agreement is to keep ships, their crews and the strait safe."),
                ),
                _article(
                    3,
                    "Duty to take a pilot",
                    _paragraph(
                        "The master of a ship shall take a pilot on board before the ship enters the strait.", "1."
                    ),
                    _paragraph(
                        "Paragraph 1 does not apply to:",
                        "2.",
                        Node("point", "ships of war;", "(a)"),
                        Node(
                            "point",
                            "ferries which pass the strait at least once a day, provided that the master:",
                            "(b)",
                            (
                                Node("subpoint", "has passed an examination in either Party; and", "(i)"),
                                Node("subpoint", "speaks the language of the harbour that is called at.", "(ii)"),
                            ),
                        ),
                    ),
                    _paragraph("A Party may exempt further ships where ice or fire leaves no other choice.", "3."),
                ),
                _article(
                    4,
                    "Exchange of charts",
                    _paragraph(
                        "Each Party shall send the other its newest chart of the strait by 1 March of each year.[^1]"
                    ),
                    Node("note", "Charts may be sent on paper until the end of 2026.", "1"),
                ),
            ),
        ),
        Node(
            "chapter",
            "Pilots and fees",
            "Chapter II",
            (
                _article(
                    5,
                    "Licences",
                    _paragraph("Each Party shall issue licences to pilots who have served at sea for six years.", "1."),
                    _paragraph("A licence is valid for three years and may be renewed.", "2."),
                    _paragraph("The Parties shall recognise each other’s licences.", "3."),
                ),
                _article(
                    6,
                    "Fees",
                    _paragraph("The fees are those of the Annex. They shall be paid within 30 days.", "1."),
                    _paragraph("The Joint Committee may raise a fee by no more than 5 % a year.", "2."),
                ),
                _article(
                    7,
                    "Joint Committee",
                    _paragraph(
                        "A Joint Committee is established. It shall meet once a year, in Northland and Southmark "
                        "in turn, and shall:",
                        None,
                        *_points(
                            "review how this Agreement is applied;",
                            "hear complaints of masters and pilots; and",
                            "report to both governments.",
                        ),
                    ),
                ),
                _article(
                    8,
                    "Settlement of disputes",
                    _paragraph("The Parties should settle disputes by talks, and shall not bring them to a court."),
                ),
                _article(
                    9,
                    "Entry into force",
                    _paragraph(
                        "This Agreement shall enter into force on the first day of the second month after both "
                        "Parties have told each other that their procedures are complete.",
                        "1.",
                    ),
                    _paragraph("Either Party may terminate it with six months’ notice in writing.", "2."),
                ),
            ),
        ),
        Node("closing", "Done at Southport on 3 May 2021, in two originals in the English language."),
        Node("signature", "For Northland: Ada Holm, Minister for the Sea"),
        Node("signature", "For Southmark: Tomas Reyk, Minister of Transport"),
        Node(
            "annex",
            "Fees for pilotage",
            "Annex",
            (
                _paragraph("The fees are in crowns for one passage."),
                *_rows(
                    ("Length of the ship", "By day", "By night"),
                    ("up to 50 metres", "400", "520"),
                    ("up to 120 metres", "900", "1,170"),
                    ("over 120 metres", "1,600", "2,080"),
                ),
            ),
        ),
    ),
)


def to_txt(agreement: Node, width: int | None = None) -> str:
    """Write plain text: a paragraph on a line, or filled to ``width`` columns with headings in the middle."""
    parts: list[str] = []
    for node, _ in walk(agreement):
        text = CALL.sub(r"[\1]", node.text)
        if node.kind in {"agreement", "chapter", "article", "annex"}:
            parts += [(line.center(width).rstrip() if width else line) for line in (node.label, text) if line]
        elif node.kind == "row":
            parts.append("\t".join(node.cells))
        else:
            label = f"[{node.label}]" if node.kind == "note" else node.label
            line = f"{label} {text}" if label else text
            parts.append(fill(line, width, subsequent_indent="    " if label else "") if width else line)
    return "\n\n".join(parts) + "\n"


def to_md(agreement: Node) -> str:
    """Write Markdown: headings with #, numbered paragraphs as ordered lists, points below them, a table, a footnote."""
    levels = {"agreement": "#", "chapter": "##", "annex": "##", "article": "###"}
    parts: list[str] = []
    for node, _ in walk(agreement):
        if node.kind in levels:
            parts.append(f"{levels[node.kind]} " + (f"{node.label}. {node.text}" if node.label else node.text))
        elif node.kind == "note":
            parts.append(f"[^{node.label}]: {node.text}")
        elif node.kind == "row":
            parts.append("| " + " | ".join(node.cells) + " |")
        else:
            indent = "   " if node.kind in {"point", "subpoint"} else ""
            parts.append(indent + (f"{node.label} {node.text}" if node.label else node.text))
    text = "\n\n".join(parts) + "\n"
    text = text.replace(" |\n\n|", " |\n|")
    return re.sub(
        r"(\A|\n\n)(\|.*\|\n)", lambda found: found[0] + "|---" * (found[0].count("|") - 1) + "|\n", text, count=1
    )


def to_html(agreement: Node) -> str:
    """Write a page of the web, with furniture around the text; notes stand at the end."""
    tags = {"agreement": "h1", "chapter": "h2", "annex": "h2", "article": "h3"}
    body: list[str] = []
    notes: list[str] = []
    rows: list[str] = []
    for node, _ in walk(agreement):
        text = CALL.sub(r'<sup><a href="#fn\1" id="ref\1">\1</a></sup>', escape(node.text))
        if node.kind in tags:
            body.append(f"<{tags[node.kind]}>{f'{node.label}<br>' if node.label else ''}{text}</{tags[node.kind]}>")
        elif node.kind == "note":
            notes.append(f'<li id="fn{node.label}">{text} <a href="#ref{node.label}">↩</a></li>')
        elif node.kind == "row":
            tag = "td" if rows else "th"
            rows.append("<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in node.cells) + "</tr>")
        else:
            body.append(f"<p>{f'{node.label} ' if node.label else ''}{text}</p>")
    main = "\n".join(
        [*body, "<table>", *rows, "</table>", '<section class="footnotes"><ol>', *notes, "</ol></section>"]
    )
    return _PAGE.format(title=escape(agreement.text), main=main)


_PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title><style>h1 {{ color: navy }}</style>
<script>var fees = 1;</script></head>
<body>
<header><a href="/">Gazette of Southmark</a>
<nav><ul><li><a href="/laws">Laws</a></li><li><a href="/treaties">Treaties</a></li></ul></nav></header>
<div class="cookie-banner">We would like to store cookies. <button>Accept</button></div>
<main>
{main}
</main>
<footer><p>Printed by the Harbour Press</p></footer>
</body>
</html>
"""


def to_akn(agreement: Node) -> str:
    """Write Akoma Ntoso 3.0: hierarchy with ids, numbers apart from the text, the note inside the text."""
    notes = {node.label: node.text for node, _ in walk(agreement) if node.kind == "note"}
    of: dict[str, list[Node]] = {}
    for child in agreement.children:
        of.setdefault(child.kind, []).append(child)
    recitals = "".join(
        f'<recital eId="rec_{n}"><p>{_akn_text(node, notes)}</p></recital>' for n, node in _numbered(of["recital"])
    )
    first, last = of["opening"]
    conclusions = "".join(f"<p>{_akn_text(node, notes)}</p>" for node in (*of["closing"], *of["signature"]))
    return _AKN.format(
        title=escape(agreement.text),
        preamble=f"<p>{_akn_text(first, notes)}</p><recitals>{recitals}</recitals><p>{_akn_text(last, notes)}</p>",
        body="\n".join(_akn_part(node, f"chp_{n}", notes) for n, node in _numbered(of["chapter"])),
        conclusions=conclusions,
        annex="".join(_akn_annex(node, notes) for node in of["annex"]),
    )


def _numbered(nodes: list[Node]) -> list[tuple[int, Node]]:
    return list(enumerate(nodes, 1))


def _akn_text(node: Node, notes: dict[str | None, str]) -> str:
    def note(found: re.Match[str]) -> str:
        return f'<authorialNote marker="{found[1]}"><p>{escape(notes[found[1]])}</p></authorialNote>'

    return CALL.sub(note, escape(node.text))


def _akn_part(node: Node, id: str, notes: dict[str | None, str]) -> str:
    """Write a chapter or an article as num and heading, a paragraph or a point as num and content or intro and list."""
    children = [child for child in node.children if child.kind != "note"]
    num = f"<num>{escape(node.label)}</num>" if node.label else ""
    if node.kind in {"chapter", "article"}:
        inside = f"{num}<heading>{escape(node.text)}</heading>"
    else:
        tag = "intro" if children else "content"
        inside = f"{num}<{tag}><p>{_akn_text(node, notes)}</p></{tag}>"
    short = {"article": "art", "paragraph": "para", "point": "point", "subpoint": "subpoint"}
    inside += "".join(_akn_part(child, f"{id}__{short[child.kind]}_{n}", notes) for n, child in _numbered(children))
    tag = "point" if node.kind == "subpoint" else node.kind
    return f'<{tag} eId="{id}">{inside}</{tag}>'


def _akn_annex(node: Node, notes: dict[str | None, str]) -> str:
    texts = "".join(f"<p>{_akn_text(child, notes)}</p>" for child in node.children if child.kind == "paragraph")
    rows = "".join(
        "<tr>" + "".join(f"<td><p>{escape(cell)}</p></td>" for cell in child.cells) + "</tr>"
        for child in node.children
        if child.kind == "row"
    )
    head = f"<h2>{escape(node.label or '')}</h2><h2>{escape(node.text)}</h2>"
    return f"<mainBody>{head}{texts}<table>{rows}</table></mainBody>"


_AKN = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<act name="agreement">
<meta>
<identification source="#press">
<FRBRWork><FRBRthis value="/akn/zz/act/2021-05-03/1/!main"/><FRBRuri value="/akn/zz/act/2021-05-03/1"/>
<FRBRdate date="2021-05-03" name="signature"/><FRBRauthor href="#parties"/><FRBRcountry value="zz"/></FRBRWork>
<FRBRExpression><FRBRthis value="/akn/zz/act/2021-05-03/1/eng/!main"/>
<FRBRuri value="/akn/zz/act/2021-05-03/1/eng"/>
<FRBRdate date="2021-05-03" name="signature"/><FRBRauthor href="#parties"/>
<FRBRlanguage language="eng"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="/akn/zz/act/2021-05-03/1/eng/!main.xml"/>
<FRBRuri value="/akn/zz/act/2021-05-03/1/eng.xml"/><FRBRdate date="2021-06-01" name="publication"/>
<FRBRauthor href="#press"/></FRBRManifestation>
</identification>
</meta>
<preface><p><docTitle>{title}</docTitle></p></preface>
<preamble>{preamble}</preamble>
<body>
{body}
</body>
<conclusions>{conclusions}</conclusions>
<attachments><attachment eId="att_1"><doc name="annex"><meta/>{annex}</doc></attachment></attachments>
</act>
</akomaNtoso>
"""


WRITERS = {
    "agreement.txt": to_txt,
    "agreement-wrapped.txt": lambda agreement: to_txt(agreement, 72),
    "agreement.md": to_md,
    "agreement.html": to_html,
    "agreement.akn.xml": to_akn,
}
"""What writes which file in `samples`; `python -m tests.documents.agreement` writes them anew."""


if __name__ == "__main__":
    for name, write in WRITERS.items():
        Path(__file__).with_name("samples").joinpath(name).write_text(write(AGREEMENT), encoding="utf-8", newline="\n")
