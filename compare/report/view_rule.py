"""The sentence that says what differs, cut so that each quotation in it is set apart and has its sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.report.view_forms import FormView
from compare.report.view_sources import SourceView

_QUOTED = re.compile("“([^“”]*)”")
_EDGES = " .,;:"


@dataclass(frozen=True, slots=True)
class RulePart:
    """Words of the sentence; a quotation stands without its marks, with the sources that have that reading."""

    text: str
    quoted: bool = False
    sources: tuple[SourceView, ...] = ()


def rule_parts(rule: str, readings: Sequence[FormView]) -> tuple[RulePart, ...]:
    """The sentence in parts; a quotation that is none of the readings has no sources, a second one neither."""
    left = {_key(reading.text): reading.sources for reading in readings}
    parts: list[RulePart] = []
    at = 0
    for found in _QUOTED.finditer(rule):
        parts += [RulePart(rule[at : found.start()]), RulePart(found[1], True, left.pop(_key(found[1]), ()))]
        at = found.end()
    return tuple(part for part in (*parts, RulePart(rule[at:])) if part.text)


def tells_all(parts: Sequence[RulePart], readings: Sequence[FormView]) -> bool:
    """True where the sentence quotes every reading, so that it heads the difference and nothing is said twice."""
    told = {_key(part.text) for part in parts if part.sources}
    return bool(readings) and told >= {_key(reading.text) for reading in readings}


def _key(text: str) -> str:
    return text.strip(_EDGES).casefold()
