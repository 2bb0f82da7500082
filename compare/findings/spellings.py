"""One disputed spelling, one finding: every place where it stands, captions too, and the conflict inside an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compare.findings.comparer import StoryView
from compare.model import Claim, Evidence, Finding, Role, Span, Verdict

_SPOKEN_OF = (Role.HEADLINE, Role.BODY, Role.CAPTION)


def gather_spellings(found: Sequence[Finding], view: StoryView) -> list[Finding]:
    """Name findings with all their places; a conflict inside an article joins the one across articles."""
    gathered = [_with_all_places(f, view) if f.kind in ("name_spelling", "internal") else f for f in found]
    across = [f for f in gathered if f.kind == "name_spelling" and f.verdict is Verdict.DIFFER]
    kept = [f for f in gathered if not (f.kind == "internal" and _is_told(f, across)) and not _is_echo(f, across)]
    internal = [f for f in gathered if f.kind == "internal"]
    return [_with_inside(f, internal) if f.kind == "name_spelling" else f for f in kept]


def _is_echo(finding: Finding, across: Sequence[Finding]) -> bool:
    """True for a lone name's slip where the full name is reported with the same place."""
    if finding not in across:
        return False
    others = [claim.evidence for other in across if other is not finding for claim in other.claims]
    return all(any(_within(claim.evidence, other) for other in others) for claim in finding.claims)


def _within(inner: Evidence, outer: Evidence) -> bool:
    shorter = len(inner.span) < len(outer.span)
    return shorter and inner.article == outer.article and inner.span.overlap(outer.span) == len(inner.span)


def _with_inside(finding: Finding, internal: Sequence[Finding]) -> Finding:
    """The finding on a spelling, with a word on the article that has both spellings itself."""
    if not any(_is_told(f, [finding]) for f in internal):
        return finding
    return replace(finding, note=f"{finding.note} One article has both spellings.")


def _is_told(internal: Finding, across: Sequence[Finding]) -> bool:
    mine = {claim.evidence for claim in internal.claims}
    return any(mine <= {claim.evidence for claim in f.claims} for f in across)


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
    witness = next(w for w in view.witnesses if w.article.id == claim.evidence.article)
    pattern = re.compile(rf"(?<!\w){re.escape(claim.evidence.quote)}(?!\w)")
    for sentence in witness.sentences:
        if sentence.role in _SPOKEN_OF:
            for match in pattern.finditer(witness.article.text, sentence.span.start, sentence.span.end):
                span = Span(*match.span())
                if not span.overlap(claim.evidence.span):
                    yield replace(claim, evidence=Evidence(witness.article.id, span, match.group()))
