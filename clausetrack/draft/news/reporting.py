"""What a story reports, sentence by sentence: provisions of the agreement, what is said of it, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausetrack.draft.news.findings import Finding
from clausetrack.draft.news.furniture import Layout
from clausetrack.draft.news.grammar import grammar
from clausetrack.draft.news.predicates import opened, without_adverbs
from clausetrack.draft.news.provisions import provisions
from clausetrack.draft.news.lists import spread
from clausetrack.draft.news.provisions import is_dialogue
from clausetrack.draft.news.statements import NOBODY, Speaker, attitude, paraphrase, quotation, reported, stance
from clausetrack.draft.news.story import Sentence
from clausetrack.language.sentences import sentences
from clausetrack.draft.news.subjects import Scene, Who


def report(paragraphs: Sequence[Sequence[Sentence]], plan: Layout, scene: Scene) -> Iterator[Finding]:
    """Yield what a story reports, in its order."""
    teller = _Teller(scene, plan)
    for paragraph in paragraphs:
        yield from teller.paragraph(paragraph)


class _Teller:
    """Goes through a story and keeps what one paragraph leaves to the next."""

    def __init__(self, scene: Scene, plan: Layout) -> None:
        self.scene = scene
        self.plan = plan
        self.speaker: Speaker = NOBODY
        self.near = False
        self.intro: Sentence | None = None
        self.founded = False

    def paragraph(self, paragraph: Sequence[Sentence]) -> Iterator[Finding]:
        if not paragraph:
            return
        if paragraph[0].item:
            yield from self._item(paragraph[0])
            return
        self.intro = paragraph[-1] if paragraph[-1].text.endswith(":") else None
        signed = self.plan.signed.get(paragraph[0].block)
        quoted, speaker = quotation(paragraph, self.scene, signed, self.speaker)
        used = {sentence for finding in quoted for sentence in finding.sentences}
        quoting = bool(quoted) or any(sentence.quoted for sentence in paragraph)
        quoted = tuple(each for finding in quoted for each in self._of_document(finding))
        for sentence in paragraph:
            yield from (finding for finding in quoted if finding.sentences[0] is sentence)
            if sentence in used or self._is_only_quoted(sentence):
                continue
            found = tuple(self._sentence(sentence))
            yield from found
            self.near = bool(found) and any(each.kind != "statement" for each in found)
            self._remember(sentence)
        self.speaker = speaker if quoting else NOBODY

    def _of_document(self, finding: Finding) -> Iterator[Finding]:
        """Yield what a quotation of the agreement provides for; where it provides for nothing, it is a statement."""
        if finding.attribution not in {"document", "joint"}:
            yield finding
            return
        self.scene.we = Who("parties", self.scene.parties)
        found = [
            each
            for sentence in finding.sentences
            for part in sentence.quoted
            for span in sentences(part)
            for each in provisions(sentence, span.of(part), self.scene, near=True)
        ]
        self.scene.we = None
        yield from found or [finding]

    def _is_only_quoted(self, sentence: Sentence) -> bool:
        return bool(sentence.quoted) and len(sentence.told.replace("…", " ").split()) <= 1

    def _remember(self, sentence: Sentence) -> None:
        told = sentence.told
        start = opened(told, self.scene).end
        verb = grammar(self.scene.known.language).finite.search(told, start)
        if verb:
            self.scene.remember(self.scene.who(without_adverbs(told[start : verb.start()], self.scene)))

    def _sentence(self, sentence: Sentence) -> Iterator[Finding]:
        if sentence.text.endswith("?"):
            return
        spoken = paraphrase(sentence, self.scene)
        if spoken is not None:
            yield from self._spoken(sentence, *spoken)
            return
        stances = tuple(attitude(sentence, self.scene))
        if stances:
            yield from stances
            return
        yield from self._told(sentence, sentence.told)

    def _spoken(self, sentence: Sentence, who: Speaker, said: str) -> Iterator[Finding]:
        if who.kind == "stranger":
            return
        if self.scene.known.pattern("events").search(said) or self._is_founding(said):
            return
        if who.kind == "parties":
            self.scene.they = Who("parties", who.sides or self.scene.parties)
        document = who.kind == "document"
        found = tuple(provisions(sentence, said, self.scene, spoken=not document, near=document))
        official = who.kind in {"document", "parties", "party"}
        if official and not found:
            found = tuple(self._told(sentence, said))
        told_of = self.scene.known.pattern("agreement").search(said) or stance(sentence.told, self.scene) != "affirm"
        if official and not found and not told_of and not sentence.quoted:
            yield from attitude(sentence, self.scene)
            return
        if found and not sentence.quoted:
            yield from found
            return
        stances = tuple(attitude(sentence, self.scene))
        yield from stances or reported(sentence, who, said, self.scene)

    def _is_founding(self, said: str) -> bool:
        """Say whether what is said is only that there is an agreement now: who signed it, and where."""
        known = self.scene.known
        verb = known.pattern("founding").search(said)
        noun = known.pattern("agreement").search(said)
        return bool(verb and noun and verb.start() < noun.start() and self.scene.who(without_adverbs(said[: verb.start()], self.scene)).kind == "parties")

    def _told(self, sentence: Sentence, told: str) -> Iterator[Finding]:
        amongst = tuple(self._amongst(sentence, told))
        found = amongst or (*self._founding(sentence, told), *provisions(sentence, told, self.scene, near=self.near))
        yield from found
        if not found:
            yield from self._procedure(sentence, told)

    def _procedure(self, sentence: Sentence, told: str) -> Iterator[Finding]:
        """Yield what a sentence says of the agreement's own life: its term, its ratification, how one leaves it."""
        known = self.scene.known
        found = known.pattern("procedure").search(told)
        if found is None:
            return
        start = opened(told, self.scene).end
        before = told[start : found.start()]
        if known.pattern("other").search(before):
            return
        subject = re.split(rf",?\s{known.source('finite')}\s|,\s", before, maxsplit=1)[0]
        who = self.scene.who(subject.strip(" ,"))
        if who.kind in {"agreement", "parties"} or (who.kind == "none" and self.near):
            yield Finding("procedure", _whole(told), (sentence,), told[found.start() :].strip(" ."), sides=())

    def _founding(self, sentence: Sentence, told: str) -> Iterator[Finding]:
        """Yield the agreement to agree, once: that a partnership is launched, or a treaty signed to some end."""
        known = self.scene.known
        if self.founded:
            return
        opening = opened(told, self.scene)
        verb = known.pattern("founding").search(told, opening.end)
        if verb is None or opening.past:
            return
        named = re.compile(rf"(?<![\w]){known.source('articles')}\s(?:[\w'’–-]+\s){{0,8}}?{known.source('agreement')}(?![\w])", re.I)
        # German puts the verb last.
        noun = named.search(told, verb.end()) or (named.search(told, opening.end) if known.language == "de" else None)
        if noun is None or known.pattern("other").search(noun[0]):
            return
        end = re.search(rf",\s(?:\w+ing)(?![\w])|,\s(?:{known.source('asides')})(?![\w])|,\s(?:{known.source('breaks')})\s|\s{known.source('relatives') if known.language != 'de' else '(?!)'}\s", told[noun.end() :])
        stop = noun.end() + end.start() if end else len(told)
        purpose = re.compile(rf"\s{known.source('purpose')}\s", re.I).search(told, noun.end(), stop)
        lasting = known.pattern("lasting").fullmatch(verb[0]) is not None
        if not lasting and not purpose:
            return
        text = told[opening.end : noun.end() + end.start() if end else len(told)]
        self.founded = True
        item = told[purpose.end() : noun.end() + end.start() if end else len(told)] if purpose else told[noun.start() : noun.end()]
        yield Finding("commitment", _whole(text), (sentence,), item.strip(" ."), "commit" if lasting else None)

    def _amongst(self, sentence: Sentence, told: str) -> Iterator[Finding]:
        """Read "Among its provisions is a promise to …"."""
        known = self.scene.known
        match = re.match(rf"{known.source('amongst')}\s", told, re.I)
        if match is None:
            return
        for given, item in spread(told[match.end() :].rstrip("."), known):
            kind = "dialogue" if is_dialogue(item, item, known) else "commitment"
            yield Finding(kind, _whole(f"{match[0]}{given}{item}"), (sentence,), item, "commit")

    def _item(self, sentence: Sentence) -> Iterator[Finding]:
        """Read an item of a list with the words that announce the list: "the two countries will:", "- share data"."""
        known = self.scene.known
        told = re.sub(rf"(?:[;,.]|[;,]\s{known.source('joins')})+$", "", sentence.told).strip()
        intro = self.intro.told.rstrip(" :") if self.intro else ""
        start = opened(intro, self.scene).end
        if re.search(rf"\s(?:{known.source('modals')}|{known.source('pledges')}|to)$", intro, re.I):
            found = provisions(sentence, f"{intro[start:]} {told[:1].lower()}{told[1:]}", self.scene, near=True)
            if found:
                yield from found
                return
        whole = provisions(sentence, told, self.scene, near=True)
        if whole:
            yield from whole
            return
        if known.pattern("procedure").search(told):
            yield Finding("procedure", _whole(told), (sentence,), told)
            return
        kind = "dialogue" if is_dialogue(told, told, known) else "commitment"
        yield Finding(kind, _whole(told), (sentence,), told, "commit")


def _whole(told: str) -> str:
    words = " ".join(told.replace("…", " ").split()).strip(" ,;:.")
    return words[:1].upper() + words[1:] + "."
