"""The page of many agreements in a real browser: what a reader sees, chooses, sends on and prints."""

from __future__ import annotations

import re

import pytest
import samples
from axe_playwright_python.sync_playwright import Axe
from harbours import OPTIONS
from pacts import WORDINGS
from playwright.sync_api import expect
from pypdf import PdfReader

from clausetrack.report.registry import render


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


def test_the_cell_with_the_focus_is_never_behind_what_lies_over_it(visit):
    page = visit("many-rows")
    cell(page, 0, 0).click()
    cell(page, 0, 1).click()
    place = "[...document.querySelectorAll('#matrix thead th')].at(-1)"
    for key in ("ArrowDown", "ArrowUp"):
        for _ in range(49):
            page.keyboard.press(key)
            top, bottom, head, panel = page.evaluate(
                f"""() => {{
                  const at = document.activeElement.getBoundingClientRect();
                  const [head, pair] = [{place}, document.getElementById("pair")];
                  return [at.top, at.bottom, head.getBoundingClientRect().bottom, pair.getBoundingClientRect().top];
                }}"""
            )
            assert bottom <= panel
            assert top >= head - 1


@pytest.mark.parametrize("name", ["many-rows", "many-agreements"])
@pytest.mark.parametrize("width", [1280, 420])
def test_the_heads_stay_in_sight(visit, name, width):
    page = visit(name)
    page.set_viewport_size({"width": width, "height": 600})
    page.locator("#matrix .scroll").evaluate("element => element.scrollIntoView()")
    last = page.locator("#matrix tbody tr").last.locator("a").last
    last.focus()
    expect(last).to_be_in_viewport()
    expect(page.locator("#matrix thead th").last).to_be_in_viewport()
    expect(page.locator("#matrix tbody th").last).to_be_in_viewport()


def test_an_arrow_at_the_edge_does_not_move_the_page(visit):
    page = visit("many")
    page.set_viewport_size({"width": 900, "height": 420})
    cell(page, 2, 1).focus()
    before = page.evaluate("scrollY")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(200)  # a scroll takes a while
    assert page.evaluate("scrollY") == before
    expect(cell(page, 2, 1)).to_be_focused()


@pytest.mark.parametrize(
    ("row", "gone", "come"),
    [
        (0, ["shall", "10", "5(2)(a)"], ["may", "30", "5(2)(b)"]),
        (
            1,
            ["We tell you of every change of the fee by letter"],
            ["The harbour may amend any term of the berth without notice of its own"],
        ),
        (2, ["1,000.50"], ["2,000.50, and it isn’t due in winter"]),
        (3, ["灯"], ["鐘"]),
    ],
)
def test_what_differs_is_marked_in_whole_words_and_not_in_splinters(visit, row, gone, come):
    page = visit("many-words")
    cell(page, row, 0).click()
    cell(page, row, 1).click()
    assert side(page, "first").locator("del").all_inner_texts() == gone
    assert side(page, "second").locator("ins").all_inner_texts() == come
    label = page.locator("#matrix tbody th").nth(row).inner_text()
    texts = [side(page, name).evaluate("element => element.textContent") for name in ("first", "second")]
    assert tuple(texts) == WORDINGS[int(label.removeprefix("d"))]


def test_two_languages_stand_side_by_side_unmarked(visit):
    page = visit("many-languages")
    cell(page, 0, 0).click()
    cell(page, 0, 1).click()
    expect(side(page, "second")).to_have_attribute("lang", "fr")
    expect(page.locator("#pair :is(del, ins)")).to_have_count(0)


def test_agreements_go_down_where_they_are_many(visit):
    page = visit("many-agreements")
    assert page.locator("#matrix thead th").all_inner_texts() == ["lane-0", "lane-1", "lane-2"]
    expect(page.locator("#matrix tbody tr")).to_have_count(30)
    expect(page.locator("#matrix tbody th").nth(1)).to_contain_text("reference")
    cell(page, 4, 1).click()
    cell(page, 5, 1).click()
    expect(page.locator("#pair-second h3")).to_contain_text("Town5")
    expect(page.locator("#pair-second > .facts")).to_have_text("lane-1")
    page.keyboard.press("ArrowDown")
    expect(cell(page, 6, 1)).to_be_focused()


def test_without_scripts_a_cell_of_many_leads_to_its_text(visit):
    page = visit("many-agreements", java_script_enabled=False)
    cell(page, 4, 1).click()
    expect(page.locator("#c2-5")).to_be_in_viewport()
    expect(page.locator("#c2-5 h4")).to_contain_text("Town4")
    expect(page.locator("#c2-5 .also")).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "rows", "tables", "cells"), [("many-agreements", 30, 1, 90), ("many-of-both", 15, 2, 210)]
)
def test_paper_has_every_cell_of_many_agreements(visit, name, rows, tables, cells):
    page = visit(name)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 960, "height": 700})  # Letter in landscape, less its margins
    found = page.locator("#matrix table:visible")
    expect(found).to_have_count(tables)
    expect(page.locator("#matrix table:visible tbody td")).to_have_count(cells)
    for table in found.all():
        expect(table.locator("tbody tr")).to_have_count(rows)
        assert table.bounding_box()["width"] <= 960
        assert table.evaluate(
            "table => [...table.querySelectorAll('td')].every((cell) => cell.scrollWidth <= cell.clientWidth + 1)"
        )


def test_paper_has_a_text_once_with_the_names_of_all_that_have_it(visit, tmp_path):
    page = visit("many-agreements")
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    sheets = PdfReader(tmp_path / "page.pdf").pages
    text = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
    assert text.count("The towns shall sweep lane 1.") == 1
    names = re.findall(r"Town\d+", text)
    assert all(names.count(f"Town{at}") >= 4 for at in range(30))
    assert sheets[0].mediabox.width > sheets[0].mediabox.height


def test_paper_has_no_text_again_that_a_redline_has(visit):
    page = visit("many")
    texts = [page.locator(f"#c1-{at} .words") for at in (1, 2, 3)]
    for media, is_there in (("screen", [True, True, True]), ("print", [False, True, False])):
        page.emulate_media(media=media)
        assert [text.is_visible() for text in texts] == is_there
        expect(page.locator("#row1 .redline")).to_be_visible()
        expect(page.locator("#c1-1 .facts").first).to_be_visible()


def test_what_is_suspended_or_forbidden_is_told_in_words(visit):
    page = visit("many-suspended")
    row = [re.sub(r"\s+", " ", text) for text in page.locator("#matrix tbody td").all_inner_texts()]
    assert row[0] == "bind"
    assert "suspended" in row[1]
    assert "bind not to" in row[2]
    expect(page.locator(".shades")).to_contain_text("suspended, ended, or not agreed yet")
    page.emulate_media(media="print")
    expect(page.locator("#matrix tbody td").nth(1)).to_have_css("outline-style", "dashed")


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(20, 23, 28)")])
def test_the_picture_goes_with_the_page_that_it_stands_in(browser, tmp_path, scheme, paper):
    path = tmp_path / "picture.svg"
    path.write_text(render("matrix", samples.matrix(), "svg", OPTIONS), encoding="utf-8")
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.locator(".paper").evaluate("element => getComputedStyle(element).fill") == paper
    boxes = page.locator("g > rect")
    assert boxes.count() > 3
    for word in page.locator("g > text").all():
        inks = word.evaluate(
            "element => [element, element.parentNode.querySelector('rect')].map((part) => getComputedStyle(part).fill)"
        )
        assert inks[0] != inks[1]
    context.close()


def test_hostile_texts_are_shown_and_do_nothing(visit):
    page = visit("many-hostile")
    for link in page.locator("#matrix tbody td a").all()[:2]:
        link.click()
    assert page.title() != "taken"
    assert page.locator("img").count() == 0
    expect(page.locator("#pair-first")).to_contain_text("</script><img src=x onerror=")


ALL = ["many", "many-hostile", "many-domains", "many-agreements", "many-suspended"]


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_wider_than_the_window(visit, name):
    page = visit(name)
    for width in (360, 900, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width)


@pytest.mark.parametrize("name", ALL)
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
    for words in ("Lanterns", "discretion", "not seen", "absent", "The towns will light every lantern"):
        assert words in text
    for words in ("Choose two cells", "Swap", "Print"):
        assert words not in text


def test_without_clauses_it_says_so(visit):
    expect(visit("many-empty").locator("#matrix")).to_contain_text("There are no clauses to compare.")
