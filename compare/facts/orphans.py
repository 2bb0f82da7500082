"""Quotations that no verb claims, and whom they belong to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from compare.facts.sources import Saying
from compare.model import Span
from compare.text.witness import Witness

_SIGNED = re.compile(r"\s{0,3}[―—–]\s{0,3}([^\W\d_][\w.’'-]{0,30}(?:\s[^\W\d_][\w.’'-]{0,30}){0,4}?)\.?\s{0,3}(?:\n|$)")
_SUBJECT = re.compile(
    r"\s*(?:In [^,]{3,40}, |But |And )?"
    r"((?:(?:Mr|Mrs|Ms|Dr)\. )?[A-Z][\w’'-]+(?: [A-Z][\w.’'-]+){0,3}|He|She|They)\s+[a-z]"
)
# What stands in quotation marks behind these is the name of a thing, or written on it: nobody says it.
_NAMED = re.compile(
    r"\b(?:(?:en)?titled|called|named|dubbed|nicknamed|headlined|captioned|reading|known as"
    r"|the (?:name|title|headline|theme|slogan|caption|hashtag|banner)),?\s*$"
)
_FAR = 3000


def find_orphans(witness: Witness, quotations: Sequence[Span], found: Sequence[Saying]) -> Iterator[Saying]:
    """Quotations of four words or more that no verb claims."""
    text = witness.article.text
    starts = [witness.sentences[i].span.start for i in witness.compared]
    claimed = sorted(s.content for s in found)
    speakers = sorted(found, key=lambda s: s.content)
    for quotation in quotations:
        if quotation.of(text).count(" ") < 3 or _is_claimed(claimed, quotation) or _is_named(text, quotation.start):
            continue
        at = bisect_right(starts, quotation.start) - 1
        if at < 0 or witness.sentences[witness.compared[at]].span.end <= quotation.start:
            continue
        source = (
            _signature(text, quotation.end)
            or _subject(text, starts[at], quotation.start)
            or _last_speaker(text, speakers, quotation)
        )
        if source:
            yield Saying(source, quotation)


def _is_named(text: str, at: int) -> bool:
    return bool(_NAMED.search(text, max(0, at - 30), at))


def _signature(text: str, at: int) -> Span | None:
    """The name behind a dash that closes a quotation and its line."""
    match = _SIGNED.match(text, at, at + 100)
    return Span(*match.span(1)) if match else None


def _subject(text: str, start: int, end: int) -> Span | None:
    match = _SUBJECT.match(text, start, end)
    return Span(*match.span(1)) if match else None


def _last_speaker(text: str, speakers: Sequence[Saying], quotation: Span) -> Span | None:
    """Whoever spoke last before the quotation, at most two paragraphs back."""
    at = bisect_right(speakers, quotation.start, key=lambda s: s.content.start) - 1
    if at < 0 or quotation.start - speakers[at].content.end > _FAR:
        return None
    if text.count("\n", min(speakers[at].content.end, quotation.start), quotation.start) > 2:
        return None
    return speakers[at].source


def _is_claimed(claimed: Sequence[Span], quotation: Span) -> bool:
    at = bisect_right(claimed, quotation.end, key=lambda span: span.start)
    return any(2 * span.overlap(quotation) > len(quotation) for span in claimed[max(0, at - 8) : at])
