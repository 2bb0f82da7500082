"""Pairs of articles worth a score and their scores, on workers: the same as on one machine, a block at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from compare.cluster.arrays import Flags, Floats, Hashes64, Ints, distinct
from compare.cluster.candidates import nearest
from compare.cluster.evidence import MOST_QUOTED, told_evidence
from compare.cluster.linkage import CLIP
from compare.cluster.products import row_products
from compare.cluster.reasons import shared_labels
from compare.cluster.related import FROM, are_near
from compare.cluster.score import BIAS, FEWEST, LENGTH, NAMES, PAIRS, USUAL, WORDS, Scorer, akin
from compare.cluster.stories import most_days
from compare.config import Config
from compare.engines.spark_batches import Batches, batch_of, runs_of
from compare.engines.spark_told import read_times, unpack
from compare.engines.spark_vectors import gather, labels_at, unpack_floats, unpack_labels

POSTINGS = "range bigint, block bigint, ids binary, voices binary, weights binary"
_U = np.uint64


def posting_rows(batches: Batches, ranges: int) -> Batches:
    """The heaviest features of each article, to the range of each feature."""
    for batch in batches:
        if batch.num_rows:
            sizes, ids, weights = unpack_floats(batch.column("heavy").to_pylist())
            voices = np.repeat(batch.column("voice").to_numpy(), sizes)
            yield from _postings(
                (ids % _U(ranges)).astype(np.int64), np.zeros(len(ids), np.int64), ids, voices, weights
            )


def lent_rows(batches: Batches, each: int) -> Batches:
    """From each range to each block that holds one of its features: all articles that hold it too.

    A block is `each` articles.
    """
    for one, rows in runs_of(batches, "range"):
        ids, voices, weights = _read(rows)
        order = np.lexsort((voices, ids))
        ids, voices, weights = ids[order], voices[order], weights[order]
        starts = np.flatnonzero(np.diff(ids, prepend=~ids[:1]))
        sizes = np.diff(starts, append=len(ids))
        feature = np.repeat(np.arange(len(starts)), sizes)
        wanted = distinct(voices // each * len(starts) + feature)  # (block, feature), each once
        block, feature = wanted // max(1, len(starts)), wanted % max(1, len(starts))
        many = sizes[feature]
        at = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many - starts[feature], many)
        yield from _postings(np.full(len(at), one), np.repeat(block, many), ids[at], voices[at], weights[at])


def _postings(ranges: Ints, blocks: Ints, ids: Hashes64, voices: Ints, weights: Floats) -> Batches:
    order = np.lexsort((blocks, ranges))
    ends = np.flatnonzero(np.diff(ranges[order]) | np.diff(blocks[order])) + 1
    parts = np.split(order, ends) if len(order) else []
    columns = [[some[part].tobytes() for part in parts] for some in (ids, voices.astype(np.int64), weights)]
    yield batch_of(POSTINGS, [int(ranges[p[0]]) for p in parts], [int(blocks[p[0]]) for p in parts], *columns)


def _read(rows: list[dict[str, bytes]]) -> tuple[Hashes64, Ints, Floats]:
    ids, voices, weights = (b"".join(row[name] for row in rows) for name in ("ids", "voices", "weights"))
    return np.frombuffer(ids, np.uint64), np.frombuffer(voices, np.int64), np.frombuffer(weights, np.float64)


CANDIDATES = "tile bigint, voice bigint, pairs binary"


@dataclass(frozen=True)
class Tiles:
    """How the pairs (a, b) of a folder are spread: `rows` articles a with `columns` articles b are scored together.

    A vector travels to each tile in which its article has a pair. In squares of `group` articles these are no more than
    the groups; in a folder of more than `most` groups, strips of `strip` articles with all of theirs are fewer: itself
    and one for each pair in which it is b. Either way a worker holds a hundred vectors for each article of a strip at
    most, or those of two groups.
    """

    articles: int
    group: int
    most: int
    strip: int

    @property
    def sides(self) -> tuple[int, int]:
        """Rows and columns of a tile."""
        square = self.articles <= self.group * self.most
        return (self.group, self.group) if square else (self.strip, self.articles)

    @property
    def count(self) -> int:
        """How many tiles hold pairs, at most."""
        rows, columns = self.sides
        strips = -(-self.articles // rows)
        return strips * (strips + 1) // 2 if rows == columns else strips

    def of(self, a: Ints, b: Ints) -> Ints:
        """The tile of each pair."""
        rows, columns = self.sides
        return a // rows * -(-self.articles // columns) + b // columns


def candidate_rows(batches: Batches, each: int, tiles: Tiles) -> Batches:
    """The nearest of each article of a block, from the articles that share its heaviest features.

    Pairs are packed by their tile; a `voice` is an end of a pair of that tile, or, without a tile, an article that had
    more candidates.
    """
    from scipy.sparse import csr_matrix

    for block, rows in runs_of(batches, "block"):
        ids, voices, weights = _read(rows)
        known, column = np.unique(ids, return_inverse=True)
        first = block * each
        size = min(each, tiles.articles - first)
        mine = (voices >= first) & (voices < first + size)
        heavy = csr_matrix((weights[mine], (voices[mine] - first, column[mine])), shape=(size, len(known)))
        turned = csr_matrix((weights, (column, voices)), shape=(len(known), tiles.articles))
        found, crowded = nearest(heavy @ turned, first)
        yield from in_tiles(distinct(found), tiles)
        more = np.flatnonzero(crowded) + first
        yield batch_of(CANDIDATES, [None] * len(more), more, [None] * len(more))


def in_tiles(pairs: Ints, tiles: Tiles) -> Batches:
    """Pairs, as a·articles + b, packed by their tile, and the ends of the pairs of each."""
    a, b = pairs // tiles.articles, pairs % tiles.articles
    tile = tiles.of(a, b)
    order = np.argsort(tile, kind="stable")
    for at in np.split(order, np.flatnonzero(np.diff(tile[order])) + 1) if len(order) else []:
        ends = distinct(np.concatenate([a[at], b[at]]))
        yield batch_of(CANDIDATES, [int(tile[at[0]])], [None], [pairs[at].tobytes()])
        yield batch_of(CANDIDATES, [int(tile[at[0]])] * len(ends), ends, [None] * len(ends))


COSINES = "a bigint, b bigint, words double, names double, pairs double, told double, akin double, shared string"


def cosine_rows(batches: Batches, articles: int) -> Batches:
    """How alike the articles of each pair are, and what their figures and quotations say.

    Rows are packs of pairs, or vectors by number. Names that both have are told where the two may be a near miss.
    """
    for _, rows in runs_of(batches, "tile"):
        held = sorted((row for row in rows if row["vector"] is not None), key=lambda row: row["voice"])
        pairs = distinct(np.frombuffer(b"".join(row["pairs"] for row in rows if row["pairs"]), np.int64))
        a, b = pairs // articles, pairs % articles
        voices, sizes = (np.array([row[name] for row in held]) for name in ("voice", "size"))
        left, right = np.searchsorted(voices, a), np.searchsorted(voices, b)
        vectors = gather([row["vector"] for row in held])
        words, phrases, names = (row_products(matrix, left, right) for matrix in vectors.tables())
        near = np.flatnonzero(_may_be_near(words, phrases, names, np.minimum(sizes[left], sizes[right])))
        labels = labels_at(vectors.names, (label for row in held for label in unpack_labels(row["names"])))
        shared = np.full(len(a), "", dtype=object)
        both = shared_labels(labels, vectors.names, left[near], right[near])
        shared[near] = ["\n".join(some) for some in both]
        told = told_evidence([unpack(row["known"]) for row in held], left, right)
        yield batch_of(COSINES, a, b, words, names, phrases, told, akin(words), shared)


def _may_be_near(words: Floats, pairs: Floats, names: Floats, shorter: Ints) -> Flags:
    """Whether the pairs can score so, days aside, whatever their company."""
    most = WORDS * np.sqrt(words) + PAIRS * np.sqrt(pairs) + NAMES * np.sqrt(names)
    most -= LENGTH / 3 * np.minimum(np.log(np.maximum(shorter, FEWEST) / USUAL), 0)
    near: Flags = BIAS + most + MOST_QUOTED >= FROM - 1e-6
    return near


SCORES = "a bigint, b bigint, score double, near int, shared string"


def score_rows(batches: Batches, config: Config) -> Batches:
    """The log-odds of each pair, where they can count for anything."""
    for batch in batches:
        if batch.num_rows:
            columns = {name: batch.column(name) for name in batch.schema.names}
            both = [(f"{name}_a", f"{name}_b") for name in ("size", "company")]
            sizes, company = (np.concatenate([columns[x].to_numpy(), columns[y].to_numpy()]) for x, y in both)
            known = [read_times(times) for side in ("times_a", "times_b") for times in columns[side].to_pylist()]
            scorer = Scorer(sizes, known, company, config.stories.few_caution, most_days(config))
            one = np.arange(batch.num_rows)
            other = one + len(one)
            words, names, pairs, told = (columns[name].to_numpy() for name in ("words", "names", "pairs", "told"))
            score = scorer.log_odds(one, other, words, names, pairs.__getitem__, told.__getitem__)
            near = are_near(score, known, one, other)
            kept = np.flatnonzero(near | (score > -CLIP))
            a, b, shared = (columns[name].take(kept) for name in ("a", "b", "shared"))
            yield batch_of(SCORES, a, b, score[kept], near[kept].astype(np.int32), shared)
