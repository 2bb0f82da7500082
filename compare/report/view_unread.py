"""Files that could not be read, as people are told of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from compare.model import Unread

FEW = 5
"""Lines of one file with one reason that are named one by one."""


def unread_places(files: Iterable[Unread]) -> tuple[tuple[str, str], ...]:
    """(where, why) of each; many lines of one file that share a reason are counted: "dump.jsonl:1 and 45 more"."""
    told = []
    for (path, reason), of_one in groupby(files, key=lambda file: (file.path, file.reason)):
        places = [f"{path}:{one.line}" if one.line else path for one in of_one]
        if len(places) > FEW:
            places = [f"{places[0]} and {len(places) - 1:,} more"]
        told += [(place, reason) for place in places]
    return tuple(told)
