"""Taking elements out of a tree in linear time."""

from __future__ import annotations

from typing import Any, Final

_AWAY: Final = "taken-out"
"""The element, last in the root, that holds what was taken out of the text."""


def take_out(element: Any) -> None:
    """Take an element of lxml, with its tail, from where it stands, and put it last in the root, where nobody reads.

    Removing it takes time that grows with the square of what is in it: lxml then declares its namespaces anew, node by
    node. Moving it does not, since they stay declared. The root itself stays.
    """
    root = element.getroottree().getroot()
    if element is root:
        return
    if not len(root) or root[-1].tag != _AWAY:
        root.append(root.makeelement(_AWAY))
    root[-1].append(element)
