"""JSON that people can read in a diff: one line for each row, finding, claim or article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from compare.report.visible import storable

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
"""One for all: `json.dumps` with these settings makes one anew for each value."""


def json_text(value: Any) -> Iterator[str]:  # noqa: ANN401  # JSON has any type
    """Pieces of the text of a JSON value; keys keep their order, lone surrogates are escaped.

    An iterator is written as a list, one part after the other, so that a large run need not stand in memory twice.
    """
    yield from _pieces(value, 0)
    yield "\n"


def _pieces(value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401
    if not isinstance(value, Iterator) and not _is_deep(value):
        yield plain(value)
        return
    opened, closed = "{}" if isinstance(value, dict) else "[]"
    yield opened
    parts = value.items() if isinstance(value, dict) else ((None, part) for part in value)
    for i, (key, part) in enumerate(parts):
        yield ("," if i else "") + "\n" + " " * (depth + 1)
        if key is not None:
            yield plain(key) + ": "
        yield from _pieces(part, depth + 1)
    yield "\n" + " " * depth + closed


def plain(value: Any) -> str:  # noqa: ANN401
    """The value on one line, as UTF-8 can hold it."""
    return storable(_ENCODER.encode(value))


def _is_deep(value: Any) -> bool:  # noqa: ANN401
    """True for the run, its stories and lists of values with parts; a row or a finding stays on one line."""
    if isinstance(value, dict):
        return "stories" in value or "rows" in value
    return isinstance(value, list) and any(isinstance(part, (dict, list)) for part in value)
