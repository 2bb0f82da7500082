"""Days that are counted otherwise than ours: Thai years, Islamic, Hebrew and Persian months, Old Style.

A year of the Buddhist era is read as ours. The others are no dates here: nothing that names one can answer a day of
ours, nor be taken for a plain figure.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from compare.model import Span

_BUDDHIST = 543
"""Years by which the Thai calendar is ahead of ours, since it begins its year with ours (1941)."""
_BUDDHIST_YEARS = range(1900 + _BUDDHIST, 2100 + _BUDDHIST)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"


def our_year(year: int) -> int:
    """A year of the Buddhist era in ours, any other as it is: 2566 is 2023.

    >>> our_year(2566), our_year(2023)
    (2023, 2023)
    """
    return year - _BUDDHIST if year in _BUDDHIST_YEARS else year


def is_counted_otherwise(text: str, end: int, limit: int) -> bool:
    """True where the words behind a date say that it is not of our calendar: "25 October 1917 (Old Style)"."""
    return bool(_behind().match(text, end, limit))


def find_other_days(text: str, span: Span) -> Iterator[Span]:
    """Where a sentence names a day, month or year of another calendar: "20 Ramadan 1445", "1446 AH", "Reiwa 5"."""
    return (Span(*match.span()) for match in _other().finditer(text, span.start, span.end))


@lru_cache(maxsize=1)
def month_words() -> frozenset[str]:
    """The first words of those months, folded."""
    return frozenset(re.split(r"[ -]", name)[0] for name in _names("months"))


@lru_cache(maxsize=1)
def _other() -> re.Pattern[str]:
    named = "|".join(f"{re.escape(n)[0].upper()}{re.escape(n)[1:]}" for n in _names("months"))
    month = rf"(?:{named})\b(?!['’]s)"
    before = "|".join(_spelt(n) for n in _names("before"))
    behind = "|".join(_spelt(n) for n in ("ah", "a.h.", "be", "b.e.", "hijri"))
    return re.compile(
        rf"\b(?:{_DAY}\s+(?:of\s+)?{month}(?:,?\s+\d{{4}}\b)?|{month}\s+{_DAY}\b(?:,?\s+\d{{4}}\b)?|{month}\s+\d{{4}}\b"
        rf"|(?:{before})\s?\d{{1,4}}\b(?![.,]\d)|\d{{3,4}}\s(?:{behind})(?!\w))"
    )


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    signs = "|".join(_spelt(n) for n in _names("behind"))
    return re.compile(rf",?\s?\(?(?:(?:in|by|on|of)\s+the\s+|the\s+)?(?:{signs})(?!\w)")


def _spelt(sign: str) -> str:
    """A sign as print has it: two letters of an era in capitals, anything else in any case."""
    if sign.replace(".", "").isalpha() and len(sign.replace(".", "")) == 2:
        return re.escape(sign.upper())
    return rf"(?i:{re.escape(sign)})"


def _names(key: str) -> list[str]:
    return [name.strip() for name in _table()[key].replace("\n", "").split("|")]


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    return tomllib.loads(files("compare.facts").joinpath("data/calendars.toml").read_text("utf-8"))
