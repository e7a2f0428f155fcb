"""Links within buckets: what is found, and what a bucket of thousands costs."""

from __future__ import annotations

import time

import numpy as np
import pytest
from agreements_many import edited, seeded, sentence

from clausetrack.corpus import links
from clausetrack.corpus.kernel import features
from clausetrack.corpus.links import Forest, candidates, families, jaccard, link


def linked(texts, least=0.5):
    found = features(texts)
    return link(found.signatures, found.shingles, least)


def exact(texts):
    found = features(texts)
    number = len(texts)
    one, other = np.triu_indices(number, 1)
    return one, other, jaccard(found.shingles, one, other)


def test_jaccard_is_the_share_of_common_shingles(monkeypatch):
    found = features(["a b c d e", "a b c d f", "a b c d e", "x y z", ""])
    one, other = np.array([0, 0, 0, 4, 4]), np.array([1, 2, 3, 4, 0])
    assert jaccard(found.shingles, one, other).tolist() == [0.5, 1.0, 0.0, 0.0, 0.0]
    monkeypatch.setattr(links, "_CHUNK", 1)
    assert jaccard(found.shingles, one, other).tolist() == [0.5, 1.0, 0.0, 0.0, 0.0]


def test_edited_clauses_are_one_family_and_others_are_not():
    random_ = seeded(3)
    models = [sentence(random_, 40) for _ in range(10)]
    texts = [edited(random_, model, 2) for model in models for _ in range(5)]
    found = linked(texts).families
    groups = [set(found[start : start + 5].tolist()) for start in range(0, 50, 5)]
    assert all(len(group) == 1 for group in groups)
    assert len(set().union(*groups)) == 10


def test_a_family_is_named_by_its_lowest_text_and_all_that_are_alike_are_in_it():
    random_ = seeded(4)
    texts = [edited(random_, sentence(seeded(number // 6), 20), number % 6) for number in range(120)]
    found = linked(texts).families
    one, other, alike = exact(texts)
    assert (found <= np.arange(len(texts))).all()
    assert (found[found] == found).all()
    strong = alike >= 0.7
    assert (found[one[strong]] == found[other[strong]]).all()


def test_nobody_is_in_a_family_who_is_like_nobody_in_it():
    random_ = seeded(5)
    texts = [edited(random_, sentence(seeded(number // 4), 16), number % 4) for number in range(80)]
    found = linked(texts).families
    one, other, alike = exact(texts)
    for text in range(len(texts)):
        mine = found == found[text]
        if mine.sum() > 1:
            mate = ((one == text) & mine[other]) | ((other == text) & mine[one])
            assert alike[mate].max() >= 0.5


def test_a_higher_bar_only_parts():
    random_ = seeded(6)
    texts = [edited(random_, sentence(seeded(number // 8), 24), number % 8) for number in range(160)]
    low, high = (linked(texts, least).families for least in (0.5, 0.8))
    for family in np.unique(high):
        assert len(np.unique(low[high == family])) == 1


def test_boilerplate_ten_thousand_times_is_told_and_does_not_blow_up():
    random_ = seeded(7)
    model = sentence(random_, 60)
    texts = [f"{model} {number}" for number in range(10_000)]
    found = features(texts)
    start = time.process_time()
    made = link(found.signatures, found.shingles)
    took = time.process_time() - start
    assert len(np.unique(made.families)) == 1
    assert made.capped >= 32 * 0.5
    assert made.largest > 5_000
    # All fifty million pairs would take some minutes.
    assert took < 5


def test_candidates_are_neighbours_in_one_bucket_and_never_more_than_the_window():
    keys, texts = np.array([5, 5, 7, 5, 9]), np.array([3, 1, 0, 2, 4])
    assert sorted(zip(*map(np.ndarray.tolist, candidates(keys, texts)), strict=True)) == [(1, 2), (1, 3), (2, 3)]
    large = np.zeros(1_000, np.int64)
    one, other = candidates(large, np.arange(1_000))
    assert (other - one).max() == links.WINDOW
    assert len(one) < links.WINDOW * 1_000


@pytest.mark.parametrize("keys", [[], [1], [1, 2, 3]])
def test_no_bucket_of_two_no_candidates(keys):
    one, other = candidates(np.array(keys, np.int64), np.arange(len(keys)))
    assert len(one) == len(other) == 0


def test_sets_are_joined_whatever_the_order():
    pairs = [(9, 3), (3, 1), (8, 7), (5, 6), (6, 9), (2, 2)]
    for order in (pairs, pairs[::-1], [(b, a) for a, b in pairs]):
        one, other = map(np.array, zip(*order, strict=True))
        assert families(10, one, other).tolist() == [0, 1, 2, 1, 4, 1, 1, 7, 7, 1]


def test_a_long_chain_is_one_set():
    forest = Forest(5_000)
    forest.join(np.arange(1, 5_000)[::-1], np.arange(4_999)[::-1])
    forest.flatten()
    assert not forest.parents.any()
    assert not forest.apart(np.array([0]), np.array([4_999]))[0]
