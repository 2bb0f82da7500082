"""Evidence quoted in its sentence, source by source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Claim, Span
from compare.report.labels import fact
from compare.report.view_marks import LONGEST_MARK
from compare.report.view_sources import Sources, SourceView
from compare.report.view_text import Mark, Stretch, cut, excerpt, settle

AROUND = 180
"""Characters of a sentence that are shown on each side of a fact."""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A sentence that carries evidence; `where` says what it is when it is not part of the story itself."""

    stretches: tuple[Stretch, ...]
    starts_later: bool
    ends_earlier: bool
    where: str
    passage: str
    number: int


@dataclass(frozen=True, slots=True)
class SourceQuotes:
    """The sentences that these sources have, word for word."""

    sources: tuple[SourceView, ...]
    quotes: tuple[QuoteView, ...]


class Quoter:
    """Quotes the evidence of claims; sources with the same words are quoted together."""

    def __init__(self, sources: Sources, row_ids: Sequence[str]) -> None:
        self.sources, self.row_ids = sources, row_ids

    def quotes(self, claims: Sequence[Claim]) -> tuple[SourceQuotes, ...]:
        """Quotes in the order of the claims, each wording once."""
        spoken: dict[object, tuple[QuoteView, list[SourceView]]] = {}
        for (article, span), found in by_sentence(claims, self.sources).items():
            quote = self._quote(article, span, found)
            key = (quote.stretches, quote.starts_later, quote.ends_earlier)
            _, speakers = spoken.setdefault(key, (quote, []))
            if self.sources.of(article) not in speakers:
                speakers.append(self.sources.of(article))
        by_sources: dict[tuple[SourceView, ...], list[QuoteView]] = {}
        for quote, speakers in spoken.values():
            by_sources.setdefault(tuple(speakers), []).append(quote)
        return tuple(SourceQuotes(speakers, tuple(quotes)) for speakers, quotes in by_sources.items())

    def _quote(self, article: str, sentence: Span, claims: Sequence[Claim]) -> QuoteView:
        text = self.sources.articles[article].text
        span, later, earlier = shown_part(text, sentence, claims)
        marks = settle(
            Mark(c.evidence.span, fact(c.kind), len(c.evidence.span) <= LONGEST_MARK)
            for c in claims
            if c.kind != "sentence"
        )
        found = self.sources.sentence_at(article, sentence)
        where = "" if found is None or found.role.is_compared else str(found.role)
        row = self.sources.row_of.get((article, sentence.start))
        passage, number = (self.row_ids[row], row + 1) if row is not None else ("", 0)
        return QuoteView(cut(text, span, marks), later, earlier, where, passage, number)


def by_sentence(claims: Sequence[Claim], sources: Sources) -> dict[tuple[str, Span], list[Claim]]:
    """Claims by article and the sentence that they stand in, in the order of the first of each."""
    places: dict[tuple[str, Span], list[Claim]] = {}
    for claim in claims:
        evidence = claim.evidence
        sentence = sources.sentence_at(evidence.article, evidence.span)
        places.setdefault((evidence.article, sentence.span if sentence else evidence.span), []).append(claim)
    return places


def shown_part(text: str, sentence: Span, claims: Sequence[Claim]) -> tuple[Span, bool, bool]:
    """The part of a sentence that shows all these claims, and whether it was cut at its start and at its end."""
    facts = [c.evidence.span for c in claims]
    whole = Span(min(f.start for f in facts), max(f.end for f in facts))
    return excerpt(text, Span(sentence.start, max(sentence.end, whole.end)), whole, AROUND)
