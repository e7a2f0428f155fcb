"""The agenda as a calendar: what RFC 5545 wants, read by a parser of its own."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import samples

from clausetrack.model.agenda import Agenda
from clausetrack.report.registry import Options, render

ONCE = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "CATEGORIES", "STATUS", "TRANSP")


def unescaped(text):
    meant = {"\\n": "\n", "\\N": "\n"}
    return re.sub(r"\\(.)", lambda match: meant.get(match.group(), match.group(1)), text)


def events(drawn):
    """Parse a calendar strictly, and give its events as properties by name: parameters and the unescaped value."""
    data = drawn.encode()
    assert data.endswith(b"\r\n")
    lines = data[:-2].split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    for line in lines:
        line.decode()  # folding never cuts a character in two
    unfolded = re.sub("\r\n ", "", drawn.removesuffix("\r\n")).split("\r\n")
    assert unfolded[0] == "BEGIN:VCALENDAR"
    assert unfolded[-1] == "END:VCALENDAR"
    head = dict(line.split(":", 1) for line in unfolded[1:4])
    assert head["VERSION"] == "2.0"
    assert head["PRODID"]
    found = []
    for line in unfolded[4:-1]:
        if line == "BEGIN:VEVENT":
            found.append({})
        elif line != "END:VEVENT":
            match = re.fullmatch(r"([A-Z-]+)((?:;[A-Z]+=[A-Z]+)*):(.*)", line)
            name, parameters, value = match.groups()
            assert name not in found[-1]
            assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), value
            found[-1][name] = (parameters, unescaped(value))
    assert unfolded.count("BEGIN:VEVENT") == unfolded.count("END:VEVENT") == len(found)
    return found


@pytest.mark.parametrize("text", [*samples.NASTY.values(), "Ports; piers, quays\\n", "é" * 200, "港" * 99])
def test_a_calendar_is_valid_whatever_the_texts_are(text):
    found = events(render("agenda", samples.what_is_due(text), "ics", Options()))
    assert len(found) > 3
    for event in found:
        assert set(ONCE) <= event.keys()
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"][1])
        assert event["DTSTART"][0] == ";VALUE=DATE"
        assert event["DTSTART"][1] < event["DTEND"][1]
    assert len({event["UID"] for event in found}) == len(found)


def test_texts_come_through():
    text = "Ports; piers, quays: back\\slash"
    found = events(render("agenda", samples.what_is_due(text), "ics", Options()))
    assert all(text in event["SUMMARY"][1] for event in found if "ended" not in event["SUMMARY"][1])


def test_an_identity_is_agreement_clause_and_number_and_the_stamp_is_the_data_s():
    found = events(render("agenda", samples.what_is_due(), "ics", Options(version="9.9")))
    met = next(event for event in found if event["UID"][1].startswith("port-calls-pact#met"))
    assert met["UID"][1] == "port-calls-pact#met.2@clausetrack"
    assert met["DTSTAMP"][1] == "20240501T000000Z"
    assert found == events(render("agenda", samples.what_is_due(), "ics", Options(version="1.0")))


def test_a_month_stands_on_its_first_day_and_says_so():
    found = events(render("agenda", samples.what_is_due(), "ics", Options()))
    month = next(event for event in found if event["UID"][1] == "port-calls-pact#port-calls.deadline@clausetrack")
    assert (month["DTSTART"][1], month["DTEND"][1]) == ("20250601", "20250602")
    assert "Only the month is known: 2025-06." in month["DESCRIPTION"][1]


def test_the_last_day_of_the_calendar_has_no_day_behind_it():
    (item, *_) = samples.what_is_due().items
    last = Agenda(start="9999-01-01", until="9999-12-31", items=(replace(item, first="9999-12-31", last="9999-12-31"),))
    assert "DTEND" not in render("agenda", last, "ics", Options())
    assert "DTSTART;VALUE=DATE:99991231" in render("agenda", last, "ics", Options())


def test_an_empty_agenda_is_a_calendar_without_events():
    assert events(render("agenda", samples.EMPTY["agenda"], "ics", Options())) == []
