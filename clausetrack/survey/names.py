"""Short names for agreements that stand side by side: what of their titles and ids tells them apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from pathlib import PurePath
from typing import Final

from clausetrack.model.clauseset import ClauseSet

_LONGEST: Final = 32
"""Characters of a name: about what stands in the head of a column on two lines."""

_LONGEST_CODE: Final = 4
"""Letters of a code: a country's two or three, or nearly."""

_EDGE: Final = re.compile(r"^[\s\-–—:,.·/]+|[\s\-–—:,.·/]+$")
_DIGEST: Final = re.compile(r"[0-9a-f]{12}")
"""What a draft calls a revision that has no date: the beginning of the file's digest."""

_WORD: Final = re.compile(r"\w+|\W")


def names(sets: Sequence[ClauseSet]) -> list[str]:
    """Give a name for each set, no two the same: what of its title is its own, else the id; the revision, the file."""
    titles = {found.agreement.id: " ".join(found.agreement.title.split()) for found in sets}
    own = dict(zip(titles, _own(list(titles.values())), strict=True))
    count = Counter(found.agreement.id for found in sets)
    revised = [at for at, found in enumerate(sets) if count[found.agreement.id] > 1]
    revision = dict(zip(revised, _revisions([sets[at] for at in revised]), strict=True))
    given = []
    for at, found in enumerate(sets):
        agreement = found.agreement.id
        name = (own[agreement] or _brief(found)) if len(titles) > 1 else ""
        label = revision.get(at) or ("" if name else found.revision.id)
        if label and name == _file(found) and _path(found).name.endswith(label):
            name, label = "", _path(found).name  # it has both
        given.append(" ".join(filter(None, (name, label))))
    return _told_apart(given, [_file(found) for found in sets])


def _revisions(sets: Sequence[ClauseSet]) -> Sequence[str]:
    """Name revisions, all by one rule: by their own names, or by their files where those do not tell them apart.

    A draft of a document has the date that it found in it, or, where it found none, a digest. Of files, the words that
    all begin with are left out.
    """
    named = [(found.agreement.id, found.revision.id) for found in sets]
    if len(set(named)) < len(named) or any(_DIGEST.fullmatch(revision) for _, revision in named):
        for files in ([_file(found) for found in sets], [_path(found).name for found in sets]):
            if all(files) and len(set(files)) == len(files):
                return _without_head(files)
    return [revision for _, revision in named]


def _without_head(files: Sequence[str]) -> Sequence[str]:
    """Cut the words that the names of files begin with, up to a number; none where that leaves nothing of one."""
    words = [_WORD.findall(file) for file in files]
    head = sum(1 for _ in takewhile(lambda word: not any(map(str.isdigit, word)), words[0][: _shared(words)]))
    cut = [_EDGE.sub("", "".join(entry[head:])) for entry in words]
    return cut if all(cut) and len(set(cut)) == len(cut) else files


def subject(sets: Sequence[ClauseSet]) -> str:
    """Give the words that all titles begin or end with, whichever are more; "" where that is one word or none."""
    titles = list(dict.fromkeys(found.agreement.title for found in sets))
    words = [_WORD.findall(" ".join(title.split())) for title in titles]
    if len(words) == 1:
        return "".join(words[0])
    head, tail = (_shared(words), _shared([entry[::-1] for entry in words])) if words else (0, 0)
    shared = words[0][:head] if head >= tail else words[0][len(words[0]) - tail :]
    name = _EDGE.sub("", "".join(shared))
    return name if " " in name else ""


def codes(sets: Sequence[ClauseSet]) -> list[str]:
    """Give a code of few letters for each set, no two the same: what of its id is its own, else letters in order."""
    parts = [found.agreement.id.split("-") for found in sets]
    shared = Counter(part for entry in parts for part in set(entry))
    own = ["-".join(part for part in entry if shared[part] < len(sets)).upper() for entry in parts]
    if len(set(own)) == len(own) and all(0 < len(code) <= _LONGEST_CODE for code in own):
        return own
    return [_letters(number) for number in range(len(sets))]


def _letters(number: int) -> str:
    """Give a number in letters, as spreadsheets number columns: A, B, …, Z, AA, AB."""
    found = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _own(titles: Sequence[str]) -> list[str]:
    """Give what is left of each title without the words that all begin and end with; "" where that is too long."""
    words = [_WORD.findall(title) for title in titles]
    head = _shared(words)
    tail = _shared([entry[head:][::-1] for entry in words])
    cut = [_EDGE.sub("", "".join(entry[head : len(entry) - tail])) for entry in words]
    own = cut if all(cut) and len(set(cut)) == len(cut) else titles
    return [name if len(name) <= _LONGEST else "" for name in own]


def _shared(lists: Sequence[Sequence[str]]) -> int:
    """Count the words that all lists begin with."""
    return next(
        (at for at, column in enumerate(zip(*lists, strict=False)) if len(set(column)) > 1), min(map(len, lists))
    )


def _brief(found: ClauseSet) -> str:
    """Give the id of an agreement; the name of its file where that id was made of a long title."""
    agreement = found.agreement.id
    return agreement if len(agreement) <= _LONGEST else _file(found) or agreement


def _file(found: ClauseSet) -> str:
    return _path(found).stem


def _path(found: ClauseSet) -> PurePath:
    """Give the file of a set; an empty path where it has none."""
    file = found.locator.locate(()).file if found.locator is not None else ""
    return PurePath("" if file.startswith("<") else file.rpartition(":")[2])


def _told_apart(given: Sequence[str], files: Sequence[str]) -> list[str]:
    """Add the file to names that stand twice where that tells them apart, and a number to those that still do."""
    pairs = list(zip(given, files, strict=True))
    distinct = Counter(name for name, _ in set(pairs))
    helps = {name for name, number in distinct.items() if number > 1}
    longer = [f"{name} {file}".strip() if name in helps else name for name, file in pairs]
    total, seen = Counter(longer), Counter[str]()
    told = []
    for name in longer:
        seen[name] += 1
        told.append(f"{name} ({seen[name]})" if total[name] > 1 else name)
    return told
