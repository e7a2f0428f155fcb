"""One of every result on a corpus that can be reported, plain and empty; see `samples`."""

from __future__ import annotations

from array import array

from clausetrack.errors import InputError
from clausetrack.model.change import WordEdit
from clausetrack.model.clause import Clause
from clausetrack.model.corpus import (
    Asked,
    Built,
    Contents,
    Families,
    Family,
    Hits,
    Holding,
    Neighbour,
    Place,
    Resemblance,
    Similar,
    Spot,
    Wording,
)


def words_of(text):
    parts = (("equal", "Ships "), ("delete", "will call"), ("insert", text), ("equal", " at ports."))
    return tuple(WordEdit(op, part) for op, part in parts)


def place(text="Ships will call at ports.", name="treaties/quays.pdf"):
    holding = Holding(name=name, agreement="quays", revision=text, title=text, language="en", clauses=3)
    return Place(
        holding,
        Clause(
            id="port-calls",
            kind="provision",
            text=text,
            number="Article 9",
            heading=text,
            force="commit",
            actors=("NO", text),
        ),
    )


def built(text="Ships will call at ports."):
    errors = (InputError(text, file=text or None, line=3, column=17, hint=text), InputError("empty", file="b.pdf"))
    return Built(added=1_200, changed=1, kept=3, gone=2, clauses=31, passed_over=4, stale=5, unreadable=errors)


def contents(text="Ships will call at ports."):
    return Contents(
        documents=12,
        agreements=1,
        clauses=31_000,
        wordings=4,
        kinds={"commitment": 30, "provision": 1},
        languages=dict.fromkeys(("en", "fr", "de", "es", "nl", "ja", "zh", "it", "pt", "unknown"), 1),
        unreadable=(InputError(text, file=text, hint=text), InputError("empty")),
        pending=1,
    )


def similar(text="Ships will call at ports."):
    words = words_of(text)
    spots = tuple(Spot(place(text, name).holding, f"c{number}") for number, name in enumerate(("a.pdf", text, "c.pdf")))
    neighbours = (
        Neighbour(place=place(text), relation="exact", likeness=1.0, score=1.0, copies=1_000, spots=spots),
        Neighbour(place=place(text, text), relation="near", likeness=0.81, score=0.9, copies=1, edits=words),
        Neighbour(
            place=place(text), relation="related", likeness=0.01, score=0.34, copies=2, spots=spots[:2], edits=words
        ),
    )
    return Similar((Asked("the text", text, neighbours), Asked(text, text, ())), 31_000, 12)


def families(text="Ships will call at ports."):
    words = words_of(text)
    commonest = Wording(
        text=text, clauses=20, likeness=1.0, forces={"commit": 20}, places=(place(text), place(text, text))
    )
    others = tuple(
        Wording(
            text=text,
            clauses=7 - number,
            likeness=0.9,
            forces={"aspire": 1, "bind": 6 - number},
            places=(place(text),),
            edits=words,
        )
        for number in range(7)
    )
    alone = Wording(text=text, clauses=2, likeness=1.0)
    return Families(
        families=(
            Family(
                clauses=4_100,
                documents=12,
                distinct=31,
                wordings=(commonest, *others),
                lowest=0.31,
                mean=0.9,
                forces={"commit": 20, "discretion": 7},
            ),
            Family(clauses=2, documents=2, distinct=1, wordings=(alone,), lowest=1.0, mean=1.0),
        ),
        number=34,
        clauses=31_000,
        documents=12,
        alone=1,
        least=0.5,
        capped=2,
        largest=10_000,
    )


def resemblance(text="Ships will call at ports."):
    return Resemblance(
        holdings=tuple(place(text, name).holding for name in ("a.pdf", text, "c.yaml#d")),
        left=array("q", [0, 1]),
        right=array("q", [2, 2]),
        shared=array("q", [1_200, 1]),
        exact=array("q", [300, 0]),
        similarity=array("d", [0.75, 1 / 3]),
        least=0.5,
        lowest=0.1,
        order=(0, 2, 1),
        merges=((0, 2, 0.75), (1, 3, 1 / 6)),
        passed_over=2,
        cap=500,
        dropped=7,
        nearest=50,
        capped=1,
        largest=10_000,
    )


def hits(text="Ships will call at ports."):
    return Hits(text, ("kind=dialogue", f"text~{text}"), (place(text), place(text, text)), 31_000)


MAKERS = {
    "built": built,
    "contents": contents,
    "similar": similar,
    "families": families,
    "resemblance": resemblance,
    "hits": hits,
}
EMPTY = {
    "built": Built(added=0, changed=0, kept=0, gone=0, clauses=0, passed_over=0),
    "contents": Contents(documents=0, agreements=0, clauses=0, wordings=0, kinds={}, languages={}),
    "similar": Similar((), 0, 0),
    "families": Families(families=(), number=0, clauses=0, documents=0, alone=0, least=0.5),
    "resemblance": Resemblance(
        holdings=(),
        left=array("q"),
        right=array("q"),
        shared=array("q"),
        exact=array("q"),
        similarity=array("d"),
        least=0.5,
        lowest=0.1,
    ),
    "hits": Hits("", (), (), 0),
}
