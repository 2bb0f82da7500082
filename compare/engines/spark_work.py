"""What runs on Spark's workers: pure functions over Arrow batches, made of the same functions as on one machine.

Each takes the batches of one partition and yields batches of the columns that stand above it. Articles travel pickled,
so that what a worker compares is exactly what one machine would compare.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from typing import Any
from zlib import compress, decompress

import numpy as np

from compare.cluster.arrays import Hashes32, Ints
from compare.cluster.bands import BUCKET, band_keys, pairs_in
from compare.cluster.clusters import Member, make_clusters
from compare.cluster.components import join
from compare.cluster.copies import agreement
from compare.cluster.edges import Edges, verify
from compare.cluster.forms import read_forms
from compare.cluster.furniture import Spread, Table, find_spread
from compare.cluster.signature import EMPTY
from compare.cluster.sketcher import Sketcher, sketcher_for
from compare.cluster.told import tell
from compare.config import Config
from compare.digest import made_with, versions
from compare.errors import CompareError
from compare.model import Article
from compare.read.fields import article_from

Batches = Iterator[Any]
"""Record batches of pyarrow."""
_TYPES = {"bigint": "int64", "int": "int32", "string": "string", "binary": "binary", "double": "float64"}

ARTICLES = "id string, article binary, fault string"


def read_articles(batches: Batches, config: Config) -> Batches:
    """Rows of a table as articles; `fault` says what a row lacks."""
    for batch in batches:
        articles = [article_from(row, config.read, "") for row in batch.to_pylist()]
        faults = [_fault(article) for article in articles]
        yield _batch(ARTICLES, [a.id for a in articles], [pickle.dumps(a) for a in articles], faults)


def _fault(article: Article) -> str:
    return "" if article.id and article.text else "no text" if article.id else "no id"


NUMBERED = "number bigint, id string, article binary"


def number_rows(batches: Batches, columns: str, offsets: Mapping[int, int]) -> Batches:
    """A dense number for each row in sorted order: `offsets` say at which number a partition begins."""
    done = 0
    for batch in batches:
        if not batch.num_rows:
            continue
        first = offsets[batch.column("partition")[0].as_py()] + done
        done += batch.num_rows
        names = [name for name in _schema(columns).names if name != "number"]
        numbers = np.arange(first, first + batch.num_rows)
        yield _batch(columns, numbers, *(batch.column(name) for name in names))


SPREAD = "shingles binary, words binary"


def spread_rows(batches: Batches, sketcher: Sketcher) -> Batches:
    """What is spread over the articles of one partition, which is the whole sample."""
    rows = [row for batch in batches for row in batch.to_pylist()]
    if rows:
        texts = [_text(row["article"]) for row in sorted(rows, key=itemgetter("number"))]
        found = find_spread(*sketcher.shingles(texts))
        yield _batch(SPREAD, [found.shingles.pack()], [found.words.pack()])


SIGNATURES = "number bigint, signature binary"


def sign_rows(batches: Batches, config: Config, spread: Spread) -> Batches:
    """The signature of each article that has a word."""
    sketcher = sketcher_for(config.copies)
    for batch in batches:
        texts = [_text(article) for article in batch.column("article").to_pylist()]
        signatures = sketcher.signatures(texts, spread.shingles)
        said = np.flatnonzero(signatures[0] != EMPTY) if texts else np.zeros(0, np.int64)
        numbers = batch.column("number").to_numpy()[said]
        yield _batch(SIGNATURES, numbers, [row.tobytes() for row in np.ascontiguousarray(signatures.T)[said]])


BANDS = "band int, key bigint"


def band_rows(batches: Batches, bits: int) -> Batches:
    """For each article and band a key: the hash of the band, in its lowest `bits` the number of the article."""
    for batch in batches:
        if batch.num_rows:
            signatures = _signatures(batch.column("signature"))
            number = batch.column("number").to_numpy().astype(np.uint64)
            width = np.uint64(bits)
            keys = [band_keys(signatures, band) >> width << width | number for band in range(len(signatures))]
            bands = np.repeat(np.arange(len(signatures), dtype=np.int32), batch.num_rows)
            yield _batch(BANDS, bands, np.concatenate(keys).view(np.int64))


PAIR, EDGE_OF_PARTITION, RUN = 0, 1, 2
FOUND = "kind int, partition int, band int, a bigint, b bigint, size bigint"


def pair_rows(batches: Batches, bits: int) -> Batches:
    """Pairs of articles in one bucket, from a partition of the keys in their order.

    A bucket may go on in the next partition: so the first and last keys (a: key, b: place, size: keys of the
    partition) are told besides, and how long runs of one bucket are (a: bucket, b: length).
    """
    partition, band, key = _columns(batches, "partition", "band", "key")
    if not len(key):
        return
    order = np.lexsort((key, band))
    band, key = band[order], key[order]
    bucket = key >> bits
    turns = np.flatnonzero((np.diff(band) != 0) | (np.diff(bucket) != 0)) + 1
    starts = np.concatenate(([0], turns))
    lengths = np.diff(np.append(starts, len(key)))
    pairs, _ = pairs_in(
        np.repeat(np.arange(len(starts), dtype=np.uint64), lengths), (key & ((1 << bits) - 1)).astype(np.uint64)
    )
    left, right = (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)
    yield _found(PAIR, partition[0], np.zeros(len(left), np.int32), left, right)
    place = np.arange(len(key))
    place = place[(place < BUCKET) | (place >= len(key) - BUCKET)]
    yield _found(EDGE_OF_PARTITION, partition[0], band[place], key[place], place, len(key))
    told = np.flatnonzero(lengths > BUCKET)
    told = np.union1d(told, [0, len(starts) - 1])
    yield _found(RUN, partition[0], band[starts[told]], bucket[starts[told]], lengths[told])


def _found(kind: int, partition: int, band: Any, a: Ints, b: Ints, size: int = 0) -> Any:  # noqa: ANN401
    count = len(a)
    ones = np.ones(count, np.int32)
    return _batch(FOUND, ones * kind, ones * np.int32(partition), band, a, b, np.full(count, size, np.int64))


def pairs_between(rows: Sequence[tuple[int, int, int, int, int]], bits: int) -> list[tuple[int, int]]:
    """Pairs whose keys lie in neighbouring partitions, from (partition, band, key, place, keys of the partition)."""
    if not rows:
        return []
    partition, band, key, place, size = np.array(sorted(rows, key=itemgetter(0, 3)), dtype=np.int64).T
    held = dict(zip(partition.tolist(), size.tolist(), strict=True))
    before = dict(zip(held, np.cumsum([0, *held.values()]).tolist(), strict=False))
    at = place + np.array([before[p] for p in partition.tolist()])
    bucket, mask = key >> bits, (1 << bits) - 1
    found: list[tuple[int, int]] = []
    for lag in range(1, BUCKET + 1):
        same = (band[lag:] == band[:-lag]) & (bucket[lag:] == bucket[:-lag]) & (at[lag:] - at[:-lag] <= BUCKET)
        i = np.flatnonzero(same & (partition[lag:] != partition[:-lag]))
        found += zip((key[i] & mask).tolist(), (key[i + lag] & mask).tolist(), strict=True)
    return sorted(set(found))


PAIRS = "a bigint, b bigint"


def promising_rows(batches: Batches, least: float) -> Batches:
    """The pairs whose signatures agree enough."""
    for batch in batches:
        if batch.num_rows:
            both = np.concatenate([_signatures(batch.column(name)) for name in ("one", "other")], axis=1)
            place = np.arange(batch.num_rows)
            kept = agreement(both, place, place + batch.num_rows) >= least
            yield _batch(PAIRS, *(batch.column(name).to_numpy()[kept] for name in ("a", "b")))


EDGES = "root bigint, part bigint, edges binary"


def verify_rows(batches: Batches, config: Config, spread: Spread) -> Batches:
    """The copies among the pairs of each part; rows are pairs a, b, or articles a where `b` is -1."""
    sketcher = sketcher_for(config.copies)
    for part, rows in _runs(batches, "part"):
        articles = {row["a"]: pickle.loads(row["article"]) for row in rows if row["b"] < 0}
        numbers = np.array(sorted(articles), dtype=np.int64)
        pairs = np.array([(row["a"], row["b"], row["root"]) for row in rows if row["b"] >= 0]).T
        left, right = (np.searchsorted(numbers, side) for side in pairs[:2])
        edges = verify([articles[n].text for n in numbers.tolist()], left, right, spread, sketcher)
        root_of = dict(zip(left.tolist(), pairs[2].tolist(), strict=True))
        roots = np.array([root_of[i] for i in edges.left.tolist()], dtype=np.int64)
        members = {n: Member.of(articles[n]) for n in numbers.tolist()}
        found = [edges.at(roots == root).numbered(numbers) for root in np.unique(roots)]
        ends = [{n: members[n] for n in np.union1d(e.left, e.right).tolist()} for e in found]
        packed = [pickle.dumps(both) for both in zip(found, ends, strict=True)]
        yield _batch(EDGES, np.unique(roots), np.full(len(found), part, np.int64), packed)


CLUSTERS = "cluster binary"


def cluster_rows(batches: Batches, notes: tuple[str, ...]) -> Batches:
    """The clusters of the articles that hang together by candidate pairs."""
    for _, rows in _runs(batches, "root"):
        found = [pickle.loads(row["edges"]) for row in sorted(rows, key=itemgetter("part"))]
        edges: Edges = found[0][0].joined_with(*(edges for edges, _ in found[1:]))
        members = {number: member for _, ends in found for number, member in ends.items()}
        nodes, local = edges.local()
        clusters = make_clusters([members[n] for n in nodes.tolist()], join(len(nodes), local), local, notes)
        yield _batch(CLUSTERS, [pickle.dumps(cluster) for cluster in clusters])


TOLD = "told binary"


def tell_rows(batches: Batches, config: Config, with_text: bool) -> Batches:
    """Each article read for stories, and its word forms; `with_text` says whether the texts come along."""
    for batch in batches:
        made = []
        for packed in batch.column("article").to_pylist():
            told = tell(pickle.loads(packed), config.text)
            forms = read_forms(told.text, told.language)
            if not with_text:
                told = replace(told, text="", article=replace(told.article, text=""))
            made.append(compress(pickle.dumps((told, forms)), 1))
        yield _batch(TOLD, made)


def unpack_told(packed: bytes) -> Any:  # noqa: ANN401  # (Told, Forms)
    """What `tell_rows` packed."""
    return pickle.loads(decompress(packed))


VERSIONS = "found string"


def version_rows(batches: Batches, config: Config) -> Batches:
    """What a worker would work with, once for each partition."""
    if sum(batch.num_rows for batch in batches):
        yield _batch(VERSIONS, [json.dumps(versions_here(config), sort_keys=True)])


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
            yield _batch(DONE, [row["place"]], [pickle.dumps(done)], [failed])


def _text(packed: bytes) -> str:
    article: Article = pickle.loads(packed)
    return article.text


def _signatures(column: Any) -> Hashes32:  # noqa: ANN401
    packed = column.to_pylist()
    return np.frombuffer(b"".join(packed), np.uint32).reshape(len(packed), -1).T


def _columns(batches: Batches, *names: str) -> list[Any]:
    parts = [[batch.column(name).to_numpy() for name in names] for batch in batches]
    return [np.concatenate(side) for side in zip(*parts, strict=True)] or [np.zeros(0, np.int64)] * len(names)


def _runs(batches: Batches, key: str) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    """The rows of each key, which stand together."""
    rows: Iterable[dict[str, Any]] = (row for batch in batches for row in batch.to_pylist())
    for value, run in groupby(rows, key=itemgetter(key)):
        yield value, list(run)


def _schema(columns: str) -> Any:  # noqa: ANN401
    import pyarrow

    named = (column.split() for column in columns.split(", "))
    return pyarrow.schema([(name, pyarrow.type_for_alias(_TYPES[kind])) for name, kind in named])


def _batch(columns: str, *values: Any) -> Any:  # noqa: ANN401
    import pyarrow

    schema = _schema(columns)
    arrays = [
        value.cast(kind) if isinstance(value, pyarrow.Array) else pyarrow.array(value, kind)
        for value, kind in zip(values, schema.types, strict=True)
    ]
    return pyarrow.RecordBatch.from_arrays(arrays, schema=schema)
