"""All change rules. A new one is its file and one line here; a test holds the lists against the folder, both ways."""

from __future__ import annotations

from types import ModuleType
from typing import Final

from clausetrack.rules.change import (
    actor_added,
    actor_removed,
    amount_changed,
    clause_added,
    clause_moved,
    clause_removed,
    clause_renumbered,
    clause_reworded,
    clause_split,
    clauses_merged,
    coding_changed,
    condition_added,
    condition_removed,
    deadline_advanced,
    deadline_lifted,
    deadline_postponed,
    deadline_set,
    definition_changed,
    domain_added,
    domain_removed,
    duration_changed,
    exception_added,
    exception_removed,
    force_lowered,
    force_raised,
    frequency_lowered,
    frequency_raised,
    heading_changed,
    hedge_added,
    hedge_removed,
    legal_status_changed,
    level_lowered,
    level_raised,
    meeting_held,
    participants_changed,
    party_joined,
    party_left,
    polarity_flipped,
    quantity_changed,
    reference_renumbered,
    reference_retargeted,
    scope_broadened,
    scope_narrowed,
    source_discrepancy,
    status_advanced,
    status_regressed,
    target_changed,
    term_renamed,
    track_changed,
    typography_only,
)

PLACE: Final[tuple[ModuleType, ...]] = (
    clause_added,
    clause_removed,
    clause_split,
    clauses_merged,
    clause_moved,
    clause_renumbered,
    heading_changed,
)
"""Rules that judge where a clause stands and what it is called; all there is to a clause that was only renumbered."""

PAIR: Final[tuple[ModuleType, ...]] = (
    *PLACE,
    force_raised,
    force_lowered,
    polarity_flipped,
    hedge_added,
    hedge_removed,
    condition_added,
    condition_removed,
    exception_added,
    exception_removed,
    scope_broadened,
    scope_narrowed,
    actor_added,
    actor_removed,
    domain_added,
    domain_removed,
    target_changed,
    deadline_set,
    deadline_lifted,
    deadline_advanced,
    deadline_postponed,
    frequency_raised,
    frequency_lowered,
    duration_changed,
    quantity_changed,
    amount_changed,
    level_raised,
    level_lowered,
    track_changed,
    participants_changed,
    meeting_held,
    status_advanced,
    status_regressed,
    definition_changed,
    reference_retargeted,
    reference_renumbered,
)
"""Rules that judge a pair of clauses, in the order in which a report names their changes."""

AGREEMENT: Final[tuple[ModuleType, ...]] = (
    party_joined,
    party_left,
    legal_status_changed,
    source_discrepancy,
    term_renamed,
)
"""Rules that judge the agreements as a whole."""

LAST: Final[tuple[ModuleType, ...]] = (clause_reworded, typography_only, coding_changed)
"""Rules that judge a pair last, by what the others have left unsaid."""

NOISE: Final = frozenset({reference_renumbered.ID, typography_only.ID})
"""Rules that find no substance in the field that they speak of."""

CHANGE: Final[dict[str, ModuleType]] = {module.ID: module for module in (*PAIR, *LAST, *AGREEMENT)}
