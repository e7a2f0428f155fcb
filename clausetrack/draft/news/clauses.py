"""Findings become clauses: ids, force, actors, evidence, and marks on what was inferred."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from clausetrack.clauseset.inferred import Doubt, mark
from clausetrack.draft.context import Context
from clausetrack.draft.deadlines import deadline
from clausetrack.draft.dialogues import level, origin, rhythm, track
from clausetrack.draft.domains import domains
from clausetrack.draft.ids import ids
from clausetrack.draft.news.findings import Finding
from clausetrack.draft.news.subjects import Scene
from clausetrack.draft.passage import Passage
from clausetrack.draft.phrases import phrases
from clausetrack.draft.signs import Signs, cues
from clausetrack.draft.topics import topics
from clausetrack.model.clause import Clause, Relation
from clausetrack.model.document import Document
from clausetrack.model.scales import BASIS_CONFIDENCE_CAP, CONFIDENCE

BASIS: Final = "news-report"

PARTIES: Final = ("parties",)
"""Stands for the parties of an agreement where the article does not say who they are."""

_HEADING: Final = 9
"""Words of the longest heading: one that a reader takes in at a glance."""

_SAME: Final = 0.8
"""Share of its words by which a finding is one that was told before."""

_SMALL: Final = 3
"""Letters of words that are looked past in a comparison, and not left at the end of a heading."""

_REMEMBERED: Final = 100
"""Findings with which one is compared: those of a long article; in a longer one what is told twice is close by."""

_ARTICLE: Final = re.compile(
    r"(?:an?|the|its|their|le|la|les|un|une|des|der|die|das|ein|eine|el|los|las|una)\s|l['’]", re.IGNORECASE
)


class _Fields(NamedTuple):
    fields: dict[str, Any]
    doubts: tuple[Doubt, ...] = ()
    cues: tuple[str, ...] = ()


def clauses(
    found: Sequence[Finding], document: Document, source: str, context: Context, scene: Scene
) -> tuple[Clause, ...]:
    """Make clauses of findings, in the order of the story; what is told twice is one clause with both places."""
    once = _once(found)
    passages = [Passage("provision", finding.text, (), heading=_heading(finding)) for finding in once]
    named = ids(passages)
    by_text = {finding.text: id_ for finding, id_ in zip(once, named, strict=True)}
    maker = _Maker(document, source, context, scene, by_text)
    return tuple(
        maker.clause(finding, passage, id_) for finding, passage, id_ in zip(once, passages, named, strict=True)
    )


def _once(found: Iterable[Finding]) -> list[Finding]:
    """Give the findings without those that say again what one before said; that one gets their sentences too."""
    kept: list[Finding] = []
    recent: deque[tuple[int, frozenset[str]]] = deque(maxlen=_REMEMBERED)
    for finding in found:
        told = frozenset(word for word in re.findall(r"[\w’'-]+", finding.text.lower()) if len(word) > _SMALL)
        before = next((at for at, other in recent if _is_same(kept[at], other, finding, told)), None)
        if before is None:
            recent.append((len(kept), told))
            kept.append(finding)
        else:
            kept[before] = kept[before]._replace(sentences=(*kept[before].sentences, *finding.sentences))
    return kept


def _is_same(one: Finding, words: frozenset[str], other: Finding, told: frozenset[str]) -> bool:
    """Say whether two findings in different sentences say the same: what one sentence lists is not the same."""
    if one.kind != other.kind or one.sentences[0] is other.sentences[0]:
        return False
    return len(words & told) >= _SAME * max(len(words), len(told), 1)


class _Maker(NamedTuple):
    document: Document
    source: str
    context: Context
    scene: Scene
    ids: dict[str, str]

    def clause(self, finding: Finding, passage: Passage, id_: str) -> Clause:
        signs = Signs(passage, self.context)
        makers = {"commitment": self._commitment, "dialogue": self._dialogue, "statement": self._statement}
        made = makers.get(finding.kind, self._procedure)(finding, signs)
        parent = self.ids.get(finding.part_of or "")
        every = {
            **made.fields,
            "relations": (Relation("specifies", parent),) if parent else (),
            "domains": domains(finding.text, finding.item, self.context.language),
        }
        fields = {name: value for name, value in every.items() if value}
        doubts = (*finding.doubts, *made.doubts)
        page = self.document.blocks[finding.sentences[0].block].page
        clause = Clause(
            id=id_,
            kind=finding.kind,
            text=finding.text,
            heading=passage.heading,
            evidence=tuple(sentence.evidence(self.source, page) for sentence in finding.sentences),
            confidence=CONFIDENCE[0] if doubts else BASIS_CONFIDENCE_CAP[BASIS],
            note=finding.note,
            **fields,
        )
        return mark(clause, ("kind", *fields), doubts, made.cues)

    def _commitment(self, finding: Finding, signs: Signs) -> _Fields:
        force, doubts = _force(finding, signs)
        actors, counterpart = self._held(finding)
        exploring = "exploring" if force == "discretion" else "agreed"
        fields = {
            "actors": actors,
            "bearer": "joint" if len(actors) > 1 else None,
            "counterpart": counterpart,
            "polarity": signs.force.polarity or "do",
            "force": force,
            "deadline": deadline(signs),
            "status": "negotiating" if self.scene.known.pattern("ongoing").search(finding.item) else exploring,
        }
        return _Fields(fields, doubts, _cue_words(signs))

    def _held(self, finding: Finding) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give who is held, and to whom: the subject; else whose part it is ("Fijian participation"); else all."""
        everyone = self.scene.parties or PARTIES
        if finding.sides:
            return finding.sides, ()
        place = next(self.scene.places.find(finding.item), None)
        behind = finding.item[place.end : place.end + 1] if place and place.start == 0 else ""
        if place is None or behind != " " or place.id not in everyone:
            return everyone, ()
        others = (id_ for id_ in self.scene.places.ids(finding.item) if id_ in everyone and id_ != place.id)
        return (place.id,), tuple(others)

    def _dialogue(self, finding: Finding, signs: Signs) -> _Fields:
        force, doubts = _force(finding, signs)
        language, text = self.context.language, finding.text
        met = rhythm(text, language)
        upgraded = self.scene.known.pattern("upgraded").search(text)
        fields = {
            "participants": self.scene.parties or PARTIES,
            "force": force,
            "polarity": signs.force.polarity,
            "level": level(text, language),
            "track": track(signs.words, language),
            "every": met.every,
            "occurrence": met.occurrence,
            "origin": "upgraded" if upgraded else origin(signs.words, language),
            "upgraded_from": _upgraded_from(text, upgraded.end()) if upgraded else None,
            "topics": topics(signs),
            "status": "proposed" if force in {"discretion", "aspire"} else "agreed",
        }
        return _Fields(fields, doubts, _cue_words(signs))

    def _procedure(self, finding: Finding, signs: Signs) -> _Fields:
        formula = phrases(self.context.language, "formulas").first(signs.words)
        subjects = ("termination", "review", "amendment", "duration", "entry-into-force")
        known = self.scene.known
        told = (name for name in subjects if known.pattern(f"procedure_{name}").search(finding.text))
        return _Fields({"subject": formula.tells if formula else next(told, "other")})

    def _statement(self, finding: Finding, _: Signs) -> _Fields:
        return _Fields(
            {
                "speaker": finding.speaker or self.scene.parties or PARTIES,
                "attribution": finding.attribution,
                "stance": finding.stance,
                "targets": finding.targets,
            }
        )


def _force(finding: Finding, signs: Signs) -> tuple[str, tuple[Doubt, ...]]:
    """Give the force that the words have in a report; failing that the one of the report's verb, else in doubt."""
    reading = signs.force
    if reading.norm and reading.force and reading.force not in {"stance", "recital"}:
        return reading.force, ()
    if finding.reported:
        return finding.reported, ()
    return "commit", (Doubt("force", "no words of force found; the report tells it as agreed"),)


def _cue_words(signs: Signs) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cue.words for cue in cues(signs.force)))


def _upgraded_from(text: str, start: int) -> str | None:
    """Give what is upgraded: what stands behind the verb, up to what it becomes."""
    match = re.match(r"\s+(?:the |existing |their |its )*([^,.;]{3,60}?)\s(?:to|into)\s", text[start:])
    return match[1] if match else None


def _heading(finding: Finding) -> str:
    """Give a heading from what is a finding's own: without an article in front, cut at a sign or between words."""
    bare = finding.item.strip(' .…"“”«»„')
    article = _ARTICLE.match(bare)
    words = re.split(r"[,;:]\s|[.!?]\s", bare[article.end() :] if article else bare)[0].split()
    cut = words[:_HEADING]
    while len(words) > len(cut) > 1 and len(cut[-1]) <= _SMALL:
        cut.pop()
    heading = " ".join(cut).strip(" ,;.") or finding.kind
    return heading[:1].upper() + heading[1:]
