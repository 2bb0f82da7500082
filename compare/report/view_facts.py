"""The dates that the sources give, in order, and who is quoted saying what, source by source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Claim, Comparison
from compare.report.labels import calendar
from compare.report.view_forms import FormView, form_views, sources_of
from compare.report.view_sources import Sources, SourceView
from compare.report.visible import shortened, visible

_DAY = re.compile(r"(?:\d{4}|-)-\d\d")
"""A value that names at least a month; a bare year says too little for a line of time."""

LONGEST_STATEMENT = 280
"""Characters of a statement that are shown here; side by side it stands in full."""

_EDGES = " .,;:“”\"'‘’"
_NOBODY = frozenset("i he she it they we you who which that this these those one".split())


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
    """The days and months in the order of the calendar, a day without year under its only year; none if only one."""
    dated = [(str(c.value), c) for c in comparison.claims if c.kind == "date" and _DAY.match(str(c.value))]
    years: dict[str, set[str]] = {}
    for value, _ in dated:
        if value[0] != "-" and len(value) > len("2025"):
            years.setdefault(value[4:], set()).add(value[:4])
    by_day: dict[str, list[Claim]] = {}
    for value, claim in dated:
        known = years.get(value[1:], set()) if value[0] == "-" else set()
        by_day.setdefault(min(known) + value[1:] if len(known) == 1 else value, []).append(claim)
    usual = Counter(year for found in years.values() for year in sorted(found)).most_common(1)
    ordered = sorted(by_day, key=lambda day: day.replace("-", usual[0][0], 1) if usual and day[0] == "-" else day)
    views = tuple(DateView(calendar(day), form_views(by_day[day], sources, 60)) for day in ordered)
    return views if len(views) > 1 else ()


def voice_views(comparison: Comparison, sources: Sources, row_ids: tuple[str, ...]) -> tuple[VoiceView, ...]:
    """Speakers with a name or an office, those whom most sources quote first; "Waly" counts with "Ghada Waly"."""
    by_speaker: dict[str, list[Claim]] = {}
    for claim in comparison.claims:
        if claim.kind == "attribution" and (key := _speaker_key(claim)):
            by_speaker.setdefault(key, []).append(claim)
    voices = [_voice(claims, sources, row_ids) for claims in by_speaker.values()]
    return tuple(sorted(voices, key=lambda v: (-len(v.sources), -len(v.statements), v.speaker)))


def _voice(claims: Sequence[Claim], sources: Sources, row_ids: tuple[str, ...]) -> VoiceView:
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        said.setdefault(claim.evidence.quote.casefold().strip(_EDGES), []).append(claim)
    statements = tuple(
        Statement(
            shortened(visible(found[0].evidence.quote.strip()), LONGEST_STATEMENT),
            sources_of(found, sources),
            _passage(found[0], sources, row_ids),
        )
        for found in said.values()
    )
    speaker = max((c.subject for c in claims), key=lambda name: (name[:1].isupper(), len(name), name))
    return VoiceView(shortened(visible(speaker), 80), sources_of(claims, sources), statements)


def _speaker_key(claim: Claim) -> str:
    """The last word of a speaker's name or office; none for a pronoun, which names nobody."""
    words = claim.subject.strip(_EDGES).casefold().split()
    last = words[-1].removesuffix("’s").removesuffix("'s") if words else ""
    return "" if last in _NOBODY or len(last) < 2 else last


def _passage(claim: Claim, sources: Sources, row_ids: tuple[str, ...]) -> str:
    sentence = sources.sentence_at(claim.evidence.article, claim.evidence.span)
    row = sources.row_of.get((claim.evidence.article, sentence.span.start)) if sentence else None
    return row_ids[row] if row is not None else ""
