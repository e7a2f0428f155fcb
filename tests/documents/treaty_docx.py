"""A short treaty as Word would store it: automatic numbers, a table, notes and tracked changes."""

from __future__ import annotations

import re

from tests.documents.docx_parts import abstract, gone, ins, level, made, num, p, row, run, style, table

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + style(
        "Chapter",
        "heading 1",
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>',
        based="Normal",
    )
    + style(
        "Article",
        "heading 2",
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>',
        based="Normal",
    )
)
ANEW = "".join(f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="1"/></w:lvlOverride>' for at in range(3))
NUMBERING = (
    abstract(0, level(0, "Chapter %1", "upperRoman", more='<w:pStyle w:val="Chapter"/>'))
    + abstract(1, level(0, "Article %1", more='<w:pStyle w:val="Article"/>'))
    + abstract(
        2,
        level(0, "%1."),
        level(1, "(%2)", "lowerLetter"),
        level(2, "%1.%2.%3", "lowerRoman"),
        more='<w:multiLevelType w:val="multilevel"/>',
    )
    + abstract(3, level(0, "\u2022", "bullet"))
    + "".join(num(id, id - 1) for id in range(1, 5))
    + num(5, 2, ANEW)
)
NOTES = (
    f'<w:footnote w:type="separator" w:id="-1">{p("<w:r><w:separator/></w:r>")}</w:footnote>'
    f'<w:footnote w:type="continuationSeparator" w:id="0">{p("<w:r><w:continuationSeparator/></w:r>")}</w:footnote>'
    f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>", " On paper until 2031.")}</w:footnote>'
)


def body(gone, ins, mark_in, mark_out):
    """Write the text; the arguments write what was deleted and inserted: words, and paragraph marks."""

    def paragraph(*content, num=3, **more):
        return p(*content, num=(num, 0), **more)

    def point(*content, **more):
        return p(*content, num=(3, 1), **more)

    return (
        p(run("Understanding on Lanterns", "<w:b/>"), properties='<w:jc w:val="center"/>')
        + p("Northland and Southmark, neighbours on the strait, have agreed on what follows.")
        + p("Lights at sea", style="Chapter")
        + p("Duty to show lights", style="Article")
        + paragraph("Each Party ", gone("may"), ins("shall"), " light its lanterns at dusk.")
        + paragraph("The keeper shall note:")
        + point("the hour;")
        + point(ins("the weather;"), mark=mark_in)
        + point(gone("the tide;"), mark=mark_out)
        + point("the ships, by:")
        + p("name; and", num=(3, 2))
        + p("flag.", num=(3, 2))
        + paragraph("A list is kept.", '<w:r><w:footnoteReference w:id="1"/></w:r>', " It is open to all.")
        + p("Oil", style="Article")
        + paragraph("Oil is bought together. ", num=5, mark=mark_in)
        + paragraph("Its price is shared.", num=5)
        + p("Money", style="Chapter")
        + p("Fees", style="Article")
        + p("The fees per night are, in crowns:")
        + table(row("Lantern", "Fee"), row("small", "4"), row("large", "9"))
        + p("They are paid:")
        + p("in spring;", num=(4, 0))
        + p("in autumn.", num=(4, 0))
    )


def treaty():
    """Give the treaty with its tracked changes."""
    return _made(body(gone, ins, mark_in="<w:ins/>", mark_out="<w:del/>"))


def accepted():
    """Give the treaty without tracked changes, as it is with all of them accepted."""
    # The paragraph that was deleted is the one of which nothing is left.
    xml = body(lambda text: f"<!--{text}-->", run, mark_in="", mark_out="<!---->")
    return _made(re.sub(r"<w:p>(?:(?!</w:p>).)*<!----></w:rPr></w:pPr>.*?</w:p>", "", xml))


def _made(xml):
    return made(xml, styles=STYLES, numbering=NUMBERING, footnotes=NOTES)
