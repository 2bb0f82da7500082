"""Near-duplicate copies: what is spread is left out, the rest is sketched, candidates are verified and joined."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import attrgetter

import numpy as np

from compare.cluster.arrays import Hashes16, Hashes32
from compare.cluster.bands import BUCKET, agreement, candidates
from compare.cluster.clusters import LOOSE, Member, make_clusters
from compare.cluster.components import join
from compare.cluster.edges import Edges, verify
from compare.cluster.furniture import Spread, find_spread, sample_of
from compare.cluster.sketcher import Sketcher, sketcher_for
from compare.config import Config
from compare.errors import DuplicateIds
from compare.model import Article, Cluster

_LOG = logging.getLogger(__name__)
Tell = Callable[[str], None]
"""Called with what was not compared in full."""
FEW = 5_000
"""Articles for which the compiled loops, to load which takes .05 s, do not pay in a process that finds copies once."""
BATCH = 4_000
"""Texts that are at hand together when they come from a store."""


def log(note: str) -> None:
    """Log as a warning what was not compared in full, where there is no other place for it."""
    _LOG.warning(note)


def find_copies(articles: Sequence[Article], config: Config | None = None) -> list[Cluster]:
    """Clusters of articles that are printed from one text, largest first; articles without a copy are left out.

    Clusters do not overlap, but for pairs of short texts that are alike while their other copies are not: such a pair
    stands last, with a note. Raises `DuplicateIds` where two articles have one id. Where the extra
    `fast` is installed, the first call after the installation compiles, which takes seconds.

    What was not compared in full is a note of every cluster; where there is none, it is logged as a warning.
    """
    clusters, notes = copies_and_notes(articles, config)
    for note in () if clusters else notes:
        log(note)
    return clusters


def copies_and_notes(
    articles: Sequence[Article], config: Config | None = None
) -> tuple[list[Cluster], tuple[str, ...]]:
    """`find_copies`, and notes on what was not compared in full, also where no cluster is there to carry them."""
    config = config or Config()
    return _find(articles, sketcher_for(config.copies, config.workers or os.cpu_count() or 1))


def copy_groups(articles: Sequence[Article], config: Config | None = None, tell: Tell = log) -> list[Cluster]:
    """The clusters of `find_copies` that do not overlap: each article is in one at most.

    `tell` is told what was not compared in full.
    """
    config = config or Config()
    workers = config.workers or os.cpu_count() or 1
    sketcher = sketcher_for(config.copies, workers) if len(articles) > FEW else Sketcher(config.copies, workers)
    clusters, notes = _find(articles, sketcher)
    for note in notes:
        tell(note)
    return [cluster for cluster in clusters if LOOSE not in cluster.notes]


def by_id(articles: Sequence[Article]) -> list[Article]:
    """The articles in the order of their ids, so that the order of the input changes nothing; raises `DuplicateIds`."""
    ordered = sorted(articles, key=attrgetter("id"))
    twice = [a.id for a, b in pairwise(ordered) if a.id == b.id]
    if twice:
        raise DuplicateIds(list(dict.fromkeys(twice)))
    return ordered


def _find(articles: Sequence[Article], sketcher: Sketcher) -> tuple[list[Cluster], tuple[str, ...]]:
    ordered = by_id(articles)
    edges, notes = _find_edges([article.text for article in ordered], sketcher)
    nodes, local = edges.local()
    members = [Member.of(ordered[i]) for i in nodes.tolist()]
    return make_clusters(members, join(len(nodes), local), local, notes), notes


def sign_all(texts: Sequence[str], sketcher: Sketcher) -> tuple[Spread, Hashes32]:
    """What is spread over the texts, and the signatures of what is not."""
    signatures = np.empty((sketcher.settings.permutations, len(texts)), np.uint32)
    return _fill(signatures, texts, sketcher), signatures


def _fill(signatures: Hashes16 | Hashes32, texts: Sequence[str], sketcher: Sketcher) -> Spread:
    sample = sample_of(len(texts))
    spread, signatures[:, sample] = _look_at([texts[i] for i in sample.tolist()], sketcher)
    rest = np.delete(np.arange(len(texts)), sample)
    for start in range(0, len(rest), BATCH):
        part = rest[start : start + BATCH]
        sketcher.fill(signatures, part, [texts[i] for i in part.tolist()], spread.shingles)
    return spread


def _look_at(sample: Sequence[str], sketcher: Sketcher) -> tuple[Spread, Hashes32]:
    shingles, words = sketcher.shingles(sample)
    spread = find_spread(shingles, words)
    return spread, sketcher.sign(shingles, spread.shingles)


def _find_edges(texts: list[str], sketcher: Sketcher) -> tuple[Edges, tuple[str, ...]]:
    signatures = np.empty((sketcher.settings.permutations, len(texts)), np.uint16)
    spread = _fill(signatures, texts, sketcher)
    left, right, largest = candidates(signatures)
    promising = agreement(signatures, left, right) >= sketcher.settings.promising
    del signatures  # verification needs the room
    edges = verify(texts, left[promising], right[promising], spread, sketcher)
    return edges, capped(largest)


def capped(largest: int) -> tuple[str, ...]:
    """The note on a largest bucket of so many articles, none where all in it were compared."""
    if largest <= BUCKET:
        return ()
    return (f"copies: of {largest} articles alike in one place each was compared with the nearest {BUCKET} only",)
