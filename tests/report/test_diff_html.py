"""The page of a comparison as text: what is in it, what is not, and what holds it together."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from collections import Counter
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from clausetrack.app.rule_pages import change_rules
from clausetrack.errors import MissingExtraError
from clausetrack.language.edits import word_edits
from clausetrack.model.change import Row
from clausetrack.model.clauseset import Revision
from clausetrack.model.source import Evidence, Source
from clausetrack.report import rows
from clausetrack.report.diff import html as diff_html
from clausetrack.report.html import frame
from clausetrack.report.html import words as html_words
from clausetrack.report.html.anchors import Anchors
from clausetrack.report.html.redline import CONTEXT, redline
from clausetrack.report.registry import Options
from clausetrack.report.visible import visible

PAGES = {"plain": samples.diff(), "nothing": samples.EMPTY["diff"]} | {
    name: samples.diff(text) for name, text in samples.NASTY.items()
}
each = pytest.mark.parametrize("name", PAGES)


class Reader(HTMLParser):
    """Collects the elements of a page, with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.elements = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))


def drawn(result, **options):
    return diff_html.render(result, Options(**options))


def elements(text, tag=None):
    return [attributes for name, attributes in Reader(text).elements if tag in {None, name}]


def classes(text, tag):
    return Counter(attributes.get("class", "").split(" ")[0] for attributes in elements(text, tag))


@each
def test_the_policy_names_the_style_and_the_script_that_are_there_and_allows_no_other(name):
    text = drawn(PAGES[name])
    (policy,) = [found["content"] for found in elements(text, "meta") if "http-equiv" in found]
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert text.index("Content-Security-Policy") < text.index("<style>")


@each
@pytest.mark.parametrize("everything", [False, True])
def test_there_is_nothing_that_the_policy_would_refuse_or_that_leads_outside(name, everything):
    for tag, attributes in Reader(drawn(PAGES[name], all=everything)).elements:
        assert [key for key in attributes if key.startswith("on") or key in {"style", "src", "srcset", "action"}] == []
        assert tag not in {"img", "iframe", "object", "embed", "form", "base"}
        if tag == "link":
            assert attributes["href"] == "data:,"


@each
@pytest.mark.parametrize("everything", [False, True])
def test_names_are_unique_and_every_link_within_the_page_leads_somewhere(name, everything):
    found = elements(drawn(PAGES[name], all=everything, rules=change_rules()))
    names = [attributes["id"] for attributes in found if "id" in attributes]
    assert [known for known, count in Counter(names).items() if count > 1] == []
    links = {attributes["href"][1:] for attributes in found if attributes.get("href", "").startswith("#")}
    links |= {attributes[key] for attributes in found for key in ("aria-labelledby", "for") if key in attributes}
    assert links <= set(names)


@each
def test_a_text_never_becomes_an_element(name):
    plain = {tag for tag, _ in Reader(drawn(PAGES["plain"], all=True)).elements}
    assert {tag for tag, _ in Reader(drawn(PAGES[name], all=True)).elements} <= plain


def test_every_row_with_news_has_its_place_and_unchanged_ones_only_where_everything_is_wanted():
    result = PAGES["plain"]
    changed = sum(bool(row.changes) for row in result.rows)
    assert classes(drawn(result), "article")["clause"] == changed
    assert classes(drawn(result, all=True), "article")["clause"] == len(result.rows)


def test_the_order_is_that_of_the_agreement():
    names = [attributes["id"] for attributes in elements(drawn(PAGES["plain"]), "article")]
    first = ["port-calls", "harbour-dues-fixed", "harbour-dues", "harbour-talks"]
    assert names[:5] == [*(f"clause-{name}" for name in first), "old-quay-plan"]


def test_it_says_that_a_partial_set_proves_no_absence_and_that_a_search_was_cut_short():
    text = drawn(PAGES["plain"])
    assert "The old set is partial: what is not seen there is unknown, not absent." in text
    assert "cut short by its budget" in text
    assert "Note</strong>" not in drawn(PAGES["nothing"])


@pytest.mark.parametrize(
    ("directions", "words"),
    [
        ((), "No clause became stronger or weaker, wider or narrower."),
        (("weakened",), "the agreement became weaker."),
        (("broadened", "strengthened", "neutral"), "the agreement became stronger and wider."),
        (("broadened", "weakened"), "changed in more than one direction"),
        (("mixed",), "changed in more than one direction"),
    ],
)
def test_the_verdict_says_no_more_than_all_changes_do(directions, words):
    one = PAGES["plain"].rows[0]
    result = replace(
        samples.EMPTY["diff"],
        rows=tuple(Row(match=one.match, direction=direction) for direction in directions),
    )
    assert words in html_words.verdict(result)


def test_every_label_is_explained():
    assert list(html_words.LEGEND) == list(rows.SIGNS) == list(html_words.SIGNS)
    themes = {label for theme in html_words.THEMES for label in theme.labels}
    assert themes == set(rows.SIGNS) - {"renumbered", "typography"}


def test_a_rule_is_explained_where_its_explanation_is_known():
    rule = change_rules()["force-lowered"]
    assert rule.summary in drawn(PAGES["plain"], rules={"force-lowered": rule})
    assert 'id="rule-' not in drawn(PAGES["plain"])


def test_places_and_evidence_are_told_and_only_addresses_of_the_web_become_links():
    (row, *_) = PAGES["plain"].rows
    (old,) = row.match.old
    evidence = (Evidence("gazette", page=4, sentence=2), Evidence("leaflet"), Evidence("unknown"))
    told = replace(row, match=replace(row.match, old=(replace(old, evidence=evidence, note="See the map."),)))
    known = replace(
        PAGES["plain"].old,
        sources=(
            Source("gazette", title="The Gazette", url="https://example.org/a?b=1&c=2"),
            Source("leaflet", title="The Leaflet", url="javascript:alert(1)"),
        ),
    )
    text = drawn(replace(PAGES["plain"], old=known, rows=(told,)))
    for words in ("clause_specs/demo/one.yaml:12:5", "two.yaml: page 2", "page 4, sentence 2", "See the map."):
        assert words in text
    addresses = [found["href"] for found in elements(text, "a") if not found["href"].startswith("#")]
    assert addresses == ["https://example.org/a?b=1&c=2"]


def test_a_pairing_that_may_be_wrong_is_doubted_where_it_is_seen():
    doubt = "the pairing of the two texts is 70% sure"
    assert doubt in drawn(PAGES["plain"])
    sure = [row for row in PAGES["plain"].rows if row.match.relation != "merged"]
    assert doubt not in drawn(replace(PAGES["plain"], rows=tuple(sure)))


@pytest.mark.parametrize(("tag", "said"), [("ar", True), ("zh-Hant", True), ("en", False), ('x" onload="', False)])
def test_the_language_of_the_texts_is_said_where_it_is_not_that_of_the_page(tag, said):
    revision = Revision(id="2025", basis="primary-text", language=tag)
    both = {side: replace(getattr(PAGES["plain"], side), revision=revision) for side in ("old", "new")}
    found = [attributes.get("lang") for attributes in elements(drawn(replace(PAGES["plain"], **both)), "div")]
    assert (tag in found) is said


def test_without_the_template_engine_it_says_what_to_install(monkeypatch):
    frame._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingExtraError) as caught:
        drawn(PAGES["plain"])
    assert caught.value.hint == "pip install 'clausetrack[reports]'"


# Redlines

words = st.text(st.sampled_from('ab <&"\n\t\u202eé字'), max_size=40)
sentences = st.lists(st.sampled_from(("the board", "<b>", "shall", "meet\n", "&amp;", "x" * 300)), max_size=40).map(
    " ".join
)


def sides(markup):
    """Take the old and the new text out of a redline."""
    kept = (re.sub(rf"<{tag}>.*?</{tag}>", "", markup, flags=re.DOTALL) for tag in ("ins", "del"))
    return [re.sub(r"</?\w+[^>]*>", "", text) for text in kept]


@given(st.one_of(st.tuples(words, words), st.tuples(sentences, sentences)))
def test_a_redline_has_every_character_of_both_texts(pair):
    found = [unescape(text) for text in sides(redline(word_edits(*pair)))]
    # A change of white space alone is no deletion and no insertion: both stand, and a browser shows one space.
    squeezed = [["".join(text.split()) for text in given] for given in (found, map(visible, pair))]
    assert squeezed[0] == squeezed[1]


def test_standing_text_is_marked_for_folding_only_far_from_changes():
    text = "word " * 400
    markup = redline(samples.edits(f"={text}", "-old", "+new", f"={text}", "-gone", "= end"))
    far = re.findall(r'<span class="far">(.*?)</span>', markup)
    assert len(far) == 2
    assert len(far[0]) == pytest.approx(len(text) - CONTEXT, abs=10)
    assert len(far[1]) == pytest.approx(len(text) - 2 * CONTEXT, abs=10)
    assert "far" not in redline(samples.edits("=some words ", "-old", "+new"))


# Anchors


@given(st.lists(st.text(max_size=100), max_size=20))
def test_anchors_are_unique_and_fit_for_a_link(names):
    anchors = Anchors()
    given_ = [anchors.of("clause", name) for name in names]
    assert len(set(given_)) == len(given_)
    assert all(re.fullmatch(r"clause-[A-Za-z0-9._-]*", anchor) for anchor in given_)


def test_an_anchor_does_not_depend_on_what_else_is_there():
    crowded = Anchors()
    crowded.of("clause", "a-b")
    assert crowded.of("clause", "a b") == Anchors().of("clause", "a b")
    assert Anchors().of("clause", "port-calls") == "clause-port-calls"
    assert Anchors().of("clause", "a b") != Anchors().of("clause", "a/b")


def test_a_change_of_the_whole_leads_to_the_clauses_that_it_is_found_in():
    renamed = samples.change("term-renamed", message="a new name", clauses=("tug-boats", "nowhere", "port-calls"))
    text = drawn(replace(PAGES["plain"], changes=(renamed,)))
    (places,) = re.findall(r'<span class="places">(.*?)</span>', text)
    assert re.findall(r'href="#([^"]+)"', places) == ["clause-tug-boats", "clause-port-calls"]
