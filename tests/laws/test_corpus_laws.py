"""Laws of a corpus: digests, links and trees, whatever the texts."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from clausetrack.corpus.kernel import features, plain_words
from clausetrack.corpus.links import jaccard, link
from clausetrack.corpus.resemblance import tree

WORDS = st.sampled_from(["fee", "quay", "ship", "light", "tug", "pilot", "crane", "lock"])
TEXTS = st.lists(st.lists(WORDS, max_size=14).map(" ".join), max_size=24)
ANY = st.lists(st.text(max_size=60), max_size=12)


@given(ANY)
def test_any_text_has_features_and_what_stands_beside_it_does_not_matter(texts):
    together = features(texts)
    for row, text in enumerate(texts):
        alone = features([text])
        assert alone.digests[0] == together.digests[row]
        assert (alone.signatures[0] == together.signatures[row]).all()


@given(ANY)
def test_texts_have_one_digest_where_they_have_the_same_bytes_in_lower_case(texts):
    digests = features(texts).digests.tolist()
    for one, first in zip(texts, digests, strict=True):
        for other, second in zip(texts, digests, strict=True):
            if plain_words(one) == plain_words(other):
                assert first == second


@given(TEXTS)
def test_families_are_the_same_whatever_the_order(texts):
    def groups(order):
        found = features([texts[place] for place in order])
        families = link(found.signatures, found.shingles).families
        parts = {}
        for place, family in zip(order, families.tolist(), strict=True):
            parts.setdefault(family, set()).add(place)
        return {frozenset(part) for part in parts.values()}

    forward = list(range(len(texts)))
    assert groups(forward) == groups(forward[::-1])


@given(TEXTS)
def test_jaccard_is_symmetric_and_one_with_itself(texts):
    found = features(texts)
    one, other = np.triu_indices(len(texts))
    there = jaccard(found.shingles, one, other)
    assert (there == jaccard(found.shingles, other, one)).all()
    assert ((there >= 0) & (there <= 1)).all()
    full = np.diff(found.shingles.offsets) > 0
    assert (there[(one == other) & full[one]] == 1).all()


@given(st.integers(0, 9), st.data())
def test_a_tree_has_every_leaf_once_and_meets_less_and_less_alike(number, data):
    pairs = [(one, other) for one in range(number) for other in range(one + 1, number)]
    values = [data.draw(st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])) for _ in pairs]
    left, right = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    order, merges = tree(number, left, right, np.array(values))
    assert sorted(order) == list(range(number))
    assert len(merges) == max(number - 1, 0)
    assert [at for _, _, at in merges] == sorted((at for _, _, at in merges), reverse=True)
    # Every number but the last step's is joined once, and each step at the average over the leaves of its two parts.
    leaves = [[leaf] for leaf in range(number)]
    alike = dict(zip(pairs, values, strict=True))
    for one, other, at in merges:
        between = [alike[min(a, b), max(a, b)] for a in leaves[one] for b in leaves[other]]
        assert abs(sum(between) / len(between) - at) < 1e-9
        leaves.append(leaves[one] + leaves[other])
    assert sorted(number for one, other, _ in merges for number in (one, other)) == list(range(2 * len(merges)))
