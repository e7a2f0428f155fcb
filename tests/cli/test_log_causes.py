"""What a timeline calls what became of clauses, as the commands that follow an agreement print it."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
from conftest import SET

from clausetrack.clauseset.schema import schema
from clausetrack.report.timeline.labels import SIGNS, WORDS

HEAD = SET.partition("sources:")[0]
FORMATS = ("text", "markdown", "json", "html", "svg")
CALLS = "Ships will call at ports in daylight."
TOLLS = "Each party will pay the toll at night."


def clause(id, text, **fields):
    known = {"kind": "commitment", "text": f'"{text}"', "force": "commit", "actors": '["NO", IS]', **fields}
    return f"  - id: {id}\n" + "".join(f"    {key}: {value}\n" for key, value in known.items())


@pytest.fixture
def write(project):
    """Write revisions of one agreement, each named by its date, and give their folder."""

    def call(*revisions, completeness="complete", follows=None):
        folder = project / "clause_specs" / "demo"
        (folder / "one.yaml").unlink(missing_ok=True)
        for at, clauses in enumerate(revisions):
            name = f"{2020 + at}-01-01"
            before = follows[at] if follows else f"{2019 + at}-01-01" if at else None
            head = HEAD.replace("id: one", f'id: "{name}"\n  as_of: "{name}"\n  completeness: {completeness}')
            head += f'  follows: "{before}"\n\n' if before else "\n"
            body, _, events = "".join(clauses).partition("events:")
            text = head.replace("text\n\n", "text\n") + "clauses:\n" + body + (f"events:{events}" if events else "")
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return folder

    return call


def printed(invoke, command, *arguments):
    outcome = invoke(command, "demo", *arguments)
    assert outcome.status == 0, outcome.err
    return outcome.out


def flat(text):
    return " ".join(re.sub(r"^  │", "", text, flags=re.MULTILINE).split())


@pytest.mark.parametrize("changed", [{"force": "bind"}, {"domains": "[maritime-security]"}])
def test_a_clause_that_is_only_coded_anew_is_neither_stronger_nor_wider(write, invoke, changed):
    write([clause("calls", CALLS)], [clause("calls", CALLS, **changed)])
    shown = printed(invoke, "log")
    assert "no change of substance; 1 change of coding" in shown
    assert "= calls (the coding changed): " in shown
    assert "never changed in substance" in printed(invoke, "log", "--clause", "calls")
    for format in FORMATS:
        for way in ((), ("--clause", "calls")):
            drawn = printed(invoke, "log", *way, "--format", format)
            assert not re.search("[▲△]", drawn.partition('class="legend"')[0]), (format, way)
    found = json.loads(printed(invoke, "log", "--format", "json"))
    assert [(row["label"], row["cause"], row["direction"]) for row in found["revisions"][1]["rows"]] == [
        ("recoded", "coding", "neutral")
    ]
    assert found["revisions"][1]["direction"] == "neutral"
    assert "strengthened" not in printed(invoke, "feed")
    picture = printed(invoke, "log", "--format", "svg")
    assert 'class="square' not in picture
    assert '<path class="sign other"' in picture


def test_what_happened_to_a_clause_that_was_merged_is_told(write, invoke):
    agreed = {"status": "agreed"}
    write(
        [clause("calls", CALLS, **agreed), clause("tolls", TOLLS, **agreed)],
        [clause("calls", f"{CALLS} {TOLLS}", status="operating")],
    )
    assert "status agreed → operating (something happened)" in flat(printed(invoke, "log"))
    assert "1 merged" in printed(invoke, "log")
    for name in ("calls", "tolls"):
        assert "status agreed → operating (something happened)" in flat(printed(invoke, "log", "--clause", name))


def test_what_happened_beside_does_not_make_a_weaker_wording_stronger(write, invoke):
    weak = CALLS.replace("will", "may")
    write([clause("calls", CALLS, status="agreed")], [clause("calls", weak, status="operating", force="discretion")])
    shown = flat(printed(invoke, "log"))
    assert "1 weakened" in shown
    assert "▼ calls: force commit → discretion; status agreed → operating (something happened)" in shown


def test_an_event_that_names_a_clause_is_on_its_way(write, invoke):
    event = 'events:\n  - {date: "2020-07-01", type: entered-operation, clauses: [calls]}\n'
    write([clause("calls", CALLS)], [clause("calls", CALLS), event])
    for format in ("text", "markdown", "html", "svg", "json"):
        shown = printed(invoke, "log", "--clause", "calls", "--format", format)
        assert "entered-operation" in shown.replace(r"\-", "-"), format
    assert re.search(r"2021-01-01  •", printed(invoke, "log", "--clause", "calls"))


def test_a_clause_that_returned_says_what_changed_while_it_was_away(write, invoke):
    tolls = clause("tolls", TOLLS)
    weak = clause("tolls", TOLLS.replace("will", "may"), force="discretion")
    write([clause("calls", CALLS), tolls], [clause("calls", CALLS)], [clause("calls", CALLS), weak])
    shown = printed(invoke, "log")
    assert "1 returned" in shown
    assert "^ tolls: force commit → discretion" in shown
    assert "added" not in shown
    way = flat(printed(invoke, "log", "--clause", "tolls"))
    assert "^ 2022-01-01 returned force commit → discretion" in way
    assert "[-will-]{+may+}" in way
    assert "tolls: returned: force commit → discretion" in flat(printed(invoke, "blame"))
    assert "^ returned: <strong>tolls" in printed(invoke, "feed").replace("&lt;", "<").replace("&gt;", ">")


def test_a_clause_that_returned_in_its_old_words_did_so_whatever_its_coding(write, invoke):
    calls, tolls = clause("calls", CALLS), clause("tolls", TOLLS)
    write([calls, tolls], [calls], [calls, clause("tolls", TOLLS, force="bind")])
    assert "^ tolls: force commit → bind (the coding changed)" in flat(printed(invoke, "log"))
    write([calls, tolls], [calls], [calls, tolls])
    assert "^ tolls: as it was" in printed(invoke, "log")


@pytest.mark.parametrize("format", FORMATS)
def test_what_a_partial_set_does_not_show_is_never_called_removed(write, invoke, format):
    both = [clause("calls", CALLS), clause("tolls", TOLLS)]
    write(both, both[:1], both, completeness="partial")
    words = r"\bremoved\b|\bgone\b|\breturned\b"
    for way in ((), ("--clause", "tolls")):
        shown = printed(invoke, "log", *way, "--format", format)
        drawn = re.sub(r"<style>.*?</style>|<script.*?</script>", "", shown, flags=re.DOTALL)
        drawn = re.sub(r'"(returned|removed)": 0|weaker, narrower or gone|"link": "returned"', "", drawn)
        drawn = re.sub('"relation": "returned"|"direction": "neutral"', "", drawn) if format == "json" else drawn
        assert not re.search(words, drawn), (way, re.search(f".*(?:{words}).*", drawn)[0])
        assert "unseen" in shown if format == "json" else "not seen" in shown
    assert "as it came" in printed(invoke, "blame")
    assert "removed" not in printed(invoke, "feed")


def test_a_clause_that_was_renamed_says_so(write, invoke):
    write([clause("calls", CALLS)], [clause("visits", CALLS)])
    assert "= calls → visits (the coding changed): another id" in printed(invoke, "log")
    way = printed(invoke, "log", "--clause", "calls")
    assert "first as calls" in flat(way)
    assert "recoded, calls → visits (the coding changed)" in way


def test_a_split_shows_which_words_went_where_and_what_stays(write, invoke):
    write([clause("calls", f"{CALLS} {TOLLS}")], [clause("calls", CALLS), clause("tolls", TOLLS)])
    way = flat(printed(invoke, "log", "--clause", "calls"))
    assert f"[-{TOLLS}-] what went is in tolls; it then says: {CALLS}" in way
    part = flat(printed(invoke, "log", "--clause", "tolls"))
    assert f"[-{CALLS}-]" in part
    assert f"what went is in calls; it then says: {TOLLS}" in part
    for format in ("markdown", "html"):
        assert "it then says:" in printed(invoke, "log", "--clause", "calls", "--format", format)


def test_a_merger_shows_which_words_came_and_from_where(write, invoke):
    write([clause("calls", CALLS), clause("tolls", TOLLS)], [clause("calls", f"{CALLS} {TOLLS}")])
    way = flat(printed(invoke, "log", "--clause", "calls"))
    assert f"{{+{TOLLS}+}} what came was in tolls; it then says: {CALLS} {TOLLS}" in way
    assert "what came was in calls" in flat(printed(invoke, "log", "--clause", "tolls"))


def test_a_broken_chain_is_told_and_a_branch_is_compared_with_what_it_follows(write, invoke):
    weak = clause("calls", CALLS.replace("will", "may"), force="discretion")
    strong = clause("calls", CALLS)
    write([strong], [weak], [strong], follows=[None, "2019-01-01", "2020-01-01"])
    shown = flat(printed(invoke, "log"))
    assert "2021-01-01 follows 2019-01-01, which is not here; it is compared with 2020-01-01" in shown
    assert "2022-01-01 follows 2020-01-01 and is compared with it, not with 2021-01-01" in shown
    assert "strengthened" not in shown
    found = json.loads(printed(invoke, "log", "--format", "json"))
    assert [entry["before"] for entry in found["revisions"]] == [None, 0, 0]


def test_every_label_has_a_sign_and_a_word():
    assert set(WORDS) <= set(SIGNS)
    assert all(len(sign) == 1 for sign in SIGNS.values())


@pytest.mark.parametrize("completeness", ["complete", "partial"])
def test_what_is_written_for_programs_is_as_its_schema_says(write, invoke, completeness):
    calls, tolls = clause("calls", CALLS), clause("tolls", TOLLS)
    again = clause("visits", CALLS, force="bind")
    weak = clause("tolls", TOLLS.replace("will", "may"), force="discretion")
    event = 'events:\n  - {date: "2020-07-01", type: entered-operation, clauses: [tolls]}\n'
    write([calls, tolls], [calls], [again, tolls], [again], [again, weak, event], completeness=completeness)
    kinds = {"timeline": ("log",), "lineage": ("log", "--clause", "tolls"), "blame": ("blame", "--words")}
    for kind, (command, *arguments) in kinds.items():
        found = json.loads(printed(invoke, command, *arguments, "--format", "json"))
        jsonschema.Draft202012Validator(schema(kind)).validate(found)
        if kind == "timeline":
            labels = [row["label"] for revision in found["revisions"] for row in revision["rows"]]
            assert {"complete": "returned", "partial": "seen"}[completeness] in labels
            assert "recoded" in labels
