"""What the sources agree on, passage by passage, and what only one of them says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.model import Claim, Comparison, Evidence, Finding, Row
from compare.report.labels import fact, is_alarm
from compare.report.view_forms import FormView, form_views, sources_of
from compare.report.view_marks import WHOLE
from compare.report.view_sources import Sources, SourceView
from compare.report.view_text import Stretch, cut
from compare.report.visible import shortened, visible


@dataclass(frozen=True, slots=True)
class AgreedFact:
    """A fact that several sources give, in its forms; `disputed` is the id of a difference on the same words."""

    kind: str
    forms: tuple[FormView, ...]
    origins: int
    disputed: str


@dataclass(frozen=True, slots=True)
class AgreementView:
    """A passage with the facts that its sources share; `origins` of the story's independent origins carry it."""

    passage: str
    number: int
    origins: int
    sources: tuple[SourceView, ...]
    sentence: tuple[Stretch, ...]
    facts: tuple[AgreedFact, ...]


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


def agreement_views(
    comparison: Comparison, sources: Sources, row_ids: Sequence[str], finding_ids: Sequence[str]
) -> tuple[AgreementView, ...]:
    """Agreements by passage, those of most origins first, then those with most facts."""
    by_row: dict[int | None, list[Finding]] = defaultdict(list)
    for finding in comparison.agreements:
        by_row[finding.row].append(finding)
    disputes = {
        claim.evidence: name
        for finding, name in zip(comparison.findings, finding_ids, strict=True)
        if is_alarm(finding)
        for claim in finding.claims
    }
    views = [_agreement(i, found, sources, row_ids, disputes) for i, found in by_row.items() if i is not None]
    return tuple(sorted(views, key=lambda v: (-v.origins, -len(v.facts), v.number)))


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


def _agreement(
    index: int, found: Sequence[Finding], sources: Sources, row_ids: Sequence[str], disputes: Mapping[Evidence, str]
) -> AgreementView:
    claims = [c for f in found for c in f.claims]
    views = sources_of(claims, sources)
    facts = dict.fromkeys(_agreed(f, sources, disputes) for f in found if f.kind not in WHOLE)
    return AgreementView(
        passage=row_ids[index],
        number=index + 1,
        origins=max(sources.origins_among(c.evidence.article for c in f.claims) for f in found),
        sources=views,
        sentence=_sentence_of(next(c for c in claims if c.evidence.article == views[0].article), sources),
        facts=tuple(sorted(facts, key=lambda f: -f.origins)),
    )


def _agreed(finding: Finding, sources: Sources, disputes: Mapping[Evidence, str]) -> AgreedFact:
    disputed = next((disputes[c.evidence] for c in finding.claims if c.evidence in disputes), "")
    origins = sources.origins_among(c.evidence.article for c in finding.claims)
    return AgreedFact(fact(finding.kind), form_views(finding.claims, sources, 120), origins, disputed)


def _sentence_of(claim: Claim, sources: Sources) -> tuple[Stretch, ...]:
    """The sentence that carries the claim, with its facts marked."""
    article = sources.articles[claim.evidence.article]
    sentence = sources.sentence_at(article.id, claim.evidence.span)
    span = sentence.span if sentence else claim.evidence.span
    return cut(article.text, span, sources.marks.within(article.id, span))


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
        details[origin].append(OnlyView(row_ids[row], row + 1, (), (_sentence_of(claims[0], sources),), facts))
    return details


def _by_origin(claims: Iterable[Claim], sources: Sources) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[sources.origin_index[claim.evidence.article]].append(claim)
    return found


def _origins_of(row: Row, sources: Sources) -> set[int]:
    return {sources.origin_index[sources.views[k].article] for k in row.witnesses}
