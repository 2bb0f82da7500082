"""The index of a run: its stories by what needs an editor first, single articles, unread files, notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from compare.config import ReportConfig
from compare.model import Comparison, Run
from compare.report.ids import finding_ids, row_ids
from compare.report.review import CorrectedView, ReviewMark, corrected_views
from compare.report.view import StoryPage
from compare.report.view_counts import (
    Tally,
    alarm_counts,
    differences_in_words,
    kind_counts,
    severity_counts,
    stories_in_words,
    tally,
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
    """Everything that the index tells besides the stories themselves; `named` where the house gave the title."""

    title: str
    named: bool
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
    numbers = alarm_counts(tally([comparison]))
    published = [a.published for a in comparison.story.articles if a.published]
    return IndexLine(
        id=page.id,
        link=link,
        headline=page.headline,
        sources=tuple(dict.fromkeys(name for origin in page.origins for name in _outlets(origin))),
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


def index_page(run: Run, config: ReportConfig, marks: Mapping[str, ReviewMark]) -> IndexPage:
    """The index of a run but for the lines of its stories of several articles."""
    counted, singles, notes = Tally(), [], list(map(visible, run.notes))
    for comparison in run.comparisons:
        counted.add(comparison)
        notes += [f"{source_name(a)}: {visible(note)}" for a in comparison.story.articles for note in a.notes]
        if len(comparison.story.articles) == 1:
            singles.append(_single(comparison, marks))
    told, found = stories_in_words(counted), differences_in_words(counted)
    return IndexPage(
        title=visible(config.title) or told,
        named=bool(config.title),
        summary=f"{told}; {found}." if config.title else f"{found[0].upper()}{found[1:]}.",
        articles=sum(counted.sizes),
        lines=(),
        singles=tuple(singles),
        counts=severity_counts(counted),
        kinds=kind_counts(counted),
        unread=tuple((visible(where), visible(reason)) for where, reason in unread_places(run.unread)),
        notes=tuple(notes),
        made_with=tuple((k, visible(v)) for k, v in sorted(run.made_with.items())),
        corrected=corrected_views(run, marks),
        reviewed=len(marks),
    )


def with_lines(index: IndexPage, lines: Iterable[IndexLine]) -> IndexPage:
    """The index with the lines of its stories, what needs an editor most first."""

    def needed(line: IndexLine) -> tuple[object, ...]:
        return -line.high, -line.medium, -line.low, -line.origins, line.headline, line.id

    return replace(index, lines=tuple(sorted(lines, key=needed)))


def _outlets(origin: OriginView) -> list[str]:
    """The outlets of an origin; of three or more the first, and how many more print its text."""
    if len(origin.copies) > 1:
        return [f"{origin.first.name} +{len(origin.copies)}"]
    return [origin.first.name, *(copy.name for copy in origin.copies)]


def _single(comparison: Comparison, marks: Mapping[str, ReviewMark]) -> SingleView:
    article = comparison.story.articles[0]
    sources = Sources(comparison)
    inside = difference_views(comparison, Quoter(sources, row_ids(comparison)), finding_ids(comparison), marks)
    view = sources.views[0]
    return SingleView(source_name(article), headline(comparison), view.date, view.passages, inside)
