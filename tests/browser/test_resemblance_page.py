"""The heat map of a corpus in a real browser: what is read off a square, and how it looks in the dark."""

from __future__ import annotations

import base64

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect


def point(page, row, column, documents):
    box = page.locator("#squares").bounding_box()
    side = box["width"] / documents
    page.mouse.move(box["x"] + (column + 0.5) * side, box["y"] + (row + 0.5) * side)


def test_a_square_says_what_is_common_and_what_is_word_for_word(visit):
    page = visit("alike")
    point(page, 0, 1, 4)
    reading = page.locator("#reading")
    one, other = "Terms of the Quay, 2026 (quays/0.txt)", "Terms of the Quay, 2026 (quays/1.txt)"
    expect(reading).to_have_text(f"{one} and {other}: 60% in common, 20% word for word")
    point(page, 0, 3, 4)
    expect(reading).to_contain_text(": under 10% in common")
    page.locator(".squares").focus()
    page.keyboard.press("ArrowLeft")
    expect(reading).to_contain_text("(quays/2.txt): 60% in common")


def test_squares_bear_figures_where_there_is_room(visit):
    page = visit("alike")
    figures = page.locator(".figures div").all()
    assert [[part.strip() for part in row.locator("span").all_text_contents()] for row in figures] == [
        ["", "60", "60", ""],
        ["60", "", "60", ""],
        ["60", "60", "", ""],
        ["", "", "", ""],
    ]
    # Each figure lies on its square.
    square = page.locator("#squares").bounding_box()
    last = page.locator(".figures span").last.bounding_box()
    assert abs(last["x"] + last["width"] - square["x"] - square["width"]) <= 1
    assert abs(last["y"] + last["height"] - square["y"] - square["height"]) <= 1
    assert visit("alike-many").locator(".figures").count() == 0


@pytest.mark.parametrize("name", ["alike", "alike-many"])
def test_every_row_has_a_name_of_its_own_beside_it(visit, name):
    page = visit(name)
    labels = page.locator(".names bdi").all_text_contents()
    assert len(set(labels)) == len(labels)
    rows, square = page.locator(".names li").all(), page.locator("#squares").bounding_box()
    first, last = rows[0].bounding_box(), rows[-1].bounding_box()
    assert abs(first["y"] - square["y"]) <= 2
    assert abs(last["y"] + last["height"] - square["y"] - square["height"]) <= 2


def test_the_map_is_dark_where_the_page_is(visit):
    for scheme, brightest in (("light", True), ("dark", False)):
        page = visit("alike", color_scheme=scheme)
        assert is_white(page, 0, 3) is brightest
        assert is_white(page, 0, 0) is not brightest
    page.get_by_role("button", name="Dark").click()
    assert is_white(page, 0, 3)


def is_white(page, row, column):
    """Say whether a square is light on the screen, its figure aside."""
    box = page.locator("#squares").bounding_box()
    side = box["width"] / 4
    corner = {"x": box["x"] + column * side + 3, "y": box["y"] + row * side + 3, "width": 2, "height": 2}
    drawn = base64.b64encode(page.screenshot(clip=corner)).decode()
    red, green, blue = page.evaluate(
        """async (data) => {
          const picture = new Image();
          picture.src = "data:image/png;base64," + data;
          await picture.decode();
          const context = document.createElement("canvas").getContext("2d");
          context.drawImage(picture, 0, 0);
          return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
        }""",
        drawn,
    )
    return red + green + blue > 3 * 128


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["alike", "alike-many"])
def test_no_barrier_is_found(visit, name, scheme):
    found = Axe().run(visit(name, color_scheme=scheme, reduced_motion="reduce")).response["violations"]
    assert [(entry["id"], [node["html"] for node in entry["nodes"]]) for entry in found] == []
