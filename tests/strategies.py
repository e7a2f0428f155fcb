"""Generated clause sets and texts, as nasty as the format allows."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from clausetrack.model.clause import Clause, Meeting, Relation
from clausetrack.model.clauseset import Actor, Agreement, ClauseSet, Event, Revision
from clausetrack.model.source import Evidence, Source

NASTY = [
    "NO", "no", "on", "y", "~", "null", "true", "=", "<<", "-", "- a", "-1", "?", "? a", ":", "a: b", "a:b", ": a",
    "a:",
    "#", "# a", "a #b", "a#b", "12:30", "12:30:00", "2024-11-01", "2024-1-1", "2024", "0o17", "017", "0x1F", "1_000",
    "0b11", "1e3", "1.", ".5", ".inf", "-.INF", ".nan", "+1", "190:20:30", "'a'", '"a"', "it's", 'say "so"', "\\",
    "a\\b",
    "[a", "a]", "{a", "a}", "a, b", "&a", "*a", "!a", "!!str a", "%a", "@a", "`a", "|", ">", "| a", "a|b", "---", "...",
    "--- a", "a\nb", "a\n\nb", "\na", "a\n", "a\n\n", "a\n b", " a", "a ", "a  b", "\ta", "a\tb", "a\t", "a\r\nb",
    "a\rb",
    "\u00a0a", "a\u00a0", "a\u00a0b", "\u3000", "日本語の条文", "条文: 本文",
    "🤝 accord", "שלום עולם", "\u202eabc\u202c",
    "\u2067שלום\u2069", "a\u200bb", "\ufeffa", "a\x00b", "\x1b[31mred", "\x07", "\x7f", "\x85", "a\u2028b", "\uffff",
    "é",
    "e\u0301", "\U0010ffff", "</script>", "x" * 150, "word " * 60 + "end", "a" * 120 + " b",
    ("very " * 30) + "long: yes",
    "ein langer Satz, der umbrochen wird, mit: einem Doppelpunkt # und einem Zeichen, das keine Bemerkung einleitet",
]  # fmt: skip

texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
    st.text(" \n:#-'\"a,[]{}0.1é", min_size=1, max_size=12),
    st.lists(
        st.sampled_from(["the", "parties:", "shall", "#", "co-operate", "-", "by", "2025", "“quote”"]),
        min_size=1,
        max_size=60,
    ).map(" ".join),
)
ids = st.one_of(
    st.from_regex(r"[a-z]{1,6}(-[a-z]{1,6}){0,2}", fullmatch=True),
    st.sampled_from(
        ["NO", "12:30", "2024-11-01", "1_000", "yes", "~", "0o17", "a b", "é", "条", "-", "<<", "=", "a: b", "1"]
    ),
)
years = st.integers(1000, 9999)
days = st.dates(min_value=date(1000, 1, 1))
dates = st.one_of(
    years.map(str),
    days.map(str),
    days.map(lambda day: str(day)[:7]),
)
durations = st.sampled_from(["P1Y", "P6M", "P2W", "P1Y6M", "P10D"])
free_keys = st.one_of(
    st.from_regex(r"x-[a-z]{1,8}", fullmatch=True), st.sampled_from(["x-", "x-a: b", "x-date", "x-é", "x-#", "x-\n"])
)
numbers = st.one_of(
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False),
    st.sampled_from([0, 1, -0.0, 1e16, 1e-7, 5e-324, 1e22, float("inf")]),
)
json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), numbers, texts),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(texts, st.sampled_from(["date", "id", "evidence", "relations", "actors", "clauses", "note"])).map(
                lambda key: key[:160]
            ),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=8,
)
extras = st.one_of(st.just({}), st.dictionaries(free_keys, json_values, max_size=2))


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), values)


def some(values: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, min_size=least, max_size=3).map(tuple)


references = st.one_of(
    ids, st.tuples(ids, ids).map("#".join), st.tuples(ids, ids, ids).map(lambda of: f"{of[0]}@{of[1]}#{of[2]}")
)
counts = maybe(st.integers(1, 10**6))
evidence = st.builds(
    Evidence, source=ids, page=counts, paragraph=counts, sentence=counts, note=maybe(texts), extra=extras,
    digest=maybe(st.from_regex(r"sha256:[0-9a-f]{64}", fullmatch=True)),
)  # fmt: skip
relations = st.builds(
    Relation,
    type=st.sampled_from(["specifies", "continues", "replaces"]),
    target=references,
    note=maybe(texts),
    extra=extras,
)
agreement_relations = st.builds(
    Relation, type=st.sampled_from(["amends", "based-on"]), target=ids, note=maybe(texts), extra=extras
)
meetings = st.builds(Meeting, date=dates, place=maybe(texts), note=maybe(texts), source=maybe(ids), extra=extras)

_ALL_KINDS = {
    "id": ids, "text": texts, "number": maybe(texts), "path": some(texts), "heading": maybe(texts),
    "force": maybe(st.just("commit")),
    "status": maybe(st.sampled_from(["agreed", "proposed"])), "domains": some(ids), "relations": some(relations),
    "aligns_with": some(references), "evidence": some(evidence), "confidence": maybe(st.just("low")),
    "note": maybe(texts), "extra": extras,
}  # fmt: skip
_HELD = {
    "bearer": maybe(st.just("each")), "counterpart": some(texts), "polarity": maybe(st.just("do")),
    "conditions": some(texts),
    "exceptions": some(texts), "deadline": maybe(dates),
}  # fmt: skip
clauses = st.one_of(
    st.builds(Clause, kind=st.just("commitment"), actors=some(texts, 1), **_HELD, **_ALL_KINDS),
    st.builds(Clause, kind=st.just("provision"), actors=some(texts), term=maybe(texts), **_HELD, **_ALL_KINDS),
    st.builds(
        Clause, kind=st.just("dialogue"), participants=some(texts, 1), level=maybe(st.just("ministers")),
        every=maybe(durations),
        origin=maybe(st.just("new")), upgraded_from=maybe(texts), held=some(meetings), topics=some(texts), **_ALL_KINDS,
    ),
    st.builds(Clause, kind=st.just("statement"), speaker=some(texts, 1), stance=maybe(st.just("claim")),
    targets=some(texts), **_ALL_KINDS),
    st.builds(Clause, kind=st.just("definition"), term=maybe(texts), conditions=some(texts), **_ALL_KINDS),
    st.builds(Clause, kind=st.just("procedure"), subject=maybe(st.just("review")), deadline=maybe(dates), **_ALL_KINDS),
)  # fmt: skip
sources = st.builds(
    Source, id=ids, title=maybe(texts), published=maybe(dates), accessed=maybe(dates), language=maybe(st.just("fr-CA")),
    url=maybe(st.just("https://gazette.example/a?b=c#d")), media_type=maybe(st.just("text/plain")),
    fingerprint=maybe(texts), extra=extras,
)  # fmt: skip
events = st.builds(
    Event, date=dates, type=st.sampled_from(["signed", "meeting-held"]), clauses=some(ids), place=maybe(texts),
    note=maybe(texts),
    source=maybe(ids), extra=extras,
)  # fmt: skip
agreements = st.builds(
    Agreement, id=ids, title=texts, instrument=maybe(st.just("treaty")), parties=some(texts),
    relations=some(agreement_relations),
    dates=st.dictionaries(st.sampled_from(["announced", "signed", "in_force", "ended"]), dates), note=maybe(texts),
    extra=extras,
)  # fmt: skip
revisions = st.builds(
    Revision, id=ids, basis=st.just("primary-text"), as_of=maybe(dates), follows=maybe(ids), fork=maybe(texts),
    note=maybe(texts),
    completeness=maybe(st.just("partial")), language=maybe(st.just("ja")), extra=extras,
)  # fmt: skip
clause_sets = st.builds(
    ClauseSet, agreement=agreements, revision=revisions, clauses=some(clauses), sources=some(sources),
    actors=some(st.builds(Actor, id=ids, name=texts, note=maybe(texts), extra=extras)), events=some(events),
    extra=extras,
)  # fmt: skip
