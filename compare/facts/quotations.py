"""Quotation marks, straight, curly, angled and East Asian, matched in one pass."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from compare.facts.people import Person
from compare.model import Claim, Evidence, Span
from compare.text.witness import Witness

_MARKS = re.compile("''|``|[\"“”„«»‘’「」『』\n]")
_CLOSES = {"``": "''", "''": "''", "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "「": "」", "『": "』", '"': '"'}
_CLOSERS = '"”»«’」』“'
_FEWEST = 4
LONGEST = 3000
"""A quotation that is not closed within so many characters, or by the end of its paragraph, is none."""


def find_quotations(text: str) -> tuple[Span, ...]:
    """Outermost quotations in order, marks included; linear in the length of the text.

    A mark that is never closed opens nothing; a curly mark left open at the end of a paragraph reaches to that end, as
    newspapers print a quotation that goes on in the next one.
    """
    found: list[Span] = []
    opened, mark = -1, ""
    for match in _MARKS.finditer(text):
        sign, at = match.group(), match.start()
        if opened >= 0 and at - opened > LONGEST:
            opened = -1
        if sign == "\n":
            if opened >= 0 and mark == "“" and at - opened > 2:
                found.append(Span(opened, at))
            opened = -1
        elif opened >= 0:
            if sign in _CLOSES[mark] and not (sign == "’" and _is_apostrophe(text, at)):
                found.append(Span(opened, match.end()))
                opened = -1
        elif sign == "”" and (not at or text[at - 1] == "\n") and text[at + 1 : at + 2].isalnum():
            opened, mark = at, "“"  # set the wrong way round, at the start of a line
        elif sign in _CLOSES and sign != "»" and _may_open(text, at, sign):
            opened, mark = at, sign
    return tuple(span for span in found if len(span) > 3)


def quotation_at(quotations: Sequence[Span], at: int) -> Span | None:
    """The quotation that this position lies in."""
    index = bisect_right(quotations, at, key=lambda span: span.start) - 1
    return quotations[index] if index >= 0 and at < quotations[index].end else None


def _may_open(text: str, at: int, sign: str) -> bool:
    if sign in ("‘", "''", "``"):
        return not text[at - 1 : at].isalnum() and text[at + len(sign) : at + len(sign) + 1].isalnum()
    return sign != '"' or not text[at - 1 : at].isdigit()  # 6'2" is a height


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at + 1 : at + 2].isalnum()


def extract_quotations(witness: Witness, people: tuple[Person, ...]) -> Iterable[Claim]:
    """Claims of kind "quotation": what stands between the marks, four words or more, as folded words."""
    del people
    text, article = witness.article.text, witness.article.id
    compared = [witness.sentences[i].span for i in witness.compared]
    starts = [span.start for span in compared]
    for quotation in find_quotations(text):
        at = bisect_right(starts, quotation.start) - 1
        inner = _between_marks(text, quotation)
        words = normal_words(inner.of(text))
        if at >= 0 and quotation.start < compared[at].end and len(words) >= _FEWEST:
            yield Claim("quotation", " ".join(words), Evidence(article, inner, inner.of(text)))


def _between_marks(text: str, quotation: Span) -> Span:
    """What a quotation holds, without its marks."""
    if text.startswith(("''", "``"), quotation.start):
        return Span(quotation.start + 2, quotation.end - 2)
    return Span(quotation.start + 1, quotation.end - (text[quotation.end - 1] in _CLOSERS))


def normal_words(quoted: str) -> tuple[str, ...]:
    """The words of a quotation without case, punctuation and apostrophes ("I'd" is "i’d")."""
    return tuple(word.replace("’", "'") for word in re.findall(r"\w+(?:['’](?:s|t|re|ve|ll|d|m)\b)?", quoted.lower()))
