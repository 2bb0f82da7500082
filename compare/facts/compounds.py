"""Measures in two units or with a fraction behind: "two hours and 10 minutes", "a year and a half"."""

from __future__ import annotations

import re

from compare.facts.numerals import Numeral, read_digits, read_words
from compare.facts.units import Unit, unit_after

_DIMENSIONS = frozenset({"duration", "length", "mass"})
_JOINT = re.compile(r",?\s(?:and\s)?(?=[\da-zA-Z])")
_PART = re.compile(r"\sand\sa\s(half|quarter)\b(?!\sof\b)", re.IGNORECASE)


def with_smaller(text: str, end: int, figure: Numeral, unit: Unit, reached: int) -> tuple[Numeral, int]:
    """The figure with what the text adds to it in smaller units behind `reached`, and where that ends."""
    if unit.dimension not in _DIMENSIONS:
        return figure, reached
    part = _PART.match(text, reached, end)
    if part:
        added = 0.5 if part[1].lower() == "half" else 0.25
        return Numeral(figure.value + added, part.end(), added, figure.in_words), part.end()
    last = unit
    while joint := _JOINT.match(text, reached, end):
        at = joint.end()
        more = (read_digits if text[at].isdigit() else read_words)(text, at, end)
        smaller = unit_after(text, more.end, end) if more else None
        if not more or not smaller or smaller[0].dimension != unit.dimension or smaller[0].factor >= last.factor:
            break
        last, reached = smaller
        share = last.factor / unit.factor
        figure = Numeral(figure.value + more.value * share, reached, more.step * share, figure.in_words)
    return figure, reached
