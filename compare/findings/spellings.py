"""One disputed spelling, one finding: every place where it stands, captions too, and the conflict inside an article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from compare.findings.comparer import StoryView
from compare.model import Claim, Evidence, Finding, Role, Span, Verdict

_BLOCK = 256
"""Characters of a stretch of an article in which the places of names are looked up together."""
_RUN = re.compile(r"\w+")
_SPOKEN_OF = (Role.HEADLINE, Role.BODY, Role.CAPTION)


def gather_spellings(found: Sequence[Finding], view: StoryView) -> list[Finding]:
    """Name findings with all their places; a conflict inside an article joins the one across articles."""
    gathered = [_with_all_places(f, view) if f.kind in ("name_spelling", "internal") else f for f in found]
    across = _Across(f for f in gathered if f.kind == "name_spelling" and f.verdict is Verdict.DIFFER)
    inside = [f for f in gathered if f.kind == "internal"]
    told = {id(f): across.telling(f) for f in inside}
    with_inside = {other for others in told.values() for other in others}
    kept = [f for f in gathered if not told.get(id(f)) and not across.is_echo(f)]
    return [_with_inside(f) if id(f) in with_inside else f for f in kept]


class _Across:
    """The findings that tell a spelling across articles, found by the places that they name."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._by_evidence: dict[Evidence, set[int]] = {}
        self._near: dict[tuple[str, int], list[tuple[int, Evidence]]] = {}
        self._ids = set()
        for finding in findings:
            self._ids.add(id(finding))
            for evidence in (claim.evidence for claim in finding.claims):
                self._by_evidence.setdefault(evidence, set()).add(id(finding))
                for block in range(evidence.span.start // _BLOCK, evidence.span.end // _BLOCK + 1):
                    self._near.setdefault((evidence.article, block), []).append((id(finding), evidence))

    def telling(self, internal: Finding) -> set[int]:
        """Those that name every place of a conflict inside an article."""
        named = [self._by_evidence.get(claim.evidence, set()) for claim in internal.claims]
        return set.intersection(*named) if named else set(self._ids)

    def is_echo(self, finding: Finding) -> bool:
        """True for a lone name's slip where the full name is reported with the same place."""
        return id(finding) in self._ids and all(self._is_covered(c.evidence, finding) for c in finding.claims)

    def _is_covered(self, inner: Evidence, own: Finding) -> bool:
        near = self._near.get((inner.article, inner.span.start // _BLOCK), ())
        return any(other != id(own) and _within(inner, outer) for other, outer in near)


def _within(inner: Evidence, outer: Evidence) -> bool:
    shorter = len(inner.span) < len(outer.span)
    return shorter and inner.article == outer.article and inner.span.overlap(outer.span) == len(inner.span)


def _with_inside(finding: Finding) -> Finding:
    """The finding, with a word on the article that has both spellings itself."""
    return replace(finding, note=f"{finding.note} One article has both spellings.")


def _with_all_places(finding: Finding, view: StoryView) -> Finding:
    if finding.verdict is not Verdict.DIFFER:
        return finding
    known = {claim.evidence for claim in finding.claims}
    added = []
    for claim in finding.claims:
        if " " in claim.evidence.quote:
            added += [c for c in _further(claim, view) if c.evidence not in known]
            known.update(c.evidence for c in added)
    order = {witness.article.id: n for n, witness in enumerate(view.witnesses)}
    claims = sorted([*finding.claims, *added], key=lambda c: (order[c.evidence.article], c.evidence.span))
    return replace(finding, claims=tuple(claims))


def _further(claim: Claim, view: StoryView) -> Iterator[Claim]:
    """The same name in other sentences and captions of the same article."""
    article, quote = claim.evidence.article, claim.evidence.quote
    text, sentences, holders = _spoken(view)[article]
    rarest = min((holders.get(run, []) for run in _RUN.findall(quote)), key=len, default=list(range(len(sentences))))
    for start, end in (sentences[n] for n in rarest):
        for span in _places(quote, text, start, end):
            if not span.overlap(claim.evidence.span):
                yield replace(claim, evidence=Evidence(article, span, quote))


def _places(quote: str, text: str, start: int, end: int) -> Iterator[Span]:
    """Where the words of a quotation stand, none of them as the part of a longer word."""
    at = text.find(quote, start, end)
    while at >= 0:
        after = at + len(quote)
        whole = not (_RUN.match(text, at - 1, at) or _RUN.match(text, after, end))
        if whole:
            yield Span(at, after)
        at = text.find(quote, after if whole else at + 1, end)


@lru_cache(maxsize=2)
def _spoken(view: StoryView) -> dict[str, tuple[str, list[tuple[int, int]], dict[str, list[int]]]]:
    """Each article's text, the ends of its sentences that tell, and which of them hold each run of letters."""
    found = {}
    for witness in view.witnesses:
        text, holders = witness.article.text, defaultdict[str, list[int]](list)
        ends = [(s.span.start, s.span.end) for s in witness.sentences if s.role in _SPOKEN_OF]
        for n, (start, end) in enumerate(ends):
            for run in set(_RUN.findall(text, start, end)):
                holders[run].append(n)
        found[witness.article.id] = text, ends, dict(holders)
    return found
