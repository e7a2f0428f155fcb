"""Words, shingles and signatures: what counts as the same, and what does not."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from clausetrack.corpus import kernel
from clausetrack.corpus.kernel import features, term_hashes


def digests(*texts):
    return features(texts).digests.tolist()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ships call at ports.", "SHIPS call, at ports"),
        ("the “old” quay – ours", "the 'old' quay -- ours"),
        ("l’accord", "l'accord"),
        ("Hafengebühren", "Hafengebu\u0308hren"),
        ("a\u00a0b c", "a b\u2003c"),
        ("har\u00adbour", "harbour"),
        ("港へ寄港する。", "港へ寄港する"),
        ("суда, порт", "суда порт"),
    ],
)
def test_the_same_words_are_one_text_however_they_are_set(one, other):
    assert len(set(digests(one, other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ships call at ports", "ships call at port"),
        ("ships call at ports", "call ships at ports"),
        ("a b", "ab"),
        ("a a", "a"),
        ("5", "50"),
        ("港へ寄港する", "港に寄港する"),
        ("é", "e"),
    ],
)
def test_other_words_are_another_text(one, other):
    assert len(set(digests(one, other))) == 2


def test_a_text_without_words_has_nothing():
    found = features(["", " — ", "…", "word"])
    assert found.digests[:3].tolist() == [0, 0, 0]
    assert np.diff(found.shingles.offsets).tolist() == [0, 0, 0, 1]
    assert not found.signatures[:3].any()


def test_no_texts_have_no_features():
    found = features([])
    assert len(found.digests) == 0
    assert found.signatures.shape == (0, kernel.BANDS)
    assert found.shingles.offsets.tolist() == [0]


def test_shingles_are_three_words_in_a_row_and_each_counts_once():
    sizes = np.diff(features(["a b c", "a b c d", "a b c a b c", "a b", "a"]).shingles.offsets)
    assert sizes.tolist() == [1, 2, 3, 1, 1]


def test_terms_are_counted():
    found = features(["fee fee fee quay"])
    counts = dict(zip(found.terms.values.tolist(), found.counts.tolist(), strict=True))
    assert counts[int(term_hashes("fee")[0])] == 3
    assert counts[int(term_hashes("QUAY")[0])] == 1


def test_a_word_said_a_thousand_times_counts_as_often_as_a_byte_can_say():
    assert features(["fee " * 1000]).counts.tolist() == [255]


def test_a_batch_and_its_parts_have_the_same_features(monkeypatch):
    texts = [f"clause {number} of the {'long ' * number}agreement" for number in range(50)]
    whole = features(texts)
    monkeypatch.setattr(kernel, "_CHUNK", 100)
    parts = features(texts)
    assert np.array_equal(whole.digests, parts.digests)
    assert np.array_equal(whole.signatures, parts.signatures)
    assert np.array_equal(whole.shingles.values, parts.shingles.values)
    assert np.array_equal(whole.shingles.offsets, parts.shingles.offsets)
    assert np.array_equal(whole.counts, parts.counts)


def test_hashes_are_the_same_in_every_process():
    code = "from clausetrack.corpus.kernel import features; print(features(['Ships call at ports.']).digests[0])"
    said = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(2)]
    assert said[0] == said[1]
    assert int(said[0]) == digests("Ships call at ports.")[0]


def test_signatures_agree_as_often_as_shingles_do():
    # 200 shingles each, of which one half of all is shared: a minimum is the same with the probability of a half.
    random_ = np.random.default_rng(1)
    agreed = []
    for _ in range(40):
        shared, one, other = (random_.integers(0, 2**32, size, np.uint32) for size in (200, 100, 100))
        values = [np.unique(np.concatenate((shared, own))) for own in (one, other)]
        offsets = np.array([0, len(values[0]), len(values[0]) + len(values[1])])
        found = kernel.signatures(kernel.Lists(offsets, np.concatenate(values)))
        agreed.append((found[0] == found[1]).mean())
    assert np.mean(agreed) == pytest.approx(0.5**kernel.ROWS, abs=0.02)
