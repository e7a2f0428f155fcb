"""The changelog, assembled from fragments: one file in ``changelog.d/`` for a change that a user can notice.

A fragment is named ``<slug>.<kind>.md``, its kind one of `KINDS`, and holds one paragraph of plain sentences.

Run at the root of the project as ``python -m tools.changelog`` to print what the next release will say, with
``--check`` to see that all fragments are well formed, and with ``--release VERSION DATE`` to move them into
``CHANGELOG.md``.
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
KINDS: Final = ("added", "changed", "deprecated", "removed", "fixed", "security")
"""The kinds of change, in the order of "Keep a Changelog" 1.1 (keepachangelog.com)."""

LONGEST: Final = 600
"""Characters of a fragment: a paragraph. What needs more belongs in the documentation."""

MARK: Final = "<!-- releases -->"
"""The line of ``CHANGELOG.md`` below which releases stand, the newest first."""

_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.([a-z]+)\.md")
_WIDTH: Final = 110


@dataclass(frozen=True, slots=True)
class Fragment:
    """One change, and the file that tells it."""

    file: Path
    kind: str
    text: str


def main(arguments: list[str] | None = None) -> int:
    """Print, check or release, and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.changelog", description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 where a fragment is malformed")
    parser.add_argument("--release", nargs=2, metavar=("VERSION", "DATE"), help="move the fragments into CHANGELOG.md")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder of changelog.d/ (default: the project)")
    given = parser.parse_args(arguments)
    faults = list(find_faults(given.root))
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    if faults or given.check:
        return 1 if faults else 0
    fragments = read_fragments(given.root)
    if given.release:
        release(given.root, fragments, "{} – {}".format(*given.release))
    else:
        sys.stdout.write(section(fragments, "Unreleased"))
    return 0


def read_fragments(root: Path) -> list[Fragment]:
    """Give the fragments in the order of their kinds, then of their names."""
    files = sorted((root / "changelog.d").glob("*.md"))
    found = [Fragment(file, file.name.split(".")[1], file.read_text(encoding="utf-8")) for file in files]
    return sorted(found, key=lambda fragment: KINDS.index(fragment.kind))


def find_faults(root: Path) -> Iterator[str]:
    """Yield what is wrong with fragments, each with its file."""
    for file in sorted((root / "changelog.d").iterdir()):
        name = _NAME.fullmatch(file.name)
        if name is None or name.group(2) not in KINDS:
            yield f"{file.name}: not named <slug>.<kind>.md with a kind of {', '.join(KINDS)}"
            continue
        for fault in text_faults(file.read_text(encoding="utf-8")):
            yield f"{file.name}: {fault}"


def text_faults(text: str) -> Iterator[str]:
    """Yield what is wrong with the text of a fragment."""
    stripped = text.strip()
    if not stripped:
        yield "empty"
        return
    if "\n\n" in stripped:
        yield "more than one paragraph"
    if not (stripped[0].isupper() or stripped[0] == "`") or not stripped.endswith("."):
        yield "not whole sentences: they start with a capital letter or a code, and end with a full stop"
    if len(stripped) > LONGEST:
        yield f"longer than {LONGEST} characters"


def section(fragments: Sequence[Fragment], title: str) -> str:
    """Draw one release."""
    parts = [f"## {title}\n"]
    for kind in KINDS:
        texts = [_item(fragment.text) for fragment in fragments if fragment.kind == kind]
        if texts:
            parts.append(f"### {kind.capitalize()}\n\n" + "".join(texts))
    return "\n".join(parts)


def release(root: Path, fragments: Sequence[Fragment], title: str) -> None:
    """Write the fragments below the mark in the changelog, and remove their files."""
    changelog = root / "CHANGELOG.md"
    head, mark, earlier = changelog.read_text(encoding="utf-8").partition(f"{MARK}\n")
    if not mark:
        raise ValueError(f"{changelog} has no line {MARK}")
    text = f"{head}{mark}\n{section(fragments, title)}{earlier}"
    changelog.write_text(text, encoding="utf-8", newline="\n")
    for fragment in fragments:
        fragment.file.unlink()


def _item(text: str) -> str:
    words = " ".join(text.split())
    lines = textwrap.wrap(
        words, _WIDTH, initial_indent="- ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
