"""Where they differ: each difference with its kind in words, the rule in one sentence, and what each source says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import Claim, Comparison, Finding, Span, Verdict
from compare.report.labels import difference, fact, is_alarm
from compare.report.review import ReviewMark
from compare.report.view_forms import FormView, form_views
from compare.report.view_marks import LONGEST_MARK
from compare.report.view_sources import Sources, SourceView
from compare.report.view_text import Mark, Stretch, cut, excerpt, settle
from compare.report.visible import shortened, visible

AROUND = 220
"""Characters of a sentence that are shown on each side of a fact."""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A sentence that carries evidence, and the sources that have it in these words."""

    sources: tuple[SourceView, ...]
    stretches: tuple[Stretch, ...]
    starts_later: bool
    ends_earlier: bool
    passage: str
    where: str


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One finding of a difference."""

    id: str
    kind: str
    label: str
    severity: str
    subject: str
    readings: tuple[FormView, ...]
    rule: str
    quotes: tuple[QuoteView, ...]
    passage: str
    articles: tuple[str, ...]
    alarms: bool
    mark: str = ""
    mark_note: str = ""


class Quoter:
    """Quotes the evidence of claims in its sentence; one quote per wording, with all the sources that have it."""

    def __init__(self, sources: Sources, row_ids: Sequence[str]) -> None:
        self.sources, self.row_ids = sources, row_ids

    def quotes(self, claims: Sequence[Claim], differs: bool = True) -> tuple[QuoteView, ...]:
        """Quotes in the order of the claims."""
        places: dict[tuple[str, Span], list[Claim]] = {}
        for claim in claims:
            evidence = claim.evidence
            sentence = self.sources.sentence_at(evidence.article, evidence.span)
            places.setdefault((evidence.article, sentence.span if sentence else evidence.span), []).append(claim)
        drawn: dict[tuple[object, ...], QuoteView] = {}
        for (article, span), found in places.items():
            quote = self._quote(article, span, found, differs)
            key = (quote.stretches, quote.starts_later, quote.ends_earlier)
            if key in drawn:
                earlier = drawn[key]
                quote = QuoteView(
                    (*earlier.sources, *(s for s in quote.sources if s not in earlier.sources)),
                    earlier.stretches,
                    earlier.starts_later,
                    earlier.ends_earlier,
                    earlier.passage,
                    earlier.where,
                )
            drawn[key] = quote
        return tuple(drawn.values())

    def _quote(self, article: str, sentence: Span, claims: Sequence[Claim], differs: bool) -> QuoteView:
        text = self.sources.articles[article].text
        facts = [c.evidence.span for c in claims]
        whole = Span(min(f.start for f in facts), max(f.end for f in facts))
        span, later, earlier = excerpt(text, Span(sentence.start, max(sentence.end, whole.end)), whole, AROUND)
        marks = settle(
            Mark(c.evidence.span, fact(c.kind), differs and len(c.evidence.span) <= LONGEST_MARK)
            for c in claims
            if c.kind != "sentence"
        )
        found = self.sources.sentence_at(article, sentence)
        where = "" if found is None or found.role.is_compared else str(found.role)
        row = self.sources.row_of.get((article, sentence.start))
        passage = self.row_ids[row] if row is not None else ""
        return QuoteView((self.sources.of(article),), cut(text, span, marks), later, earlier, passage, where)


def difference_views(
    comparison: Comparison, quoter: Quoter, ids: Sequence[str], marks: Mapping[str, ReviewMark]
) -> tuple[DifferenceView, ...]:
    """The differences, gravest first, then in the order of the passages."""
    found = [(f, name) for f, name in zip(comparison.findings, ids, strict=True) if f.verdict is Verdict.DIFFER]
    found.sort(key=lambda pair: (pair[0].severity.rank, -1 if pair[0].row is None else pair[0].row))
    return tuple(_difference(f, name, quoter, marks.get(name)) for f, name in found)


def _difference(finding: Finding, name: str, quoter: Quoter, mark: ReviewMark | None) -> DifferenceView:
    return DifferenceView(
        id=name,
        kind=finding.kind,
        label=difference(finding.kind),
        severity=str(finding.severity),
        subject=_subject(finding),
        readings=form_views((c for c in finding.claims if c.kind != "sentence"), quoter.sources, 60),
        rule=plain_rule(finding, quoter.sources),
        quotes=quoter.quotes(finding.claims),
        passage=quoter.row_ids[finding.row] if finding.row is not None else "",
        articles=tuple(dict.fromkeys(c.evidence.article for c in finding.claims)),
        alarms=is_alarm(finding),
        mark=mark.mark if mark else "",
        mark_note=visible(mark.note) if mark else "",
    )


def _subject(finding: Finding) -> str:
    """The name that it is about, where all evidence is of one."""
    subjects = {c.subject for c in finding.claims if c.kind != "sentence"}
    name = subjects.pop() if len(subjects) == 1 else ""
    return shortened(visible(name), 90) if name[:1].isupper() else ""


def plain_rule(finding: Finding, sources: Sources) -> str:
    """The note of the finding, or who says what where it has none."""
    if finding.note:
        return visible(finding.note)
    said = [
        f"{sources.of(c.evidence.article).siglum} says “{shortened(visible(c.evidence.quote), 60)}”"
        for c in finding.claims
    ]
    return "; ".join(dict.fromkeys(said)) + "."
