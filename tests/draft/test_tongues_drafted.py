"""One language of a document in several is drafted; the others are left out, and named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausetrack.draft.drafting import draft
from clausetrack.draft.passage import Drafting
from clausetrack.errors import InputError
from tests.draft.written import document

ENGLISH = """
    Agreement on the piers of the two shores
    The Parties to this Agreement,
    Have agreed as follows:
    Article 1
    Use of the piers
    1. A pier of the shore is open to all the ships that are in need of it, and it is open by night too.
    2. The keeper of the pier shall light the lamps in the evening and shall write down the ships that call.
    Article 2
    Fees
    No fee is due for the use of a pier by the boats of the inhabitants.
"""
FRENCH = """
    Accord sur les jetées des deux rives
    Les Parties au présent Accord,
    Sont convenues de ce qui suit :
    Article premier
    Usage des jetées
    1. Une jetée de la rive est ouverte à tous les navires qui en ont besoin, et elle est ouverte aussi de nuit.
    2. Le gardien de la jetée allume les lampes le soir et inscrit dans le livre les navires qui font escale.
    Article 2
    Taxes
    Aucune taxe n’est due pour l’usage des jetées par les bateaux des habitants.
"""


def bilingual(*parts, shared=""):
    found = document("\n".join([shared, *parts]))
    tongues = [0] * len(shared.split("\n")) if shared else []
    for number, part in enumerate(parts, 1):
        tongues += [number] * len([line for line in part.split("\n") if line.strip()])
    blocks = [replace(block, tongue=tongue) for block, tongue in zip(found.blocks, tongues, strict=True)]
    return replace(found, blocks=tuple(blocks))


def drafted(given, language=None):
    found = draft(given, Drafting(language=language))
    return found.revision.language, [clause.number for clause in found.clauses], found.agreement.note


@pytest.mark.parametrize("language", [None, "en", "en-GB", "1"])
def test_the_first_language_is_drafted_where_none_is_asked_for(language):
    tongue, numbers, note = drafted(bilingual(ENGLISH, FRENCH), language)
    assert (tongue, numbers) == ("en", [None, "Article 1", "Article 2"])
    assert note.endswith("Its text in fr was left out.")


@pytest.mark.parametrize("language", ["fr", "FR", "2"])
def test_the_language_that_is_asked_for_is_drafted(language):
    tongue, numbers, note = drafted(bilingual(ENGLISH, FRENCH), language)
    assert (tongue, numbers) == ("fr", [None, "Article premier", "Article 2"])
    assert note.endswith("Its text in en was left out.")


def test_a_language_that_is_not_there_is_an_error_that_names_those_that_are():
    with pytest.raises(InputError, match=r"not here in 'de'") as caught:
        drafted(bilingual(ENGLISH, FRENCH), "de")
    assert caught.value.hint == "there is 1 (en), 2 (fr)"


def test_the_title_that_all_share_tells_the_language():
    shared = "Accord sur les jetées et les quais des deux rives du détroit"
    assert drafted(bilingual(ENGLISH, FRENCH, shared=shared))[0] == "fr"


def test_the_language_with_the_whole_text_is_drafted_where_the_first_has_a_part_of_it():
    more = "".join(
        f"    {number}. Les bateaux de la rive sont amarrés par le gardien des jetées.\n" for number in range(9)
    )
    assert drafted(bilingual(ENGLISH, FRENCH + more))[0] == "fr"


def test_evidence_stands_where_the_blocks_stand():
    given = bilingual(ENGLISH, FRENCH)
    first = draft(given, Drafting(language="fr")).clauses[1].evidence[0]
    assert given.blocks[first.paragraph - 1].text.startswith("1. Une jetée")


def test_a_document_in_one_language_is_in_the_one_that_is_given():
    assert drafted(document(ENGLISH), "en-GB")[0] == "en-GB"
