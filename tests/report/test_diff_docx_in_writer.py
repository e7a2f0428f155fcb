"""Redlines as LibreOffice takes them: with all changes accepted the new text, with all rejected the old one."""

from __future__ import annotations

import random
from dataclasses import replace

import samples

from clausetrack.app.diff import diff_sets
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision
from clausetrack.report.registry import Options, render
from tests.redlines import plain, reopened, sides, spaced, written
from tests.writer import settled

WORDS = ("ships", "call", "at", "ports", "where", "pilots", "guide", "them", "and", "lamps", "burn", "all", "night")
TEXTS = ("{} shall publish charts.", "{} may inspect the quays every year.", "Where it is dark, {} will burn lamps.")
PATHS = ((), ("Part I",), ("Part I", "Title 1"), ("Part II",))
MADE = 40
"""Comparisons of invented agreements: enough for every kind of neighbour that a change can have."""


def agreement(chance, revision):
    clauses = [clause(chance, number) for number in range(chance.randint(1, 7))]
    return ClauseSet(
        agreement=Agreement(id="demo", title="Demo"),
        revision=Revision(id=revision, basis="primary-text", language="en"),
        clauses=tuple(clauses),
    )


def clause(chance, number):
    return Clause(
        id=f"c{number}",
        kind="provision",
        number=f"Article {number + 1}",
        heading=chance.choice((None, "Ports", "Lamps and pilots")),
        path=chance.choice(PATHS),
        text="\n".join(sentence(chance) for _ in range(chance.randint(1, 3))),
    )


def sentence(chance):
    return chance.choice(TEXTS).format(" ".join(chance.sample(WORDS, 3)))


def revised(chance, old):
    """Give another revision: clauses kept, changed at either end, in the middle or wholly, new, gone and moved."""
    clauses = [
        replace(known, number=f"Article {at + 1}") for at, known in enumerate(old.clauses) if chance.random() < 0.85
    ]
    changed = [replace(known, text=edited(chance, known.text)) if chance.random() < 0.6 else known for known in clauses]
    for _ in range(chance.randint(0, 2)):
        changed.insert(chance.randint(0, len(changed)), replace(clause(chance, 9), id=f"n{chance.randint(0, 10**6)}"))
    if chance.random() < 0.3:
        chance.shuffle(changed)
    return replace(old, revision=replace(old.revision, id="two"), clauses=tuple(changed))


def edited(chance, text):
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    ways = [
        lambda line: [f"Moreover, {line}"],
        lambda line: [f"{line} So it is"],
        lambda line: [line.replace(" shall ", " may ").replace(" will ", " shall ")],
        lambda _: [sentence(chance)],
        lambda line: [line, sentence(chance)],
        lambda line: [sentence(chance), line],
        lambda _: [],
        lambda line: line.split(", "),
    ]
    return "\n".join([*lines[:at], *chance.choice(ways)(lines[at]), *lines[at + 1 :]]) or "Empty."


def hostile(text):
    old = samples.clause_set([samples.clause(text=text, number="Article 9", heading=text)], title="Demo")
    new = samples.clause_set(
        [samples.clause(text=f"{text} As they like.", number="Article 9", heading=text)], title="Demo"
    )
    return old, new


def test_all_accepted_is_the_new_text_and_all_rejected_the_old_one(tmp_path):
    pairs = {}
    for seed in range(MADE):
        chance = random.Random(seed)  # noqa: S311 - invented agreements are no secret
        old = agreement(chance, "one")
        pairs[f"made-{seed}"] = (old, revised(chance, old))
    pairs |= {name: hostile(text) for name, text in samples.NASTY.items() if text}
    documents = {name: render("diff", diff_sets(*pair), "docx", Options()) for name, pair in pairs.items()}
    inside = {
        f"inside-{name}": reopened(plain(old), plain(new))[1] for name, (old, new) in list(pairs.items())[: MADE // 2]
    }
    found = settled(documents | inside, tmp_path)
    for name, (old, new) in pairs.items():
        assert [lines(found[name][0]), lines(found[name][1])] == [lines(new), lines(old)], name
    for name, data in inside.items():
        # What our own reader says of these is held against the words of the clauses by a law.
        assert [spaced(text.split("\n")) for text in found[name]] == list(map(spaced, sides(data))), name


def lines(said):
    """Give paragraphs without the empty ones at the end, which a last paragraph that goes leaves behind."""
    text = said if isinstance(said, str) else "\n".join(written(said))
    return text.rstrip("\n").replace("\t", " ").split("\n")
