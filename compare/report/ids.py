"""Ids made from content, so that a link, a review mark or an annotation survives the next run."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from compare.model import Comparison, Finding, Row, Story


def story_id(story: Story) -> str:
    """Anchor and file name of a story."""
    return f"s-{_digest([story.id])}"


def finding_ids(comparison: Comparison) -> tuple[str, ...]:
    """One id per finding: kind, verdict, and what each article says; not where it says so, nor the rule's name."""
    return _numbered("f", (_finding(f) for f in comparison.findings))


def row_ids(comparison: Comparison) -> tuple[str, ...]:
    """One id per passage, from the sentences in it."""
    ids = tuple(a.id for a in comparison.story.articles)
    return _numbered("p", (_row(row, ids) for row in comparison.rows))


def _finding(finding: Finding) -> list[str]:
    said = sorted(f"{c.evidence.article}\t{c.value}\t{c.evidence.quote}" for c in finding.claims)
    return [finding.kind, finding.verdict, *said]


def _row(row: Row, articles: tuple[str, ...]) -> list[str]:
    return [f"{articles[k]}\t{s.text}" for k in row.witnesses for s in row.readings[k]]


def _numbered(letter: str, contents: Iterable[list[str]]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    made = []
    for content in contents:
        digest = _digest(content)
        seen[digest] += 1
        made.append(f"{letter}-{digest}" + (f"-{seen[digest]}" if seen[digest] > 1 else ""))
    return tuple(made)


def _digest(parts: Iterable[str]) -> str:
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:12]
