"""What is due: the next meeting, what is overdue, deadlines, the agreement's own dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from revised import clause, revision

from clausetrack.model.clause import Meeting
from clausetrack.model.clauseset import Actor, Event
from clausetrack.survey.agenda import agenda
from clausetrack.survey.standing import Since

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
    assert found == [("2026-02", "due", 1), ("2027-02", "due", 2)]


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
    assert due(talks(deadline="2025-02", held=(Meeting("2025-05"),))) == [("2026-05", "due", 2)]


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


def made(*clauses, since=None, start=START, until=UNTIL, **more):
    return agenda([known(*clauses, **more)], start, until, since={"quay": since or {}})


def test_nothing_is_due_of_an_agreement_that_has_ended():
    fees = clause("fees", "Pay the fees.", deadline="2022-06")
    paid = clause("paid", "Pay the tolls.", deadline="2022-06", status="operating")
    later = clause("later", "Pay the rent.", deadline="2023-06")
    proposed = talks(status="proposed")
    clauses = (talks(held=(Meeting("2020-12-01"),)), fees, paid, later, replace(proposed, id="proposed"))
    found = made(*clauses, dates={"signed": "2020-01-01", "ended": "2022-11-30"})
    assert (found.items, found.unscheduled, found.not_agreed) == ((), (), ())
    (ended,) = found.ended
    assert (ended.agreement, ended.date, ended.meetings, ended.deadlines) == ("quay", "2022-11-30", 1, 1)


def test_an_agreement_that_ends_within_the_agenda_is_due_until_then():
    fees = clause("fees", "Pay the fees.", deadline="2026-09")
    held = (Meeting("2025-11-15"),)
    found = made(talks(every="P3M", held=held), fees, dates={"signed": "2020", "ended": "2026-06-30"})
    assert [(item.due, item.kind) for item in found.items] == [
        ("2026-02-15", "dialogue"),
        ("2026-05-15", "dialogue"),
        ("2026-06-30", "date"),
    ]
    assert found.ended == ()


def test_what_is_overdue_before_an_end_to_come_is_said():
    assert due(talks(held=(Meeting("2024-05-01"),)), dates={"ended": "2026-03"}) == [
        ("2025-05-01", "overdue", 2),
        ("2026-03", "due", 1),
    ]


def test_where_only_the_year_of_the_end_is_known_nothing_is_due_from_its_first_day_on():
    monthly = talks(every="P1M", held=(Meeting("2025-10-15"),))
    (overdue, end) = made(monthly, dates={"ended": "2026"}, start=date(2026, 5, 1)).items
    assert (overdue.due, overdue.missed, end.due) == ("2025-11-15", 2, "2026")


def test_a_dialogue_that_came_later_is_counted_from_the_revision_that_has_it_first():
    dates = {"signed": "2020-01-15"}
    (item,) = made(talks(), dates=dates, since={"talks": Since("2025-06-01", "found")}).items
    assert (item.due, item.base, item.counted_from, item.missed) == ("2026-06-01", "found", "2025-06-01", 0)


@pytest.mark.parametrize("since", [Since("2025-06-01", None), Since("2019-06-01", "found"), Since("2020", "found")])
def test_it_is_counted_from_the_agreement_where_no_revision_shows_that_it_came_later(since):
    found = made(talks(), dates={"signed": "2025-01-15"}, since={"talks": since}).items
    assert [(item.due, item.base) for item in found] == [("2026-01-15", "signed")]


def test_without_a_date_of_the_agreement_the_first_revision_that_has_it_counts():
    (item,) = made(talks(), since={"talks": Since("2025-02-01", None)}).items
    assert (item.due, item.base) == ("2026-02-01", "as_of")


def test_a_dialogue_that_came_nobody_knows_when_is_not_on_the_calendar():
    found = made(talks(), dates={"signed": "2020-01-15"}, since={"talks": Since(None, "found")})
    assert (found.items, found.unscheduled) == ((), ("quay#talks",))


def test_a_rhythm_that_changed_makes_nothing_overdue_before_it_did():
    since = {"talks": Since("2025-11-15", "changed")}
    found = made(talks(every="P1M", held=(Meeting("2025-03-10"),)), since=since, until=date(2026, 2, 1)).items
    assert [(item.due, item.state, item.missed, item.number, item.base) for item in found] == [
        ("2025-12-10", "overdue", 1, 2, "changed"),
        ("2026-01-10", "due", 0, 3, "changed"),
    ]


@pytest.mark.parametrize("status", ["proposed", "exploring", "negotiating"])
def test_what_nobody_agreed_to_is_not_overdue(status):
    late = clause("late", "Pay.", deadline="2025-06", status=status)
    soon = clause("soon", "Pay.", deadline="2026-06", status=status)
    found = made(talks(status=status), late, soon, as_of="2020-01-01")
    assert [(item.clause, item.state, item.status) for item in found.items] == [("soon", "due", status)]
    assert found.not_agreed == ("quay#talks", "quay#late")


def test_a_dialogue_that_was_held_nobody_knows_when_is_not_overdue():
    found = made(talks(status="held", deadline="2024-05"), as_of="2024-01-01")
    assert (found.items, found.unscheduled) == ((), ("quay#talks",))


def test_where_only_the_year_is_known_it_is_due_between_two_months():
    found = made(talks(every="P6M", held=(Meeting("2025"),)), until=date(2026, 6, 30)).items
    assert [(item.due, item.first, item.last) for item in found] == [
        ("2025-07/2026-06", "2025-07-01", "2026-06-30"),
        ("2026-01/2026-12", "2026-01-01", "2026-12-31"),
    ]


@pytest.mark.parametrize("every", ["P1Y", "P6M", "P10D", "P1W"])
@pytest.mark.parametrize("held", ["2024", "2025-03", "2025-03-09"])
def test_nothing_begins_after_the_last_day(every, held):
    until = date(2026, 2, 10)
    found = made(talks(every=every, held=(Meeting(held),)), until=until).items
    assert all(date.fromisoformat(item.first) <= until for item in found)
    assert all(item.due.partition("/")[0] <= until.isoformat() for item in found)


def test_a_meeting_may_be_an_event():
    event = Event(date="2025-05-01", type="meeting-held", clauses=("talks",))
    again = replace(event, date="2024-04-09")
    other = replace(event, date="2025-11-01", clauses=("others",))
    with_events = replace(known(talks(held=(Meeting("2024"),))), events=(event, again, other))
    assert [(item.due, item.number) for item in agenda([with_events], START, UNTIL).items] == [("2026-05-01", 3)]


def test_one_day_is_an_agenda():
    day = date(2026, 4, 4)
    assert due(talks(held=(Meeting("2025-04-04"),)), start=day, until=day) == [("2026-04-04", "due", 2)]
    assert due(talks(held=(Meeting("2025-04-05"),)), start=day, until=day) == []


@pytest.mark.parametrize(
    ("deadline", "held"), [(None, ("2024-04-04",)), ("2025-06", ()), ("2025-06", ("2025-05-02",)), (None, ())]
)
def test_a_meeting_keeps_its_key_when_the_one_before_it_is_recorded(deadline, held):
    before = made(talks(deadline=deadline, held=tuple(map(Meeting, held))), until=date(2028, 12, 31)).items
    (first, *others) = [item.key for item in before]
    done = (*map(Meeting, held), Meeting("2026-01-20"))
    after = made(talks(deadline=deadline, held=done), start=date(2026, 2, 1), until=date(2028, 12, 31)).items
    assert first not in {item.key for item in after}
    assert [item.key for item in after] == [key for key in others if not key.endswith("deadline")][: len(after)]
    assert len(after) > 1


def test_free_keys_among_the_dates_are_none_of_its_business():
    assert due(dates={"x-see": "the gazette", "x-then": "2026-05-01"}) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The parties meet.", "The parties meet"),
        ("…", "…"),
        ("The experts meet, and their ministers too, in the harbour, at dawn.", None),
        ("港" * 99, "港" * 59 + " …"),
    ],
)
def test_a_name_is_no_sentence(text, name):
    made = agenda([known(replace(talks(), text=text))], START, UNTIL).items[0].name
    assert made == (name or "The experts meet, and their ministers too, in the harbour …")


def test_a_stamp_is_of_a_day_that_the_set_tells_of():
    held = (Meeting("2025-04-04"), Meeting("2024"))
    items = made(talks(held=held), dates={"in_force": "2026-05", "ended": "2030"}).items
    assert {item.stamp for item in items} == {"2025-04-04"}
    undated = made(talks(), as_of=None, dates={"signed": "2025-01-02", "ended": "2030"}).items
    assert {item.stamp for item in undated} == {"2025-01-02"}
