"""The pages of a timeline, of a clause's way and of a blame in a real browser."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from timelines import KINDS


@pytest.mark.parametrize("name", [*KINDS, *(f"{kind}-hostile" for kind in KINDS)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_is_quiet_and_accessible(visit, name, scheme):
    page = visit(name, color_scheme=scheme, reduced_motion="reduce")
    assert page.title() != "taken"
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert [(entry["id"], entry["nodes"][0]["html"][:90]) for entry in found.response["violations"]] == []


@pytest.mark.parametrize("name", KINDS)
def test_a_page_fits_a_telephone(visit, name):
    page = visit(name, viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_on_a_telephone_a_change_is_in_view_beside_the_name_of_its_clause(visit):
    page = visit("timeline", viewport={"width": 390, "height": 1200})
    lanes = page.locator(".chart .lane").all()
    pairs = [(lane.locator("text").bounding_box(), lane.locator("path, rect").first.bounding_box()) for lane in lanes]
    assert all(0 <= name["x"] < 100 and name["y"] < band["y"] for name, band in pairs)
    assert min(band["x"] for _, band in pairs) < 100
    boxes = [sign.bounding_box() for sign in page.locator(".chart .lane .sign").all()]
    assert any(0 < box["x"] < 390 for box in boxes)
    assert page.locator(".chart .lead:visible").count() == 0


def test_a_sign_leads_to_its_change_and_opens_it(visit):
    page = visit("timeline")
    link = page.locator(".chart a").first
    target = page.locator(f"[id='{link.get_attribute('href')[1:]}']")
    assert target.get_attribute("open") is None
    link.locator("rect, path").first.click()
    expect(target).to_have_attribute("open", "")
    expect(target).to_be_in_viewport()


def test_an_address_opens_its_change(visit):
    page = visit("timeline")
    place = page.locator(".change").nth(2).get_attribute("id")
    again = visit("timeline", f"#{place}")
    expect(again.locator(f"[id='{place}']")).to_have_attribute("open", "")


def test_a_clause_is_followed_alone_by_mouse_and_by_key(visit):
    page = visit("timeline")
    every = page.locator(".change:visible").count()
    name = page.locator(".lane > text").first
    name.click()
    few = page.locator(".change:visible").count()
    assert 0 < few < every
    expect(page.locator("#following")).to_contain_text(f"{few} change")
    page.get_by_role("button", name="Show all clauses").click()
    assert page.locator(".change:visible").count() == every
    name.press("Enter")
    assert page.locator(".change:visible").count() == few


def test_a_sign_of_another_clause_ends_the_following(visit):
    page = visit("timeline")
    page.locator(".lane > text").first.click()
    hidden = page.locator(".change:not(:visible)").first.get_attribute("id")
    page.evaluate(f"location.hash = '{hidden}'")
    expect(page.locator(f"[id='{hidden}']")).to_be_visible()


def test_without_scripts_all_is_there(visit):
    page = visit("timeline", java_script_enabled=False)
    assert page.locator("#following").is_hidden()
    page.locator(".change > summary").first.click()
    expect(page.locator(".change .words").first).to_be_visible()
