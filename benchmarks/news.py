"""How much of what the seed article reports is drafted from it, against the set that was written by hand.

    python benchmarks/news.py [--all]

The article is looked for in the folder that CLAUSETRACK_DATA names, or in ../shared/data beside the checkout.

A provision of the hand-written set counts as drafted where a clause of the draft was read from one of its sentences
(the digests tell) and has a word of it that no other provision of the sentence has: one of the words below.
Each clause of the draft counts once. What was drafted from a sentence that the set does not know is background or
furniture. Force and stance are compared too, and told apart from what is asked: drafted, kind, furniture.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from clausetrack.clauseset.load import load
from clausetrack.documents.readers import read_document
from clausetrack.draft.news import draft_news
from clausetrack.draft.passage import Drafting
from clausetrack.model.clause import Clause

REPOSITORY = Path(__file__).resolve().parent.parent
CODED = REPOSITORY / "clause_specs" / "eu-jp-sdp" / "2024-11-01.yaml"
DRAFTED, KINDS = 22, 20
"""What is asked of the 26 provisions."""

WORDS = {
    "security-partnership": "partnership",
    "maritime-security": "maritime",
    "space-security": "space",
    "cyber-issues": "cyber",
    "foreign-disinformation": "disinformation",
    "counter-terrorism": "terrorism",
    "non-proliferation-and-disarmament": "nonproliferation non-proliferation",
    "defence-industry-initiatives": "initiatives",
    "eu-missions": "missions",
    "information-sharing-pact": "intelligence",
    "defence-industry-information": "information",
    "nuclear-disarmament": "disarmament",
    "joint-exercises": "exercises",
    "strategic-dialogue": "strategic",
    "upgraded-consultations": "consultations",
    "new-dialogues": "interest",
    "indo-pacific-threat-assessments": "assessments",
}
"""Statements have none: each has a sentence of its own."""


def article() -> Path | None:
    """Find the article among the seed texts by the size that its fingerprint gives."""
    folder = Path(os.environ.get("CLAUSETRACK_DATA", REPOSITORY.parent / "shared" / "data")) / "seed"
    wanted = {source.sha256 for source in load(str(CODED)).sources}
    texts = sorted(folder.glob("*.txt"))
    return next((path for path in texts if read_document(str(path)).sha256 in wanted), None)


def fits(coded: Clause, clause: Clause) -> bool:
    digests = {evidence.digest for evidence in coded.evidence}
    if digests.isdisjoint(evidence.digest for evidence in clause.evidence):
        return False
    told = f"{clause.heading} {clause.text}".lower()
    return coded.id not in WORDS or any(word in told for word in WORDS[coded.id].split())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="print every provision, not only those that fall short")
    wanted = parser.parse_args()
    path = article()
    if path is None:
        print("the seed article is not in the data folder: nothing was measured")
        return 0
    coded = load(str(CODED)).clauses
    left = list(draft_news(read_document(str(path)), Drafting(instrument="news")).clauses)
    count, drafted, kinds, levels = len(left), 0, 0, 0
    for each in coded:
        # the narrowest first, so that a whole does not take the place of its part
        found = min(
            (clause for clause in left if fits(each, clause)), key=lambda clause: len(clause.text), default=None
        )
        if found is None:
            print(f"missed  {each.kind:<10} {each.id}")
            continue
        left.remove(found)
        level, read = (each.stance, found.stance) if each.kind == "statement" else (each.force, found.force)
        drafted, kinds, levels = drafted + 1, kinds + (found.kind == each.kind), levels + (level == read)
        if wanted.all or (found.kind, read) != (each.kind, level):
            print(f"drafted {each.kind:<10} {each.id}: {found.kind}, {read} (by hand {level}), {found.id}")
    sentences = {evidence.digest for each in coded for evidence in each.evidence}
    elsewhere = [clause for clause in left if sentences.isdisjoint(evidence.digest for evidence in clause.evidence)]
    for clause in left:
        place = "elsewhere" if clause in elsewhere else "besides"
        print(f"{place} {clause.kind} {clause.id} (paragraph {clause.evidence[0].paragraph})")
    print(f"\n{count} clauses drafted; of {len(coded)} provisions")
    print(f"drafted                {drafted:>3}  asked {DRAFTED}")
    print(f"of the right kind      {kinds:>3}  asked {KINDS}")
    print(f"background, furniture  {len(elsewhere):>3}  asked 0")
    print(f"force or stance as by hand {levels}")
    return 0 if drafted >= DRAFTED and kinds >= KINDS and not elsewhere else 1


if __name__ == "__main__":
    sys.exit(main())
