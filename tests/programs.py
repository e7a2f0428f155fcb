"""Programs that some tests need beside Python: a browser, an office suite, git, Java."""

from __future__ import annotations

import os
import shutil

import pytest

PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "soffice": ("soffice", "libreoffice"),
    "git": ("git",),
    "java": ("java",),
}
"""What each may be called on the PATH."""


def program(name: str) -> str:
    """Give the path of a program. Where it is not installed the test is skipped, and says so; in CI it fails."""
    found = next(filter(None, map(shutil.which, PROGRAMS[name])), None)
    if found is None:
        refuse = pytest.fail if os.environ.get("CI") else pytest.skip
        refuse(f"{name} is not installed")
    return found
