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


LAID_OUT = """\
                              Harbour Treaties                              p. {page}

                                   Article {page}
                           Fees of the port of {name}

     In {name} the master pays the fee of the port, and no more than that fee, on the
day on which the ship comes in, or where the port is closed on that day, on the next
one that it is open.
     Each party keeps its lights burning. It tells the other of every light that
fails, and does so within the hour:
     (a) by wireless, where the other listens to it at the time, and in the plain
words of the sea;
     (b) by rider.

     Northland looks after the northern shoals, the wrecks that lie on them, and
{name}
                                     - {page} -
"""


PORTS = ["", "Gull", "Teal", "Tern", "Swan", "Ruff", "Knot", "Skua"]


def pages(count):
    return "\f".join(LAID_OUT.format(page=page, name=PORTS[page]) + "\n" * 4 for page in range(1, count + 1))


def blocks(text):
    return read(text.encode(), "a.txt").blocks


def test_running_heads_and_page_numbers_go_and_pages_are_counted():
    found = blocks(pages(4))
    assert not any("Treaties" in block.text or "- " in block.text for block in found)
    assert [block.page for block in found if block.text.startswith("Fees of")] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("EN{space}Gazette L, 12.3.2031", "{page}/40{space}Series 2031/44"),
        ("12.3.2031{space}Gazette L 123/{page}", "Strait{space}12"),
        ("{page}{space}Gazette 2031, No. 4", "Volume 7 of 9"),
    ],
)
def test_running_lines_have_any_space_and_other_numbers_that_stay(head, foot):
    def line(form, page):
        return form.format(space=" " * (20 + page % 3), page=page)

    texts = [LAID_OUT.split("\n", 2)[2].format(page=page, name=PORTS[page]).rsplit("-", 2)[0] for page in range(1, 6)]
    text = "\f".join(f"{line(head, page)}\n\n{text}\n{line(foot, page)}" for page, text in enumerate(texts, 1))
    assert not any(word in block.text for block in blocks(text) for word in ("Gazette", "Series", "Strait", "Volume"))
    assert [block.text for block in blocks(text) if block.text.startswith("Article")]


def test_the_foot_of_a_page_with_few_lines_goes():
    short = f"{LAID_OUT.splitlines()[0].format(page=5)}\n\nHave agreed as follows:\n\n{' ' * 37}- 5 -\n"
    assert not any("- 5" in block.text for block in blocks(f"{pages(4)}\f{short}"))


def test_heads_alternate_over_an_odd_number_of_pages():
    found = pages(7).replace("Harbour Treaties", "Harbours {}")
    left = "\f".join(
        page.format("of Northland" if n % 2 else "of Southmark") for n, page in enumerate(found.split("\f"))
    )
    assert not any("Harbours of" in block.text for block in blocks(left))


def test_what_comes_back_on_two_pages_only_stays():
    assert any("Harbour Treaties" in block.text for block in blocks(pages(2)))


def test_a_text_of_which_all_comes_back_stays():
    assert [block.text for block in blocks("Pilot needed\f" * 6)] == ["Pilot needed"] * 6


def test_the_labels_of_articles_are_no_running_heads():
    text = "\f".join(f"Article {n}\n\nThe fee of port {'abcdef'[n - 1]} is {n * 7} crowns.\n" for n in range(1, 7))
    assert [block.text for block in blocks(text)][::2] == [f"Article {n}" for n in range(1, 7)]


def test_numbers_of_paragraphs_alone_on_their_lines_are_no_page_numbers():
    text = "\f".join(f"{n}.\n\nThe fee is {n * 7} crowns in port {'abcdef'[n - 1]}.\n" for n in range(1, 7))
    assert [block.text for block in blocks(text)][::2] == [f"{n}." for n in range(1, 7)]


def test_lines_in_the_middle_are_headings_and_stand_apart():
    headings = [block.text for block in blocks(pages(3)) if block.kind == "heading"]
    assert headings == [text for n in (1, 2, 3) for text in (f"Article {n}", f"Fees of the port of {PORTS[n]}")]


def test_items_and_indented_lines_start_paragraphs_in_wrapped_text():
    found = [block.text[:12] for block in blocks(pages(3)) if block.page == 1]
    assert found == [
        "Article 1",
        "Fees of the ",
        "In Gull the ",
        "Each party k",
        "(a) by wirel",
        "(b) by rider",
        "Northland lo",
    ]


def test_a_paragraph_goes_on_over_the_page():
    first = "The master pays the fee of the port on the day on which the ship comes in,\nor where the port is shut on"
    second = (
        "that day, on the next one that it is open, and in no case any later than this.\n\nNorthland keeps its lights."
    )
    found = blocks(f"{first}\n\n\f\n{second}\n")
    assert [block.text.split()[0] for block in found] == ["The", "Northland"]
    assert [block.page for block in found] == [1, 2]


def test_page_numbers_without_form_feeds_go_where_they_count_up_evenly():
    page = "".join(f"Port {n} is open to the ships of the other party, by day and by night.\n\n" for n in range(12))
    text = "".join(f"{page}\n{number}\n\n" for number in range(7, 12))
    assert not any(block.text.isdigit() for block in blocks(text))
    assert {block.page for block in blocks(text)} == {7, 8, 9, 10, 11}
    twice = "".join(f"{page}\n{number}\n\n" for number in range(7, 9))
    assert [block.text for block in blocks(twice) if block.text.isdigit()] == ["7", "8"]


def test_a_reference_at_a_line_start_is_no_item():
    text = (
        "The fee is set by the committee under paragraph 3 of this article and article\n"
        "5. The committee meets each year, and it may not raise a fee above that of\n"
        "(a) the year before, save where both of the parties have agreed to it in writing\n"
    )
    assert [block.text[-10:] for block in blocks(text)] == ["in writing"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Pilots of both parties know the cur-", "rents. All currents of the strait are shown.", "the currents. All"),
        (
            "Pilots of both parties are highly well-",
            "trained. All currents of the strait are shown.",
            "well-trained. All",
        ),
    ],
)
def test_words_are_mended_by_the_words_of_the_text(before, after, expected):
    assert expected in blocks(f"{before}\n{after}\n")[0].text


def test_a_soft_hyphen_at_the_end_of_a_line_goes():
    assert (
        "the currents"
        in blocks("Pilots of both parties know all of the cur\u00ad\nrents of the strait by heart.\n")[0].text
    )


def test_lines_with_as_many_tabs_are_rows():
    found = blocks("Fees\n\nLength\tFee\n24 metres\t400\n\n(a)\tby day\n(b)\tby night\n")
    assert [(block.kind, block.cells) for block in found if block.cells] == [
        ("row", ("Length", "Fee")),
        ("row", ("24 metres", "400")),
    ]
    assert [block.text for block in found if not block.cells] == ["Fees", "(a) by day", "(b) by night"]


def test_footnotes_are_called_right_behind_a_word():
    found = blocks("Charts are exchanged.[1] See also [2].\n\n[1] On paper.\n\n[2] A paragraph with a number.\n")
    assert [(block.kind, block.label, block.notes) for block in found] == [
        ("paragraph", None, ("1",)),
        ("footnote", "1", ()),
        ("paragraph", None, ()),
    ]
    assert found[0].text == "Charts are exchanged. See also [2]."


@pytest.mark.parametrize("text", ["word " * 400_000, "- " * 500_000, "a\tb" * 300_000, "[1]" * 300_000, "x\f" * 50_000])
def test_lines_without_end_are_read_in_linear_time(text):
    assert blocks(text)


def test_soft_hyphens_are_no_letters():
    broken = WRAPPED.replace("in every\nseason", "in ev\xad\nery season").replace("currents", "cur\xadrents")
    assert texts(broken.replace("their", "th\xadeir")) == texts(WRAPPED)
    assert texts("pi\xadlot\tfee\nGull\t4\xad00\n") == ["pilot | fee", "Gull | 400"]


def test_the_title_behind_the_label_of_a_part_stands_alone():
    clause = (
        "Article 5\nFees and pilots of either northern coast\nNorthland and Southmark open their ports to each other's "
        "ships, in\nevery season and at every hour, and share what they know of reefs and\ncurrents and wrecks, "
        "of lights and of buoys, and of all that may be in the\nway of a ship that comes in by night, or in fog, or in "
        "the ice, along\nall of the coast between the capitals.\n"
    )
    assert [found[:20] for found in texts(clause * 3)] == [
        "Article 5",
        "Fees and pilots of e",
        "Northland and Southm",
    ] * 3


def test_running_heads_beside_page_numbers_go_though_letters_are_misread():
    heads = ["Pact on the Strait", "Pact on the 5trait", "Fact on the Strait", "Pact on tbe Strait"]
    pages = [
        "\n".join(
            [*(f"Ferry {page}{at} calls at pier {at} of the harbour." for at in range(20)), "", str(page), "", head, ""]
        )
        for page, head in enumerate(heads, 1)
    ]
    found = texts("\n".join(pages))
    assert len(found) == 80
    assert not [text for text in found if "trait" in text]


def test_a_line_that_is_a_speck_goes():
    assert texts("Ships call.\n.\n , \nPilots guide them.\n* * *") == ["Ships call.", "Pilots guide them.", "* * *"]
