"""One browser for all tests, and pages that must be quiet: no error, no request, nothing that their policy refuses."""

from __future__ import annotations

import harbours
import pacts
import pytest
import resemblances
import timelines
from playwright.sync_api import sync_playwright
from programs import program

PAGES = harbours.PAGES | pacts.PAGES | resemblances.PAGES | timelines.PAGES
WINDOW = {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as started:
        found = started.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """Give the files of pages by name; each is drawn when it is first wanted."""
    folder = tmp_path_factory.mktemp("pages")

    def file(name):
        path = folder / f"{name}.html"
        if not path.exists():
            path.write_text(PAGES[name](), encoding="utf-8")
        return path

    return file


@pytest.fixture(scope="session")
def usual(browser):
    """Give what most pages are opened in: a window of a usual size."""
    return browser.new_context(**WINDOW)


@pytest.fixture
def visit(browser, usual, pages):
    """Open a page by name, at an address within it; in the end it must not have said, asked for or refused anything."""
    heard = []
    to_close = []

    def opened(name, place="", **options):
        context = browser.new_context(**(WINDOW | options)) if options else usual
        page = context.new_page()
        to_close.append(context if options else page)
        page.set_default_timeout(5_000)
        page.on("console", lambda message: heard.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))
        page.on("dialog", lambda dialog: heard.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: request.url.startswith(("file:", "data:")) or heard.append(request.url))
        page.goto(pages(name).as_uri() + place)
        return page

    yield opened
    for each in to_close:
        each.close()
    assert heard == []
