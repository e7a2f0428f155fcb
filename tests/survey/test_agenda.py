"""What is due: the next meeting, what is overdue, deadlines, the agreement's own dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from revised import clause, revision

from clausetrack.model.clause import Meeting
from clausetrack.model.clauseset import Actor
from clausetrack.survey.agenda import agenda

START, UNTIL = date(2026, 1, 1), date(2026, 12, 31)


def talks(**fields):
    return clause("talks", "The experts meet.", **({"kind": "dialogue", "every": "P1Y"} | fields))


def known(*clauses, dates=None, as_of="2025-03-01", **fields):
    made = revision(as_of, *clauses, **fields)
    return replace(made, agreement=replace(made.agreement, dates=dates or {}))


def due(*clauses, start=START, until=UNTIL, **more):
    return [(item.due, item.state, item.number) for item in agenda([known(*clauses, **more)], start, until).items]


def test_the_next_meeting_is_one_interval_after_the_last_that_was_held():
    held = (Meeting("2025-04-04"), Meeting("2024-05-01"))
    assert due(talks(held=held)) == [("2026-04-04", "due", 3)]


def test_without_a_meeting_it_is_counted_from_the_day_of_the_agreement():
    dates = {"announced": "2024-11-01", "signed": "2024-12-05", "in_force": "2025-06"}
    assert due(talks(), dates=dates) == [("2026-06", "due", 1)]
    assert due(talks(), dates={"announced": "2025-11-01"}) == [("2026-11-01", "due", 1)]
    assert due(talks()) == [("2026-03-01", "due", 1)]


def test_the_deadline_for_the_first_meeting_comes_first():
    found = due(talks(deadline="2026-02"), until=date(2027, 12, 31), dates={"signed": "2025-01-01"})
    assert found == [("2026-02", "due", 1), ("2027-02", "due", 1)]


def test_all_meetings_up_to_the_last_day_are_listed():
    assert [day for day, *_ in due(talks(every="P3M"), as_of="2025-12-15")] == [
        "2026-03-15",
        "2026-06-15",
        "2026-09-15",
        "2026-12-15",
    ]


def test_what_should_have_been_held_is_overdue_once_and_says_how_often():
    items = agenda([known(talks(), as_of="2023-03-01")], START, UNTIL).items
    assert [(item.due, item.state, item.missed, item.number) for item in items] == [
        ("2024-03-01", "overdue", 2, 1),
        ("2026-03-01", "due", 0, 3),
    ]


def test_in_a_partial_set_it_is_expected_and_not_seen():
    assert due(talks(), as_of="2024-03-01", completeness="partial")[0] == ("2025-03-01", "not-seen", 1)


@pytest.mark.parametrize("status", ["suspended", "ended"])
def test_what_was_stopped_is_not_due(status):
    assert due(talks(status=status), clause("ropes", "Ropes.", deadline="2026-02", status=status)) == []


def test_a_month_is_due_until_its_last_day():
    pay = clause("fees", "Pay the fees.", deadline="2026-01")
    assert due(pay, start=date(2026, 1, 31)) == [("2026-01", "due", 1)]
    assert due(pay, start=date(2026, 2, 1)) == [("2026-01", "overdue", 1)]


def test_a_deadline_that_was_met_or_is_far_off_is_not_due():
    assert due(clause("fees", "Pay the fees.", deadline="2026-01", status="operating")) == []
    assert due(clause("fees", "Pay the fees.", deadline="2027-01")) == []


def test_a_first_meeting_that_was_held_has_met_its_deadline():
    assert due(talks(deadline="2025-06", held=(Meeting("2025-05-02"),))) == [("2026-05-02", "due", 2)]


def test_dates_of_the_agreement_that_are_to_come_are_due():
    assert due(dates={"signed": "2025-01-01", "in_force": "2026-05", "ended": "2030"}) == [("2026-05", "due", 1)]


def test_a_dialogue_without_a_rhythm_is_counted():
    clauses = (
        talks(every=None, occurrence="ad-hoc"),
        replace(talks(), id="b", every=None, occurrence="once", held=(Meeting("2025"),)),
    )
    found = agenda([known(*clauses)], START, UNTIL)
    assert (found.items, found.unscheduled) == ((), ("quay#talks",))


def test_a_daily_dialogue_is_cut_and_says_so():
    found = agenda([known(talks(every="P1D"), as_of="1200")], START, date(2500, 1, 1))
    assert len(found.items) == 101
    assert found.capped == ("quay#talks",)


def test_what_is_overdue_comes_first_then_by_date():
    clauses = (
        clause("late", "Pay.", deadline="2025-06"),
        clause("soon", "Pay.", deadline="2026-02"),
        clause("sooner", "Pay.", deadline="2026-01-15"),
    )
    assert [item.clause for item in agenda([known(*clauses)], START, UNTIL).items] == ["late", "sooner", "soon"]


def test_keys_are_stable_while_time_goes_on():
    early = {item.key for item in agenda([known(talks(every="P1M"))], START, UNTIL).items}
    later = {item.key for item in agenda([known(talks(every="P1M"))], date(2026, 2, 1), UNTIL).items}
    assert later <= early
    assert len(early) == len(agenda([known(talks(every="P1M"))], START, UNTIL).items)


def test_declared_actors_are_called_by_their_names():
    made = replace(known(talks(participants=("board", "NO"))), actors=(Actor("board", "The Harbour Board"),))
    assert agenda([made], START, UNTIL).items[0].actors == ("The Harbour Board", "NO")
