"""Copies on Spark: signatures, bands, pairs, verified edges, clusters; each step is that of one machine, over frames.

No text comes to the driver. A bucket is cut at places in its order like any other run of keys, so that the largest
(a footer that a million articles share) is spread over many workers.
"""

from __future__ import annotations

import pickle
from dataclasses import replace
from functools import partial
from typing import Any

from compare.cluster.bands import BUCKET
from compare.cluster.clusters import LOOSE
from compare.cluster.copies import FEW
from compare.cluster.edges import PAIRS as PAIRS_TOGETHER
from compare.cluster.furniture import Spread, Table, sample_of
from compare.cluster.sketcher import sketcher_for
from compare.config import Config
from compare.engines import spark_pairs as pairing
from compare.engines import spark_work as work
from compare.engines.spark_frames import Frame, Kept, numbered, pieces, roots
from compare.model import Cluster

ARTICLES_EACH, KEYS_EACH, PAIRS_EACH = 1000, 1_000_000, 50_000
"""Rows of a partition."""
_PARTS = "number bigint, root bigint, a bigint, b bigint"


def cluster_frame(articles: Frame, count: int, config: Config, few: int, keep: Kept) -> Frame:
    """Pickled clusters of the numbered articles, each in a row."""
    if count <= FEW:  # the workers need not load numba
        config = replace(config, copies=replace(config.copies, fast=False))
    spread = _spread(articles, count, config)
    signatures = keep(articles.mapInArrow(partial(work.sign_rows, config=config, spread=spread), work.SIGNATURES))
    pairs, largest = _pairs(signatures, count, config, keep)
    parts = _parts(pairs, few, keep)
    edges = _edges(parts, articles, count, config, spread)
    capped = f"in a bucket of {largest} articles each was compared with the nearest {BUCKET} only"
    notes = (capped,) if largest > BUCKET else ()
    hung = edges.repartition(pieces(count, ARTICLES_EACH), "root").sortWithinPartitions("root")
    return hung.mapInArrow(partial(work.cluster_rows, notes=notes), work.CLUSTERS)


def clusters_of(frame: Frame, keep: Kept) -> list[Cluster]:
    """The clusters in the order in which one machine gives them."""
    found = [pickle.loads(row[0]) for row in keep.rows(frame)]
    whole = sorted((c for c in found if LOOSE not in c.notes), key=lambda c: (-len(c.members), c.id))
    return whole + sorted((c for c in found if LOOSE in c.notes), key=lambda c: c.members)


def _spread(articles: Frame, count: int, config: Config) -> Spread:
    """What is spread over the sample; a worker reads its texts."""
    sample = sample_of(count).tolist()
    if len(sample) < count:
        chosen = articles.sparkSession.createDataFrame([(n,) for n in sample], "number bigint")
        articles = articles.join(chosen, "number")
    one = articles.repartition(1).mapInArrow(
        partial(work.spread_rows, sketcher=sketcher_for(config.copies)), work.SPREAD
    )
    shingles, words = one.collect()[0]
    return Spread(Table.unpack(bytes(shingles)), Table.unpack(bytes(words)))


def _pairs(signatures: Frame, count: int, config: Config, keep: Kept) -> tuple[Frame, int]:
    """The candidate pairs that are worth verifying, and the size of the largest bucket."""
    bits = max(1, count.bit_length())
    keys = signatures.mapInArrow(partial(pairing.band_rows, bits=bits), pairing.BANDS)
    keys = keys.repartitionByRange(pieces(count * config.copies.permutations, KEYS_EACH), "band", "key")
    keys = keys.selectExpr("spark_partition_id() as partition", "band", "key")
    found = keep(keys.mapInArrow(partial(pairing.pair_rows, bits=bits), pairing.FOUND))
    ends = found.where(f"kind = {pairing.EDGE_OF_PARTITION}").select("partition", "band", "a", "b", "size")
    between = pairing.pairs_between([tuple(row) for row in ends.collect()], bits)
    runs = found.where(f"kind = {pairing.RUN}").groupBy("band", "a").agg({"b": "sum"})
    largest = int(runs.agg({"sum(b)": "max"}).collect()[0][0] or 0)
    pairs = found.where(f"kind = {pairing.PAIR}").select("a", "b")
    pairs = pairs.union(signatures.sparkSession.createDataFrame(between, pairing.PAIRS)).distinct()
    pairs = pairs.join(signatures.selectExpr("number as a", "signature as one"), "a")
    pairs = pairs.join(signatures.selectExpr("number as b", "signature as other"), "b")
    pairs = pairs.coalesce(pieces(count, ARTICLES_EACH))
    return keep(
        pairs.mapInArrow(partial(pairing.promising_rows, least=config.copies.promising), pairing.PAIRS)
    ), largest


def _parts(pairs: Frame, few: int, keep: Kept) -> Frame:
    """The pairs in parts that are verified together, the same parts as on one machine."""
    rooted = pairs.join(roots(pairs, few).selectExpr("number as a", "root"), "a").select("root", "a", "b")
    in_order, _ = numbered(rooted, _PARTS, ("root", "a", "b"), pieces(pairs.count(), PAIRS_EACH), keep)
    return in_order.selectExpr(f"number div {PAIRS_TOGETHER} as part", "root", "a", "b")


def _edges(parts: Frame, articles: Frame, count: int, config: Config, spread: Spread) -> Frame:
    ends = parts.selectExpr("part", "a as number").union(parts.selectExpr("part", "b as number")).distinct()
    texts = ends.join(articles.select("number", "article"), "number")
    texts = texts.selectExpr("part", "cast(-1 as bigint) as root", "number as a", "cast(-1 as bigint) as b", "article")
    rows = parts.selectExpr("part", "root", "a", "b", "cast(null as binary) as article").union(texts)
    rows = rows.repartition(pieces(count, ARTICLES_EACH), "part").sortWithinPartitions("part")
    verify: Any = partial(work.verify_rows, config=config, spread=spread)
    return rows.mapInArrow(verify, work.EDGES)
