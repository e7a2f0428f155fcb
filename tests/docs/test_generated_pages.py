"""The generated pages are up to date, and a page that is not is named."""

from __future__ import annotations

import pytest

from tools import generate
from tools.schema_tables import keys_table

PAGE = "docs/rules/duplicate-id.md"


def test_every_generated_page_is_up_to_date(capsys):
    assert generate.main(["--check"]) == 0, capsys.readouterr().err


@pytest.fixture
def pages(tmp_path, capsys):
    generate.main(["--root", str(tmp_path)])
    capsys.readouterr()
    return tmp_path


def test_pages_that_were_just_made_are_up_to_date(pages):
    assert generate.main(["--check", "--root", str(pages)]) == 0


@pytest.mark.parametrize("fault", ["stale", "missing", "left over"])
def test_a_page_that_is_not_up_to_date_is_named(pages, capsys, fault):
    page = pages / (PAGE if fault != "left over" else "docs/rules/no-such-rule.md")
    if fault == "missing":
        page.unlink()
    else:
        page.write_text("other words\n", encoding="utf-8")
    assert generate.main(["--check", "--root", str(pages)]) == 1
    assert capsys.readouterr().err.startswith(f"{page.relative_to(pages)}: {fault};")
    generate.main(["--root", str(pages)])
    assert generate.main(["--check", "--root", str(pages)]) == 0
    assert page.exists() == (fault != "left over")


def test_a_table_says_what_is_required_and_allowed():
    root = {
        "required": ["a"],
        "properties": {
            "a": {"description": "First.", "enum": ["x", "y"], "examples": ["x"]},
            "b": {"description": "Bars | and all.", "type": "array", "items": {"$ref": "#/$defs/twoWords"}},
        },
        "$defs": {"twoWords": {"type": "integer", "minimum": 1}},
    }
    assert keys_table(root, root, prefix="p-").splitlines()[2:] == [
        "| `a` (required) | First. | `x`, `y` | `x` |",
        "| `b` | Bars \\| and all. | list of: [two words](#p-two-words) |  |",
    ]
