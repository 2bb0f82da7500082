"""What runs on Spark's workers: pure functions over Arrow batches, made of the same functions as on one machine.

Each takes the batches of one partition and yields batches of the columns that stand above it. Articles travel pickled,
so that what a worker compares is exactly what one machine would compare.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Sequence
from hashlib import sha256
from operator import itemgetter
from typing import Any

import numpy as np

from compare.cluster.clusters import Member, make_clusters
from compare.cluster.components import join
from compare.cluster.edges import Edges, verify
from compare.cluster.furniture import Spread, Table, find_spread
from compare.cluster.signature import EMPTY
from compare.cluster.sketcher import Sketcher, sketcher_for
from compare.config import Config
from compare.digest import made_with, versions
from compare.engines.spark_batches import Batches, batch_of, runs_of
from compare.engines.spark_pairs import unpack
from compare.errors import CompareError
from compare.model import Article, Cluster
from compare.read.fields import article_from, id_from

ARTICLES = "id string, article binary, fault string"


def read_articles(batches: Batches, config: Config, only: frozenset[str] | None = None) -> Batches:
    """Rows of a table as articles, or those of them that have one of these ids; `fault` says what a row lacks."""
    for batch in batches:
        rows = [row for row in batch.to_pylist() if only is None or id_from(row, config.read) in only]
        articles = [article_from(row, config.read, "") for row in rows]
        faults = [_fault(article) for article in articles]
        yield batch_of(ARTICLES, [a.id for a in articles], [pickle.dumps(a) for a in articles], faults)


def _fault(article: Article) -> str:
    return "" if article.id and article.text else "no text" if article.id else "no id"


SPREAD = "shingles binary, words binary"


def spread_rows(batches: Batches, sketcher: Sketcher) -> Batches:
    """What is spread over the articles of one partition, which is the whole sample."""
    rows = [row for batch in batches for row in batch.to_pylist()]
    if rows:
        texts = [_text(row["article"]) for row in sorted(rows, key=itemgetter("number"))]
        found = find_spread(*sketcher.shingles(texts))
        yield batch_of(SPREAD, [found.shingles.pack()], [found.words.pack()])


SIGNATURES = "id string, signature binary"


def sign_rows(batches: Batches, config: Config, spread: Spread) -> Batches:
    """The signature of each article that has a word."""
    sketcher = sketcher_for(config.copies)
    for batch in batches:
        if batch.num_rows:
            texts = [_text(article) for article in batch.column("article").to_pylist()]
            signatures = sketcher.signatures(texts, spread.shingles)
            said = np.flatnonzero((signatures != EMPTY).any(axis=0))
            packed = [row.tobytes() for row in np.ascontiguousarray(signatures.T.astype(np.uint16))[said]]
            yield batch_of(SIGNATURES, batch.column("id").take(said), packed)


EDGES = "root bigint, part bigint, edges binary"


def verify_rows(batches: Batches, config: Config, spread: Spread, by_root: bool) -> Batches:
    """The copies among the pairs of each part, with their ends as members; rows are pairs, or articles by number.

    `by_root` tells the edges of each root apart, so that the workers can make the clusters of them.
    """
    sketcher = sketcher_for(config.copies)
    for part, rows in runs_of(batches, "part"):
        articles = {row["number"]: pickle.loads(row["article"]) for row in rows if row["article"]}
        root, a, b = unpack(row["pairs"] for row in rows if row["pairs"])
        numbers = np.array(sorted(articles), dtype=np.int64)
        left, right = np.searchsorted(numbers, a), np.searchsorted(numbers, b)
        edges = verify([articles[n].text for n in numbers.tolist()], left, right, spread, sketcher)
        root_of = np.zeros(len(numbers), np.int64)
        root_of[left] = root
        roots = root_of[edges.left] * by_root
        found = [edges.at(roots == root).numbered(numbers) for root in np.unique(roots)]
        ends = [{n: Member.of(articles[n]) for n in np.union1d(e.left, e.right).tolist()} for e in found]
        packed = [pickle.dumps(both) for both in zip(found, ends, strict=True)]
        yield batch_of(EDGES, np.unique(roots), np.full(len(found), part, np.int64), packed)


CLUSTERS = "cluster binary"


def cluster_rows(batches: Batches, notes: tuple[str, ...]) -> Batches:
    """The clusters of the articles that hang together by candidate pairs."""
    for _, rows in runs_of(batches, "root"):
        found = [row["edges"] for row in sorted(rows, key=itemgetter("part"))]
        yield batch_of(CLUSTERS, [pickle.dumps(cluster) for cluster in clusters_of_edges(found, notes)])


def clusters_of_edges(found: Sequence[bytes], notes: tuple[str, ...]) -> list[Cluster]:
    """The clusters of all edges of what `verify_rows` packed."""
    parts = [pickle.loads(packed) for packed in found]
    if not parts:
        return []
    edges: Edges = parts[0][0].joined_with(*(edges for edges, _ in parts[1:]))
    members: dict[int, Member] = {number: member for _, ends in parts for number, member in ends.items()}
    nodes, local = edges.local()
    return make_clusters([members[n] for n in nodes.tolist()], join(len(nodes), local), local, notes)


VERSIONS = "found string"


def version_rows(batches: Batches, config: Config) -> Batches:
    """What a worker would work with, once for each partition."""
    if sum(batch.num_rows for batch in batches):
        yield batch_of(VERSIONS, [json.dumps(versions_here(config), sort_keys=True)])


def versions_here(config: Config) -> dict[str, str]:
    """The versions that shape a result, and the signature of one sentence: what driver and workers must share."""
    nothing = Table.of(np.zeros(0, np.uint32))
    signature = Sketcher(config.copies).signatures(["The same words give the same signature."], nothing)
    return {**versions(), **made_with(config), "signature": sha256(signature.tobytes()).hexdigest()[:16]}


DONE = "place bigint, done binary, failed int"


def apply_rows(batches: Batches, function: Callable[[Any], Any]) -> Batches:
    """`function` of each pickled part; an error of ours is handed over as such."""
    for batch in batches:
        for row in batch.to_pylist():
            failed = 0
            try:
                done = function(pickle.loads(row["part"]))
            except CompareError as error:
                done, failed = error, 1
            yield batch_of(DONE, [row["place"]], [pickle.dumps(done)], [failed])


def _text(packed: bytes) -> str:
    article: Article = pickle.loads(packed)
    return article.text
