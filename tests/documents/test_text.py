"""Plain text becomes paragraphs."""

from __future__ import annotations

import hashlib

import pytest

from clausetrack.documents.readers import read
from clausetrack.errors import InputError

UNWRAPPED = """Ports of call

Northland and Southmark open their ports to each other's ships.
They share what they know of reefs, currents and wrecks along all of the coast between the capitals.

A pilot comes on board where the master asks for one.
Fees
None.
"""

WRAPPED = """PORTS OF CALL

Northland and Southmark open their ports to each other's ships, in every
season and at every hour, and share what they know of reefs, currents and
wrecks along the coast.

  A pilot comes on board where the master asks for one. The pilot's fee
  is that of the port, and no more than that, whatever the weather may be
  on the day.
"""


def texts(text):
    return [block.text for block in read(text.encode(), "a.txt").blocks]


def test_a_line_is_a_paragraph():
    assert texts(UNWRAPPED) == [line for line in UNWRAPPED.splitlines() if line]


def test_wrapped_lines_are_joined_up_to_a_blank_line():
    found = texts(WRAPPED)
    assert len(found) == 3
    assert found[1].startswith("Northland")
    assert found[1].endswith("along the coast.")
    assert "every season and" in found[1]
    assert found[2].startswith("A pilot")


def test_short_lines_are_no_wrapped_text():
    lines = ["Fees: none", "Hours: all day", "Pilots: on request", "Lights: green over red"]
    assert texts("\n".join(lines)) == lines


def test_sentences_of_like_length_are_no_wrapped_text():
    places = ["harbours", "pilotage", "the reefs", "the lights"]
    lines = [f"The parties share all that they know of {place}." for place in places]
    assert texts("\n".join(lines)) == lines


def test_a_list_of_lines_of_any_length_is_no_wrapped_text():
    lines = ["Fees", "Hours: all day and all night, the year round, at", "Pilots", "Lights: green over red", "Depth"]
    assert texts("\n".join(lines)) == lines


def test_scripts_without_spaces_are_joined_without():
    first = "両国は毎年一度の対話を行い、海上の安全について意見を\n交換する。\n"
    second = "両国は港を開き、互いの船を受け入れることを約束し、料\n金を取らない。\n"
    assert texts(f"{first}\n{second}") == [
        "両国は毎年一度の対話を行い、海上の安全について意見を交換する。",
        "両国は港を開き、互いの船を受け入れることを約束し、料金を取らない。",
    ]


def test_korean_keeps_its_spaces():
    text = "두 나라는 해마다 한 번 대화를 하며 바다의 안전을 위해\n함께 일한다\n"
    assert texts(text) == ["두 나라는 해마다 한 번 대화를 하며 바다의 안전을 위해 함께 일한다"]


def test_places_and_bytes():
    data = b"\xef\xbb\xbfOne.\r\n\r\n  Two.\rThree."
    document = read(data, "a.txt")
    assert [(block.text, block.place.line, block.place.column) for block in document.blocks] == [
        ("One.", 1, 1),
        ("Two.", 3, 3),
        ("Three.", 4, 1),
    ]
    assert document.blocks[1].place.end_column == 7
    assert (document.size, document.media_type) == (len(data), "text/plain")
    assert document.sha256 == hashlib.sha256(data).hexdigest()


def test_a_wrapped_paragraph_ends_where_its_last_line_does():
    place = read(WRAPPED.encode(), "a.txt").blocks[1].place
    assert (place.line, place.end_line, place.end_column) == (3, 5, 24)


@pytest.mark.parametrize("text", ["", "\n\n", " \t\n\u3000\n"])
def test_nothing_to_read(text):
    assert texts(text) == []


def test_not_utf8():
    with pytest.raises(InputError, match="not UTF-8") as fault:
        read(b"one\ntw\xff", "a.txt")
    assert fault.value.where == "a.txt:2:3"


def test_a_large_wrapped_text_is_read_in_linear_time():
    line = "word " * 14 + "end\n"
    assert len(read((line * 50_000).encode(), "a.txt").blocks) == 1
