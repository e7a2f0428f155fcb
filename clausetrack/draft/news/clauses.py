"""Findings become clauses: ids, force, actors, evidence, and marks on what was inferred."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from clausetrack.draft.context import Context
from clausetrack.draft.deadlines import deadline
from clausetrack.draft.dialogues import level, origin, rhythm, track
from clausetrack.draft.domains import domains
from clausetrack.draft.inferred import Doubt, mark
from clausetrack.draft.news.findings import Finding
from clausetrack.draft.news.subjects import Scene
from clausetrack.draft.passage import Passage, Stretch
from clausetrack.draft.phrases import Words as Phrased
from clausetrack.draft.phrases import phrases
from clausetrack.draft.signs import Signs, cues
from clausetrack.draft.topics import topics
from clausetrack.language.fold import fold
from clausetrack.model.clause import Clause, Relation
from clausetrack.model.document import Document
from clausetrack.model.scales import BASIS_CONFIDENCE_CAP

BASIS: Final = "news-report"
# Words of the longest heading: one that a reader takes in at a glance.
_HEADING: Final = 9
_ID_WORDS: Final = 6
# A finding is one that was told before where so much of its words was.
_SAME: Final = 0.8
_LOW: Final = "low"


def clauses(found: Sequence[Finding], document: Document, source: str, context: Context, scene: Scene) -> tuple[Clause, ...]:
    """Make clauses of findings, in the order of the story; what is told twice is one clause with both places."""
    maker = _Maker(document, source, context, scene)
    return tuple(maker.clause(finding) for finding in _once(found))


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings without those that say again what one before said."""
    before: list[tuple[Finding, frozenset[str]]] = []
    for finding in found:
        told = frozenset(word for word in re.findall(r"[\w’'-]+", finding.text.lower()) if len(word) > _SMALL)
        if any(_elsewhere(one, finding) and len(told & other) >= _SAME * max(len(told), len(other)) for one, other in before):
            continue
        before.append((finding, told))
        yield finding


def _elsewhere(one: Finding, other: Finding) -> bool:
    """Say whether two findings of a kind stand in different sentences: what one sentence lists is not the same."""
    return one.kind == other.kind and one.sentences[0] is not other.sentences[0]


_SMALL: Final = 3
"""Letters of words that are looked past in a comparison: articles, prepositions."""


class _Maker:
    def __init__(self, document: Document, source: str, context: Context, scene: Scene) -> None:
        self.document = document
        self.source = source
        self.context = context
        self.scene = scene
        self.ids: dict[str, str] = {}

    def clause(self, finding: Finding) -> Clause:
        heading = _heading(finding)
        signs = Signs(Passage("provision", finding.text, (Stretch(0, 0, 0),), heading=heading), self.context)
        fields, doubts, cue = getattr(self, f"_{finding.kind}")(finding, signs)
        parent = self.ids.get(finding.part_of or "")
        fields["relations"] = (Relation("specifies", parent),) if parent else ()
        fields["domains"] = domains(finding.text, finding.item, self.context.language)
        fields = {name: value for name, value in fields.items() if value}
        doubts = [*finding.doubts, *doubts]
        clause = Clause(
            id=self._id(heading, finding),
            kind=finding.kind,
            text=finding.text,
            heading=heading,
            evidence=tuple(each.evidence(self.source, self.document.blocks[each.block].page) for each in finding.sentences),
            confidence=_LOW if doubts else BASIS_CONFIDENCE_CAP[BASIS],
            note=finding.note,
            **fields,
        )
        return mark(clause, ("kind", *fields), doubts, cue)

    def _id(self, heading: str, finding: Finding) -> str:
        words = re.findall(r"[a-z0-9]+", fold(_plain(heading), case=True).text)
        stem = "-".join(words[:_ID_WORDS]) or finding.kind
        stem = stem if stem[:1].isalpha() else f"{finding.kind}-{stem}"
        used, number = set(self.ids.values()), 2
        id = stem
        while id in used:
            id, number = f"{stem}-{number}", number + 1
        self.ids[finding.text if finding.text not in self.ids else f"{finding.text} {number}"] = id
        return id

    def _commitment(self, finding: Finding, signs: Signs) -> tuple[dict[str, Any], list[Doubt], list[str]]:
        force, doubts = _force(finding, signs)
        actors, counterpart = self._held(finding)
        fields = {
            "actors": actors,
            "bearer": "joint" if len(actors) > 1 else None,
            "counterpart": counterpart,
            "polarity": signs.force.polarity or "do",
            "force": force,
            "deadline": deadline(signs),
            "status": self._status(finding, force),
        }
        return fields, doubts, _cue_words(signs)

    def _status(self, finding: Finding, force: str) -> str:
        if self.scene.known.pattern("ongoing").search(finding.item):
            return "negotiating"
        return "exploring" if force == "discretion" else "agreed"

    def _held(self, finding: Finding) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give who is held: the subject; failing that the party whose part it is ("Fijian participation"); else all."""
        everyone = self.scene.parties or ("parties",)
        if finding.sides:
            return finding.sides, ()
        first = next(self.scene.places.find(finding.item), None)
        if first and first.start == 0 and first.id in everyone and len(set(self.scene.places.ids(finding.item.split(" and ")[0]))) <= 2:
            others = tuple(id for id in self.scene.places.ids(finding.item) if id in everyone and id != first.id)
            return (first.id,), others
        return everyone, ()

    def _dialogue(self, finding: Finding, signs: Signs) -> tuple[dict[str, Any], list[Doubt], list[str]]:
        force, doubts = _force(finding, signs)
        language, text = self.context.language, finding.text
        met = rhythm(text, language)
        upgraded = self.scene.known.pattern("upgraded").search(text)
        fields = {
            "participants": self.scene.parties or ("parties",),
            "force": force,
            "polarity": signs.force.polarity,
            "level": level(text, language),
            "track": track(signs.words, language),
            "every": met.every,
            "occurrence": met.occurrence,
            "origin": "upgraded" if upgraded else origin(signs.words, language),
            "upgraded_from": _before(text, upgraded.end()) if upgraded else None,
            "topics": topics(signs),
            "status": "proposed" if force in {"discretion", "aspire"} else "agreed",
        }
        if met == (None, None):
            doubts.append(Doubt("every", "the article does not say how often they meet"))
        return fields, doubts if finding.part_of else [each for each in doubts if each.field != "every"], _cue_words(signs)

    def _procedure(self, finding: Finding, signs: Signs) -> tuple[dict[str, Any], list[Doubt], list[str]]:
        known = phrases(self.context.language, "formulas").first(Phrased(finding.text))
        subject = known.tells if known else _subject(finding.text, self.scene)
        return {"subject": subject}, [], []

    def _statement(self, finding: Finding, signs: Signs) -> tuple[dict[str, Any], list[Doubt], list[str]]:
        fields = {
            "speaker": finding.speaker or self.scene.parties or ("parties",),
            "attribution": finding.attribution,
            "stance": finding.stance,
            "targets": finding.targets,
        }
        return fields, [], []


def _force(finding: Finding, signs: Signs) -> tuple[str, list[Doubt]]:
    """Give the force that the words have in a report; failing that the one that the report's verb gives, in doubt."""
    reading = signs.force
    if reading.norm and reading.force and reading.force not in {"stance", "recital"}:
        return reading.force, []
    level = finding.reported or "commit"
    return level, [Doubt("force", "the report's verb alone tells how strongly this holds")] if not finding.reported else []


def _cue_words(signs: Signs) -> list[str]:
    return list(dict.fromkeys(cue.words for cue in cues(signs.force)))


def _before(text: str, start: int) -> str | None:
    """Give what is upgraded: what stands behind the verb, up to what it becomes."""
    match = re.match(r"\s+(?:the |existing |their |its )*([^,.;]{3,60}?)\s(?:to|into)\s", text[start:])
    return match[1] if match else None


def _subject(text: str, scene: Scene) -> str:
    known = scene.known
    subjects = ("termination", "review", "amendment", "duration", "entry-into-force")
    return next((name for name in subjects if known.pattern(f"procedure_{name}").search(text)), "other")


def _heading(finding: Finding) -> str:
    words = re.sub(r"^(?:an?|the|its|their|le|la|les|un|une|des|l['’]|der|die|das|ein|eine|el|los|las|una)\s", "", finding.item.strip(" .…\"“”«»„"), flags=re.I)
    short = re.split(r"[,;:]\s|\.\s", words)[0].split()
    cut = short[:_HEADING]
    while len(short) > _HEADING and len(cut) > 2 and len(cut[-1]) <= _SMALL:
        cut.pop()
    heading = " ".join(cut).strip(" ,;.") or finding.kind
    return heading[:1].upper() + heading[1:]


def _plain(words: str) -> str:
    from unicodedata import combining, normalize

    return "".join(char for char in normalize("NFKD", words) if not combining(char))
