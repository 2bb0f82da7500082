"""Copies on Spark: signatures, bands, pairs, verified edges, clusters; each step is that of one machine, over frames.

No text comes to the driver, and none is sorted: numbers, signatures and keys travel in their place, and a text goes to
where it is verified.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from compare.cluster.clusters import LOOSE
from compare.cluster.components import components
from compare.cluster.copies import FEW, capped
from compare.cluster.edges import PAIRS as PAIRS_TOGETHER
from compare.cluster.furniture import Spread, Table, sample_of
from compare.cluster.sketcher import sketcher_for
from compare.config import Config
from compare.engines import spark_pairs as pairing
from compare.engines import spark_work as work
from compare.engines.spark_frames import Frame, Kept, frame_of, grouped, numbered, pieces, roots
from compare.model import Cluster

ARTICLES_EACH, KEYS_EACH, PAIRS_EACH, BLOCKS_EACH = 20_000, 8_000_000, 20_000, 16
"""Rows of a partition."""


@dataclass(frozen=True)
class Corpus:
    """`articles` by id, the `numbers` of the ids (0 from the smallest on), and how many there are."""

    articles: Frame
    numbers: Frame
    count: int


def find_clusters(corpus: Corpus, config: Config, few: int, keep: Kept) -> tuple[list[Cluster], tuple[str, ...]]:
    """The clusters in the order in which one machine gives them, and notes on what was not compared in full.

    Up to `few` pairs are joined on the driver.
    """
    if corpus.count <= FEW:  # the workers need not load numba
        config = replace(config, copies=replace(config.copies, fast=False))
    spread = _spread(corpus, config)
    pairs, largest = _pairs(corpus, spread, config, keep)
    total = pairs.count()
    packs, ends = _parts_of_few(pairs) if total <= few else _parts_of_many(pairs, total, keep)
    verify = partial(work.verify_rows, config=config, spread=spread, by_root=total > few)
    found = grouped(_parts(packs, ends, corpus), "part", pieces(total, PAIRS_EACH), verify, work.EDGES)
    notes = capped(largest)
    if total <= few:
        return work.clusters_of_edges([row.edges for row in keep.rows(found)], notes), notes
    make = partial(work.cluster_rows, notes=notes)
    clusters = grouped(found, "root", pieces(corpus.count, ARTICLES_EACH), make, work.CLUSTERS)
    return _in_order(clusters, keep), notes


def _in_order(frame: Frame, keep: Kept) -> list[Cluster]:
    found = [pickle.loads(row[0]) for row in keep.rows(frame)]
    whole = sorted((c for c in found if LOOSE not in c.notes), key=lambda c: (-len(c.members), c.id))
    return whole + sorted((c for c in found if LOOSE in c.notes), key=lambda c: c.members)


def _spread(corpus: Corpus, config: Config) -> Spread:
    """What is spread over the sample; a worker reads its texts."""
    chosen = frame_of(corpus.articles.sparkSession, "number bigint", sample_of(corpus.count))
    chosen = corpus.numbers.join(chosen.hint("broadcast"), "number")
    sample = corpus.articles.join(chosen.hint("broadcast"), "id").select("number", "article")
    one = sample.repartition(1).mapInArrow(partial(work.spread_rows, sketcher=sketcher_for(config.copies)), work.SPREAD)
    shingles, words = one.collect()[0]
    return Spread(Table.unpack(bytes(shingles)), Table.unpack(bytes(words)))


def _pairs(corpus: Corpus, spread: Spread, config: Config, keep: Kept) -> tuple[Frame, int]:
    """The candidate pairs that are worth verifying, and the size of the largest bucket."""
    signed = corpus.articles.mapInArrow(partial(work.sign_rows, config=config, spread=spread), work.SIGNATURES)
    signatures = keep(signed.join(corpus.numbers, "id").select("number", "signature"))
    cut = partial(pairing.key_rows, cut=pairing.ranges_of(corpus.count))
    keys = signatures.mapInArrow(cut, pairing.KEYS)
    each = pieces(corpus.count * config.copies.permutations, KEYS_EACH)
    pair = partial(pairing.pair_rows, block=pairing.BLOCK)
    found = keep(grouped(keys, "range", each, pair, pairing.FOUND))
    told = f"max(case when a = {pairing.LARGEST} then b end)", "count(block)"
    largest, blocks = found.selectExpr(*told).collect()[0]
    pairs = found.where(f"a <> {pairing.LARGEST}").select("a", "b")
    if blocks:
        crowds = found.where("block is not null").select("b", "block")
        pairs = pairs.union(grouped(crowds, "b", pieces(blocks, BLOCKS_EACH), pairing.block_rows, pairing.PAIRS))
    pairs = pairs.distinct()
    pairs = pairs.join(signatures.selectExpr("number as a", "signature as one"), "a")
    pairs = pairs.join(signatures.selectExpr("number as b", "signature as other"), "b")
    agree = partial(pairing.promising_rows, least=config.copies.promising)
    return keep(pairs.mapInArrow(agree, pairing.PAIRS)), largest or 0


def _parts_of_few(pairs: Frame) -> tuple[Frame, Frame]:
    """Packs of pairs that are verified together, the same as on one machine, and (part, number) of their articles."""
    a, b = pairs.toPandas().to_numpy(np.int64).T
    nodes, at = np.unique(np.concatenate((a, b)), return_inverse=True)
    root = nodes[components(len(nodes), at[: len(a)], at[len(a) :])[at[: len(a)]]] if len(a) else a
    order = np.lexsort((b, a, root))
    part = np.arange(len(order)) // PAIRS_TOGETHER
    packs = pairing.packs(part, root[order], a[order], b[order])
    ends = np.unique(np.stack((np.tile(part, 2), np.concatenate((a[order], b[order])))), axis=1)
    session = pairs.sparkSession
    return frame_of(session, pairing.PACKS, *packs), frame_of(session, "part bigint, number bigint", *ends)


def _parts_of_many(pairs: Frame, total: int, keep: Kept) -> tuple[Frame, Frame]:
    """The same made by the workers."""
    rooted = pairs.join(roots(pairs, keep).selectExpr("number as a", "root"), "a").select("root", "a", "b")
    in_order, _ = numbered(rooted, ("root", "a", "b"), pieces(total, PAIRS_EACH), keep)
    parts = keep(in_order.selectExpr(f"number div {PAIRS_TOGETHER} as part", "root", "a", "b"))
    ends = parts.selectExpr("part", "a as number").union(parts.selectExpr("part", "b as number")).distinct()
    return parts.mapInArrow(pairing.pack_rows, pairing.PACKS), ends


def _parts(packs: Frame, ends: Frame, corpus: Corpus) -> Frame:
    """Pairs and texts of each part together."""
    texts = corpus.articles.join(ends.join(corpus.numbers, "number"), "id")
    rows = texts.selectExpr("part", "number", "article", "cast(null as binary) as pairs")
    pairs = packs.selectExpr("part", "cast(-1 as bigint) as number", "cast(null as binary) as article", "pairs")
    return rows.union(pairs)
