"""A corpus: CPU time and memory of whole processes at growing sizes, recall against exact all-pairs, a peer.

    python -m benchmarks.corpus [CLAUSES …]

The texts are those of the reference data (`gold/*.jsonl.gz`, in the folder that CLAUSETRACK_DATA names, or in
../shared/data beside the checkout), repeated with edits up to the sizes that are asked for (default: 30,000 and
300,000). The oracle is the product of the matrix of shingles with itself; the peer is datasketch, on the same texts.
"""

from __future__ import annotations

import gzip
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.process import program
from clausetrack.corpus import links
from clausetrack.corpus.kernel import Array, Features, features, taken

REPOSITORY = Path(__file__).resolve().parent.parent
SIZES = (30_000, 300_000)
BOUNDS = {30_000: "at most 4 s, 400 MiB", 300_000: "at most 25 s", 1_000_000: "at most 90 s, 1,600 MiB"}
ASKED = (
    "The Parties shall settle any dispute between them concerning the interpretation of this Agreement by negotiation "
    "or before a tribunal of three members."
)
_CLAUSETRACK = program("clausetrack")


class Run(NamedTuple):
    """What a process took: CPU seconds, its children included, and the peak of its memory in MiB."""

    cpu: float
    memory: float


def data_folder() -> Path:
    return Path(os.environ.get("CLAUSETRACK_DATA", REPOSITORY.parent / "shared" / "data"))


def agreements(folder: Path) -> list[list[str]]:
    found = []
    for path in sorted((folder / "gold").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            found += [[clause["text"] for clause in record[side]] for record in map(json.loads, lines) for side in "ab"]
    return found


def repeated(models: list[list[str]], clauses: int) -> Iterator[dict[str, Any]]:
    """Yield agreements until there are so many clauses: each round repeats all, half of the clauses edited.

    One in twenty is left out, one in fifty is from another agreement.
    """
    random_ = random.Random(7)  # noqa: S311 - reproducible, not secret
    everything = [text for texts in models for text in texts]
    words = [word for text in everything[:200] for word in text.split()[:20]]
    left, number = clauses, 0
    while left > 0:
        texts = models[number % len(models)]
        if number >= len(models):
            texts = [_varied(text, everything, words, random_) for text in texts if random_.random() > 0.05]  # noqa: PLR2004 - see above
        texts = texts[:left]
        left -= len(texts)
        yield {"id": f"a{number}", "title": f"Agreement {number}", "clauses": texts}
        number += 1


def _varied(text: str, everything: list[str], words: list[str], random_: random.Random) -> str:
    drawn = random_.random()
    if drawn < 0.02:  # noqa: PLR2004 - see above
        text = random_.choice(everything)
    if drawn < 0.5:  # noqa: PLR2004 - see above
        return text
    found = text.split()
    for _ in range(1 + len(found) // 25 if found else 0):
        found[random_.randrange(len(found))] = random_.choice(words)
    return " ".join(found)


def run(*command: str) -> Run:
    process = subprocess.Popen([_CLAUSETRACK, "corpus", *command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def processes(models: list[list[str]], sizes: list[int]) -> None:
    """Measure all commands at all sizes."""
    print("whole processes: CPU seconds and MiB")
    spent: dict[int, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            source, index = f"{folder}/many.jsonl", f"{folder}/index"
            with open(source, "w", encoding="utf-8") as stream:  # noqa: PTH123 - a string path
                stream.writelines(json.dumps(line) + "\n" for line in repeated(models, size))
            made = {"build": run("build", source, "--index", index)}
            made["families"] = run("families", "--index", index, "--limit", "20")
            made["matrix"] = run("matrix", "--index", index, "--format", f"csv={folder}/matrix.csv")
            made["similar"] = run("similar", ASKED, "--index", index)
            made["search"] = run("search", "arbitration", "tribunal", "--index", index)
        spent[size] = made["families"].cpu + made["matrix"].cpu
        print(f"  {size:,} clauses")
        for name, took in made.items():
            bound = {"matrix": f"families and matrix {BOUNDS.get(size, '')}", "similar": "at most 0.5 s"}.get(name, "")
            print(f"    {name:10} {took.cpu:8.2f} s {took.memory:7.0f} MiB   {bound}".rstrip())
        print(f"    families and matrix together {spent[size]:.2f} s", flush=True)
    for small, large in pairwise(sizes):
        exponent = math.log(spent[large] / spent[small]) / math.log(large / small)
        print(f"  growth from {small:,} to {large:,}: exponent {exponent:.2f} (at most 1.15)")


def distinct(models: list[list[str]]) -> tuple[list[str], Features]:
    """Give all distinct texts with their features; texts without words are left out."""
    texts = [text for model in models for text in model]
    found = features(texts)
    _, rows = np.unique(found.digests, return_index=True)
    rows = np.sort(rows[found.digests[rows] != 0])
    return [texts[row] for row in rows.tolist()], Features(
        found.digests[rows], found.signatures[rows], taken(found.shingles, rows), found.terms, found.counts
    )


def oracle(found: Features) -> tuple[Array, Array, Array]:
    """Give all pairs that share a shingle, with their exact likeness (Jaccard)."""
    from scipy import sparse  # noqa: PLC0415 - a development dependency, after what needs none

    _, columns = np.unique(found.shingles.values, return_inverse=True)
    ones = np.ones(len(columns), np.int32)
    shape = len(found.digests), int(columns.max()) + 1
    texts = sparse.csr_matrix((ones, columns, found.shingles.offsets), shape=shape)
    product = sparse.triu(texts @ texts.T, 1).tocoo()
    sizes = np.diff(found.shingles.offsets)
    return product.row, product.col, product.data / (sizes[product.row] + sizes[product.col] - product.data)


def recall(texts: list[str], found: Features) -> None:
    """Hold families and candidates against the oracle, and datasketch beside them on the same texts."""
    start = time.process_time()
    made = links.link(found.signatures, found.shingles)
    ours = time.process_time() - start
    start = time.process_time()
    one, other, alike = oracle(found)
    exact = time.process_time() - start
    print(f"\nrecall on {len(texts):,} distinct clauses against exact all-pairs ({exact:.1f} s)")
    together = made.families[one] == made.families[other]
    paired = _among(len(texts), *_candidates(found), one, other)
    for least, bound in ((0.5, 0.97), (0.6, 0.97), (0.7, 0.995), (0.8, 0.995)):
        there = alike >= least
        share = f"in one family {together[there].mean():.4f}, as a pair {paired[there].mean():.4f}"
        print(f"  Jaccard >= {least}: {there.sum():6,} pairs: {share} (at least {bound})")
    for low, high in ((0.3, 0.4), (0.4, 0.5)):
        there = (alike >= low) & (alike < high)
        print(f"  Jaccard {low} to {high}: {there.sum():6,} pairs: as a pair {paired[there].mean():.4f}")
    sizes = np.bincount(made.families)
    pairs = int((sizes * (sizes - 1) // 2).sum())
    direct = int((together & (alike >= links.LEAST)).sum())
    share = f"{direct / pairs:.3f} are linked themselves, the others through a third"
    print(f"  of {pairs:,} pairs within families {share}")
    datasketch(texts, found, (one, other, alike), ours)


def _candidates(found: Features) -> tuple[Array, Array]:
    full = np.flatnonzero(np.diff(found.shingles.offsets))
    pairs = [links.candidates(band[full], full) for band in found.signatures.T]
    return np.concatenate([one for one, _ in pairs]), np.concatenate([other for _, other in pairs])


def _among(number: int, left: Array, right: Array, one: Array, other: Array) -> Array:
    """Say of each pair whether it is among others."""
    known = np.unique(np.minimum(left, right) * number + np.maximum(left, right))
    return np.isin(one.astype(np.int64) * number + other, known)


def datasketch(texts: list[str], found: Features, exact: tuple[Array, Array, Array], linked: float) -> None:
    """Do the same with datasketch: signatures of as many permutations, as many bands, candidates checked the same."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - a development dependency

    start = time.process_time()
    features(texts)
    ours = time.process_time() - start + linked
    start = time.process_time()
    index = MinHashLSH(num_perm=128, params=(32, 4))
    left, right = [], []
    for number, text in enumerate(texts):
        words = text.lower().split()
        signature = MinHash(num_perm=128)
        signature.update_batch({" ".join(words[at : at + 3]).encode() for at in range(max(1, len(words) - 2))})
        near = index.query(signature)
        left += near
        right += [number] * len(near)
        index.insert(number, signature)
    alike = links.jaccard(found.shingles, np.array(left), np.array(right))
    kept = alike >= links.LEAST
    links.families(len(texts), np.array(left)[kept], np.array(right)[kept])
    theirs = time.process_time() - start
    one, other, likeness = exact
    hit = _among(len(texts), np.array(left), np.array(right), one, other)[likeness >= links.LEAST].mean()
    times = f"clausetrack {ours:.1f} s, datasketch {theirs:.1f} s ({theirs / ours:.0f} times)"
    print(f"  the same work: {times}; its recall {hit:.4f}")


def main() -> None:
    models = agreements(data_folder())
    if not models:
        print(f"no agreements in {data_folder()}: nothing is measured")
        return
    # The peak of a process counts what it was forked from, so what needs memory here comes afterwards.
    processes(models, [int(size) for size in sys.argv[1:]] or list(SIZES))
    recall(*distinct(models))


if __name__ == "__main__":
    main()
