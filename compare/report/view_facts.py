"""The dates that the sources give, in order, and who is quoted saying what, source by source."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from compare.model import Claim, Comparison
from compare.report.labels import calendar
from compare.report.view_forms import FormView, form_views, sources_of
from compare.report.view_sources import Sources, SourceView
from compare.report.visible import shortened, visible

_DAY = re.compile(r"(?:\d{4}|-)-\d\d")
"""A value that names at least a month; a bare year says too little for a line of time."""

LONGEST_STATEMENT = 280
"""Characters of a statement that are shown here; side by side it stands in full."""

LONGEST_LEAD = 80
"""Characters between a speaker and what they say ("expressed his optimism, noting") that are shown before it."""

_EDGES = " .,;:“”\"'‘’"
_ARTICLES = frozenset(("the", "an"))
_NOBODY = frozenset("i he she it they we you who which that this these those one".split())


@dataclass(frozen=True, slots=True)
class DateView:
    """A date with the forms in which the sources write it."""

    day: str
    forms: tuple[FormView, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source has a speaker say; `lead` are the words that bring it in ("warned that")."""

    lead: str
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
    said = [c for c in comparison.claims if c.kind == "attribution" and _last_word(_speaker(c)) not in _NOBODY]
    whole = _whole_names({_words(_speaker(c)) for c in said})
    by_speaker: dict[tuple[str, ...], list[Claim]] = {}
    for claim in said:
        by_speaker.setdefault(whole[_words(_speaker(claim))], []).append(claim)
    voices = [_voice(claims, sources, row_ids) for claims in by_speaker.values()]
    return tuple(sorted(voices, key=lambda v: (-len(v.sources), -len(v.statements), v.speaker)))


def _whole_names(names: Set[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """A name → the one longer name that holds all its words and ends as it does, else itself: of two Bergs neither."""
    whole: dict[tuple[str, ...], tuple[str, ...]] = {}
    longest: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for name in sorted(names, key=lambda n: (-len(n), n)):
        rarest = min((longest.get((name[-1], word), []) for word in name), key=len)
        holders = list(islice((other for other in rarest if set(name) < set(other)), 2))
        whole[name] = holders[0] if len(holders) == 1 else name
        for word in () if holders else set(name):
            longest.setdefault((name[-1], word), []).append(name)
    return whole


def _voice(claims: Sequence[Claim], sources: Sources, row_ids: tuple[str, ...]) -> VoiceView:
    said: dict[str, list[Claim]] = {}
    ends: dict[str, list[int]] = {}
    for claim in claims:
        insort(ends.setdefault(claim.evidence.article, []), claim.evidence.span.end)
        said.setdefault(claim.evidence.quote.casefold().strip(_EDGES), []).append(claim)
    statements = tuple(
        Statement(
            _lead(found[0], ends, sources),
            shortened(visible(found[0].evidence.quote.strip()), LONGEST_STATEMENT),
            sources_of(found, sources),
            _passage(found[0], sources, row_ids),
        )
        for found in said.values()
    )
    speaker = max((c.subject for c in claims), key=lambda name: (_is_named(name, claims), len(name), name))
    return VoiceView(shortened(visible(speaker), 80), sources_of(claims, sources), statements)


def _is_named(name: str, claims: Sequence[Claim]) -> tuple[bool, bool]:
    """Whether it ends as the name does ("Minister Hoàng", not "Hoàng, as chair of the group"), and begins big."""
    return _last_word(name) == _last_word(_speaker(claims[0])), name[:1].isupper()


def _speaker(claim: Claim) -> str:
    """Who says it, as the value resolves it."""
    return str(claim.value).rpartition(": ")[0] or claim.subject


def _last_word(name: str) -> str:
    return (_words(name) or ("it",))[-1]


def _words(name: str) -> tuple[str, ...]:
    """The folded words of a name or an office, without article and genitive."""
    words = (w.strip(_EDGES).removesuffix("’s").removesuffix("'s") for w in name.casefold().split())
    return tuple(w for w in words if len(w) > 1 and w not in _ARTICLES)


def _lead(claim: Claim, ends: Mapping[str, Sequence[int]], sources: Sources) -> str:
    """What brings a statement in, from its speaker or their last statement in the sentence on; none if it is long.

    `ends` is where the speaker's statements end, by article, rising.
    """
    article, span = claim.evidence.article, claim.evidence.span
    sentence = sources.sentence_at(article, span)
    if sentence is None or not claim.subject:
        return ""
    speaker = sentence.text.rfind(claim.subject, 0, span.start - sentence.span.start)
    start = sentence.span.start + speaker + len(claim.subject)
    before = bisect_right(ends[article], span.start)
    told = ends[article][before - 1] if before else 0
    lead = sentence.text[max(start, told) - sentence.span.start : span.start - sentence.span.start]
    lead = lead.strip(' ,:;“"')
    return visible(lead) if speaker >= 0 and len(lead) <= LONGEST_LEAD else ""


def _passage(claim: Claim, sources: Sources, row_ids: tuple[str, ...]) -> str:
    sentence = sources.sentence_at(claim.evidence.article, claim.evidence.span)
    row = sources.row_of.get((claim.evidence.article, sentence.span.start)) if sentence else None
    return row_ids[row] if row is not None else ""
