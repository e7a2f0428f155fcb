"""One of every result that can be reported, plain, empty and as nasty as can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import corpus_samples

from clausetrack.app.diff import diff_sets
from clausetrack.errors import InputError
from clausetrack.model.alignment import Candidate, Explanation, Match
from clausetrack.model.change import Breakdown, Change, Diff, Row, Site, WordEdit
from clausetrack.model.changeset import Changeset, FileChange
from clausetrack.model.clause import Clause, Meeting, Relation
from clausetrack.model.clauseset import Actor, Agreement, ClauseSet, Event, Revision
from clausetrack.model.evidence_check import EvidenceCheck, Likeness, SetCheck, SourceCheck
from clausetrack.model.finding import Finding, Validation
from clausetrack.model.listing import Listing
from clausetrack.model.matrix import Comparison, Matrix
from clausetrack.model.merge import Conflict, Merged
from clausetrack.model.position import Position
from clausetrack.model.source import Evidence, Source
from clausetrack.model.timeline import Commit, Stage, Timeline
from clausetrack.survey.agenda import agenda
from clausetrack.survey.blame import blame
from clausetrack.survey.families import families
from clausetrack.survey.lineage import lineage
from clausetrack.survey.matrix import Wanted
from clausetrack.survey.matrix import matrix as lay_out
from clausetrack.survey.threads import threads

NASTY = {
    "escapes": "Ships \x1b[31mcall\x1b[0m at ports.\x9b2J\x07\x00",
    "markup": "</script><script>alert(1)</script> <!-- --> ]]> &amp; \"quotes\" 'single' | `code` *bold* [link](x) $x$",
    "direction": "Ships \u202ecall\u202c at \u2066ports\u2069 \u200f\u2028\u2029\ufeff end",
    "lines": "First line.\nSecond line.\r\nThird\tline.\n\n::error::Fourth, line: 5%\n",
    "long": "Ships " + "call" * 60 + " at ports. " + "word " * 80,
    "japanese": "両当事者は、毎年、海洋安全保障に関する対話を開催し、港湾への寄港について協議する。" * 4,
    "surrogate": "half \udc9b of a character, \ud83d another, \uffff and \ufffe",
    "empty": "",
    "percent": "%0A%25 {format} %s \\n ${{ x }}",
}


def clause(id="port-calls", text="Ships will call at ports.", kind="provision", **fields):
    return Clause(id=id, kind=kind, text=text, **fields)


def clause_set(clauses=(), revision="2025", title="Understanding on Port Calls", **fields):
    return ClauseSet(
        agreement=Agreement(id="port-calls-pact", title=title),
        revision=Revision(id=revision, basis="primary-text", language="en", **fields),
        clauses=tuple(clauses),
        sources=(Source(id="gazette", title=title),),
    )


def finding(text="the rule has found something", file="clause_specs/demo/one.yaml", line=3, **fields):
    defaults = {
        "rule": "dangling-reference",
        "severity": "error",
        "message": text,
        "position": Position(file, line, 5, line, 12),
        "help": "mend it",
        "clause": "port-calls",
        "fingerprint": f"{line:016x}",
    }
    return Finding(**(defaults | fields))


def validation(text="the rule has found something"):
    return Validation(
        findings=(
            finding(text),
            finding(text, line=9, help=""),
            finding(text, line=12, rule="untidy", severity="info", clause=None),
            finding("another", "b %,:<&>'\"é.yaml", 1, severity="warning", help=text, position=Position("b.yaml")),
            finding(text, f"{text[:20]}.yaml", 4, clause=text),
        ),
        files=("clause_specs/demo/one.yaml", "b %,:<&>'\"é.yaml", f"{text[:20]}.yaml", "clause_specs/demo/clean.yaml"),
        clauses=7,
        unreadable=(InputError("cannot read: no such file", file="gone.yaml", hint=text), InputError(text)),
        passed_over=("compose.yaml",),
    )


def change(rule, direction="neutral", message="something changed", **fields):
    defaults = {"cause": "text", "severity": "info", "fingerprint": "0123456789abcdef"}
    return Change(rule=rule, direction=direction, message=message, **(defaults | fields))


def edits(*parts):
    ops = {"=": "equal", "-": "delete", "+": "insert"}
    return tuple(WordEdit(ops[part[0]], part[1:]) for part in parts)


def diff(text="Ships will call at ports."):
    """A comparison with a row of every relation and every label."""
    old = clause(text=text, number="Article 9", heading=text, force="commit")
    new = replace(old, number="Article 11", force="discretion", text=f"{text} As they like.")
    twin = clause("harbour-dues", text, number="Article 3")
    halves = (clause("harbour-dues-fixed", text), clause("harbour-dues-waived", text, number="Article 4"))
    added = clause("harbour-talks", text, "dialogue", level="experts", every="P1Y", status="agreed")
    removed = clause("quay-plan", text, "commitment", force="intend")
    stated = clause("ports-matter", text, "statement", stance="affirm")
    listed = clause("tug-boats", text, relations=(Relation("specifies", "port-calls"),), held=(Meeting("2025"),))
    return Diff(
        old=clause_set((old, twin, removed, stated, listed), "2024", text or "—", completeness="partial"),
        new=clause_set((new, *halves, added, stated, listed), "2025"),
        rows=(
            _reworded(old, new, text),
            *_come_and_gone(twin, halves, added, removed),
            *_kept(stated, listed, added, removed, text),
        ),
        changes=(
            change("party-left", "narrowed", f"SE is no party any more: {text}", severity="error"),
            change("source-discrepancy", message="the sets were read from different sources", cause="coding"),
        ),
        direction="weakened",
        exhausted=True,
        operations=({"op": "set", "path": ["clauses", "port-calls", "text"], "old": text, "new": None},),
        breakdown=Breakdown("actor", ((text, {"weakened": 1, "added": 2}), ("JP", {"neutral": 1}))),
    )


SITE = Position("clause_specs/demo/one.yaml", 12, 5, 12, 9)


def _words(text):
    return edits("=Ships ", "-will call", f"+{text}", "= at ports.")


def _reworded(old, new, text):
    """A row of one clause whose force, words and number changed."""
    words = _words(text)
    lowered = change(
        "force-lowered",
        "weakened",
        "force commit → discretion",
        severity="error",
        old=Site("commit", SITE),
        new=Site("discretion", Position("two.yaml", 14, 5, label="page 2")),
        edits=words,
    )
    reworded = change("clause-reworded", message=text, edits=words, old=Site(text, SITE), new=Site(text, SITE))
    renumbered = change("clause-renumbered", message="Article 9 → Article 11")
    match = Match("paired", (old,), (new,), "id", 1.0)
    return Row(match=match, direction="weakened", edits=words, changes=(lowered, reworded, renumbered))


def _come_and_gone(twin, halves, added, removed):
    """Rows whose sides do not have one clause each."""
    yield Row(
        match=Match("split", (twin,), halves, "text", 0.81234567, note="most words of it", runner_up=None),
        changes=(change("clause-split", "mixed", "two clauses of one"),),
        direction="mixed",
    )
    yield Row(
        match=Match("merged", halves, (twin,), "text", 0.7, runner_up=Candidate(("quay-plan",), 0.41)),
        changes=(change("clauses-merged"),),
    )
    yield Row(match=Match("added", (), (added,)), changes=(change("clause-added", "broadened", new=Site(None, SITE)),))
    gone = change("clause-removed", "weakened", severity="error")
    yield Row(match=Match("removed", (removed,), ()), changes=(gone,), direction="weakened")


def _kept(stated, listed, added, removed, text):
    """Rows of clauses whose words stand: moved, coded otherwise, with something that happened, and without change."""
    yield Row(
        match=Match("paired", (stated,), (stated,), "digest"),
        edits=_words(text),
        changes=(
            change("clause-moved", message="moved behind 'tug-boats'"),
            change("typography-only", edits=_words(text)),
        ),
    )
    yield Row(
        match=Match("paired", (listed,), (listed,), "id"),
        changes=(
            change("coding-changed", cause="coding", old=Site(listed.relations, SITE), new=Site((), SITE)),
            change("coding-changed", cause="coding", old=Site({"x-coder": text}), new=Site(None)),
        ),
    )
    met = change("meeting-held", cause="event", message="met on 2025-03-01", new=Site(Meeting("2025-03")))
    yield Row(match=Match("paired", (added,), (added,), "id"), changes=(met,))
    agreed = change("status-advanced", "strengthened", "status exploring → agreed", cause="event")
    yield Row(match=Match("paired", (removed,), (removed,), "id"), changes=(agreed,), direction="strengthened")
    yield Row(match=Match("paired", (stated,), (stated,), "id"))


def evidence(text="Ships will call at ports."):
    place = Position("clause_specs/demo/one.yaml", 30, 9)
    piece = Evidence("gazette", paragraph=2, sentence=1, digest="sha256:" + "1" * 64)
    there = replace(piece, page=7, paragraph=3)
    near = Likeness(text, 0.87654321, "clause", there)
    same = Likeness(text, 1.0, "typography", there, f"  {text}")
    known = Likeness(text, 0.87654321, "words", there, "Boats will call at harbours.")
    states = {
        "stands": EvidenceCheck(clause="a", evidence=piece, state="stands", path=(), position=place, places=((2, 1),)),
        "moved": EvidenceCheck(
            clause="b", evidence=piece, state="moved", path=(), position=place, places=((3, 1),), now=there
        ),
        **{
            f"edited, by {near.found_by}": EvidenceCheck(
                clause=text, evidence=piece, state="edited", path=(), position=place, nearest=near, now=near.evidence
            )
            for near in (near, same, known)
        },
        "stale": EvidenceCheck(clause="d", evidence=piece, state="stale", path=()),
        "no-digest": EvidenceCheck(clause="e", evidence=Evidence("gazette", page=1), state="no-digest", path=()),
        "unchecked": EvidenceCheck(clause="f", evidence=piece, state="unchecked", path=(), position=place),
    }
    sources = (
        SourceCheck(source="gazette", state="same", path=(), expected="1" * 64, found="1" * 64, document="gazette.txt"),
        SourceCheck(source="leaflet", state="differs", path=(), position=place, expected="1" * 64, found="2" * 64),
        SourceCheck(source=text, state="unchecked", path=()),
        SourceCheck(source="poster", state="unreadable", path=(), position=place, fault=InputError(text)),
    )
    coded = clause_set((clause(text=text),))
    return (
        SetCheck("clause_specs/demo/one.yaml", coded, sources, tuple(states.values())),
        SetCheck("two.yaml", coded, (), ()),
    )


def listing(text="Ships will call at ports."):
    clauses = (
        clause(text=text, number="Article 9", heading=text, path=(text, "Part"), force="commit", deadline="2025-06"),
        clause("port-talks", text, "dialogue", participants=("NO", "IS"), every="P1Y", level="experts"),
        clause(
            "view", text, "statement", speaker=("IS",), stance="claim", extra={"x-weight": float("inf"), "x-a": [1]}
        ),
    )
    read = {"port-calls": {"norm": True, "force": "commit", "polarity": "do", "hedges": [text], "conditions": []}}
    read["port-calls"] |= {"exceptions": [], "cues": [{"kind": "modal", "words": text, "start": 0, "end": 4}]}
    return Listing(clause_set((*clauses, clause("quays")), title=text or "—"), clauses, read)


def explanation(text="Ships will call at ports."):
    old, new = clause(text=text, number="Article 9"), clause("harbour-calls", text)
    candidates = (
        Candidate(("harbour-calls",), 0.91234, (("words", 0.7), ("neighbours", -0.1))),
        Candidate((text, "quays"), 0.2),
    )
    match = Match("paired", (old,), (new,), "text", 0.91234, note=text)
    return Explanation(old, "old", match, candidates, exhausted=True)


def changeset(text="Ships will call at ports."):
    fault = InputError("cannot read", file=text or "two.yaml", line=3, column=1, hint=text)
    return Changeset(
        text or "main..HEAD",
        (
            FileChange(status="renamed", old=text or "old.yaml", new="clause_specs/demo/one.yaml", diff=diff(text)),
            FileChange(status="changed", old="two.yaml", new="two.yaml", fault=fault),
        ),
    )


def conflicts(text="Ships will call at ports."):
    place = Position("clause_specs/demo/one.yaml", 12, 7)
    sides = {"base": text, "ours": f"{text} Yearly.", "theirs": f"Often: {text}"}
    whole = {"id": "quays", "kind": "provision", "text": text, "domains": ["port-fees"]}
    return Merged(
        text,
        (
            Conflict(
                "value", ("clauses", 0, "force"), {"base": "intend", "ours": text, "theirs": "aspire"}, "port-calls"
            ),
            Conflict("words", ("clauses", 0, "text", "merge-conflict", 1), sides, "port-calls", text, text, place),
            Conflict(
                "presence", ("clauses", 1), {"base": whole, "theirs": whole | {"text": text * 2}}, text, position=place
            ),
            Conflict("place", ("clauses", 2, "merge-conflict", "place"), {"base": None, "ours": text, "theirs": "b"}),
            Conflict("value", ("x-a",), {"ours": float("inf"), "theirs": [1, {"a": None}]}, position=place),
        ),
    )


def stages(text="Ships will call at ports."):
    """Three revisions, the last one a document, with every relation between the last two."""
    compared = diff(text)
    first, last = compared.old, compared.new
    event = Event(date="2025-03", type="meeting-held", clauses=("tug-boats",), place=text, note=text)
    commit = Commit("0123456789abcdef", "2024-05-02", text or "A. Nalyst", text or "Encode it", text or "one.yaml")
    changed = diff_sets(first, replace(first, clauses=(*first.clauses[1:], clause("new-one", text))))
    middle = Stage(
        name=text or "2025",
        clause_set=changed.new,
        date="2025",
        diff=changed,
        commit=replace(commit, id="fedcba9876543210"),
        events=(event,),
    )
    compared = diff_sets(changed.new, last)
    gone = replace(commit, id="00ff00ff00ff00ff", date="2025-04-01", deletes=True)
    return (
        Stage(name="2024", clause_set=first, file=text, date="2024-01", commit=commit),
        middle,
        Stage(name="later", clause_set=last, file="later.md", is_coded=False, diff=compared, deleted=gone),
    )


def timeline(text="Ships will call at ports."):
    made = stages(text)
    fault = InputError("cannot read", file=text or "two.yaml", line=3, column=1, hint=text)
    return Timeline(
        title=text or "—",
        agreement="port-calls-pact",
        stages=made,
        order="commits",
        threads=threads(made),
        unread=((made[0].commit, fault),),
    )


def what_is_due(text="Ships will call at ports."):
    talks = clause(
        "talks", text, "dialogue", heading=text or None, every="P1Y", participants=("NO", "x"), level="experts"
    )
    clauses = (
        talks,
        replace(talks, id="met", held=(Meeting("2024-05", place=text),)),
        replace(talks, id="tried", every=None, occurrence="ad-hoc"),
        clause(text=text, kind="commitment", deadline="2025-06", actors=("NO",)),
        clause("later", text, "commitment", deadline="2026"),
    )
    known = clause_set(clauses, title=text or "—", as_of="2024-01-31")
    known = replace(known, actors=(Actor("x", text),))
    partial = replace(known, revision=replace(known.revision, completeness="partial"))
    signed = replace(partial.agreement, id="another", dates={"signed": "2024-02-29", "ended": "2026-03"})
    sets = [known, replace(partial, agreement=signed)]
    return agenda(sets, date(2026, 1, 1), date(2026, 12, 31), is_today=bool(text))


def origins(text="Ships will call at ports."):
    return blame(timeline(text), words=bool(text))


def way(text="Ships will call at ports."):
    return lineage(timeline(text), "port-calls")


def matrix(text="Ships will call at ports."):
    """Three sets: two complete ones, the second the reference, and a partial one of another agreement."""
    dialogue = {"kind": "dialogue", "level": "experts", "every": "P1Y", "domains": ("trade",)}
    first = (
        clause(text=text, number="Article 9", heading=text, force="commit", domains=("port-fees", text or "trade")),
        clause("port-talks", text, **dialogue),
        clause("quays", f"{text} Quays shall be swept.", deadline="2031-05", domains=("port-fees",)),
    )
    second = (
        clause("harbour-calls", f"{text} Often.", force="intend", domains=("port-fees",), aligns_with=("#port-calls",)),
        clause("talks", f"{text} Talks.", **(dialogue | {"level": "ministers"})),
        clause("view", text, "statement", stance="claim"),
    )
    sets = [
        clause_set(first, "2024", title=text or "—", completeness="complete"),
        clause_set(second, "2025", title=text or "—", completeness="complete"),
        replace(clause_set(second[:1], "2025", completeness="partial"), agreement=Agreement(id="other", title="Other")),
    ]
    made = lay_out(sets, families(sets), Wanted("family", reference=1))
    line = made.lines[0]
    ends = line.wordings[0], line.wordings[-1]
    compared = Comparison(*ends, edits(f"={text}", "- will", f"+ {text} may"))
    return replace(made, lines=(replace(line, comparisons=(compared,)), *made.lines[1:]), where=(f"text~{text}",))


MAKERS = {
    **corpus_samples.MAKERS,
    "matrix": matrix,
    "findings": validation,
    "diff": diff,
    "changeset": changeset,
    "conflicts": conflicts,
    "explanation": explanation,
    "evidence": evidence,
    "clauses": listing,
    "timeline": timeline,
    "lineage": way,
    "agenda": what_is_due,
    "blame": origins,
}
NOTHING = Stage(name="one", clause_set=clause_set())
ALONE = Stage(name="one", clause_set=clause_set((clause(),)))
EMPTY = {
    **corpus_samples.EMPTY,
    "matrix": Matrix(by="domain", columns=(), lines=()),
    "findings": Validation(),
    "diff": Diff(old=clause_set(), new=clause_set(), rows=()),
    "changeset": Changeset("main..HEAD", ()),
    "conflicts": Merged(""),
    "evidence": (),
    "explanation": Explanation(clause(), "new", Match("added", (), (clause(),))),
    "clauses": Listing(clause_set(), ()),
    "timeline": Timeline(title="—", agreement="none", stages=(NOTHING,), order="given"),
    "agenda": agenda([], date(2026, 1, 1), date(2026, 12, 31)),
    "blame": blame(Timeline(title="—", agreement="none", stages=(NOTHING,), order="given")),
    "lineage": lineage(
        Timeline(title="—", agreement="none", stages=(ALONE,), order="given", threads=threads((ALONE,))), "port-calls"
    ),
}
