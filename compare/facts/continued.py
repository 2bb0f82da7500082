"""Quotations that the words "he said" interrupt: what stands before them and what goes on behind is one statement."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from compare.facts.reporting import reporting_verbs
from compare.facts.sources import Saying
from compare.model import Span

_LONGEST = 240
_BREAK = re.compile(r"\n|, (?:but|and|as|while)\b|(?<=[a-z]{3})[.!?]\s+(?=[^\s\"“'`„«])")
"""The end of a paragraph, a further clause, or a sentence of the narrator's own."""


def join_continued(text: str, found: Sequence[Saying], quotations: Sequence[Span]) -> list[Saying]:
    """The sayings, each that ends with a quotation lengthened to the quotations that go on behind the speaker.

    "X," he said. "Y" is one statement; so is "X," said the minister, who …, "Y". A quotation that another saying
    has is left to it.
    """
    starts = [quotation.start for quotation in quotations]
    owned = {saying.content.start for saying in found}
    return [_joined(text, saying, quotations, starts, owned) for saying in found]


def _joined(text: str, saying: Saying, quotations: Sequence[Span], starts: list[int], owned: set[int]) -> Saying:
    content = saying.content
    at = bisect_left(starts, content.end)
    if not at or saying.source.start < content.end or quotations[at - 1].end < content.end - 2:
        return saying
    if at < len(starts) and _goes_on(text, saying, quotations[at], owned):
        return replace(saying, content=Span(content.start, quotations[at].end))
    return saying


def _goes_on(text: str, saying: Saying, quotation: Span, owned: set[int]) -> bool:
    between = text[saying.source.end : quotation.start]
    if quotation.start in owned or not 0 < len(between) <= _LONGEST or _BREAK.search(between):
        return False
    verbs = reporting_verbs()
    return sum(word in verbs for word in re.findall(r"[a-z]+", between)) <= 1
