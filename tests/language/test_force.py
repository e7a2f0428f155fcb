"""What is read of force, polarity and what stands beside the norm, in sentences of our own."""

from __future__ import annotations

import pytest

from clausetrack.language.force import read_force, read_norms


def _read(text: str, **options: bool):
    reading = read_force(text, "en", **options)
    return reading.force, reading.polarity


@pytest.mark.parametrize(
    ("text", "force", "polarity"),
    [
        ("The Parties will consider exploring a joint ferry.", "discretion", "do"),
        ("The Parties shall establish a joint ferry.", "bind", "do"),
        ("The Parties shall cooperate on ferries.", "intend", "do"),
        ("The Parties will, where appropriate, conduct patrols.", "intend", "do"),
        ("The Parties shall endeavour to conduct patrols.", "aspire", "do"),
        ("The Parties shall not disclose the codes.", "bind", "refrain"),
        ("The Parties agree that it is important to keep the codes.", "stance", "do"),
    ],
)
def test_weakest_link_decides(text, force, polarity):
    assert _read(text) == (force, polarity)


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The Parties may decide to try to continue to promote sailing.", "discretion"),
        ("The Parties shall seek to promote sailing.", "aspire"),
        ("The Parties intend to consider a ferry.", "discretion"),
        ("The Parties shall in the first place endeavour to repair the lock.", "aspire"),
        ("The Parties shall, on a proposal of the Board, together with the Mayor, examine the lock.", "discretion"),
        ("The lock shall be examined every spring.", "discretion"),
        ("The Board shall be consulted before the sale.", "intend"),
        ("The Board shall be responsible for the lock.", "bind"),
        ("Each Party shall have the right to inspect the lock.", "discretion"),
        ("We do our best to answer.", "aspire"),
        ("We are committed to keeping entry free.", "commit"),
        ("We hope to reopen.", "aspire"),
        ("We stand ready to lend boats.", "discretion"),
    ],
)
def test_links_of_a_chain(text, force):
    assert read_force(text, "en").force == force


@pytest.mark.parametrize(
    ("text", "force", "polarity"),
    [
        ("No Party shall sell the lock.", "bind", "refrain"),
        ("Neither town may sell the lock.", "bind", "refrain"),
        ("A Party may not sell the lock.", "bind", "refrain"),
        ("A Party may only sell the lock to the other.", "bind", "refrain"),
        ("Only members may enter the lock.", "bind", "refrain"),
        ("Members can't enter the lock.", "bind", "refrain"),
        ("The Parties shall refrain from selling the lock.", "bind", "refrain"),
        ("In no case shall the keys be copied.", "bind", "refrain"),
        ("The towns will no longer charge a toll.", "commit", "refrain"),
        ("The clerks shall be required, even after they leave, not to disclose the codes.", "bind", "refrain"),
        ("The towns undertake not to sell the lock.", "commit", "refrain"),
        ("We do not intend to sell the lock.", "intend", "refrain"),
        ("The Parties shall not consider offers.", "bind", "refrain"),
        ("A Party is not required to publish the codes.", "discretion", "do"),
        ("A Party need not publish the codes.", "discretion", "do"),
        ("No Party shall be obliged to publish the codes.", "discretion", "do"),
        ("A Party may choose not to publish the codes.", "discretion", "refrain"),
        ("The Parties shall not only publish but also explain the codes.", "bind", "do"),
        ("Visitors may pay in cash or only by card.", "discretion", "do"),
    ],
)
def test_polarity(text, force, polarity):
    assert _read(text) == (force, polarity)


@pytest.mark.parametrize(
    "text",
    [
        "The term ferry means any vessel that may carry passengers.",
        "A parcel shall be deemed to be lost after a month.",
        "This Charter shall enter into force on the first of June.",
        "This Charter shall not apply to rowing boats.",
        "The Board is composed of five members, who shall be elected.",
        "Nothing in this Charter shall prevent a Party from leaving.",
        "We collect your ticket number to find your seat.",
        "Low water may lead to delays.",
        "Things that a visitor should know",
        "What may I bring on board?",
        "(b) the removal of all signs;",
        "Paris",
        "",
    ],
)
def test_no_norm_no_force(text):
    reading = read_force(text, "en")
    assert (reading.force, reading.polarity, reading.norm) == (None, None, False)


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Ties are no longer limited to trade.", None),
        ("In May the towns met.", None),
        ("On 5 May the towns shall meet.", "bind"),
        ("The will of the people is free.", None),
        ("Should the river rise, the lock may close.", "discretion"),
        ("The need to warn ships is plain.", None),
        ("A refund is required by law.", None),
        ("The information you choose to share with us is stored.", None),
        ("The traits noted above are common.", None),
        ("A guest who intends to stay must pay.", "bind"),
        ("Where a guest considers that the bill is wrong, the guest may complain.", "discretion"),
        ("When a claim is one which that town may settle, it shall be accepted.", "bind"),
    ],
)
def test_false_friends_and_subordinate_clauses(text, force):
    assert read_force(text, "en").force == force


def test_agreeing_to_act_binds_in_a_binding_text_only():
    text = "The towns agree to publish their budgets."
    assert _read(text, binding=True) == ("bind", "do")
    assert _read(text, binding=False) == _read(text) == ("commit", "do")


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("You agree that the library may charge a fee.", "discretion"),
        ("We agree that we will not raise the fee.", "bind"),
        ("You agree that the rooms are cold and may be closed at any time.", "stance"),
        ("The Parties affirm that each Party shall keep its name.", "stance"),
    ],
)
def test_a_norm_that_is_agreed(text, force):
    assert read_force(text, "en", binding=True).force == force


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The pact establishes a yearly festival.", "commit"),
        ("The towns must hold a festival every year.", "commit"),
        ("Under the pact the towns launched a festival.", "commit"),
        ("The pact provides guidance for cooperation on floods.", "aspire"),
        ("The mayors spoke of a possible pact on floods.", "discretion"),
        ("Both mayors welcomed the pact.", "stance"),
        ("News of a commitment to conduct patrols.", "commit"),
    ],
)
def test_reports_are_capped_at_commit(text, force):
    assert read_force(text, "en", reported=True).force == force


def test_present_tense_of_a_report_says_nothing_in_the_text_itself():
    assert read_force("The pact establishes a yearly festival.", "en").force is None


def test_a_hedge_costs_one_level_once_and_only_where_it_weakens_the_verb():
    assert read_force("The Board shall report.", "en").force == "bind"
    assert read_force("The Board shall, as appropriate, report where possible.", "en").force == "commit"
    assert read_force("The Board may, where appropriate, report.", "en").force == "discretion"
    assert read_force("The Board shall consult the towns and, where appropriate, the ports.", "en").force == "intend"


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("If it rains all day, the museum shall close.", "conditions", "If it rains all day"),
        ("The museum shall open, provided that it is dry; the shop too.", "conditions", "provided that it is dry"),
        ("The museum shall (subject to the weather) open.", "conditions", "subject to the weather"),
        ("The museum may, once the snow melts, open.", "conditions", "once the snow melts"),
        ("The museum shall open unless the mayor objects.", "conditions", "unless the mayor objects"),
        ("Pending repairs, the museum shall close.", "conditions", "Pending repairs"),
        ("The museum shall open except on Mondays, free of charge.", "exceptions", "except on Mondays"),
        ("Notwithstanding Article 3, the museum shall open.", "exceptions", "Notwithstanding Article 3"),
        ("The museum shall admit pets other than dogs.", "exceptions", "other than dogs"),
        ("The museum shall act in accordance with its rules.", "savings", "in accordance with its rules"),
        ("The museum will, as appropriate, open.", "hedges", "as appropriate"),
        ("The museum shall open within 30 days.", "precision", "within 30"),
    ],
)
def test_what_stands_beside_the_norm_is_given_with_its_words(text, kind, words):
    (cue,) = getattr(read_force(text, "en"), kind)
    assert cue.words == words == text[cue.start : cue.end]


def test_every_norm_of_a_text_is_given_with_its_part():
    text = "They may meet in spring, and the Board will publish the minutes unless the Mayor objects. It shall pay."
    readings = read_norms(text, "en")
    assert [reading.force for reading in readings] == ["discretion", "commit", "bind"]
    assert [text[reading.start : reading.end] for reading in readings] == [
        "They may meet in spring, and",
        "the Board will publish the minutes unless the Mayor objects.",
        "It shall pay.",
    ]
    assert [len(reading.conditions) for reading in readings] == [0, 1, 0]


def test_the_items_of_a_list_share_their_modal():
    text = "The Parties shall not:\n(a) sell the lock;\n(b) copy the keys.\nThey shall: i) pay; ii) promote sailing."
    assert [(reading.force, reading.polarity) for reading in read_norms(text, "en")] == [
        ("bind", "refrain"),
        ("bind", "refrain"),
        ("bind", "do"),
        ("aspire", "do"),
    ]


@pytest.mark.parametrize("language", [None, "", "xx", "ko", "??", "../en", "e n"])
def test_nothing_is_claimed_in_a_language_that_is_not_known(language):
    reading = read_force("The Parties shall pay.", language)
    assert (reading.force, reading.norm, reading.cues) == (None, False, ())
    assert read_norms("The Parties shall pay.", language) == ()


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "en_US"])
def test_regions_do_not_matter(language):
    assert read_force("The Parties shall pay.", language).force == "bind"


@pytest.mark.parametrize(
    ("language", "text", "force", "polarity"),
    [
        ("fr", "Les villes ne peuvent pas vendre l'écluse.", "bind", "refrain"),
        ("fr", "Aucune ville ne peut vendre l’écluse.", "bind", "refrain"),
        ("fr", "Les villes s’efforcent, dans la mesure du possible, de réduire le bruit.", "discretion", "do"),
        ("fr-CA", "La ville qui peut payer doit payer.", "bind", "do"),
        ("es", "Las ciudades no podrán vender la esclusa.", "bind", "refrain"),
        ("es", "Ninguna ciudad podrá vender la esclusa.", "bind", "refrain"),
        ("es", "Las ciudades procurarán promover la navegación.", "aspire", "do"),
        ("de", "Die Stadt darf die Schleuse nicht verkaufen.", "bind", "refrain"),
        ("de", "Keine Stadt darf die Schleuse verkaufen.", "bind", "refrain"),
        ("de", "Die Stadt darf keine Gebühren erheben.", "bind", "refrain"),
        ("de", "Wenn der Fluss steigt, kann die Stadt die Schleuse schließen.", "discretion", "do"),
        ("nl", "De stad mag de sluis niet verkopen.", "bind", "refrain"),
        ("nl", "Geen stad mag de sluis verkopen.", "bind", "refrain"),
        ("nl", "Indien het regent, kan de stad de sluis sluiten.", "discretion", "do"),
        ("ja", "いずれの市も、鍵を複製してはならない。", "bind", "refrain"),
        ("ja", "両市は、適当な場合には、騒音を減らすよう努めるものとする。", "discretion", "do"),
        ("ja", "雨が降った。市は閘門を閉じることができる。", "discretion", "do"),
    ],
)
def test_other_languages(language, text, force, polarity):
    reading = read_force(text, language)
    assert (reading.force, reading.polarity) == (force, polarity)
