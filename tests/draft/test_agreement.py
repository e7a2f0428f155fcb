"""The agreement's own data: title, parties, dates, place, languages, instrument, revision."""

from __future__ import annotations

import pytest

from clausetrack.draft.drafting import draft
from clausetrack.draft.passage import Drafting
from tests.draft.written import document


def drafted(text, **more):
    return draft(document(text, **more), Drafting(fields=False))


TREATY = """
    Agreement between the Kingdom of Norway and the Republic of Estonia on Tide Tables
    The Kingdom of Norway and the Republic of Estonia,
    Recalling their friendship,
    Have agreed as follows:
    Article 1
    Tables
    The Parties publish tide tables.
    Article 2
    Entry into force
    This Agreement shall enter into force on 1 July 2031.
    Done at Port Said on 3 May 2031, in two originals in the Norwegian and Estonian languages, both being authentic.
"""


def test_what_a_treaty_says_of_itself():
    found = drafted(TREATY)
    agreement = found.agreement
    assert agreement.title == "Agreement between the Kingdom of Norway and the Republic of Estonia on Tide Tables"
    assert (agreement.id, agreement.instrument, agreement.legal_status) == ("no-ee-tide-tables", "treaty", "binding")
    assert agreement.parties == ("NO", "EE")
    assert agreement.dates == {"signed": "2031-05-03", "in_force": "2031-07-01"}
    assert agreement.extra == {"x-place": "Port Said", "x-languages": ["no", "et"]}
    assert "“Agreement” in the title" in agreement.note
    assert (found.revision.id, found.revision.as_of, found.revision.basis) == (
        "2031-05-03",
        "2031-05-03",
        "primary-text",
    )
    assert (found.revision.completeness, found.revision.language) == ("complete", "en")


def test_a_condition_is_no_date_of_entry_into_force():
    text = TREATY.replace("This Agreement shall", "If all is ready, this Agreement shall")
    assert "in_force" not in drafted(text).agreement.dates


def test_parties_without_a_code_are_declared():
    found = drafted("Agreement between Northland and Southmark on Tides\nArticle 1\nTides are told; ebbs are not.")
    assert found.agreement.parties == ("northland", "southmark")
    assert [(actor.id, actor.name) for actor in found.actors] == [
        ("northland", "Northland"),
        ("southmark", "Southmark"),
    ]


def test_companies_are_called_as_the_contract_calls_them():
    text = """
        Supply Agreement
        This Agreement is made between Ropewalk Ltd (the “Supplier”) and Sail & Sons GmbH (hereinafter the “Customer”).
        1. Supply
        The Supplier supplies ropes.
        2. Price
        The Customer pays.
    """
    found = drafted(text)
    assert found.agreement.parties == ("supplier", "customer")
    assert [actor.name for actor in found.actors] == ["Ropewalk Ltd", "Sail & Sons GmbH"]
    assert found.agreement.instrument == "contract"


@pytest.mark.parametrize(
    ("title", "instrument", "status"),
    [
        ("Memorandum of Understanding on Tides", "memorandum", "unknown"),
        ("Joint Statement of the Ministers", "joint-statement", "non-binding"),
        ("Communiqué of the Meeting", "communique", "non-binding"),
        ("Regulation (EU) 2031/4 on Lamps", "legislation", "binding"),
        ("Terms of Service", "terms", "binding"),
        ("Exchange of Letters on Piers", "exchange-of-letters", "binding"),
        ("Übereinkommen über Fähren", "treaty", "binding"),
        ("Convention sur les bacs", "treaty", "binding"),
        ("Thoughts on Piers", "other", "unknown"),
    ],
)
def test_the_title_tells_the_instrument(title, instrument, status):
    agreement = drafted(f"{title}\n1. The first thing is this.\n2. The second thing is that.").agreement
    assert (agreement.instrument, agreement.legal_status) == (instrument, status)


def test_a_text_that_denies_to_bind_does_not():
    text = "Arrangement on Piers\n1. Piers are open.\n2. This arrangement is not legally binding."
    agreement = drafted(text).agreement
    assert agreement.legal_status == "non-binding"
    assert "“not legally binding”" in agreement.note


def test_terms_are_as_of_their_last_update():
    text = (
        "Terms of Use\nLast updated: 4 March 2031\nThese terms bind you.\n1. Use\nUse it well.\n2. End\nStop at will."
    )
    assert drafted(text).revision.as_of == "2031-03-04"


def test_the_file_tells_the_date_that_the_text_does_not():
    found = drafted("Rules\nThey are short.", metadata={"published": "2031-02-03", "publisher": "The Port"})
    assert found.revision.id == "2031-02-03"
    assert (found.sources[0].publisher, found.sources[0].published) == ("The Port", "2031-02-03")


def test_without_a_date_a_revision_is_called_by_its_digest():
    assert drafted("Rules\nThey are short.").revision.id == ("ab" * 32)[:12]


def test_ids_that_are_given_are_taken():
    found = draft(document("Rules\nThey are short."), Drafting(fields=False, agreement="rules", revision="one"))
    assert (found.agreement.id, found.revision.id) == ("rules", "one")


def test_a_title_page_in_capitals_is_one_title():
    text = """
        THE PORT
        2031
        AGREEMENT ON THE KEEPING
        OF THE PIERS
        The Parties to this Agreement,
        Have agreed as follows:
        Article 1
        So be it; for ever.
    """
    assert drafted(text).agreement.title == "AGREEMENT ON THE KEEPING OF THE PIERS"


@pytest.mark.parametrize(
    "named",
    [
        *(
            "XXI-10 CTC",
            "Microsoft Word - draft3.doc",
            "Microsoft Word - The Strait Agreement",
            "untitled",
            "Document1",
        ),
        *("N2523456", "strait_agreement_final", "C:\\papers\\strait.doc", "the strait agreement.docx", "1"),
    ],
)
def test_what_a_program_calls_a_file_is_no_title(named):
    found = drafted(TREATY, metadata={"title": named})
    assert found.sources[0].title == found.agreement.title
    assert drafted("Be it so; for ever.\nIt is so.", metadata={"title": named}).agreement.title != named


@pytest.mark.parametrize("named", ["Treaty Series: Tide Tables", "Privacy Policy", "日本国憲法と条約"])
def test_what_a_file_has_for_its_title_is_that_of_the_source(named):
    assert drafted(TREATY, metadata={"title": named}).sources[0].title == named
    assert drafted("Be it so; for ever.\nIt is so.", metadata={"title": named}).agreement.title == named


def test_signs_without_meaning_are_no_title():
    text = "'(/$',9(56,7( %,2/2*,48(\n2031\nHarbour Rules\nThe Parties to this Pact,\nArticle 1\nBe it so; for ever."
    assert drafted(text).agreement.title == "Harbour Rules"


def test_the_number_of_a_resolution_is_no_part_of_the_title():
    text = TREATY.replace("Agreement between", "48/263. Agreement between", 1)
    assert drafted(text).agreement.title == drafted(TREATY).agreement.title


def test_a_date_on_the_title_page_is_no_section():
    text = TREATY.replace(
        "    Agreement between", "    UNITED PORTS\n    Distr.\n    8 September 2030\n    Agreement between", 1
    )
    assert drafted(text).agreement.title == drafted(TREATY).agreement.title
