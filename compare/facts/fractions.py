"""Shares told as fractions: "half of", "a third of", "two-thirds", "one in five", "nine out of ten"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.facts.numerals import SCALES, SMALL, Numeral, clean
from compare.facts.units import Unit, unit_after, units_by_form
from compare.text.words import Word

_PARTS = "half third quarter fourth fifth sixth seventh eighth ninth tenth".split()
_UNDER = dict(zip(_PARTS, (2, 3, 4, 4, 5, 6, 7, 8, 9, 10), strict=True))
_OVER = "a an one two three four five six seven eight nine".split()
_FRACTION = re.compile(
    rf"(?:(?P<over>{'|'.join(_OVER)})(?P<joint>[ \u00a0-]))?(?P<under>{'|'.join(_PARTS)})(?P<many>s)?(?![\w-])",
    re.IGNORECASE,
)
_FIRST = frozenset(["one", "half", "quarter", "3rd", *(f"{n}th" for n in range(4, 11))])
_PLURALS = frozenset(f"{part}s" for part in _PARTS)
_OF = re.compile(r"\s+of\b(?:\s+an?\s+(?P<whole>[a-z]+))?", re.IGNORECASE)
_HALVED = re.compile(r"\s+(?:the|all|its|his|her|our|their|these|those)\b", re.IGNORECASE)
_SMALL = "|".join([*SMALL, r"\d{1,3}"])
_OUT_OF = re.compile(
    rf"(?P<n>{_SMALL})\s(?P<joint>in|out\sof)\s(?:every\s)?(?P<of>{_SMALL})(?![\w%-]|[.,:/]\d)", re.IGNORECASE
)
_NOT_BEFORE_HALF = frozenset(
    "first second third 1st 2nd 3rd other latter former final last opening early late in by back closing".split()
)
_STEP = 5.0
"""Nobody says "a third" to the percent: 32 and 35 percent are a third too."""

Fraction = tuple[int, Numeral, Unit | None]
"""The index of the first word, the value, and the unit: percent, or the one of "a quarter of a mile"."""


def read_fraction(text: str, words: Sequence[Word], at: int, end: int) -> Fraction | None:
    """The share that is told at word `at` as a fraction of something, in percent; "of a million" multiplies."""
    following = words[at + 1].folded if at + 1 < len(words) else ""
    if following in ("in", "out"):
        return _out_of(text, words, at, end)
    return _part(text, words, at, end) if words[at].folded in _FIRST or following in _PLURALS else None


def _part(text: str, words: Sequence[Word], at: int, end: int) -> Fraction | None:
    """ "Two-thirds", "a third of" (from its article on), "half the town"."""
    first = at - 1 if at and words[at - 1].folded in ("a", "an") else at
    match = _FRACTION.match(text, words[first].start, end)
    if not match:
        return None
    of = _OF.match(text, match.end(), end)
    before = words[first - 1].folded if first else ""
    if before == "and" and first > 1 and words[first - 2].folded[0].isdigit():
        return None  # two and half
    if not (_is_half(text, match, of, before, end) or _is_part(match, of)):
        return None
    value = (SMALL.get((match["over"] or "").lower()) or 1) / _UNDER[match["under"].lower()]
    if of and of["whole"]:
        return _of_one(text, of, first, value, end)
    return first, _share(value, match.end()), units_by_form()["percent"]


def _is_half(text: str, match: re.Match[str], of: re.Match[str] | None, before: str, end: int) -> bool:
    """True for "half of" and "half the", not for the second half of a game."""
    one = (match["over"] or "one").lower() == "one" and not match["many"]
    told = of or _HALVED.match(text, match.end(), end)
    return match["under"].lower() == "half" and one and before not in _NOT_BEFORE_HALF and told is not None


def _is_part(match: re.Match[str], of: re.Match[str] | None) -> bool:
    """True for "a third of", "three quarters of" and "two-thirds", not for two quarters."""
    over, under = (match["over"] or "").lower(), match["under"].lower()
    count = SMALL.get(over, 1)
    if not over or under == "half" or count >= _UNDER[under] or bool(match["many"]) != (count > 1):
        return False
    return of is not None or (under != "quarter" and match["joint"] == "-" and count > 1)


def _of_one(text: str, of: re.Match[str], first: int, value: float, end: int) -> Fraction | None:
    """ "A quarter of a million", "three quarters of an hour"."""
    scale = SCALES.get(of["whole"].lower())
    if scale:
        return first, Numeral(clean(value * scale), of.end(), clean(value * scale), True), None
    unit = unit_after(text, of.start("whole"), end)
    if unit and unit[0].dimension in ("duration", "length"):
        return first, Numeral(clean(value), unit[1], clean(value), True), unit[0]
    return None


def _out_of(text: str, words: Sequence[Word], at: int, end: int) -> Fraction | None:
    match = _OUT_OF.match(text, words[at].start, end)
    if not match or unit_after(text, match.end(), end):
        return None
    part, whole = (float(SMALL.get(match[name].lower()) or match[name]) for name in ("n", "of"))
    if not 0 < part < whole or (match["joint"].lower() == "in" and part != 1 and whole != 10):
        return None
    return at, _share(part / whole, match.end()), units_by_form()["percent"]


def _share(value: float, end: int) -> Numeral:
    return Numeral(round(100 * value, 2), end, _STEP, True)
