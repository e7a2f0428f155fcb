"""The agenda for people: what its lines say, and how long runs of meetings are folded."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from clausetrack.model.clause import Clause, Meeting
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision
from clausetrack.report.folding import columns
from clausetrack.report.registry import Options, render
from clausetrack.survey.agenda import agenda

TALKS = Clause(
    id="talks",
    kind="dialogue",
    text="The harbour masters meet.",
    every="P1W",
    participants=("NO", "IS"),
    held=(Meeting("2025-12-31"),),
)


def pact(*clauses, id="pact", **dates):
    return ClauseSet(
        agreement=Agreement(id=id, title="Pact", dates=dates),
        revision=Revision(id="one", basis="primary-text", as_of="2025-01-01"),
        clauses=clauses,
    )


def made(*sets, until=date(2026, 12, 31)):
    return agenda(sets, date(2026, 1, 1), until)


def drawn(result, name="text", **options):
    return render("agenda", result, name, Options(**options))


def test_of_a_long_run_of_meetings_the_first_few_are_shown():
    assert drawn(made(pact(TALKS))) == (
        "What comes next    2026-01-01 to 2026-12-31    1 agreement\n"
        "\n"
        "to come\n"
        "  2026-01-07  The harbour masters meet, Pact\n"
        "              NO, IS; every week since the last meeting, 2025-12-31\n"
        "              pact#talks\n"
        "  2026-01-14  The harbour masters meet, Pact\n"
        "              NO, IS; every week since the last meeting, 2025-12-31\n"
        "              pact#talks\n"
        "  2026-01-21  The harbour masters meet, Pact\n"
        "              NO, IS; every week since the last meeting, 2025-12-31\n"
        "              pact#talks\n"
        "              and 49 more until 2026-12-30\n"
        "\n"
        "--all shows every meeting\n"
    )


def test_all_of_them_are_shown_where_that_is_wanted():
    whole = drawn(made(pact(TALKS)), all=True)
    assert whole.count("pact#talks") == 52
    assert "more until" not in whole
    assert "--all" not in whole
    table = drawn(made(pact(TALKS)), "markdown")
    assert table.count("pact\\#talks") + table.count("pact#talks") == 3
    assert "and 49 more until 2026-12-30" in table
    assert "all shows every meeting" in table
    assert drawn(made(pact(TALKS)), "markdown", all=True).count("| to come |") == 52


def test_programs_and_calendars_get_all_of_them():
    assert len(json.loads(drawn(made(pact(TALKS)), "json"))["items"]) == 52
    assert drawn(made(pact(TALKS)), "ics").count("BEGIN:VEVENT") == 52


def test_a_year_of_a_quarterly_dialogue_is_whole_and_runs_do_not_mix():
    quarterly = replace(TALKS, every="P3M")
    result = made(pact(quarterly, replace(quarterly, id="others")), pact(quarterly, id="other"))
    assert len(result.items) == 12
    assert "more until" not in drawn(result)


def test_where_only_the_year_is_known_the_first_and_the_last_month_stand_below_one_another():
    talks = replace(TALKS, every="P6M", held=(Meeting("2025"),))
    text = drawn(made(pact(talks), until=date(2026, 1, 31)))
    assert "  2025-07     The harbour masters meet, Pact\n  to 2026-06  NO, IS; twice a year since" in text
    assert "2025-07 to 2026-06" in drawn(made(pact(talks)), "markdown")
    assert "It may be on any day from 2025-07 to 2026-06." in drawn(made(pact(talks)), "ics").replace("\r\n ", "")


@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_line_is_wider_than_the_page(width):
    talks = replace(TALKS, every="P10D", held=(Meeting("2025-12"),), level="directors-general", heading="港" * 70)
    ended = pact(talks, id="ended", signed="2020-01-01", ended="2022-01-01")
    text = drawn(made(pact(talks), ended), width=width)
    assert max(map(columns, text.splitlines())) <= width
    assert "to 2026-01-10" in text


def test_what_is_not_due_is_told():
    fees = Clause(id="fees", kind="commitment", text="Pay.", deadline="2021-01")
    known = pact(TALKS, fees, signed="2020-01-01", ended="2020-11-30")
    since = replace(TALKS, held=(Meeting("2020-11-20"),))
    several = [pact(since, fees, id=name, ended="2022-11-30") for name in "abcd"]
    assert "\n\nPact ended (2020-11-30)\n" in drawn(made(known))
    due_once = pact(replace(since, every="P2Y"), ended="2022-11-30")
    assert "Pact ended (2022-11-30); before that, 1 meeting was due, and not recorded as kept" in drawn(
        made(due_once), width=120
    )
    assert (
        "4 agreements have ended; before that, 420 meetings and 4 deadlines were due, and not recorded as kept"
        in drawn(made(*several), width=120)
    )
    proposed = [replace(TALKS, id=name, status="proposed") for name in "abcd"]
    assert "1 clause is not agreed yet, and so not due: pact#a\n" in drawn(made(pact(*proposed[:1])))
    assert "4 clauses are not agreed yet, and so not due\n" in drawn(made(pact(*proposed)))


def test_a_deadline_of_what_is_not_agreed_says_so():
    fees = Clause(id="fees", kind="commitment", text="Pay.", deadline="2026-06", status="negotiating")
    assert "deadline; not agreed yet: negotiating" in drawn(made(pact(fees)))
    assert "STATUS:TENTATIVE" in drawn(made(pact(fees)), "ics")


def test_one_day_is_named_once():
    day = agenda([], date(2026, 1, 1), date(2026, 1, 1))
    assert drawn(day) == "What comes next    2026-01-01    0 agreements\n\nnothing is due\n"


def test_one_agreement_is_one():
    assert "1 agreement.\n" in drawn(made(pact(TALKS)), "markdown")
    assert "2 agreements.\n" in drawn(made(pact(TALKS), pact(TALKS, id="other")), "markdown")


def test_how_many_should_have_been_held_is_told_of_the_first():
    late = replace(TALKS, every="P1Y", held=(Meeting("2022-06-01"),))
    text = drawn(made(pact(late)), width=120)
    assert "  2023-06-01  The harbour masters meet, Pact\n" in text
    assert "every year since the last meeting, 2022-06-01; this and 2 more should have been held\n" in text
