"""The page of a comparison in a real browser: what a reader sees, does, sends on and prints."""

from __future__ import annotations

import re
import statistics

import pytest
from axe_playwright_python.sync_playwright import Axe
from harbours import LARGE
from playwright.sync_api import expect
from pypdf import PdfReader

FAST = 100  # milliseconds in which a filter has to have done its work


def shown(page):
    return [element.get_attribute("id") for element in page.locator(".clause[data-news]:visible").all()]


def at(page):
    return page.evaluate("decodeURIComponent(location.hash)")


def focused(page):
    return page.evaluate("document.activeElement.id")


# What is seen


def test_the_summary_comes_first_and_says_what_became_of_each_clause(visit):
    page = visit("small")
    assert page.title() == "Understanding on Harbours: 2024 → 2025"
    summary = page.locator("#summary")
    assert summary.bounding_box()["y"] < page.locator("#clauses").bounding_box()["y"]
    for theme, words in {"weaker": "Opening of ports", "new": "Pilots", "gone": "Lanterns"}.items():
        expect(summary.locator(f".theme.{theme}")).to_contain_text(words)
    assert shown(page) == ["clause-opening", "clause-fees", "clause-pilots", "clause-talks", "old-lanterns"]


def test_what_is_no_news_is_folded_and_can_be_unfolded(visit):
    page = visit("small")
    expect(page.locator("#clause-ropes")).to_be_hidden()
    page.locator("summary", has_text="Article 4 → 5: 1 clause renumbered").click()
    expect(page.locator("#clause-ropes")).to_be_visible()


def test_everything_is_open_where_everything_was_asked_for(visit):
    page = visit("everything")
    expect(page.locator("#clause-ropes")).to_be_visible()
    expect(page.locator("#clause-ink")).to_be_visible()
    expect(page.locator("#clause-fees .far").first).to_be_visible()


def test_a_long_text_is_shown_near_its_changes_until_the_whole_is_wanted(visit):
    page = visit("small")
    fees = page.locator("#clause-fees")
    expect(fees.locator(".far").first).to_be_hidden()
    fees.get_by_role("button", name="Whole text").click()
    expect(fees.locator(".far").first).to_be_visible()


def test_words_that_went_and_came_are_told_by_form_and_to_the_ear(visit):
    page = visit("small")
    went, came = page.locator("#clause-opening del"), page.locator("#clause-opening ins")
    assert went.evaluate("e => getComputedStyle(e).textDecorationLine") == "line-through"
    assert came.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    tree = page.locator("#clause-opening .words").aria_snapshot()
    assert "[removed: " in tree
    assert "[added: " in tree


def test_the_two_texts_stand_side_by_side(visit):
    page = visit("small")
    page.get_by_role("button", name="Side by side").click()
    old, new = page.locator("#clause-opening .pair .words").all()
    expect(old).to_have_text("The parties shall open their ports to foreign tugs.")
    expect(new).to_have_text("The parties may open their ports to foreign tugs.")
    assert old.bounding_box()["x"] < new.bounding_box()["x"]
    assert at(page) == "#?view=side"
    page.get_by_role("button", name="Inline").click()
    expect(page.locator("#clause-opening .redline")).to_be_visible()


def test_a_text_from_right_to_left_is_set_so(visit):
    page = visit("arabic")
    words = page.locator("#clause-opening .words")
    assert words.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert words.get_attribute("lang") == "ar"
    went, came = words.locator("del").first.bounding_box(), words.locator("ins").last.bounding_box()
    assert went["x"] > came["x"]
    card, text = page.locator("#clause-opening").bounding_box(), words.bounding_box()
    assert card["x"] + card["width"] - text["x"] - text["width"] < 40  # it stands where its lines start


def test_the_title_and_headings_stand_on_the_side_on_which_their_texts_stand(visit):
    page = visit("arabic")
    for heading, within in (("h1", ".masthead .frame"), (".part > h3", ".part"), (".clause h4", ".clause")):
        box = page.locator(within).first.bounding_box()
        ends = page.locator(heading).evaluate(
            """e => {
              const range = new Range();
              range.selectNodeContents(e);
              return range.getBoundingClientRect().right;
            }"""
        )
        assert box["x"] + box["width"] - ends < 60, heading
    page = visit("small")
    for heading, within in (("h1", ".masthead .frame"), (".part > h3", ".part"), (".clause h4", ".clause")):
        start = page.locator(within).first.bounding_box()["x"]
        assert page.locator(heading).first.bounding_box()["x"] - start < 60, heading


@pytest.mark.parametrize("name", ["small", "hostile", "arabic"])
def test_nothing_is_wider_than_the_window(visit, name):
    page = visit(name)
    for width in (360, 900, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_texts_are_shown_and_do_nothing(visit):
    page = visit("hostile")
    assert page.title() != "taken"
    assert page.locator("img").count() == 0
    expect(page.locator("#clause-port-calls .words")).to_contain_text("</script><img src=x onerror=")
    expect(page.locator("#clause-port-calls .words")).to_contain_text(r"\u202eback\u202c \u2028 \x00")


def test_words_that_are_not_read_for_force_are_no_assurance(visit):
    summary = visit("arabic").locator("#summary")
    expect(summary.locator(".verdict")).to_contain_text("cannot be told")
    expect(summary.locator(".caveat")).to_contain_text("The words of 'ar' are not read for force")
    expect(summary.locator(".theme.weaker")).to_contain_text("Nothing that could be told.")
    expect(visit("small").locator(".theme.stronger")).to_contain_text("Nothing.")


# Light, dark, small screens


def test_it_is_dark_where_the_reader_likes_it_dark_and_can_be_turned(visit):
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light, dark = visit("small", color_scheme="light"), visit("small", color_scheme="dark")
    colours = light.evaluate(paper), dark.evaluate(paper)
    assert colours[0] != colours[1]
    light.get_by_role("button", name="Dark").click()
    assert light.evaluate(paper) == colours[1]
    expect(light.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    dark.get_by_role("button", name="Dark").click()
    assert dark.evaluate(paper) == colours[0]


def test_the_table_of_contents_stays_on_wide_screens_and_folds_on_narrow_ones(visit):
    wide, narrow = visit("small"), visit("small", viewport={"width": 400, "height": 800})
    contents = "nav a[href='#clause-fees']"
    assert wide.locator("nav").evaluate("e => getComputedStyle(e).position") == "sticky"
    expect(wide.locator(contents)).to_be_visible()
    expect(narrow.locator(contents)).to_be_hidden()
    narrow.get_by_text("Contents").click()
    expect(narrow.locator(contents)).to_be_visible()


def test_the_table_of_contents_marks_what_changed(visit):
    page = visit("small")
    expect(page.locator("nav ol:not(.tops) li").last).to_be_visible()
    lines = page.locator("nav ol:not(.tops) li").all_inner_texts()
    assert [line.split("\n")[0].split()[0] for line in lines if "Lanterns" in line or "Opening" in line] == ["▼", "−"]
    assert page.locator("nav li.same").all_inner_texts() == ["Article 6 Language"]


# Filters and search


def test_filters_leave_what_fits_and_say_how_many(visit):
    page = visit("small")
    page.get_by_role("button", name=re.compile("removed")).click()
    assert shown(page) == ["old-lanterns"]
    expect(page.locator("#showing")).to_have_text("Showing 1 of 5 clauses with changes of substance.")
    page.get_by_role("button", name=re.compile("added")).click()
    assert shown(page) == ["clause-pilots", "old-lanterns"]
    page.get_by_label("Actor").select_option("NO")
    assert shown(page) == ["old-lanterns"]
    expect(page.locator("nav li:visible", has_text="Pilots")).to_have_count(0)
    page.get_by_role("button", name="Clear filters").click()
    assert len(shown(page)) == 5


def test_every_facet_filters(visit):
    page = visit("small")
    for label, value, left in (
        ("Kind", "dialogue", ["clause-talks"]),
        ("Domain", "trade", ["clause-talks"]),
        ("Rule", "force-lowered", ["clause-opening"]),
    ):
        page.get_by_label(label, exact=True).select_option(value)
        assert shown(page) == left
        page.get_by_label(label, exact=True).select_option("")


def test_a_phrase_is_found_on_either_side_whatever_its_case_and_accents(visit):
    page = visit("small")
    for phrase, left in (
        ("alesund", ["clause-pilots"]),
        ("SHALL OPEN", ["clause-opening"]),
        ("may open", ["clause-opening"]),
        ("article 3", ["clause-pilots", "old-lanterns"]),
        ("<b>", []),
    ):
        page.get_by_role("searchbox").fill(phrase)
        assert shown(page) == left


def test_a_search_unfolds_what_it_finds_and_folds_it_again(visit):
    page = visit("small")
    page.get_by_role("searchbox").fill("store ropes")
    expect(page.locator("#clause-ropes")).to_be_visible()
    expect(page.locator("#showing")).to_contain_text("1 without a change of substance")
    page.get_by_role("searchbox").press("Escape")
    expect(page.locator("#clause-ropes")).to_be_hidden()
    assert at(page) == ""


def test_what_cannot_be_found_is_not_counted_while_a_filter_is_on(visit):
    page = visit("small")
    expect(page.get_by_text("1 clause unchanged")).to_be_visible()
    page.get_by_role("searchbox").fill("experts")  # which is in the same part
    expect(page.get_by_text("1 clause unchanged")).to_be_hidden()
    page.get_by_role("searchbox").press("Escape")
    expect(page.get_by_text("1 clause unchanged")).to_be_visible()


def test_found_words_are_marked(visit):
    page = visit("small")
    page.get_by_role("searchbox").fill("pilot")
    page.wait_for_timeout(400)  # marks wait for a pause
    assert page.evaluate("CSS.highlights.get('found').size") == 3


# Addresses


def test_a_filtered_view_can_be_sent(visit):
    page = visit("small")
    page.get_by_role("button", name=re.compile("removed")).click()
    page.get_by_label("Actor").select_option("NO")
    page.get_by_role("searchbox").fill("dusk")
    sent = at(page)
    assert sent == "#?q=dusk&direction=removed&actor=NO"
    other = visit("small", sent)
    assert shown(other) == ["old-lanterns"]
    expect(other.get_by_role("searchbox")).to_have_value("dusk")
    expect(other.get_by_role("button", name=re.compile("removed"))).to_have_attribute("aria-pressed", "true")


def test_a_link_leads_to_its_clause_even_where_that_is_folded(visit):
    page = visit("small", "#clause-ropes")
    expect(page.locator("#clause-ropes")).to_be_in_viewport()
    assert focused(page) == "clause-ropes"
    page = visit("small")
    page.locator("nav a[href='#clause-ropes']").click()
    expect(page.locator("#clause-ropes")).to_be_visible()


def test_a_link_leads_to_its_change(visit):
    page = visit("small")
    link = page.locator("#clause-opening .change .permalink").first
    link.click()
    place = link.get_attribute("href")
    assert at(page) == place
    expect(visit("small", place).locator(place)).to_be_in_viewport()


def test_a_link_is_copied_with_the_view_it_was_taken_from(visit):
    page = visit("small", "#?actor=NO", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#clause-opening h4 .permalink").click()
    expect(page.locator("#status")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith("#clause-opening?actor=NO")


def test_a_link_to_what_a_filter_hides_drops_the_filter(visit):
    page = visit("small", "#?actor=IS&direction=added")
    page.locator("#summary a[href='#clause-opening']").click()
    expect(page.locator("#clause-opening")).to_be_in_viewport()
    assert at(page) == "#clause-opening"


def test_an_address_that_says_nothing_does_no_harm(visit):
    page = visit("small")
    for place in ("#nowhere", "#%", "#?direction=up&actor=nobody", "#?q=%E0%A4%A", "#clause-opening?x", "#?"):
        page.evaluate("(place) => (location.hash = place)", place)
        expect(page.locator("#showing")).to_contain_text("5")


# Keys


def test_j_and_k_go_from_change_to_change(visit):
    page = visit("small")
    visited = []
    for key in "jjjkj":
        page.keyboard.press(key)
        visited.append(focused(page))
    assert visited == ["clause-opening", "clause-fees", "clause-pilots", "clause-fees", "clause-pilots"]
    assert at(page) == "#clause-pilots"
    expect(page.locator("#clause-pilots")).to_be_in_viewport()


def test_keys_keep_to_what_a_filter_leaves_and_say_where_it_ends(visit):
    page = visit("small", "#?direction=removed")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused(page) == "old-lanterns"
    expect(page.locator("#status")).to_have_text("This is the last change")


def test_slash_searches_and_escape_leaves(visit):
    page = visit("small")
    page.keyboard.press("/")
    page.keyboard.type("jk/?")
    expect(page.get_by_role("searchbox")).to_have_value("jk/?")
    page.keyboard.press("Escape")
    assert focused(page) == ""


def test_help_opens_closes_and_turns_single_keys_off(visit):
    page = visit("small")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_label("Single keys do something").uncheck()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("j")
    assert focused(page) != "clause-opening"


# Paper, mail, ears


def printed(page, path):
    page.pdf(path=path, format="A4")
    return [sheet.extract_text() for sheet in PdfReader(path).pages]


def test_paper_has_the_substance_and_no_controls(visit, tmp_path):
    page = visit("small")
    text = " ".join(" ".join(printed(page, tmp_path / "page.pdf")).split())
    for words in ("Understanding on Harbours", "What weakened", "Opening of ports", "EUR", "350", "It is gone."):
        assert words in text
    for words in ("Search", "Side by side", "any", "Contents"):
        assert words not in text


def test_paper_says_what_it_was_filtered_by_and_that_the_summary_was_not(visit, tmp_path):
    page = visit("small", "#?q=dusk&direction=removed&actor=NO")
    expect(page.locator(".printed").first).to_be_hidden()
    text = " ".join(" ".join(printed(page, tmp_path / "page.pdf")).split())
    line = "Filtered: removed, actor NO, “dusk” — 1 of 5 clauses with changes of substance."
    assert text.count(line) == 2
    assert f"{line} The summary counts all clauses." in text
    page.get_by_role("button", name="Clear filters").click()
    assert "Filtered" not in "".join(printed(page, tmp_path / "whole.pdf"))


def test_paper_has_all_of_the_summary(visit, tmp_path):
    page = visit("large")
    expect(page.locator("#summary .more")).to_contain_text("Matter 400")
    page.locator("#clauses").evaluate("e => e.remove()")  # four hundred articles take long to print
    text = " ".join(" ".join(printed(page, tmp_path / "page.pdf")).split())
    assert "Matter 400" in text
    assert "195 more" not in text


def test_paper_is_white_whatever_the_screen(visit):
    page = visit("small", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(29, 28, 26)"


def test_all_is_there_to_read_where_scripts_do_not_run(visit):
    page = visit("small", java_script_enabled=False)
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.locator("#clause-fees .far").first).to_be_visible()
    expect(page.locator("#clause-talks")).to_be_visible()
    page.locator("details.run summary").first.click()
    expect(page.locator("#clause-ropes")).to_be_visible()


@pytest.mark.parametrize(("name", "scheme"), [("everything", "light"), ("samples", "light"), ("samples", "dark")])
def test_it_is_accessible(visit, name, scheme):
    page = visit(name, color_scheme=scheme, reduced_motion="reduce")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_side_by_side_and_filtered_it_is_accessible_too(visit):
    page = visit("small", "#?view=side&direction=weakened", viewport={"width": 400, "height": 800})
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_policy_refuses_what_is_not_the_page_s_own(pages, browser, tmp_path):
    tampered = tmp_path / "tampered.html"
    text = pages("small").read_text(encoding="utf-8")
    tampered.write_text(text.replace("</h1>", "</h1><script>document.title = 'taken'</script>"), encoding="utf-8")
    page = browser.new_page()
    page.goto(tampered.as_uri())
    assert page.title() == "Understanding on Harbours: 2024 → 2025"
    page.close()


# Size


def test_a_treaty_of_four_hundred_articles_filters_without_lag(visit):
    page = visit("large")
    took = page.evaluate(
        """async () => {
          const box = document.getElementById("query"), times = [];
          for (const phrase of ["keep 13 tugs", "keep", "keep 2", ""]) {
            const start = performance.now();
            box.value = phrase;
            box.dispatchEvent(new Event("input"));
            document.body.getBoundingClientRect();
            times.push(performance.now() - start);
          }
          return times;
        }"""
    )
    assert len(shown(page)) == LARGE // 2
    assert statistics.median(took) < FAST


def test_a_page_without_clauses_says_so(visit):
    page = visit("empty")
    expect(page.locator("#clauses")).to_contain_text("There are no clauses to compare.")
    page.keyboard.press("j")
