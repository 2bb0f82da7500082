"""Files that could not be read, as people are told of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from compare.model import Unread


def unread_places(files: Iterable[Unread]) -> tuple[tuple[str, str], ...]:
    """(where, why) of each; lines of one file that share a reason are counted: "dump.jsonl:1 and 45 more"."""
    told = []
    for (path, reason), of_one in groupby(files, key=lambda file: (file.path, file.reason)):
        first, *more = of_one
        where = f"{path}:{first.line}" if first.line else path
        told.append((f"{where} and {len(more):,} more" if more else where, reason))
    return tuple(told)
