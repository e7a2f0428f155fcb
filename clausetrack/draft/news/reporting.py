"""What a story reports, sentence by sentence: provisions of the agreement, what is said of it, and what is neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausetrack.draft.news.announced import amongst, item
from clausetrack.draft.news.findings import Finding
from clausetrack.draft.news.founding import founding, is_founding, procedure
from clausetrack.draft.news.furniture import Layout
from clausetrack.draft.news.grammar import grammar
from clausetrack.draft.news.openings import opened
from clausetrack.draft.news.predicates import without_adverbs
from clausetrack.draft.news.provisions import provisions
from clausetrack.draft.news.speakers import NOBODY, Speaker, speaker
from clausetrack.draft.news.speech import paraphrase
from clausetrack.draft.news.statements import attitude, quotation, reported, stance
from clausetrack.draft.news.story import Sentence
from clausetrack.draft.news.subjects import Scene, Who
from clausetrack.language.sentences import sentences


def report(paragraphs: Sequence[Sequence[Sentence]], plan: Layout, scene: Scene) -> Iterator[Finding]:
    """Yield what a story reports, in its order."""
    teller = _Teller(scene, plan)
    for place, paragraph in enumerate(paragraphs):
        after = paragraphs[place + 1] if place + 1 < len(paragraphs) else ()
        yield from teller.paragraph(paragraph, after)


class _Teller:
    """Goes through a story and keeps what one paragraph leaves to the next: who spoke, and what it was about."""

    def __init__(self, scene: Scene, plan: Layout) -> None:
        self.scene = scene
        self.plan = plan
        self.speaker: Speaker = NOBODY
        self.near = False
        self.intro: Sentence | None = None
        self.founded = False

    def paragraph(self, paragraph: Sequence[Sentence], after: Sequence[Sentence]) -> Iterator[Finding]:
        """Yield what a paragraph reports; ``after`` is the next one, where a quotation may go on."""
        if not paragraph:
            return
        if paragraph[0].item:
            yield from item(paragraph[0], self.intro, self.scene)
            return
        self.intro = paragraph[-1] if paragraph[-1].text.endswith(":") else None
        quoted = self._quotations(paragraph, after)
        used = {sentence for finding in quoted for sentence in finding.sentences}
        provided = [each for finding in quoted for each in self._provided(finding)]
        for sentence in paragraph:
            yield from (finding for finding in provided if finding.sentences[0] is sentence)
            if sentence not in used and not _is_only_quoted(sentence):
                yield from self._own(sentence)

    def _quotations(self, paragraph: Sequence[Sentence], after: Sequence[Sentence]) -> tuple[Finding, ...]:
        signed = self.plan.signed.get(paragraph[0].block)
        quoted, last = quotation(paragraph, self.scene, signed, self.speaker)
        if not quoted and paragraph[-1].goes_on and after:
            quoted, last = quotation(paragraph, self.scene, signed, speaker(after[0].told, self.scene))
        self.speaker = last if any(sentence.quoted for sentence in paragraph) else NOBODY
        return quoted

    def _provided(self, finding: Finding) -> Sequence[Finding]:
        """Give what a quotation of the agreement provides for; where it provides for nothing, it is a statement."""
        if finding.attribution not in {"document", "joint"}:
            return (finding,)
        self.scene.we = Who("parties", self.scene.parties)
        found = [
            each
            for sentence in finding.sentences
            for part in sentence.quoted
            for span in sentences(part)
            for each in provisions(sentence, span.of(part), self.scene, near=True)
        ]
        self.scene.we = None
        return found or (finding,)

    def _own(self, sentence: Sentence) -> Iterator[Finding]:
        """Yield what a sentence reports in the reporter's words."""
        found = tuple(self._sentence(sentence))
        yield from found
        self.near = any(finding.kind != "statement" for finding in found)
        start = opened(sentence.told, self.scene).end
        verb = grammar(self.scene.known.language).finite.search(sentence.told, start)
        if verb:
            subject = without_adverbs(sentence.told[start : verb.start()], self.scene)
            self.scene.remember(self.scene.who(subject))

    def _sentence(self, sentence: Sentence) -> Sequence[Finding]:
        if sentence.text.endswith("?"):
            return ()
        spoken = paraphrase(sentence, self.scene)
        if spoken is not None:
            return self._spoken(sentence, *spoken)
        return tuple(attitude(sentence, self.scene)) or self._told(sentence, sentence.told)

    def _spoken(self, sentence: Sentence, who: Speaker, said: str) -> Sequence[Finding]:
        """Give what somebody is said to say: provisions, where it is some; else a statement."""
        known = self.scene.known
        if who.kind == "stranger" or known.pattern("events").search(said):
            return ()
        if who.kind == "parties":
            self.scene.they = Who("parties", who.sides or self.scene.parties)
        found = self._said(sentence, who, said)
        if found and not sentence.quoted:
            return found
        if not found and is_founding(said, self.scene):
            return ()
        stances = tuple(attitude(sentence, self.scene))
        # What an office reports that is neither of the agreement nor a stance is news of its own.
        told_of = known.pattern("agreement").search(said) or stance(sentence.told, self.scene) != "affirm"
        if who.kind != "person" and not (found or told_of or sentence.quoted):
            return stances
        return stances or tuple(reported(sentence, who, said, self.scene))

    def _said(self, sentence: Sentence, who: Speaker, said: str) -> Sequence[Finding]:
        document = who.kind == "document"
        found = provisions(sentence, said, self.scene, spoken=not document, near=document)
        return found or (() if who.kind == "person" else self._told(sentence, said))

    def _told(self, sentence: Sentence, told: str) -> Sequence[Finding]:
        listed = tuple(amongst(sentence, told, self.scene))
        if listed:
            return listed
        founded = () if self.founded else tuple(founding(sentence, told, self.scene))
        self.founded = self.founded or bool(founded)
        found = (*founded, *provisions(sentence, told, self.scene, near=self.near))
        return found or tuple(procedure(sentence, told, self.scene, near=self.near))


def _is_only_quoted(sentence: Sentence) -> bool:
    return bool(sentence.quoted) and len(sentence.told.replace("…", " ").split()) <= 1
