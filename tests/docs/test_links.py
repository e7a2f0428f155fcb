"""What pages refer to is there: pages and headings, commands and options, files, targets of make."""

from __future__ import annotations

import re
import shlex

import click
import pytest

from clausetrack.cli.main import group
from tests.docs.transcripts import ROOT

PAGES = {
    str(page.relative_to(ROOT)): page.read_text(encoding="utf-8")
    for page in [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md"))]
}
HAND_WRITTEN = {name: text for name, text in PAGES.items() if "by `python -m tools.generate`" not in text[:200]}

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LINE = re.compile(r"^\s*(?:\$ |- |- run: |entry: )?(clausetrack .*)$", re.MULTILINE)
INLINE = re.compile(r"`(clausetrack [^`]+)`")
TARGET = re.compile(r"\bmake ([a-z-]+)\b(?=`|\s+#|$)", re.MULTILINE)
PATH = re.compile(
    r"`((?:clausetrack|tests|docs|tools|benchmarks|requirements|seeds|clause_specs|changelog\.d)/[^`\s<>*…]*)`"
)


def headings(text):
    """Give the anchors of a page as GitHub makes them."""
    lines = re.findall(r"^#+ (.+)$", FENCED.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name):
    broken = []
    for target in LINK.findall(FENCED.sub("", PAGES[name])):
        path, _, anchor = target.partition("#")
        if ":" in path:
            continue
        file = (ROOT / name).parent / path if path else ROOT / name
        if not file.exists() or (anchor and anchor not in headings(file.read_text(encoding="utf-8"))):
            broken.append(target)
    assert broken == []


def test_every_page_can_be_reached():
    reached, todo = set(), ["README.md"]
    while todo:
        name = todo.pop()
        if name in reached or name not in PAGES:
            continue
        reached.add(name)
        paths = {target.partition("#")[0] for target in LINK.findall(PAGES[name]) if ":" not in target}
        todo += [str(((ROOT / name).parent / path).resolve().relative_to(ROOT)) for path in paths if path]
    assert sorted(set(PAGES) - reached) == []


@pytest.mark.parametrize("name", HAND_WRITTEN)
def test_commands_and_options_exist(name):
    text = HAND_WRITTEN[name]
    found = [line for block in FENCED.findall(text) for line in LINE.findall(block)]
    for line in [*found, *INLINE.findall(FENCED.sub("", text))]:
        first = re.split(r" (?:&&|\||>|#) ", line)[0]
        words = shlex.split(first.replace("clausetrack COMMAND", "clausetrack"))[1:]
        command, context = group, click.Context(group, info_name="clausetrack")
        while words and isinstance(command, click.Group) and not words[0].startswith("-"):
            command = command.get_command(context, words.pop(0))
            assert command is not None, line
            context = click.Context(command, parent=context)
        known = {opt for param in command.params for opt in (*param.opts, *param.secondary_opts)} | {"--help", "-h"}
        assert {word.partition("=")[0] for word in words if word.startswith("-") and word != "-"} <= known, line


@pytest.mark.parametrize("name", HAND_WRITTEN)
def test_targets_of_make_exist(name):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(TARGET.findall(HAND_WRITTEN[name])) <= targets


def test_the_files_that_contributors_are_sent_to_exist():
    named = set(PATH.findall(PAGES["CONTRIBUTING.md"]))
    assert named
    assert sorted(path for path in named if not (ROOT / path).exists()) == []
