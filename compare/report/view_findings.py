"""Where they differ: each difference with its kind in words, the rule in one sentence, and what each source says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import Comparison, Finding, Verdict
from compare.report.labels import difference, is_alarm
from compare.report.review import ReviewMark
from compare.report.view_forms import FormView, form_views
from compare.report.view_quotes import Quoter, SourceQuotes
from compare.report.view_rule import RulePart, rule_parts, tells_all
from compare.report.view_sources import Sources
from compare.report.visible import shortened, visible


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One finding of a difference; `told` is its rule in parts, `headed` whether that names every reading."""

    id: str
    kind: str
    label: str
    severity: str
    subject: str
    readings: tuple[FormView, ...]
    rule: str
    told: tuple[RulePart, ...]
    headed: bool
    quotes: tuple[SourceQuotes, ...]
    passage: str
    articles: tuple[str, ...]
    alarms: bool
    mark: str = ""
    mark_note: str = ""


def difference_views(
    comparison: Comparison, quoter: Quoter, ids: Sequence[str], marks: Mapping[str, ReviewMark]
) -> tuple[DifferenceView, ...]:
    """The differences, gravest first, then in the order of the passages."""
    found = [(f, name) for f, name in zip(comparison.findings, ids, strict=True) if f.verdict is Verdict.DIFFER]
    found.sort(key=lambda pair: (pair[0].severity.rank, -1 if pair[0].row is None else pair[0].row))
    return tuple(_difference(f, name, quoter, marks.get(name)) for f, name in found)


def _difference(finding: Finding, name: str, quoter: Quoter, mark: ReviewMark | None) -> DifferenceView:
    readings = form_views((c for c in finding.claims if c.kind != "sentence"), quoter.sources, 60, exact=True)
    quotes = quoter.quotes(finding.claims) if finding.kind != "wording" else ()
    rule = plain_rule(finding, quoter.sources)
    told = rule_parts(rule, readings)
    return DifferenceView(
        id=name,
        kind=finding.kind,
        label=difference(finding.kind),
        severity=str(finding.severity),
        subject=_subject(finding, readings, rule),
        readings=readings,
        rule=rule,
        told=told,
        headed=bool(finding.note) and tells_all(told, readings),
        quotes=quotes,
        passage=quoter.row_ids[finding.row] if finding.row is not None else "",
        articles=tuple(dict.fromkeys(c.evidence.article for c in finding.claims)),
        alarms=is_alarm(finding),
        mark=mark.mark if mark else "",
        mark_note=visible(mark.note) if mark else "",
    )


def _subject(finding: Finding, readings: Sequence[FormView], rule: str) -> str:
    """The name that it is about, where all evidence is of one, and neither a reading nor the rule is just that."""
    subjects = {c.subject for c in finding.claims if c.kind != "sentence"}
    name = subjects.pop() if len(subjects) == 1 else ""
    told = name.casefold() in {reading.text.casefold() for reading in readings}
    return shortened(visible(name), 90) if name[:1].isupper() and not told and name not in rule else ""


def plain_rule(finding: Finding, sources: Sources) -> str:
    """The note of the finding, or who says what where it has none."""
    if finding.note:
        return visible(finding.note)
    said = [
        f"{sources.of(c.evidence.article).siglum} says “{shortened(visible(c.evidence.quote), 60)}”"
        for c in finding.claims
    ]
    return "; ".join(dict.fromkeys(said)) + "."
