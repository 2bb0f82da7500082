"""What the sources agree on, passage by passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import Claim, Comparison, Evidence, Finding
from compare.report.labels import fact, is_alarm
from compare.report.view_forms import FormView, form_views, sentence_of, sources_of
from compare.report.view_marks import WHOLE
from compare.report.view_sources import Sources, SourceView
from compare.report.view_text import Stretch

_FIRST = "number duration unit date time ordinal score".split()
"""Kinds that an editor checks first; the others follow by name."""
_COMPATIBLE = ".compatible"
"""How the rules end for figures that can both hold: about 40 and 41, at least 14 and at least 17."""
_TOUCHED = "statement.touched"
"""The rule of sentences that speak of one matter and do not say the same of it."""
_SAME = frozenset({"statement.same_words", "statement.same_content"})
"""The rules of sentences that say one thing in nearly the same words."""
_FEWEST_WORDS = 5
"""A shorter line is seldom a statement: "Fire in Banstead"."""
_POINTING = [[word] for word in "he she it they this these his her its their".split()]
_ELSEWHERE = "mention"
"""The kind of what two sources have in different passages."""
_WHO_AND_WHERE = frozenset({_ELSEWHERE, "name", "organisation", "place", "title_role", "date", "time"})
"""Facts that two sentences may share and tell of quite different things."""


@dataclass(frozen=True, slots=True)
class AgreedFact:
    """A fact that several sources give, in its forms; `disputed` is the id of a difference on the same words.

    `plain` is true if there is one form only, and all sources of the passage have it; `alike` where the forms can both
    hold and are not one value.
    """

    forms: tuple[FormView, ...]
    plain: bool
    disputed: str
    alike: bool


@dataclass(frozen=True, slots=True)
class AgreedKind:
    """The agreed facts of one kind."""

    kind: str
    facts: tuple[AgreedFact, ...]


@dataclass(frozen=True, slots=True)
class AgreementView:
    """A passage with the facts that its sources share; `origins` of the story's independent origins carry it.

    `sources` say what `sentence` says, in the words of `teller`; it is empty where they only name the same person,
    place or day. Where `facts_only` they share the facts in it, and no more of it.
    """

    passage: str
    number: int
    origins: int
    sources: tuple[SourceView, ...]
    sentence: tuple[Stretch, ...]
    teller: SourceView
    facts_only: bool
    kinds: tuple[AgreedKind, ...]


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
    several = [v for v in views if v.origins > 1]
    return tuple(sorted(several, key=lambda v: (-v.origins, -sum(len(k.facts) for k in v.kinds), v.number)))


def _agreement(
    index: int, found: Sequence[Finding], sources: Sources, row_ids: Sequence[str], disputes: Mapping[Evidence, str]
) -> AgreementView:
    lead = max(found, key=lambda f: _weight(f, sources))
    views = sources_of(lead.claims, sources)
    by_kind: dict[str, dict[AgreedFact, None]] = {}
    for finding in found:
        if finding.kind not in WHOLE and _origins(finding, sources) > 1:
            by_kind.setdefault(finding.kind, {})[_agreed(finding, sources, views, disputes)] = None
    told = _briefest(lead, sources)
    order = sorted(by_kind, key=lambda kind: (_FIRST.index(kind) if kind in _FIRST else len(_FIRST), kind))
    return AgreementView(
        passage=row_ids[index],
        number=index + 1,
        origins=1 if lead.rule == _TOUCHED else _origins(lead, sources),
        sources=views,
        sentence=() if lead.kind in _WHO_AND_WHERE else sentence_of(told, sources),
        teller=sources.of(told.evidence.article),
        facts_only=lead.kind not in WHOLE,
        kinds=tuple(AgreedKind(fact(kind), tuple(by_kind[kind])) for kind in order),
    )


def _weight(finding: Finding, sources: Sources) -> tuple[bool, bool, bool, int, bool, bool, int]:
    """Which agreement of a passage its origins are counted by: what is told before who, where and when, of most
    origins, then what is said in nearly the same words, then the account in which most is said alike.
    """
    origins = _origins(finding, sources)
    whole, alike = finding.kind == "statement", finding.rule in _SAME
    length = min(len(claim.evidence.quote) for claim in finding.claims) if whole else 0
    return (origins > 1, finding.rule != _TOUCHED, finding.kind not in _WHO_AND_WHERE, origins, whole, alike, length)


def _origins(finding: Finding, sources: Sources) -> int:
    return sources.origins_among(claim.evidence.article for claim in finding.claims)


def _briefest(finding: Finding, sources: Sources) -> Claim:
    """The claim in the shortest whole sentence: what a long one tells besides, the others need not say.

    One that begins with a pronoun needs the sentence before it.
    """

    def length(claim: Claim) -> tuple[bool, bool, int]:
        sentence = sources.sentence_at(claim.evidence.article, claim.evidence.span)
        words = sentence.text.casefold().split() if sentence else []
        return len(words) < _FEWEST_WORDS, words[:1] in _POINTING, sum(map(len, words))

    return min(finding.claims, key=length)


def _agreed(
    finding: Finding, sources: Sources, all_of_them: tuple[SourceView, ...], disputes: Mapping[Evidence, str]
) -> AgreedFact:
    forms = form_views(finding.claims, sources, 120)
    disputed = next((disputes[c.evidence] for c in finding.claims if c.evidence in disputes), "")
    plain = len(forms) == 1 and forms[0].sources == all_of_them
    return AgreedFact(forms, plain, disputed, finding.rule.endswith(_COMPATIBLE))
