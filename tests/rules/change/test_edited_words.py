"""What is read from edited words alone: no clause here has a field that would say it."""

from __future__ import annotations

import pytest
from comparing import told

SAME = {
    "quotes and dashes": ("The 'pilot' - on duty - boards first.", "The “pilot” – on duty – boards first."),
    "spelling": ("The harbour organises a defence drill.", "The harbor organizes a defense drill."),
    "case": ("The Harbour master opens the gate.", "The harbour Master opens the gate."),
    "a list marker": ("The pilot boards first. The crew follows.", "1. The pilot boards first. 2. The crew follows."),
    "commas": ("The pilot may at any time board the ship.", "The pilot may, at any time, board the ship."),
    "an address": ("Read more at https://www.harbour.example/rules/.", "Read more at www.harbour.example/rules."),
    "a number in words": ("The crew waits 60 days.", "The crew waits sixty (60) days."),
}
OTHER_WORDS = {
    "one word": ("The vessel enters the port at dawn.", "The ship enters the port at dawn."),
    "a turn of phrase": (
        "The towns shall enact any legislation needed.",
        "The towns shall take all legislative steps needed.",
    ),
    "a moved phrase": ("The pilot at dawn opens the lock.", "The pilot opens the lock at dawn."),
    "a pronoun": ("The guest keeps his coat with him.", "The guest keeps that person’s coat with him."),
    "what is named anyway": (
        "The ferry board meets in spring. The board sets the fees of the ferry.",
        "The ferry board meets in spring. The ferry board sets the fees of the ferry.",
    ),
    "a vote in other words": (
        "The council sets the fees by means of a unanimous vote.",
        "The council sets the fees unanimously.",
    ),
    "a filler": ("The pilot therefore opens the lock at dawn.", "The pilot opens the lock at dawn."),
    "an address": (
        "The mill is at New Quay House, 69 Tide Road, Wick, W1 8TA.",
        "The mill is at Clock Yard, Suite 4, 141 Stone Road, Wick, W2 7UD.",
    ),
    "a condition in other words": (
        "In case the guest loses the key, the warden shall be told.",
        "If the guest loses the key, the warden shall be told.",
    ),
}


@pytest.mark.parametrize("case", SAME)
def test_typography_is_told_as_such(case):
    assert told(*SAME[case]) == {"typography-only": "neutral"}


@pytest.mark.parametrize("case", OTHER_WORDS)
def test_other_words_for_the_same_are_told_as_such(case):
    assert told(*OTHER_WORDS[case]) == {"clause-reworded": "neutral"}


MORE = {
    "an item of a list": ("The port keeps tugs and cranes.", "The port keeps tugs, barges and cranes."),
    "an item at the end": ("The rule covers ships.", "The rule covers ships or rafts."),
    "a pair before a noun": (
        "The rule covers charts of the coast.",
        "The rule covers printed or digital charts of the coast.",
    ),
    "an example": ("The port lends tools for repairs.", "The port lends tools, such as winches, for repairs."),
    "a longer list": (
        "The rule covers the ferry and the mill.",
        "The rule covers the lock, the weir, the bridge and the quay.",
    ),
    "a sentence": ("The pilot boards first.", "The pilot boards first. The cook inspects the galley."),
    "a norm within a sentence": (
        "The pilot boards first.",
        "The pilot boards first, and the cook shall inspect the galley before anybody eats there.",
    ),
    "everything instead of something": ("The pilot guides the ferry.", "The pilot guides any vessel."),
}
LESS = {
    "a qualifier": ("The port shares charts with the fleet.", "The port shares coastal charts with the fleet."),
    "a phrase that qualifies": ("The port shares charts.", "The port shares charts for peaceful navigation."),
    "a relative clause": ("The port pays pilots.", "The port pays pilots who hold a licence."),
    "a negation": ("Ships are bound by the notice.", "Ships are not bound by the notice."),
    "a sentence that excludes": (
        "The fee is due at dawn.",
        "The fee is due at dawn. This paragraph shall not apply to rowing boats.",
    ),
}


@pytest.mark.parametrize(("old", "new"), MORE.values(), ids=MORE.keys())
def test_what_covers_more_is_broadened_and_back_is_narrowed(old, new):
    assert told(old, new) == {"scope-broadened": "broadened"}
    assert told(new, old) == {"scope-narrowed": "narrowed"}


@pytest.mark.parametrize(("old", "new"), LESS.values(), ids=LESS.keys())
def test_what_covers_less_is_narrowed_and_back_is_broadened(old, new):
    assert told(old, new)["scope-narrowed"] == "narrowed"
    assert told(new, old)["scope-broadened"] == "broadened"


LIMITS = {
    "condition": (
        ("The towns shall share the ferry.", "If the river rises, the towns shall share the ferry."),
        ("The towns may close the lock.", "The towns may close the lock, provided that the mayor is told."),
        ("The council shall set the fees.", "The council, acting unanimously, shall set the fees."),
        ("The council shall set the fees.", "The council shall, after consulting the pilots, set the fees."),
        (
            "The council shall set the fees.",
            "The council shall set the fees. It shall act unanimously when it sets the fees.",
        ),
    ),
    "exception": (
        ("The port is open to ships.", "The port is open to ships, except naval ships."),
        ("The port is open to ships.", "The port is open to ships, with the exception of rafts."),
        (
            "No fee is asked, except as may be required by the warden.",
            "No fee is asked, except as may be required by the warden or by the lock keeper.",
        ),
    ),
    "hedge": (
        ("The towns shall train together.", "The towns shall, where appropriate, train together."),
        ("The towns will lend boats.", "The towns will lend boats within available resources."),
    ),
}
WEAKER = {"condition": "weakened", "exception": "narrowed", "hedge": "weakened"}
STRONGER = {"condition": "strengthened", "exception": "broadened", "hedge": "strengthened"}


@pytest.mark.parametrize(("kind", "old", "new"), [(kind, *texts) for kind, cases in LIMITS.items() for texts in cases])
def test_what_limits_a_clause_is_found_when_it_comes_and_when_it_goes(kind, old, new):
    came, went = told(old, new), told(new, old)
    assert came[f"{kind}-added"] == WEAKER[kind]
    assert went[f"{kind}-removed"] == STRONGER[kind]
    assert not {"scope-broadened", "scope-narrowed", "clause-reworded"} & (came.keys() | went.keys())


def test_a_condition_that_became_another_went_and_came():
    found = told("If it rains, the lock shall close.", "If a pilot asks, the lock shall close.")
    assert {"condition-added", "condition-removed"} <= found.keys()


def test_a_vote_that_became_another_went_and_came():
    found = told(
        "The council, acting unanimously, shall set the fees.",
        "The council, acting by a qualified majority, shall set the fees.",
    )
    assert found == {"condition-added": "weakened", "condition-removed": "strengthened"}


def test_a_new_sentence_brings_its_own_conditions():
    found = told("The pilot boards first.", "The pilot boards first. If it rains, the cook shall serve tea.")
    assert found == {"scope-broadened": "broadened"}


def test_one_more_case_is_no_condition():
    found = told("The rule applies when you book.", "The rule applies when you book or when you cancel.")
    assert found == {"scope-broadened": "broadened"}


FORCE = {
    ("will", "may"): "force-lowered",
    ("shall", "shall endeavour to"): "force-lowered",
    ("may", "shall"): "force-raised",
    ("will consider to", "will"): "force-raised",
}


@pytest.mark.parametrize("cues", FORCE)
def test_force_is_read_from_words(cues):
    old, new = (f"The towns {cue} publish the charts." for cue in cues)
    assert told(old, new) == {FORCE[cues]: "strengthened" if FORCE[cues] == "force-raised" else "weakened"}


def test_a_hedge_costs_force_and_says_so():
    found = told("The towns will conduct patrols.", "The towns will, where appropriate, conduct patrols.")
    assert found == {"force-lowered": "weakened", "hedge-added": "weakened"}


def test_polarity_is_read_from_words():
    found = told("The towns shall publish the charts.", "The towns shall not publish the charts.")
    assert found["polarity-flipped"] == "mixed"


NUMBERS = {
    "a deadline set": (
        "The towns shall draw up a plan.",
        "The towns shall draw up a plan by 1 May 2031.",
        "deadline-set",
        "strengthened",
    ),
    "a deadline later": (
        *("The towns shall draw up a plan by 1 May 2031.", "The towns shall draw up a plan by 1 May 2032."),
        *("deadline-postponed", "weakened"),
    ),
    "less time": (
        "The crew leaves within thirty days.",
        "The crew leaves within ten days.",
        "duration-changed",
        "strengthened",
    ),
    "a longer term": (
        "The licence is granted for two years.",
        "The licence is granted for five years.",
        "duration-changed",
        "strengthened",
    ),
    "more often": ("The towns meet every two years.", "The towns meet every year.", "frequency-raised", "strengthened"),
    "a higher cap": (
        "The fee shall not exceed EUR 200.",
        "The fee shall not exceed EUR 300.",
        "amount-changed",
        "weakened",
    ),
    "a higher floor": (
        "The port keeps at least two tugs.",
        "The port keeps at least four tugs.",
        "quantity-changed",
        "strengthened",
    ),
    "a share": (
        "The mill pays 20 per cent of the costs.",
        "The mill pays 30 per cent of the costs.",
        "quantity-changed",
        "neutral",
    ),
    "a cap in per cent": (
        "The mill pays up to 20% of the costs.",
        "The mill pays up to 30% of the costs.",
        "quantity-changed",
        "weakened",
    ),
    "at the start of a sentence": (
        "20 days’ notice ends the lease.",
        "30 days’ notice ends the lease.",
        "duration-changed",
        "neutral",
    ),
    "a number that becomes a floor": (
        "The mill pays EUR 200 a year.",
        "The mill pays at least EUR 200 a year.",
        "amount-changed",
        "strengthened",
    ),
    "a number that becomes a cap": (
        "The port admits ten ships.",
        "The port admits no more than ten ships.",
        "quantity-changed",
        "weakened",
    ),
}
BACK = {
    "deadline-set": "deadline-lifted",
    "deadline-postponed": "deadline-advanced",
    "frequency-raised": "frequency-lowered",
}
OPPOSITE = {"strengthened": "weakened", "weakened": "strengthened", "neutral": "neutral"}


@pytest.mark.parametrize(("old", "new", "rule", "direction"), NUMBERS.values(), ids=NUMBERS.keys())
def test_times_and_numbers_are_found_in_words(old, new, rule, direction):
    assert told(old, new) == {rule: direction}
    assert told(new, old) == {BACK.get(rule, rule): OPPOSITE[direction]}


OTHER_LANGUAGES = {
    "fr": ("La ville partage les cartes.", "La ville partage les cartes et les plans.", "scope-broadened"),
    "de": ("Die Stadt teilt die Karten.", "Die Stadt teilt die Karten und die Pläne.", "scope-broadened"),
    "es": ("La ciudad comparte los mapas.", "La ciudad comparte los mapas y los planos.", "scope-broadened"),
    "nl": ("De stad deelt de kaarten.", "De stad deelt de kaarten en de plannen.", "scope-broadened"),
    "ja": ("両市は地図を共有するものとする。", "両市は地図及び計画を共有するものとする。", "scope-broadened"),
}


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_lists_are_read_in_other_languages(language):
    old, new, rule = OTHER_LANGUAGES[language]
    assert rule in told(old, new, language)
    assert "scope-narrowed" in told(new, old, language)


def test_in_an_unknown_language_only_what_needs_no_words_is_told():
    assert told("Miasto udostępnia mapy.", "Miasto udostępnia mapy. Młyn płaci za wodę z rzeki.", "pl") == {
        "scope-broadened": "broadened"
    }
    assert told("Miasto udostępnia mapy portu.", "Miasto udostępnia dokładne mapy portu.", "pl") == {
        "clause-reworded": "neutral"
    }


@pytest.mark.parametrize(("old", "new"), [("a.", "1."), ("(i)", "(a)"), ("2.", "• b."), ("12.", "21.")])
def test_other_list_markers_are_typography(old, new):
    texts = [f"The master shall:\n{mark} take a pilot;\n{mark} light a lamp." for mark in (old, new)]
    assert told(*texts) == {"typography-only": "neutral"}


@pytest.mark.parametrize("words", ["BACK TO TOP", "Other rules ----------"])
def test_a_link_or_heading_behind_the_last_sentence_is_typography(words):
    assert told("The fee is due at dawn.", f"The fee is due at dawn. {words}") == {"typography-only": "neutral"}


@pytest.mark.parametrize("words", ["No fee is due.", "\nrafts"])
def test_a_short_sentence_or_an_item_on_a_line_of_its_own_is_none(words):
    assert "scope-broadened" in told("The rule covers all boats.", f"The rule covers all boats. {words}")


@pytest.mark.parametrize(
    ("old", "new"), [("The towns lend", "Each town lends"), ("Every city lends", "The cities lend")]
)
def test_each_one_is_all_of_them(old, new):
    assert told(f"{old} boats to the mill.", f"{new} boats to the mill.") == {"clause-reworded": "neutral"}
    assert "scope-broadened" in told("The town lends boats.", "Each partner lends boats.")


def test_an_exception_in_front_ends_before_the_main_clause():
    old = "Except on Sundays, the port shall lend tugs."
    assert told(old, "Except on Sundays, the port shall lend tugs and barges.") == {"scope-broadened": "broadened"}


def test_a_number_that_counts_nothing_is_no_quantity():
    assert told("See box 12, Wick.", "See box 14, Wick.") == {"clause-reworded": "neutral"}
