"""Who printed a text first, and how much of it the later copies kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from compare.cluster.told import Told
from compare.model import Article, Cluster

SHOWN = 5
"""Copies named."""


def printing_order(copies: Sequence[Told], cluster: Cluster) -> str:
    """The chain of copies in words: the first dated one, then the others in time with what they share with it."""
    ordered = sorted((t.article for t in copies), key=in_time)
    first = ordered[0]
    if first.published is None:
        return f"copies of one text: {_named([a.id for a in ordered])}"
    kept = {frozenset((edge.a, edge.b)): edge for edge in cluster.edges}
    steps = []
    for article in ordered[1:]:
        edge = kept.get(frozenset((first.id, article.id)))
        same = f" ({edge.jaccard:.0%} the same)" if edge else ""
        when = f" {article.published:%Y-%m-%d %H:%M}" if article.published else " undated"
        steps.append(f"{article.id}{when}{same}")
    return f"copies of one text: first {first.id} {first.published:%Y-%m-%d %H:%M}, then {_named(steps)}"


def in_time(article: Article) -> tuple[datetime, str]:
    """When it was published, undated last; a time without a zone is taken as UTC."""
    published = article.published or datetime.max
    return (published if published.tzinfo else published.replace(tzinfo=UTC)), article.id


def _named(parts: Sequence[str]) -> str:
    more = f" and {len(parts) - SHOWN} more" if len(parts) > SHOWN else ""
    return ", ".join(parts[:SHOWN]) + more
