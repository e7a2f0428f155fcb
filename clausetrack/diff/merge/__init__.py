"""Three-way merge of clause files: by clause and field, order by order, word by word.

What neither side touched, and what one side alone touched, stands in the result as it stands on that side, comments and
line breaks included. Laws: merging a file with what it was made of gives the file, byte for byte; merging twice the
same gives it; the sides can be exchanged; nothing that a side wrote is lost unless the other side removed it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from clausetrack.clauseset.canonical import canonical
from clausetrack.clauseset.conflicts import find_conflicts, is_marked
from clausetrack.clauseset.layout import Layout
from clausetrack.clauseset.load import key_order
from clausetrack.clauseset.syntax import Tree, parse, without_collector
from clausetrack.diff.merge.check import is_whole
from clausetrack.diff.merge.divisions import Divisions, divided
from clausetrack.diff.merge.entries import Favour, Merger
from clausetrack.diff.merge.lines import Outcome
from clausetrack.diff.merge.references import bereft
from clausetrack.errors import InputError, InvalidFileError, SchemaFault
from clausetrack.model.merge import SIDES, Merged

_LINE_END: Final = re.compile(r"\r\n?|\n")


def merge(
    base: str,
    ours: str,
    theirs: str,
    *,
    names: Sequence[str] = SIDES,
    into: str = "<merged>",
    favour: Favour = None,
) -> Merged:
    """Merge two clause files that were made of one. The result has the form of ``ours``.

    An empty base stands for a file that both sides have added. ``names`` are those that messages give the files,
    ``into`` the one that conflicts give the result; ``favour`` decides every conflict for a side.

    InvalidFileError where one of them is not YAML or no mapping, InputError where one has conflicts of an earlier
    merge.
    """
    if theirs in {ours, base} or base == ours:
        named = zip((base, ours, theirs), names, strict=True)
        for text, name in {text: name for text, name in named if text.strip()}.items():
            _read(text, name)  # what is wrong with it is said also where there is nothing to merge
        return Merged(theirs if base == ours else ours)
    base = base if base.strip() else "{}"  # both sides have added the file
    newline = _newline(ours if _newline(ours) != _newline(base) else theirs)
    with without_collector():
        trees = [_read(text, name) for text, name in zip((base, ours, theirs), names, strict=True)]
        text, conflicts = _merged(trees, favour)
    mark = "\ufeff" if trees[1].marked else ""
    found = tuple(find_conflicts(parse(text, into))) if conflicts else ()
    return Merged(mark + (text if newline == "\n" else text.replace("\n", newline)), found)


def _merged(trees: list[Tree], favour: Favour) -> tuple[str, int]:
    merger, outcome = _composed(divided(trees), favour)
    base, *sides = (tree.data for tree in trees)
    if not (is_whole(base, sides, outcome.value) or (favour and is_whole(base, (), outcome.value))):
        # What was taken for renamed, split or joined was something else: by their ids, no clause is lost.
        merger, outcome = _composed(Divisions(trees), favour)
    if outcome.text is None:
        return outcome.lead + (canonical(outcome.value, key_order()) or "{}\n"), merger.conflicts
    return outcome.text, merger.conflicts


def _composed(divisions: Divisions, favour: Favour) -> tuple[Merger, Outcome]:
    base, ours, theirs = (Layout(tree).root for tree in divisions.trees)
    merger = Merger(divisions.aliases, favour, divisions.doubtful)
    outcome = merger.file((base, ours, theirs))
    if kept := bereft(base.value, (ours.value, theirs.value), outcome.value):
        merger = Merger(divisions.aliases, favour, kept | divisions.doubtful)
        outcome = merger.file((base, ours, theirs))
    return merger, outcome


def _read(text: str, name: str) -> Tree:
    tree = parse(_with_line_feeds(text), name)
    if not isinstance(tree.data, dict):
        place = tree.position(0)
        fault = SchemaFault("a clause set is a mapping of keys", file=name, line=place.line, column=1)
        raise InvalidFileError([fault])
    if is_marked(text) and (found := find_conflicts(tree)):
        place = found[0].position or tree.position(0)
        raise InputError(
            "this has a conflict of an earlier merge",
            file=name,
            line=place.line,
            column=place.column,
            hint="resolve it first: clausetrack resolve",
        )
    return tree


def _with_line_feeds(text: str) -> str:
    found = _LINE_END.sub("\n", text) if "\r" in text else text
    return found if found.endswith("\n") else f"{found}\n"


def _newline(text: str) -> str:
    found = _LINE_END.search(text)
    return found.group() if found else "\n"
