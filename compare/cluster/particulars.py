"""What tells which event a report is about besides its words: its day, and what its lead and its quotations hold.

The weekdays that the lead names tell apart what one beat brings day by day, where nobody dates a text: "on Tuesday",
"Thursday's vote". Figures and quotations are kept as hashes, so that they travel and are counted as arrays.
"""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from zlib import crc32

import numpy as np

from compare.cluster.report_day import Day
from compare.facts.locales import signs_of
from compare.facts.quotations import find_quotations, normal_words
from compare.text.folding import forms

LEAD = 100
"""Words in which a report says when its event was, and its main figures."""
RUN = 4
"""Words in a row that count as the same quotation."""
_SHORTEST = 5
"""Letters of a weekday's name in a script of letters: shorter ones are abbreviations, and words (mar, vie, sam)."""
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Particulars:
    """`day` is when it reports, `weekdays` those that its lead names (bit 0 is Monday).

    `figures` are the numbers of its lead but for years and single digits, `quoted` the runs of four words between
    quotation marks: ascending 32-bit hashes, packed.
    """

    day: Day | None = None
    weekdays: int = 0
    figures: bytes = b""
    quoted: bytes = b""


def read_particulars(day: Day | None, text: str, language: str) -> Particulars:
    """The particulars of a report of this day; `text` begins with its title."""
    words = list(islice(_WORD.finditer(text), LEAD))
    lead = text[: words[-1].end()] if words else ""
    return Particulars(day, _weekdays(lead, language), _hashes(_figures(lead, language)), _hashes(_quoted(text)))


def _figures(lead: str, language: str) -> Iterator[str]:
    for found in _FIGURE.finditer(lead):
        if len(found.group()) > 1 and not _YEAR.fullmatch(found.group()):
            yield forms(found.group(), language)[0][2]


def _quoted(text: str) -> Iterator[str]:
    for span in find_quotations(text):
        words = normal_words(span.of(text))
        yield from (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _hashes(found: Iterable[str]) -> bytes:
    return np.array(sorted({crc32(one.encode("utf-8", "surrogatepass")) for one in found}), "<u4").tobytes()


def _weekdays(lead: str, language: str) -> int:
    names, mask = _names(language), 0
    for found in _pattern(language).finditer(lead) if names else ():
        # "thứ hai" is also the second of anything; the day is written thứ Hai
        if language != "vi" or found.group().split()[-1][0].isupper():
            number = names.get(found.group().lower())  # FRıDAY is found, and is no name that we know
            mask |= 0 if number is None else 1 << number
    return mask


@cache
def _pattern(language: str) -> re.Pattern[str]:
    either = "|".join(map(re.escape, sorted(_names(language), key=lambda name: (-len(name), name))))
    known = signs_of(language) if language != "en" else None
    joined = known is not None and (known.unspaced or known.signed)  # 周四, 월요일에
    return re.compile(either if joined else rf"\b(?:{either})\b", re.IGNORECASE)


@cache
def _names(language: str) -> Mapping[str, int]:
    """The weekdays of a language, from CLDR, in lower case, Monday 0; none where CLDR does not know it."""
    if language == "en":
        return {name.lower(): number for number, name in enumerate(day_name)}
    known = signs_of(language)
    every = known.weekdays if known else {}
    return {name: number for name, number in every.items() if len(name) >= _SHORTEST or not name.isascii()}
