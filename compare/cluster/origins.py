"""Independent origins: how many voices a story really has. Copies share one; so do texts whose passages an agency wrote."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Article, Cluster, Origin


def find_origins(articles: Sequence[Article], copies: Sequence[Cluster]) -> tuple[Origin, ...]:
    """Origins of a story, the largest first."""
    copied = [Origin(_fullest_first(c, articles), "copies of one text") for c in copies]
    seen = {member for origin in copied for member in origin.members}
    alone = [Origin((a.id,), "own text") for a in articles if a.id not in seen]
    return tuple([*copied, *alone])


def _fullest_first(cluster: Cluster, articles: Sequence[Article]) -> tuple[str, ...]:
    size = {a.id: len(a.text) for a in articles}
    return tuple(sorted(cluster.members, key=lambda m: (-size[m], m)))
