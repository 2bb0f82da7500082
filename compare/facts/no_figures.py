"""What looks like a figure and is none: scores, clocks, codes, parts of names, "one of the others"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.facts.heads import is_plural
from compare.facts.names import is_shouted
from compare.facts.numerals import Numeral, read_digits
from compare.facts.temperatures import letter_degrees
from compare.facts.units import unit_after
from compare.model import Span
from compare.text.words import Word

_LARGER = re.compile(r"\s?[-–—]\s?(?=\d)")
_AFTER = re.compile(r"\s?[:/]\s?\d|s\b|\s?[-–—]\s?\d|\.\d+\.\d|(?:st|nd|rd|th)\b", re.IGNORECASE)
_BEFORE = re.compile(r"[^\W\d_]$|[^\W\d_](?<![Mm]agnitude)[-–]$|[\d.,:#]$|\d $|\d\s?[/–—-]\s?$|\bNo\.?\s?$|\bnumber\s$")
_CODE = re.compile(r"0\d")
"""No count begins with a nought: 0800 1111, 007."""
_ONE_AFTER = frozenset("of the another and or to in who that is was day time thing way side hand".split())
_ONE_BEFORE = frozenset(
    "no any some every this that the each only another which at by as for a to last first next".split()
)


def is_no_figure(text: str, span: Span, words: Sequence[Word], at: int, numeral: Numeral) -> bool:
    """True for a score, a clock, a part of a name or number, a bare "one"."""
    start = words[at].start
    following = words[at + 1] if at + 1 < len(words) else None
    if numeral.in_words:
        return words[at].folded in ("one", "zero") and numeral.value <= 1 and _is_idle_one(text, words, at)
    if (
        not words[at].written[0].isdigit()
        or _CODE.match(words[at].written)
        or _BEFORE.search(text[max(span.start, start - 12) : start])
    ):
        return True
    after = _AFTER.match(text, numeral.end, span.end)
    if after and not (after.group().strip()[0] in "-–—" and _is_range(text, span, numeral)):
        return True
    if following and following.span.start == numeral.end and len(following.written) == 1:
        is_letter = following.written.isalpha() and following.folded not in "mbk"
        return is_letter and letter_degrees(text, numeral.end, span.end, words) is None
    return at > 0 and not is_shouted(words) and _is_in_name(text, words, at, numeral)


def _is_idle_one(text: str, words: Sequence[Word], at: int) -> bool:
    before = words[at - 1].folded if at else ""
    if before in _ONE_BEFORE or at + 1 >= len(words) or words[at + 1].folded in _ONE_AFTER:
        return True
    return not words[at + 1].stem or bool(text[words[at].end : words[at + 1].start].strip(" -"))


def _is_in_name(text: str, words: Sequence[Word], at: int, numeral: Numeral) -> bool:
    """A bare figure right after a capitalised word belongs to a name (Boeing 737), unless a plural noun follows."""
    previous, word = words[at - 1], words[at]
    if not previous.written[0].isupper() or not previous.stem or text[previous.span.end : word.start] != " ":
        return False
    if numeral.step < 1 or "," in word.written or numeral.end > word.end:
        return False
    if unit_after(text, numeral.end, numeral.end + 24):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    close = following is not None and text[word.end : following.span.start] == " "
    return not (following is not None and close and is_plural(following))


def _is_range(text: str, span: Span, numeral: Numeral) -> bool:
    """True where a larger figure follows the dash; a smaller one makes a score."""
    joint = _LARGER.match(text, numeral.end, span.end)
    other = read_digits(text, joint.end(), span.end) if joint else None
    return other is not None and other.value > numeral.value
