"""The steps of the Spark engine by themselves, held against what one machine does."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pa = pytest.importorskip("pyarrow")

from compare.cluster.bands import BUCKET, candidates  # noqa: E402
from compare.cluster.components import components  # noqa: E402
from compare.cluster.features import read_features  # noqa: E402
from compare.cluster.forms import features_of_forms, read_forms  # noqa: E402
from compare.cluster.related import LOOKED_AT, are_nearest  # noqa: E402
from compare.engines.spark_batches import batch_of  # noqa: E402
from compare.engines.spark_components import ranked_rows  # noqa: E402
from compare.engines.spark_near import Tiles, in_tiles  # noqa: E402
from compare.engines.spark_pairs import BLOCK, FOUND, KEYS, LARGEST, block_rows, key_rows, packs, pair_rows, unpack  # noqa: E402


def found_in_ranges(signatures, batches, cut, block=BLOCK):
    """Pairs and the largest bucket, the signatures coming in so many batches, each band cut in 2^`cut` ranges."""
    texts = signatures.shape[1]
    packed = [row.astype(np.uint16).tobytes() for row in signatures.T]
    numbers = np.random.default_rng(texts).permutation(texts)
    rows = [
        batch_of("number bigint, signature binary", some, [packed[n] for n in some])
        for some in np.array_split(numbers, batches)
    ]
    keys = sorted(
        (row["range"], i, row["keys"]) for i, b in enumerate(key_rows(iter(rows), cut)) for row in b.to_pylist()
    )
    pairs, largest = [np.empty((2, 0), np.int64)], 0
    for start in range(0, len(keys), 1 + len(keys) // 2):  # two workers at most, neither begins inside a range
        mine = {key[0] for key in keys[start : start + 1 + len(keys) // 2]} - {key[0] for key in keys[:start]}
        batch = batch_of(KEYS, *zip(*((r, packed) for r, _, packed in keys if r in mine), strict=True))
        for out in pair_rows(iter([batch]), block):
            if out.column("block").null_count < len(out):
                pairs += map(ends, block_rows(iter([out])))
            elif out.column("a")[0].as_py() == LARGEST:
                largest = max(largest, out.column("b")[0].as_py())
            else:
                pairs.append(ends(out))
    return list(zip(*np.unique(np.concatenate(pairs, axis=1), axis=1).tolist(), strict=True)), largest


def ends(batch):
    return np.stack([batch.column(name).to_numpy() for name in ("a", "b")])


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 90), st.integers(1, 6), st.integers(0, 10_000), st.integers(1, 5), st.integers(0, 4))
def test_bands_cut_in_ranges_give_the_pairs_of_one_machine(texts, values, seed, batches, cut):
    signatures = np.random.default_rng(seed).integers(0, values, (4, texts)).astype(np.uint32)
    left, right, largest = candidates(signatures)
    assert found_in_ranges(signatures, batches, cut) == (list(zip(left.tolist(), right.tolist(), strict=True)), largest)


@settings(deadline=None, max_examples=40)
@given(st.integers(2, 200), st.integers(1, 3), st.integers(0, 10_000), st.integers(1, 70))
def test_large_buckets_cut_in_blocks_give_the_pairs_of_one_machine(texts, values, seed, block):
    signatures = np.random.default_rng(seed).integers(0, values, (4, texts)).astype(np.uint32)
    left, right, largest = candidates(signatures)
    wanted = list(zip(left.tolist(), right.tolist(), strict=True)), largest
    assert found_in_ranges(signatures, 3, 1, block) == wanted


def test_no_worker_pairs_more_of_a_bucket_than_a_block_and_no_pair_once_for_each_band():
    signature = np.zeros(8, np.uint16).tobytes()
    rows = batch_of("number bigint, signature binary", range(50_000), [signature] * 50_000)
    keys = list(key_rows(iter([rows]), 0))
    found = [row for batch in pair_rows(iter(keys), BLOCK) for row in batch.to_pylist()]
    assert [row["b"] for row in found if row["block"] is None] == [50_000]
    blocks = sorted(((row["b"], row["block"]) for row in found if row["block"]), key=lambda row: row[0])
    assert max(len(block) for _, block in blocks) <= 8 * (BLOCK + BUCKET)
    starts = {start for start, _ in blocks}
    assert len(blocks) == 8 * len(starts)  # eight bands, cut at the same numbers
    pairs = sum(
        len(out) for out in block_rows(iter([batch_of(FOUND, [None] * len(blocks), *zip(*blocks, strict=True))]))
    )
    every = 50_000 * BUCKET - BUCKET * (BUCKET + 1) // 2
    assert every <= pairs <= every + len(starts) * BUCKET * (BUCKET + 1) // 2  # followers stand in two blocks


def test_a_bucket_of_twenty_thousand_gives_no_square_of_pairs():
    pairs, largest = found_in_ranges(np.ones((2, 20_000), np.uint32), 3, 2)
    assert largest == 20_000
    assert len(pairs) == 20_000 * BUCKET - BUCKET * (BUCKET + 1) // 2


def test_pairs_that_were_packed_come_out_in_their_order():
    part, rows = [0, 0, 3], np.array([[5, 5, 9], [7, 7, 8], [6, 6, 7]])
    parts, packed = packs(np.array(part), *rows.T)
    assert parts.tolist() == [0, 3]
    assert np.stack(unpack(packed), axis=1).tolist() == [[5, 5, 9], [6, 6, 7], [7, 7, 8]]


def test_texts_read_apart_have_the_features_of_texts_read_together():
    texts = [
        "The Norwick Energy Agency (NEA) met in Hanoi.\nThe NEA said 3.5 million people, in Viet Nam, had left.",
        "Vietnam's harbour: Norwick Energy Agency sees COP28 delayed. 台風が東京に近づいています。",
        "",
        "La Norwick Energy Agency a déclaré que le port était fermé. The harbour was closed.",
    ]
    languages = ["en", "ja", "en", "fr"]
    together = read_features(texts, languages)
    apart = features_of_forms([read_forms(t, lang) for t, lang in zip(texts, languages, strict=True)])
    for one, other in zip(together.tables(), apart.tables(), strict=True):
        assert list(one.labels) == list(other.labels)
        assert one.chances.tolist() == other.chances.tolist()
        assert (one.counts != other.counts).nnz == 0


@pytest.mark.spark
def test_stars_find_the_components_kept_in_a_folder(spark, tmp_path):
    from compare.engines.spark_frames import Kept, roots

    rng = random.Random(5)
    chain = [(i, i + 1) for i in range(100, 112)]
    pairs = sorted({tuple(sorted(rng.sample(range(90), 2))) for _ in range(60)} | set(chain))
    frame = spark.session.createDataFrame(pairs, "a bigint, b bigint")
    left, right = np.array(pairs).T
    label = components(130, left, right)
    wanted = sorted((n, int(label[n])) for n in {n for pair in pairs for n in pair})
    assert sorted(tuple(row) for row in roots(frame, Kept(f"file://{tmp_path}")).collect()) == wanted


@pytest.mark.spark
def test_rows_are_numbered_in_their_order_whatever_their_parts(spark):
    from compare.engines.spark_frames import Kept, numbered

    names = [f"{n:03}" for n in random.Random(1).sample(range(1000), 200)]
    frame = spark.session.createDataFrame([(name,) for name in names], "id string").repartition(3)
    with Kept() as keep:
        rows, count = numbered(frame, ("id",), 4, keep)
        assert count == 200
        assert [tuple(row) for row in rows.sort("number").collect()] == [(n, i) for i, n in enumerate(sorted(names))]


def test_the_near_misses_that_workers_look_at_are_those_of_one_machine():
    rng = random.Random(3)
    pairs = sorted({tuple(sorted(rng.sample(range(400), 2))) for _ in range(300)})
    rows = [("s", "t", a, b, rng.choice([-1.5, 0.25, 2.0]), "") for a, b in pairs]
    columns = "story string, other string, a bigint, b bigint, score double, shared string"
    given = batch_of(columns, *zip(*rng.sample(rows, len(rows)), strict=True))
    found = [row for batch in ranked_rows(iter([given])) for row in batch.to_pylist()]
    wanted = are_nearest(np.zeros(len(rows), np.int64), np.array([row[4] for row in rows]))
    assert [(row["a"], row["b"], bool(row["nearest"])) for row in found] == [
        (a, b, bool(near)) for (a, b), near in zip(pairs, wanted, strict=True)
    ]
    assert sum(row["nearest"] for row in found) == LOOKED_AT
    assert {row["pairs"] for row in found} == {len(rows)}
    assert [row["distance"] for row in found] == [-row["score"] for row in found]


@settings(deadline=None, max_examples=40)
@given(st.integers(2, 60), st.integers(1, 25), st.integers(0, 9), st.integers(0, 10_000))
def test_pairs_in_tiles_are_each_there_once_with_both_ends(articles, group, most, seed):
    tiles = Tiles(articles, group, most, strip=3)
    rng = random.Random(seed)
    pairs = sorted({tuple(sorted(rng.sample(range(articles), 2))) for _ in range(40)})
    coded = np.array([a * articles + b for a, b in pairs], dtype=np.int64)
    rows = [row for batch in in_tiles(coded, tiles) for row in batch.to_pylist()]
    packed = {row["tile"]: np.frombuffer(row["pairs"], np.int64).tolist() for row in rows if row["pairs"]}
    assert sorted(code for codes in packed.values() for code in codes) == coded.tolist()
    for tile, codes in packed.items():
        ends = [row["voice"] for row in rows if row["tile"] == tile and row["voice"] is not None]
        assert ends == sorted({end for code in codes for end in divmod(code, articles)})
        assert len({end // group for end in ends}) <= 2 or articles > group * most
    assert len(packed) <= tiles.count
