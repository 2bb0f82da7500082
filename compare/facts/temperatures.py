"""Degrees with a letter alone, "46C" and "41 C (106 F)", and those below zero."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.facts.units import Unit, units_by_form
from compare.text.words import Word

_LETTER = re.compile(r"\s?([CF])(?![\w'’&-]|\.\w)")
_MINUS = re.compile(r"(?:\bminus\s|(?:^|(?<=[\s(]))[-−–])$", re.IGNORECASE)
_FIRST = re.compile(r"(?:\bminus\s|(?<=\s)[-−–])(\d{1,3}(?:\.\d)?)\s(?:to|and)\s$", re.IGNORECASE)
_BELOW = re.compile(r"\s(?:below\s(?:zero|freezing)|under\szero)\b", re.IGNORECASE)
_WEATHER = frozenset(
    "temperatur degre heat heatwav hot hotter hottest cold colder coldest warm warmer warmest mercuri thermomet freez "
    "frost frozen celsius fahrenheit weather climat chill chilli cool cooler".split()
)
"""Stems of words beside which a C or an F behind a figure is a degree, and no vitamin, flat or battery."""
_REACH = 8


def letter_degrees(text: str, at: int, end: int, words: Sequence[Word]) -> tuple[Unit, int] | None:
    """The unit of "46C", and where it ends, in a sentence that tells of weather or of degrees."""
    match = _LETTER.match(text, at, end)
    if not match or _WEATHER.isdisjoint(word.stem for word in words):
        return None
    return units_by_form()[f"°{match[1].lower()}"], match.end()


def start_of_minus(text: str, low: int, start: int) -> int | None:
    """Where the sign of a figure below zero stands ("minus 20", "-20C"), None where there is none."""
    match = _MINUS.search(text[max(low, start - _REACH) : start])
    return max(low, start - _REACH) + match.start() if match else None


def first_below(text: str, low: int, start: int) -> float | None:
    """The first figure of "minus 5 to minus 10 degrees", the second of which begins with its sign at `start`."""
    match = _FIRST.search(text[max(low, start - 2 * _REACH) : start])
    return float(match[1]) if match else None


def is_signed(text: str, low: int, start: int, words: Sequence[Word]) -> bool:
    """True for the first figure of "minus 5 to minus 10 degrees", whose unit stands behind the second."""
    return start_of_minus(text, low, start) is not None and not _WEATHER.isdisjoint(word.stem for word in words)


def end_of_below(text: str, at: int, end: int) -> int | None:
    """Where "below zero" ends that follows the degrees, None where it does not."""
    match = _BELOW.match(text, at, end)
    return match.end() if match else None
