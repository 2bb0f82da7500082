"""The index of a run: its stories by what needs an editor first, single articles, unread files, notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.config import ReportConfig
from compare.model import Comparison, Run
from compare.report.ids import finding_ids, row_ids
from compare.report.review import CorrectedView, ReviewMark, corrected_views
from compare.report.view import StoryPage
from compare.report.view_counts import (
    alarm_counts,
    differences_in_words,
    kind_counts,
    severity_counts,
    stories_in_words,
)
from compare.report.view_findings import DifferenceView, difference_views
from compare.report.view_quotes import Quoter
from compare.report.view_sources import OriginView, Sources, headline, source_name
from compare.report.view_strip import StripView
from compare.report.view_unread import unread_places
from compare.report.visible import visible


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A story in the index."""

    id: str
    link: str
    headline: str
    sources: tuple[str, ...]
    articles: int
    origins: int
    high: int
    medium: int
    low: int
    newest: str
    strip: StripView
    kinds: tuple[str, ...]
    search: str


@dataclass(frozen=True, slots=True)
class SingleView:
    """An article that shares its story with none of the others."""

    name: str
    title: str
    date: str
    sentences: int
    inside: tuple[DifferenceView, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """Everything that the index tells besides the stories themselves."""

    title: str
    summary: str
    articles: int
    lines: tuple[IndexLine, ...]
    singles: tuple[SingleView, ...]
    counts: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, str, int], ...]
    unread: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    made_with: tuple[tuple[str, str], ...]
    corrected: tuple[CorrectedView, ...]
    reviewed: int


def index_line(page: StoryPage, comparison: Comparison, link: str) -> IndexLine:
    """The line of a story in the index."""
    numbers = alarm_counts([comparison])
    published = [a.published for a in comparison.story.articles if a.published]
    return IndexLine(
        id=page.id,
        link=link,
        headline=page.headline,
        sources=tuple(dict.fromkeys(_with_copies(origin) for origin in page.origins)),
        articles=len(page.sources),
        origins=len(page.origins),
        high=numbers["high"],
        medium=numbers["medium"],
        low=numbers["low"],
        newest=max((p.date().isoformat() for p in published), default=""),
        strip=page.strip,
        kinds=tuple(sorted({d.kind for d in page.differences})),
        search=page.search,
    )


def index_page(
    run: Run, config: ReportConfig, lines: Sequence[IndexLine], marks: Mapping[str, ReviewMark]
) -> IndexPage:
    """The index of a run; `lines` are those of its stories of several articles."""
    singles = [c for c in run.comparisons if len(c.story.articles) == 1]
    articles = sum(len(c.story.articles) for c in run.comparisons)
    told, found = stories_in_words(run.comparisons), differences_in_words(run.comparisons)
    return IndexPage(
        title=visible(config.title) or told,
        summary=f"{told}; {found}." if config.title else f"{found[0].upper()}{found[1:]}.",
        articles=articles,
        lines=tuple(
            sorted(lines, key=lambda line: (-line.high, -line.medium, -line.low, -line.origins, line.headline, line.id))
        ),
        singles=tuple(_single(c, marks) for c in singles),
        counts=severity_counts(run.comparisons),
        kinds=kind_counts(run.comparisons),
        unread=tuple((visible(where), visible(reason)) for where, reason in unread_places(run.unread)),
        notes=(*(visible(n) for n in run.notes), *_article_notes(run)),
        made_with=tuple((k, visible(v)) for k, v in sorted(run.made_with.items())),
        corrected=corrected_views(run, marks),
        reviewed=len(marks),
    )


def _with_copies(origin: OriginView) -> str:
    """The outlet that stands for an origin, and how many more print its text."""
    return f"{origin.first.name} +{len(origin.copies)}" if origin.copies else origin.first.name


def _single(comparison: Comparison, marks: Mapping[str, ReviewMark]) -> SingleView:
    article = comparison.story.articles[0]
    sources = Sources(comparison)
    inside = difference_views(comparison, Quoter(sources, row_ids(comparison)), finding_ids(comparison), marks)
    view = sources.views[0]
    return SingleView(source_name(article), headline(comparison), view.date, view.passages, inside)


def _article_notes(run: Run) -> tuple[str, ...]:
    noted = [(source_name(a), n) for c in run.comparisons for a in c.story.articles for n in a.notes]
    return tuple(f"{name}: {visible(note)}" for name, note in noted)
