"""The feed: what RFC 4287 requires of a feed and its entries, whatever the texts are."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import samples
from lxml import etree, html

from clausetrack.report.registry import Options, render

ATOM = "{http://www.w3.org/2005/Atom}"
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:[A-Za-z0-9\-._~/]+")
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def feed(text=None, url=""):
    made = samples.timeline() if text is None else samples.timeline(text)
    return etree.fromstring(render("timeline", made, "atom", Options(url=url)).encode())


def one(element, name):
    (found,) = element.findall(f"{ATOM}{name}")
    return found.text


@pytest.mark.parametrize("text", [*samples.NASTY.values(), "<b>bold</b> & more", "quay"])
@pytest.mark.parametrize("url", ["", "https://quay.example/terms.html?a=1&b=2"])
def test_a_feed_has_what_the_standard_requires(text, url):
    made = feed(text, url)
    assert made.tag == f"{ATOM}feed"
    assert made.find(f"{ATOM}author/{ATOM}name").text
    entries = made.findall(f"{ATOM}entry")
    assert len(entries) == 5
    for element in (made, *entries):
        assert TAG.fullmatch(one(element, "id")), one(element, "id")
        assert DATE.fullmatch(one(element, "updated"))
        assert one(element, "title") is not None
        assert [link.get("href") for link in element.findall(f"{ATOM}link")] == ([url] if url else [])
    ids = [one(element, "id") for element in (made, *entries)]
    assert len(set(ids)) == len(ids)
    assert one(made, "updated") == max(one(entry, "updated") for entry in entries)


@pytest.mark.parametrize("text", samples.NASTY.values())
def test_no_text_becomes_markup_in_the_content(text):
    for entry in feed(text).findall(f"{ATOM}entry"):
        assert entry.find(f"{ATOM}content").get("type") == "html"
        inner = html.fragment_fromstring(one(entry, "content"), create_parent="div")
        assert {element.tag for element in inner.iter()} <= {"div", "p", "ul", "li", "strong", "em"}


def test_identities_do_not_change_when_a_revision_is_added():
    made = samples.timeline()
    shorter = replace(made, stages=made.stages[:2])
    ids = [re.findall("<id>(.*?)</id>", render("timeline", known, "atom", Options())) for known in (made, shorter)]
    assert set(ids[1]) < set(ids[0])


def test_the_newest_comes_first_and_what_has_no_date_is_of_the_one_before():
    entries = feed().findall(f"{ATOM}entry")
    titles = [one(entry, "title") for entry in entries]
    assert titles[0].endswith(": the file is deleted")
    assert titles[1].startswith("later: ")
    assert titles[-1].startswith("2024 “Ships will call at ports.”: ")
    assert [one(entry, "updated")[:10] for entry in entries] == [
        "2025-04-01",
        "2025-01-01",
        "2025-01-01",
        "2025-03-01",
        "2024-01-01",
    ]


def test_the_host_of_the_address_names_the_entries():
    assert one(feed(url="https://quay.example/x"), "id") == "tag:quay.example,2026:port-calls-pact"
    assert one(feed(), "id") == "tag:clausetrack.invalid,2026:port-calls-pact"
