"""Fragments of the changelog are well formed, and a release takes them in."""

from __future__ import annotations

import pytest

from tools import changelog
from tools.changelog import MARK, ROOT, find_faults, main


def test_the_fragments_are_well_formed():
    assert list(find_faults(ROOT)) == []


def test_the_changelog_has_a_place_for_releases():
    assert f"{MARK}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path):
    (tmp_path / "changelog.d").mkdir()
    (tmp_path / "CHANGELOG.md").write_text(f"# Changelog\n\n{MARK}\n\n## 0.1 – 2026-01-01\n", encoding="utf-8")

    def write(**fragments):
        for name, text in fragments.items():
            path = tmp_path / "changelog.d" / f"{name.replace('_', '.').replace('0', '-')}.md"
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("diff", "Right.\n", "not named"),
        ("diff_improved", "Right.\n", "not named"),
        ("Diff_added", "Right.\n", "not named"),
        ("diff_added", "\n", "empty"),
        ("diff_added", "One.\n\nTwo.\n", "more than one paragraph"),
        ("diff_added", "no capital.\n", "not whole sentences"),
        ("diff_added", "No stop\n", "not whole sentences"),
        ("diff_added", "A" * changelog.LONGEST + ".\n", "longer than"),
    ],
)
def test_a_malformed_fragment_is_told(project, capsys, name, text, fault):
    root = project(**{name: text})
    assert main(["--check", "--root", str(root)]) == 1
    assert fault in capsys.readouterr().err


def test_a_release_takes_the_fragments_in(project, capsys):
    root = project(b_fixed="Later.\n", a0b_added="`diff` is\nnew.\n", c_added="Also.\n")
    assert main(["--root", str(root)]) == 0
    assert capsys.readouterr().out.startswith("## Unreleased\n")
    assert main(["--root", str(root), "--release", "0.2", "2026-02-01"]) == 0
    assert (root / "CHANGELOG.md").read_text(encoding="utf-8") == (
        f"# Changelog\n\n{MARK}\n\n## 0.2 – 2026-02-01\n\n### Added\n\n- `diff` is new.\n- Also.\n\n"
        "### Fixed\n\n- Later.\n\n## 0.1 – 2026-01-01\n"
    )
    assert list((root / "changelog.d").iterdir()) == []
