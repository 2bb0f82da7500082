"""Stretches of a sentence that an earlier extractor has read, so that a later one leaves them alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from compare.model import Span


class Taken:
    """A set of spans that do not overlap; `meets` is answered in logarithmic time."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def meets(self, span: Span) -> bool:
        """True where some taken span shares a character with `span`."""
        at = bisect_left(self._starts, span.end)
        return at > 0 and self._spans[at - 1].end > span.start

    def with_more(self, spans: Iterable[Span]) -> Taken:
        """These spans and more."""
        return Taken([*self._spans, *spans])
