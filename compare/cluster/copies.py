"""Near-duplicate copies: shingles, MinHash signatures, bands, verified edges, components."""

from __future__ import annotations

from collections.abc import Sequence

from compare.config import Config
from compare.model import Article, Cluster


def find_copies(articles: Sequence[Article], config: Config | None = None) -> list[Cluster]:
    """Clusters of articles that are printed from one text, largest first; articles without a copy are left out."""
    return []
