"""Control words of RTF that matter to a reader of words (RTF 1.9.1); all others are passed over."""

from __future__ import annotations

from typing import Final

SIGNS: Final = {
    "tab": "\t",
    "line": "\n",
    "emdash": "\u2014",
    "endash": "\u2013",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
"""Words that stand for a character."""

ESCAPED: Final = {"~": "\xa0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
"""Signs that stand for a character; a hyphen that only shows where a line breaks is none."""

READ_STARRED: Final = frozenset({"ud", "shpinst", "shptxt", "footnote", "fldinst", "listtext", "pntext", "moMath"})
"""Groups that a reader may leave out if it does not know them, and that hold words or steer them all the same."""

SKIPPED: Final = frozenset(
    (
        *("annotation", "atnauthor", "atnid", "author2", "background", "buptim", "category", "colortbl", "comment"),
        *("company", "creatim", "datastore", "do", "doccomm", "factoidname", "falt", "filetbl", "footer", "footerf"),
        *("footerl", "footerr", "formfield", "ftncn", "ftnsep", "ftnsepc", "aftncn", "aftnsep", "aftnsepc", "header"),
        *("headerf", "headerl", "headerr", "hlinkbase", "keywords", "latentstyles", "listoverridetable", "listtable"),
        *("manager", "mmathPict", "nesttableprops", "nonesttables", "nonshppict", "object", "operator", "panose"),
        *("pgptbl", "pict", "printim", "private", "revtbl", "revtim", "rsidtbl", "rxe", "shprslt", "sp", "subject"),
        *("tc", "template", "themedata", "txe", "userprops", "xe", "xmlnstbl"),
    )
)
"""Groups that hold nothing of the text: tables of formats, heads and feet of pages, pictures, objects, comments."""
