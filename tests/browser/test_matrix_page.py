"""The page of many agreements in a real browser: what a reader sees, chooses, sends on and prints."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pypdf import PdfReader


def cell(page, row, column):
    return page.locator("#matrix tbody tr").nth(row).locator("td").nth(column).locator("a")


def side(page, name):
    return page.locator(f"#pair-{name} .words")


def test_it_says_in_words_what_each_has(visit):
    page = visit("many")
    assert page.title() == "Harbour Pact: 3 agreements by family"
    rows = page.locator("#matrix tbody tr").all_inner_texts()
    assert [re.sub(r"\s+", " ", row).strip() for row in rows] == [
        "Lanterns bind commit discretion",
        "Talks not seen every year ministers every year",
        "Ropes not seen bind absent",
    ]
    expect(page.locator("#summary")).to_contain_text("In all\nLanterns", use_inner_text=True)
    expect(page.locator("#summary")).to_contain_text("bind (North)")


def test_two_cells_are_put_side_by_side_with_what_differs(visit):
    page = visit("many")
    expect(page.locator("#pair")).to_be_hidden()
    cell(page, 0, 0).click()
    expect(page.locator("#pair-second")).to_contain_text("Choose a second cell")
    cell(page, 0, 2).click()
    expect(side(page, "first").locator("del")).to_have_text(["shall"])
    expect(side(page, "second").locator("ins")).to_have_text(["may"])
    page.get_by_role("button", name="Swap").click()
    expect(side(page, "first").locator("del")).to_have_text(["may"])
    cell(page, 0, 1).click()
    expect(side(page, "second").locator("ins")).to_have_text(["will"])
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#pair")).to_be_hidden()


def test_enter_chooses_and_arrows_go_from_cell_to_cell(visit):
    page = visit("many")
    cell(page, 0, 0).focus()
    page.keyboard.press("Enter")
    for key in ("ArrowRight", "ArrowDown", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
    expect(cell(page, 0, 2)).to_be_focused()
    page.keyboard.press("Enter")
    expect(side(page, "second")).to_contain_text("may")
    page.keyboard.press("Escape")
    expect(page.locator("#pair")).to_be_hidden()
    expect(cell(page, 0, 0)).to_be_focused()


def test_an_arrow_passes_over_what_is_not_there(visit):
    page = visit("many")
    cell(page, 1, 1).focus()
    page.keyboard.press("ArrowLeft")
    expect(cell(page, 1, 1)).to_be_focused()


def test_what_was_chosen_can_be_sent(visit):
    page = visit("many")
    cell(page, 0, 0).click()
    cell(page, 0, 2).click()
    place = page.evaluate("location.hash")
    assert place == "#?cells=c1-1,c1-3"
    other = visit("many", place)
    expect(side(other, "second").locator("ins")).to_have_text(["may"])
    nowhere = visit("many", "#?cells=c9-9,%3Cimg%3E")
    expect(nowhere.locator("#pair")).to_be_hidden()


def test_the_redline_of_the_strongest_and_the_weakest_is_there_without_scripts(visit):
    page = visit("many", java_script_enabled=False)
    redline = page.locator("#row1 .redline")
    expect(redline.locator("del")).to_have_text(["shall"])
    expect(redline.locator("ins")).to_have_text(["may"])
    cell(page, 0, 2).click()
    expect(page.locator("#c1-3")).to_be_in_viewport()
    expect(page.locator(".hint")).to_be_hidden()


def test_hostile_texts_are_shown_and_do_nothing(visit):
    page = visit("many-hostile")
    for link in page.locator("#matrix tbody td a").all()[:2]:
        link.click()
    assert page.title() != "taken"
    assert page.locator("img").count() == 0
    expect(page.locator("#pair-first")).to_contain_text("</script><img src=x onerror=")


@pytest.mark.parametrize("name", ["many", "many-hostile", "many-domains"])
def test_nothing_is_wider_than_the_window(visit, name):
    page = visit(name)
    for width in (360, 900, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["many", "many-hostile", "many-domains"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(visit, name, scheme):
    page = visit(name, color_scheme=scheme, reduced_motion="reduce")
    for link in page.locator("#matrix tbody td a").all()[:2]:
        link.click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_paper_has_the_matrix_and_the_texts_and_no_controls(visit, tmp_path):
    page = visit("many")
    page.pdf(path=tmp_path / "page.pdf")
    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "page.pdf").pages).split())
    for words in ("Lanterns", "discretion", "not seen", "absent", "The towns may light every lantern"):
        assert words in text
    for words in ("Choose two cells", "Swap", "Print"):
        assert words not in text


def test_without_clauses_it_says_so(visit):
    expect(visit("many-empty").locator("#matrix")).to_contain_text("There are no clauses to compare.")
