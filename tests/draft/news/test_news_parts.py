"""The parts that read a report, each with sentences of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from clausetrack.app.api import validate
from clausetrack.clauseset.load import dumps, loads
from clausetrack.documents.readers import read, read_document
from clausetrack.draft.news import draft_news, looks_like_news
from clausetrack.draft.news.furniture import layout
from clausetrack.draft.news.grammar import gerund, grammar, third_person
from clausetrack.draft.news.lists import items, spread
from clausetrack.draft.news.people import People
from clausetrack.draft.news.places import gazetteer
from clausetrack.draft.news.rows import rows
from clausetrack.draft.news.story import dateline, quotations
from clausetrack.draft.news.words import LANGUAGES, words
from clausetrack.draft.passage import Drafting
from clausetrack.errors import InputError

ARTICLES = Path(__file__).parent / "articles"
NEWS = Drafting(instrument="news")
LEAD = "Fiji and Samoa signed a pact on shared harbours on Monday."


def story(*paragraphs, language="en"):
    document = read("\n".join((LEAD, *paragraphs)).encode(), "story.txt")
    return replace(document, metadata={"language": language})


def drafted(*paragraphs):
    return draft_news(story(*paragraphs), NEWS).clauses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tugs, pilots and cranes", ("tugs", "pilots", "cranes")),
        ("tugs, pilots and cranes, and a fund", ("tugs", "pilots and cranes", "a fund")),
        ("trade and investment", ("trade and investment",)),
        ("harbour patrols and fire drills", ("harbour patrols", "fire drills")),
        ("a fund, paid for by Samoa, and a hotline", ("a fund, paid for by Samoa", "a hotline")),
        ("ferries between Apia and Suva", ("ferries between Apia and Suva",)),
        ("fees of 1,000 dollars and a ban on tugs", ("fees of 1,000 dollars", "a ban on tugs")),
    ],
)
def test_parts_a_list(text, expected):
    assert items(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("la formation de pilotes, un fonds et l'échange de cartes", "fr", 3),
        ("gemeinsame Übungen, ein Fonds und der Austausch von Karten", "de", 3),
        ("patrullas, un fondo y el intercambio de mapas", "es", 3),
    ],
)
def test_parts_a_list_in_other_languages(text, language, expected):
    assert len(items(text, language)) == expected


def test_gives_each_item_what_is_meant_for_all():
    found = list(spread("cooperation on tugs, pilot training, and Samoan participation in drills", words("en")))
    assert found == [
        ("cooperation on ", "tugs"),
        ("cooperation on ", "pilot training"),
        ("", "Samoan participation in drills"),
    ]


def test_does_not_part_adjectives_that_wait_for_their_noun():
    assert list(spread("political, economic and cultural ties", words("en"))) == [
        ("", "political, economic and cultural ties")
    ]


@pytest.mark.parametrize(
    ("rest", "kind", "expected"),
    [
        ("map reefs, share charts and train pilots", "modal", ["map reefs", "share charts", "train pilots"]),
        ("promote trade and research", "modal", ["promote trade and research"]),
        ("live and work abroad", "modal", ["live and work abroad"]),
        ("a fund, upgrades old quays and comes late", "act", ["a fund", "upgrades old quays", "comes late"]),
        ("exchanges of pilots and visits to ports", "list", ["exchanges of pilots and visits to ports"]),
        ("holding drills and sharing charts", "pledge", ["holding drills", "sharing charts"]),
    ],
)
def test_parts_a_row_of_verbs(rest, kind, expected):
    assert [piece for _, piece in rows(rest, kind, grammar("en"))] == expected


def test_inflects_verbs():
    assert [third_person(verb) for verb in ("supply", "establish", "share")] == ["supplies", "establishes", "shares"]
    assert (gerund("make", doubles=False), gerund("ban", doubles=True), gerund("oversee", doubles=False)) == (
        "making",
        "banning",
        "overseeing",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
        ("“It goes on to the next", ["“It goes on to the next"]),
        ("It came from the one before,” she said.", ["It came from the one before,”"]),
        ("« Oui », dit-il.", ["« Oui »"]),
        ("„Ja“, sagte er.", ["„Ja“"]),
        ("‘We won’t stop,’ she said.", ["‘We won’t stop,’"]),
        ("The mayor's dog isn't here.", []),
    ],
)
def test_finds_quotations(text, expected):
    assert [span.of(text) for span in quotations(text)] == expected


@pytest.mark.parametrize(
    ("text", "place", "date", "agency"),
    [
        ("APIA, May 3 (Wave) - Fiji and Samoa", "APIA", "May 3", "Wave"),
        ("SUVA — Fiji and Samoa", "SUVA", None, None),
        ("Accra (dpx) - Deutschland und Ghana", "Accra", None, "dpx"),
    ],
)
def test_reads_a_dateline(text, place, date, agency):
    found = dateline(text)
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)


@pytest.mark.parametrize("text", ["Fiji and Samoa signed a pact - at last.", "He said: The pact is good."])
def test_reads_no_dateline_where_there_is_none(text):
    assert dateline(text) is None


def test_finds_a_person_by_surname_and_by_one_that_is_misspelt():
    text = "Fijian Ports Minister Alan Borrows opened the talks. Borows smiled."
    people = People([text], words("en"), gazetteer("en"))
    found = list(people.find("Borows said so, and Borrows agreed."))
    assert [each.person.name for each in found] == ["Alan Borrows", "Alan Borrows"]
    assert [each.variant for each in found] == ["Borows", None]
    assert found[0].person.side == "FJ"


def test_says_that_a_name_is_spelt_in_another_way():
    clauses = drafted(
        "Fijian Ports Minister Alan Borrows opened the talks.", "“The sea joins us,” Borows told reporters in Suva."
    )
    assert clauses[-1].speaker == ("Alan Borrows",)
    assert "Borows" in clauses[-1].note


def test_takes_a_quotation_without_a_speaker_for_the_one_before_and_doubts_it():
    clauses = drafted("“The sea joins us,” said Fijian Ports Minister Alan Borrows.", "“It has always fed us both.”")
    assert [clause.speaker for clause in clauses] == [("Alan Borrows",)] * 2
    assert "speaker" in clauses[1].extra["x-doubtful"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tonga and Niue agreed to merge their ferries.",
        "Last year Fiji and Samoa agreed to share a dredger.",
        "Ms Alani, a professor of law, said the pact would please nobody.",
        "Talks stalled in 2028 over the price of coal.",
        "Fiji will hold a summit with Tonga next week.",
        "The pact would add two percent to exports.",
        "A similar pact with Tonga sets up a harbour board.",
        "What will the pact change?",
    ],
)
def test_leaves_background_out(sentence):
    assert not [clause for clause in drafted(sentence) if clause.kind != "statement"]


@pytest.mark.parametrize(
    ("sentence", "kind", "field", "value"),
    [
        ("The pact includes guidance for work on tugs.", "commitment", "force", "aspire"),
        ("The two sides will consider a joint quay.", "commitment", "force", "discretion"),
        ("They will not raise fees.", "commitment", "polarity", "refrain"),
        ("Fiji will build a quay.", "commitment", "actors", ("FJ",)),
        ("The pact sets up an annual dialogue of foreign ministers.", "dialogue", "every", "P1Y"),
        ("The pact sets up an annual dialogue of foreign ministers.", "dialogue", "level", "ministers"),
        ("The pact upgrades existing talks to an annual dialogue.", "dialogue", "upgraded_from", "talks"),
        ("Both countries condemned the seizure of a Tongan tug.", "statement", "targets", ("TO",)),
        ("Both countries condemned the seizure of a Tongan tug.", "statement", "stance", "condemn"),
        ("The pact can be ended with a year's notice and expires in 2040.", "procedure", "subject", "termination"),
        ("The pact includes Samoan participation in Fijian drills.", "commitment", "counterpart", ("FJ",)),
    ],
)
def test_reads_fields(sentence, kind, field, value):
    clause = drafted(sentence)[-1]
    assert (clause.kind, getattr(clause, field)) == (kind, value)


def test_a_part_of_a_dialogue_specifies_it_in_doubt():
    whole, part = drafted("The pact creates new dialogues on shared interests including reef maps.")
    assert [(relation.type, relation.target) for relation in part.relations] == [("specifies", whole.id)]
    assert part.confidence == "low"


def test_what_is_told_twice_is_one_clause_with_both_places():
    clauses = drafted("The pact sets up a harbour board in Apia.", "The pact also sets up a harbour board in Apia.")
    assert len(clauses) == 1
    assert [evidence.paragraph for evidence in clauses[0].evidence] == [2, 3]


@pytest.mark.parametrize(
    "line",
    [
        "By Jo Ray and Al Fox",
        "Updated: 3 hours ago",
        "0:00",
        "0:00 / 2:41",
        "Tugs at the quay in Suva. (Jo Ray/Wave)",
        "A tug in Suva. Photograph: Jo Ray/Wave",
        "Read more: why tugs matter",
        "Sign up for our newsletter.",
        "© Wave News 2031. All rights reserved.",
        "(Reporting by Jo Ray; Editing by Al Fox)",
        "Comments (12)",
        "Share this article",
        "jo.ray@wave.example",
        "Fiji and Samoa will share a dredger, sources say",
    ],
)
def test_the_page_is_no_story(line):
    document = story("The pact sets up a harbour board.", line)
    assert layout(document, words("en")).story == (0, 1)


def test_refuses_a_language_that_is_not_read():
    document = read(b"De partijen zijn het eens over een verdrag dat in de haven van de stad is getekend.", "a.txt")
    with pytest.raises(InputError, match="no language"):
        draft_news(document, NEWS)


def test_an_article_without_a_story_is_an_empty_set():
    document = replace(read(b"Photo: Jo Ray/Wave", "a.txt"), metadata={"language": "en"})
    assert draft_news(document, NEWS).clauses == ()


def test_takes_what_the_page_says_of_itself():
    said = {"title": "A Pact", "author": "Jo Ray", "publisher": "Wave", "published": "2031-05-03", "language": "en"}
    found = draft_news(
        replace(story("The pact sets up a board."), metadata=said), Drafting(agreement="pact", revision="one")
    )
    source = found.sources[0]
    assert (source.title, source.author, source.publisher, source.published) == (
        "A Pact",
        "Jo Ray",
        "Wave",
        "2031-05-03",
    )
    assert (found.agreement.id, found.revision.id) == ("pact", "one")
    assert found.agreement.dates == {"signed": "2031-04-28"}


@pytest.mark.parametrize(
    "text",
    [
        "Article 1\nThe Parties shall share their harbours.\nArticle 2\nThe Parties shall meet every year.",
        "Terms of Use\nLast updated: May 3, 2031\nYou agree to our terms when you use the ferry.",
        "Joint statement\nSuva, 3 May 2031\nThe two leaders welcomed the new quay and the “Blue Harbour” plan.",
    ],
)
def test_an_agreement_does_not_look_like_news(text):
    assert not looks_like_news(replace(read(text.encode(), "a.txt"), metadata={"language": "en"}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_of_words_compiles(language):
    known = words(language)
    for name in known.names():
        known.pattern(name)
    assert next(gazetteer(language).find({"en": "Tokyo", "fr": "Pékin", "de": "Peking", "es": "Pekín"}[language])).id


@pytest.mark.parametrize("name", ["defence", "business", "french", "german", "spanish"])
def test_a_draft_is_a_valid_file(name, tmp_path):
    found = draft_news(read_document(str(ARTICLES / f"{name}.txt")), NEWS)
    text = dumps(found)
    assert loads(text) == found
    path = tmp_path / "draft.yaml"
    path.write_text(text, encoding="utf-8")
    assert [finding for finding in validate(path).findings if finding.severity == "error"] == []
