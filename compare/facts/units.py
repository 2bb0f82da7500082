"""Units of measure and currencies: what stands after (or before) a figure, and how it converts within its dimension."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_FAHRENHEIT_ZERO = -160 / 9  # 0 °F in °C
_GAP = r"[\s\u00a0-]{0,3}"
_REFERENCE = {
    "length": "m",
    "speed": "m/s",
    "mass": "kg",
    "area": "m²",
    "volume": "l",
    "percent": "%",
    "points": "points",
}
_REFERENCE |= {"power": "W", "energy": "Wh", "storage": "B", "temperature": "°C", "age": "years old"}
_PERIODS = (("years", 31557600.0), ("months", 2629800.0), ("days", 86400.0), ("hours", 3600.0), ("minutes", 60.0))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its canonical name, its dimension, and `value * factor + shift` in the dimension's unit of reference."""

    name: str
    dimension: str
    factor: float
    shift: float = 0.0

    def convert(self, value: float) -> float:
        """The value in the unit of reference, to twelve significant digits."""
        return float(f"{value * self.factor + self.shift:.12g}")


@lru_cache(maxsize=1)
def units_by_form() -> dict[str, Unit]:
    """Every printed form (lower case) with its unit, from `data/units.toml`."""
    table = tomllib.loads(files("compare.facts").joinpath("data/units.toml").read_text(encoding="utf-8"))
    return {
        form: Unit(name, dimension, factor, _FAHRENHEIT_ZERO if name == "F" else 0.0)
        for dimension, units in table.items()
        for name, (factor, *forms) in units.items()
        for form in forms
    }


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    forms = sorted(units_by_form(), key=lambda form: (-len(form), form))
    named = (re.escape(f).replace(r"\ ", r"(?:\s?-\s?|\s)").replace("/", r"\s?/\s?") for f in forms if f[0].isalpha())
    words = "|".join(named)
    signs = "|".join(re.escape(f) for f in forms if not f[0].isalpha())
    return re.compile(rf"{_GAP}(?:({words})(?!\w)|({signs}))", re.IGNORECASE)


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    forms = [f for f, u in units_by_form().items() if u.dimension == "money" and (not f.isalpha() or len(f) <= 3)]
    signs = "|".join(re.escape(f) for f in sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<![^\W\d_])({signs})\s?$", re.IGNORECASE)


def unit_after(text: str, at: int, end: int) -> tuple[Unit, int] | None:
    """The unit that follows position `at` (over a space or hyphen), and where it ends."""
    match = _after().match(text, at, end)
    if not match:
        return None
    form = re.sub(r"\s?/\s?", "/", re.sub(r"[\s-]+", " ", match.group(1) or match.group(2))).lower()
    found = units_by_form().get(form) or units_by_form().get(form.replace(" ", "-"))
    return (found, match.end()) if found else None


def currency_before(text: str, start: int, at: int) -> tuple[Unit, int] | None:
    """The currency sign or code that ends at position `at`, and where it starts; looks back five characters."""
    low = max(start, at - 5)
    match = _before().search(text[low:at])
    if not match:
        return None
    return units_by_form()[match.group(1).lower()], low + match.start()


def reference_of(dimension: str, value: float) -> tuple[str, float]:
    """The unit of reference of a dimension and its size; a duration is told in the largest unit that makes it whole."""
    if dimension != "duration":
        return _REFERENCE.get(dimension, ""), 1.0
    fits = ((name, size) for name, size in _PERIODS if value >= size and abs(value / size - round(value / size)) < 1e-6)
    return next(fits, ("seconds", 1.0))
