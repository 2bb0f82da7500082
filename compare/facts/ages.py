"""Ages: "a 36-year-old", "aged 36", "Duncan Rait, 36, died", "in her forties"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.model import Span
from compare.text.words import Word

_OLD = re.compile(r"[\s-]{1,3}(?:years?|yr)[\s-]{1,3}olds?\b", re.IGNORECASE)
_DECADES = "teens twenties thirties forties fifties sixties seventies eighties nineties".split()
_IN_DECADE = re.compile(
    rf"\bin\s(?:his|her|their)\s(?:(?P<part>early|mid|late)[\s-])?(?:(?P<word>{'|'.join(_DECADES)})|(?P<digit>[1-9])0['’]?s)\b",
    re.IGNORECASE,
)
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}
"""Years of a decade that its early, middle and late part may mean."""
TRIGGERS = frozenset(_DECADES)
"""Folded words that tell an age of so many decades; any other begins with a digit."""
_OLDEST = 120
_SIGNS = frozenset({"aged", "age"})


def end_of_age(text: str, at: int, end: int) -> int | None:
    """Where "-year-old" or " years old" ends that begins at `at`, None where nothing of the kind stands there."""
    match = _OLD.match(text, at, end)
    return match.end() if match else None


def find_decades(text: str, span: Span) -> Iterator[tuple[Span, tuple[int, int]]]:
    """ "In her early forties" with the youngest and the oldest that she may be, in years."""
    for match in _IN_DECADE.finditer(text, span.start, span.end):
        tens = 10 * (int(match["digit"]) if match["digit"] else _DECADES.index(match["word"].lower()) + 1)
        low, high = _PARTS.get((match["part"] or "").lower(), (0, 9))
        yield Span(*match.span()), (tens + low + (3 if tens == 10 and not low else 0), tens + high)


def is_age(text: str, span: Span, words: Sequence[Word], first: int, where: Span, value: float) -> bool:
    """True for "aged 36" and for a figure between commas behind a name; `first` is the index of its first word."""
    if first and words[first - 1].folded in _SIGNS:
        return True
    before, behind = text[max(span.start, where.start - 2) : where.start], text[where.end : where.end + 1]
    between = behind in (",", ")") and before in (", ", " (")
    named = first > 0 and words[first - 1].written[0].isupper() and not words[first - 1].is_number
    return between and named and value < _OLDEST
