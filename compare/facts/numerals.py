"""Figures as written, in digits or English words: what one is worth, where it ends, how precisely it is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 32
"""Characters after which a run of digits is an identifier and no figure."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL: dict[str, int] = {
    **{word: value for value, word in enumerate((_ONES + " eighteen nineteen").split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), 2)},
}
"""Words worth less than a hundred."""
SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "lakhs": 1e5,
    "crores": 1e7,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
"""Words that multiply what stands before them."""
_TIMES = {"dozen": 12, "hundred": 100}
_EIGHTHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_DIGITS = re.compile(
    r"(\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d{1,3},? 000(?!\d)|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|\d+)"
    r"(?:\.(\d+)|\. (\d{1,2})(?!\d|[.,]\d|\s?[:/]))?"
    r"(?:\s?([½¼¾⅓⅔⅛])|[\s-]([1-9])/([2-9]|1[06])(?![\d/]))?"
)
_SCALE = re.compile(rf"[\s\u00a0-]{{0,3}}({'|'.join(sorted(SCALES, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
_HALF = re.compile(r"\sand\sa\shalf\b", re.IGNORECASE)
_LETTER_SCALE = re.compile(r"\s?(mm|[mbk])(?![\w/])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"[\s-]{1,2}(?:and[\s-])?")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A figure: its value, where it ends, the size of the last place printed, and whether it is spelt out."""

    value: float
    end: int
    step: float
    in_words: bool = False

    def times(self, factor: float, end: int) -> Numeral:
        """The figure multiplied by a scale word that ends at `end`."""
        return Numeral(clean(self.value * factor), end, clean(self.step * factor), self.in_words)


def clean(value: float) -> float:
    """The value without the dust of binary fractions: twelve significant digits."""
    return float(f"{value:.12g}")


def read_digits(text: str, at: int, end: int) -> Numeral | None:
    """The figure in digits that starts at `at`, fraction and scale word included (`5 3/8`, `1.2 million`)."""
    match = _DIGITS.match(text, at, end)
    if not match or len(match.group()) > LONGEST:
        return None
    whole, joined, apart, sign, over, under = match.groups()
    decimals = joined or apart
    digits = re.sub(r"\D", "", whole)
    value = float(f"{digits}.{decimals or 0}")
    step = 10.0 ** -len(decimals) if decimals else step_of(digits)
    if sign or over:
        part = _EIGHTHS[sign] if sign else int(over) / int(under)
        value, step = value + part, 0.125
    return scaled(text, Numeral(clean(value), match.end(), clean(step)), end)


def read_words(text: str, at: int, end: int) -> Numeral | None:
    """The figure in words that starts at `at`: `twenty-five`, `two hundred and six thousand`, `a million`, `dozen`."""
    total = current = 0.0
    position, last, seen = at, at, False
    while word := _WORD.match(text, position, end):
        name = word.group().lower()
        if name in SMALL and not (seen and _clashes(current, SMALL[name])):
            current += SMALL[name]
        elif name in _TIMES and current < 100:
            current = _TIMES[name] * (current or 1)
        elif name in SCALES and name not in _TIMES:
            total, current = total + SCALES[name] * (current or 1), 0.0
        elif name not in ("a", "an") or seen or position != at:
            break
        seen = seen or name not in ("a", "an")
        last = word.end()
        joint = _JOINT.match(text, last, end)
        if not joint:
            break
        position = joint.end()
    value = clean(total + current)
    return scaled(text, Numeral(value, last, step_of(f"{value:.0f}"), True), end) if seen else None


def _clashes(current: float, value: int) -> bool:
    """True where the next small word cannot continue the figure: "twenty thirty", "five six"."""
    rest = current % 100
    return current > 0 and not (rest == 0 and current >= 100) and not (rest >= 20 and rest % 10 == 0 and 0 < value < 10)


def scaled(text: str, numeral: Numeral, end: int) -> Numeral:
    """The figure with "and a half" and the scale words after it applied (`3 lakh crore`)."""
    half = _HALF.match(text, numeral.end, end)
    if half:
        numeral = Numeral(numeral.value + 0.5, half.end(), 0.5, numeral.in_words)
    for _ in range(2):
        match = _SCALE.match(text, numeral.end, end)
        if match:
            numeral = numeral.times(SCALES[match.group(1).lower()], match.end())
    return numeral


def letter_scale(text: str, numeral: Numeral, end: int) -> Numeral:
    """The figure with a letter after it read as a scale: m or, of money, MM million, b billion, k thousand."""
    match = _LETTER_SCALE.match(text, numeral.end, end)
    if not match:
        return numeral
    return numeral.times({"mm": 1e6, "m": 1e6, "b": 1e9, "k": 1e3}[match.group(1).lower()], match.end())


def step_of(digits: str) -> float:
    """The size of the last significant place of a whole number: 1200 → 100, 48 → 1."""
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if digits.strip("0") else 1.0
