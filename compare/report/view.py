"""Plain data for people: a story as its page tells it, and a run as its index tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.config import ReportConfig
from compare.model import Comparison, Severity
from compare.report.ids import finding_ids, row_ids, story_id
from compare.report.labels import count, listing
from compare.report.review import ReviewMark
from compare.report.view_agreements import AgreementView, agreement_views
from compare.report.view_counts import kind_counts, severity_counts, tally
from compare.report.view_facts import DateView, VoiceView, date_views, voice_views
from compare.report.view_findings import DifferenceView, difference_views
from compare.report.view_only import OnlyGroup, only_groups
from compare.report.view_quotes import Quoter
from compare.report.view_side import SideView, side_view
from compare.report.view_sources import OriginView, Sources, SourceView, headline
from compare.report.view_strip import StripView, strip_view
from compare.report.visible import shortened, visible

VOICES_SHOWN = 6
"""Speakers who are shown before the rest is folded away."""


@dataclass(frozen=True, slots=True)
class LeftOutSentence:
    """A sentence that is not compared: what it is, and why it was left out."""

    text: str
    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """The sentences of one source that are not compared."""

    source: SourceView
    sentences: tuple[LeftOutSentence, ...]


@dataclass(frozen=True, slots=True)
class TieView:
    """Why two sources were taken for one story."""

    a: SourceView
    b: SourceView
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """Everything that the page of one story tells, in its order."""

    id: str
    headline: str
    sources: tuple[SourceView, ...]
    origins: tuple[OriginView, ...]
    voices_in_words: str
    counts: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, str, int], ...]
    strip: StripView
    differences: tuple[DifferenceView, ...]
    worded: tuple[DifferenceView, ...]
    quiet: tuple[DifferenceView, ...]
    agreements: tuple[AgreementView, ...]
    more_agreements: tuple[AgreementView, ...]
    only: tuple[OnlyGroup, ...]
    side: SideView
    left_out: tuple[LeftOutView, ...]
    dates: tuple[DateView, ...]
    voices: tuple[VoiceView, ...]
    more_voices: tuple[VoiceView, ...]
    ties: tuple[TieView, ...]
    related: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    search: str


def story_page(
    comparison: Comparison, config: ReportConfig, marks: Mapping[str, ReviewMark], headlines: Mapping[str, str]
) -> StoryPage:
    """The page of a story; `headlines` name the other stories of the run by id."""
    sources = Sources(comparison)
    ids, rows = finding_ids(comparison), row_ids(comparison)
    differences = difference_views(comparison, Quoter(sources, rows), ids, marks)
    voices = voice_views(comparison, sources, rows)
    agreements = agreement_views(comparison, sources, rows, ids)
    title, counted = headline(comparison), tally([comparison])
    return StoryPage(
        id=story_id(comparison.story),
        headline=title,
        sources=sources.views,
        origins=sources.origins,
        voices_in_words=_in_words(sources),
        counts=severity_counts(counted),
        kinds=kind_counts(counted),
        strip=strip_view(comparison, sources),
        differences=tuple(d for d in differences if d.alarms),
        worded=tuple(d for d in differences if not d.alarms and d.severity != Severity.INFO),
        quiet=tuple(d for d in differences if d.severity == Severity.INFO),
        agreements=agreements[: config.agreements_shown],
        more_agreements=agreements[config.agreements_shown :],
        only=only_groups(comparison, sources, rows),
        side=side_view(comparison, sources, ids, config.columns_up_to),
        left_out=_left_out(comparison, sources),
        dates=date_views(comparison, sources),
        voices=voices[:VOICES_SHOWN],
        more_voices=voices[VOICES_SHOWN:],
        ties=_ties(comparison, sources),
        related=tuple((headlines.get(r.story, r.story), listing(r.shared)) for r in comparison.story.related),
        notes=tuple(visible(n) for n in (*comparison.story.notes, *comparison.notes)),
        search=_search_words(title, sources, differences, comparison),
    )


def _in_words(sources: Sources) -> str:
    articles, origins = len(sources.views), len(sources.groups)
    if origins == articles:
        return f"{count(articles, 'article')}, {count(origins, 'independent origin')}"
    return f"{count(articles, 'article')} from {count(origins, 'independent origin')}"


def _ties(comparison: Comparison, sources: Sources) -> tuple[TieView, ...]:
    return tuple(
        TieView(sources.of(edge.a), sources.of(edge.b), tuple(visible(reason) for reason in edge.reasons))
        for edge in comparison.story.edges
        if edge.reasons and edge.a in sources.articles and edge.b in sources.articles
    )


def _left_out(comparison: Comparison, sources: Sources) -> tuple[LeftOutView, ...]:
    return tuple(
        LeftOutView(view, tuple(LeftOutSentence(visible(s.text), str(s.role), visible(s.reason)) for s in sentences))
        for view, sentences in zip(sources.views, comparison.left_out, strict=False)
        if sentences
    )


def _search_words(title: str, sources: Sources, differences: Sequence[DifferenceView], comparison: Comparison) -> str:
    """What the filter box looks in: headline, outlets, names, places and what the differences are about."""
    words = [title, *(s.name for s in sources.views), *(s.title for s in sources.views)]
    words += [d.subject for d in differences] + [d.label for d in differences]
    words += [visible(c.evidence.quote) for c in comparison.claims if c.kind in ("person", "place", "name")]
    return shortened(" ".join(dict.fromkeys(" ".join(words).lower().split())), 1500)
