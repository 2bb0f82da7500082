"""Plain data for people: a story as its page tells it, and a run as its index tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.config import ReportConfig
from compare.model import Comparison, Run, Severity
from compare.report.ids import finding_ids, row_ids, story_id
from compare.report.labels import count, difference, listing
from compare.report.review import CorrectedView, ReviewMark, corrected_views
from compare.report.view_agreements import AgreementView, OnlyGroup, agreement_views, only_groups
from compare.report.view_facts import DateView, VoiceView, date_views, voice_views
from compare.report.view_findings import DifferenceView, Quoter, difference_views
from compare.report.view_side import SideView, side_view
from compare.report.view_sources import OriginView, Sources, SourceView, headline, source_name
from compare.report.view_strip import StripView, strip_view
from compare.report.visible import shortened, visible


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
    related: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    search: str


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A story in the index."""

    id: str
    link: str
    headline: str
    sources: str
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


def story_page(
    comparison: Comparison, config: ReportConfig, marks: Mapping[str, ReviewMark], headlines: Mapping[str, str]
) -> StoryPage:
    """The page of a story; `headlines` name the other stories of the run by id."""
    sources = Sources(comparison)
    ids, rows = finding_ids(comparison), row_ids(comparison)
    differences = difference_views(comparison, Quoter(sources, rows), ids, marks)
    agreements = agreement_views(comparison, sources, rows, ids)
    title = headline(comparison)
    return StoryPage(
        id=story_id(comparison.story),
        headline=title,
        sources=sources.views,
        origins=sources.origins,
        voices_in_words=_in_words(sources),
        counts=severity_counts([comparison]),
        kinds=kind_counts([comparison]),
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
        voices=voice_views(comparison, sources, rows),
        related=tuple((headlines.get(r.story, r.story), listing(r.shared)) for r in comparison.story.related),
        notes=tuple(visible(n) for n in (*comparison.story.notes, *comparison.notes)),
        search=_search_words(title, sources, differences, comparison),
    )


def index_line(page: StoryPage, comparison: Comparison, link: str) -> IndexLine:
    """The line of a story in the index."""
    numbers = dict(page.counts)
    published = [a.published for a in comparison.story.articles if a.published]
    return IndexLine(
        id=page.id,
        link=link,
        headline=page.headline,
        sources=", ".join(dict.fromkeys(s.name for s in page.sources)),
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
    several = [c for c in run.comparisons if len(c.story.articles) > 1]
    singles = [c for c in run.comparisons if len(c.story.articles) == 1]
    articles = sum(len(c.story.articles) for c in run.comparisons)
    return IndexPage(
        title=visible(config.title) or _title(articles, lines),
        summary=_summary(several),
        articles=articles,
        lines=tuple(
            sorted(lines, key=lambda line: (-line.high, -line.medium, -line.low, -line.origins, line.headline, line.id))
        ),
        singles=tuple(_single(c, marks) for c in singles),
        counts=severity_counts(run.comparisons),
        kinds=kind_counts(run.comparisons),
        unread=tuple((visible(f"{u.path}:{u.line}" if u.line else u.path), visible(u.reason)) for u in run.unread),
        notes=(*(visible(n) for n in run.notes), *_article_notes(run)),
        made_with=tuple((k, visible(v)) for k, v in sorted(run.made_with.items())),
        corrected=corrected_views(run, marks),
        reviewed=len(marks),
    )


def severity_counts(comparisons: Sequence[Comparison]) -> tuple[tuple[str, int], ...]:
    """(severity, number of differences), gravest first."""
    found = Counter(f.severity for c in comparisons for f in c.discrepancies)
    return tuple((str(s), found[s]) for s in Severity)


def kind_counts(comparisons: Sequence[Comparison]) -> tuple[tuple[str, str, int], ...]:
    """(kind, in words, number of differences), most frequent first."""
    found = Counter(f.kind for c in comparisons for f in c.discrepancies)
    return tuple((k, difference(k), n) for k, n in sorted(found.items(), key=lambda kn: (-kn[1], kn[0])))


def _in_words(sources: Sources) -> str:
    articles, origins = len(sources.views), len(sources.groups)
    if origins == articles:
        return f"{count(articles, 'article')}, {count(origins, 'independent origin')}"
    return f"{count(articles, 'article')} from {count(origins, 'independent origin')}"


def _title(articles: int, lines: Sequence[IndexLine]) -> str:
    return f"{count(len(lines), 'story', 'stories')} in {count(articles, 'article')}"


def _summary(several: Sequence[Comparison]) -> str:
    numbers = [(n, f"{n:,} {name}") for name, n in severity_counts(several) if n and name != Severity.INFO]
    told = f"{count(len(several), 'story', 'stories')} told by more than one article"
    if not numbers:
        return f"{told}; no differences found."
    return f"{told}; {count(sum(n for n, _ in numbers), 'difference')}: {listing(words for _, words in numbers)}."


def _left_out(comparison: Comparison, sources: Sources) -> tuple[LeftOutView, ...]:
    return tuple(
        LeftOutView(view, tuple(LeftOutSentence(visible(s.text), str(s.role), visible(s.reason)) for s in sentences))
        for view, sentences in zip(sources.views, comparison.left_out, strict=False)
        if sentences
    )


def _single(comparison: Comparison, marks: Mapping[str, ReviewMark]) -> SingleView:
    article = comparison.story.articles[0]
    sources = Sources(comparison)
    inside = difference_views(comparison, Quoter(sources, row_ids(comparison)), finding_ids(comparison), marks)
    view = sources.views[0]
    return SingleView(source_name(article), headline(comparison), view.date, view.passages, inside)


def _article_notes(run: Run) -> tuple[str, ...]:
    noted = [(source_name(a), n) for c in run.comparisons for a in c.story.articles for n in a.notes]
    return tuple(f"{name}: {visible(note)}" for name, note in noted)


def _search_words(title: str, sources: Sources, differences: Sequence[DifferenceView], comparison: Comparison) -> str:
    """What the filter box looks in: headline, outlets, names, places and what the differences are about."""
    words = [title, *(s.name for s in sources.views), *(s.title for s in sources.views)]
    words += [d.subject for d in differences] + [d.label for d in differences]
    words += [visible(c.evidence.quote) for c in comparison.claims if c.kind in ("person", "place", "name")]
    return shortened(" ".join(dict.fromkeys(" ".join(words).lower().split())), 1500)
