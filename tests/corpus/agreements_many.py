"""Many small invented agreements: the same words for the same seed."""

from __future__ import annotations

import json
import random

WORDS = (  # noqa: SIM905 - words read better as a text
    "the parties ports ships harbours pilots crews fees customs inspectors lights channels quays tugs cranes cargo "
    "northland southmark eastmere shall may will inform assist train repair survey dredge light tow berth insure "
    "yearly promptly jointly freely in writing at cost without delay before winter after landfall under escort"
).split()
BOILERPLATE = "This agreement enters into force on the day on which both parties have told each other so in writing."


def seeded(seed):
    return random.Random(seed)  # noqa: S311 - reproducible, not secret


def sentence(random_, words=24):
    return " ".join(random_.choice(WORDS) for _ in range(words)).capitalize() + "."


def edited(random_, text, edits=2):
    words = text.split()
    for place in random_.sample(range(len(words)), min(edits, len(words))):
        words[place] = random_.choice(WORDS)
    return " ".join(words)


def many(documents, clauses=6, originals=4, seed=1):
    """Give agreements as lines of JSONL: each is one of the originals, some of its clauses edited."""
    random_ = seeded(seed)
    models = [[sentence(random_, random_.randint(6, 40)) for _ in range(clauses)] for _ in range(originals)]
    lines = []
    for number in range(documents):
        texts = [
            edited(random_, text, random_.randint(1, 4)) if random_.random() < 0.4 else text
            for text in models[number % originals]
        ]
        entries = [{"id": f"c{place}", "text": text} for place, text in enumerate([*texts, BOILERPLATE])]
        lines.append({"id": f"a{number}", "title": f"Agreement {number}", "clauses": entries})
    return lines


def write_lines(path, lines):
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return str(path)
