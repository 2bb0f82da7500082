"""What only one of the independent origins says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.model import Claim, Comparison, Row
from compare.report.view_forms import sentence_of
from compare.report.view_sources import Sources, SourceView
from compare.report.view_text import Stretch, cut
from compare.report.visible import shortened, visible


@dataclass(frozen=True, slots=True)
class OnlyView:
    """A passage, or facts in a shared passage, that one origin alone gives."""

    passage: str
    number: int
    sources: tuple[SourceView, ...]
    sentences: tuple[tuple[Stretch, ...], ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnlyGroup:
    """What one independent origin alone says; `sources` are its articles."""

    sources: tuple[SourceView, ...]
    passages: tuple[OnlyView, ...]
    details: tuple[OnlyView, ...]


def only_groups(comparison: Comparison, sources: Sources, row_ids: Sequence[str]) -> tuple[OnlyGroup, ...]:
    """By independent origin: passages that it alone has, then details that it alone adds to shared passages."""
    passages: dict[int, list[OnlyView]] = defaultdict(list)
    for i, row in enumerate(comparison.rows):
        origins = {sources.origin_index[sources.views[k].article] for k in row.witnesses}
        if len(origins) == 1 and len(sources.groups) > 1:
            passages[origins.pop()].append(_lone(i, row, sources, row_ids[i]))
    details = _details(comparison, sources, row_ids)
    return tuple(
        OnlyGroup(tuple(sources.of(a) for a in members), tuple(passages[i]), tuple(details[i]))
        for i, members in enumerate(sources.groups)
        if passages[i] or details[i]
    )


def _lone(index: int, row: Row, sources: Sources, name: str) -> OnlyView:
    article = sources.comparison.story.articles[row.witnesses[0]]
    reading = row.readings[row.witnesses[0]]
    drawn = tuple(cut(article.text, s.span, sources.marks.within(article.id, s.span)) for s in reading)
    views = tuple(sources.views[k] for k in row.witnesses)
    return OnlyView(name, index + 1, views, drawn, ())


def _details(comparison: Comparison, sources: Sources, row_ids: Sequence[str]) -> dict[int, list[OnlyView]]:
    """Facts of ONLY_IN findings in passages that other origins have too, by origin."""
    found: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for finding in comparison.only_in:
        for origin, claims in _by_origin(finding.claims, sources).items():
            if finding.row is not None and len(_origins_of(comparison.rows[finding.row], sources)) > 1:
                found[origin, finding.row].extend(claims)
    details: dict[int, list[OnlyView]] = defaultdict(list)
    for (origin, row), claims in sorted(found.items()):
        facts = tuple(dict.fromkeys(shortened(visible(c.evidence.quote), 120) for c in claims))
        details[origin].append(OnlyView(row_ids[row], row + 1, (), (sentence_of(claims[0], sources),), facts))
    return details


def _by_origin(claims: Iterable[Claim], sources: Sources) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[sources.origin_index[claim.evidence.article]].append(claim)
    return found


def _origins_of(row: Row, sources: Sources) -> set[int]:
    return {sources.origin_index[sources.views[k].article] for k in row.witnesses}
