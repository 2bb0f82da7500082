"""The dates that the sources give, in order, and who is quoted saying what, source by source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from compare.model import Claim, Comparison
from compare.report.labels import calendar
from compare.report.view_agreements import FormView
from compare.report.view_sources import Sources, SourceView
from compare.report.visible import shortened, visible


@dataclass(frozen=True, slots=True)
class DateView:
    """A date with the forms in which the sources write it."""

    day: str
    forms: tuple[FormView, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source has a speaker say."""

    text: str
    sources: tuple[SourceView, ...]
    passage: str


@dataclass(frozen=True, slots=True)
class VoiceView:
    """A speaker and what each source has them say."""

    speaker: str
    sources: tuple[SourceView, ...]
    statements: tuple[Statement, ...]


def date_views(comparison: Comparison, sources: Sources) -> tuple[DateView, ...]:
    """The dates in the order of the calendar; nothing where there are fewer than two."""
    by_value: dict[str, list[Claim]] = {}
    for claim in comparison.claims:
        if claim.kind == "date" and any(c.isdigit() for c in str(claim.value)):
            by_value.setdefault(str(claim.value), []).append(claim)
    views = tuple(DateView(calendar(visible(v)), _forms(by_value[v], sources)) for v in sorted(by_value, key=_in_order))
    return views if len(views) > 1 else ()


def voice_views(comparison: Comparison, sources: Sources, row_ids: tuple[str, ...]) -> tuple[VoiceView, ...]:
    """Speakers, those whom most sources quote first."""
    by_speaker: dict[str, list[Claim]] = {}
    for claim in comparison.claims:
        if claim.kind == "attribution" and claim.subject:
            by_speaker.setdefault(claim.subject, []).append(claim)
    voices = [_voice(speaker, claims, sources, row_ids) for speaker, claims in by_speaker.items()]
    return tuple(sorted(voices, key=lambda v: (-len(v.sources), -len(v.statements), v.speaker)))


def _voice(speaker: str, claims: Iterable[Claim], sources: Sources, row_ids: tuple[str, ...]) -> VoiceView:
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        said.setdefault(shortened(visible(claim.evidence.quote), 280), []).append(claim)
    statements = tuple(
        Statement(text, _views(c, sources), _passage(c[0], sources, row_ids)) for text, c in said.items()
    )
    return VoiceView(visible(speaker), _views([c for cs in said.values() for c in cs], sources), statements)


def _passage(claim: Claim, sources: Sources, row_ids: tuple[str, ...]) -> str:
    sentence = sources.sentence_at(claim.evidence.article, claim.evidence.span)
    row = sources.row_of.get((claim.evidence.article, sentence.span.start)) if sentence else None
    return row_ids[row] if row is not None else ""


def _forms(claims: Iterable[Claim], sources: Sources) -> tuple[FormView, ...]:
    forms: dict[str, list[Claim]] = {}
    for claim in claims:
        forms.setdefault(shortened(visible(claim.evidence.quote), 60), []).append(claim)
    return tuple(FormView(text, _views(found, sources)) for text, found in forms.items())


def _views(claims: Iterable[Claim], sources: Sources) -> tuple[SourceView, ...]:
    articles = {c.evidence.article for c in claims}
    return tuple(v for v in sources.views if v.article in articles)


def _in_order(value: str) -> tuple[bool, str]:
    """Dates with a year first, by the calendar; then those without."""
    return not value[:4].isdigit(), value
