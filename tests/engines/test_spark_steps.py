"""The steps of the Spark engine by themselves, held against what one machine does."""

import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pa = pytest.importorskip("pyarrow")

from compare.cluster.bands import BUCKET, candidates  # noqa: E402
from compare.cluster.components import components  # noqa: E402
from compare.cluster.features import read_features  # noqa: E402
from compare.cluster.forms import features_of_forms, read_forms  # noqa: E402
from compare.engines.spark_batches import batch_of  # noqa: E402
from compare.engines.spark_pairs import (  # noqa: E402
    EDGE_OF_PARTITION,
    PAIR,
    RUN,
    band_rows,
    pair_rows,
    pairs_between,
)

KEYS = "partition int, band int, key bigint"


def found_in_parts(signatures, cuts):
    """Pairs and the longest run, from the keys in their order cut at these places."""
    texts, bits = signatures.shape[1], max(1, signatures.shape[1].bit_length())
    packed = [row.tobytes() for row in np.ascontiguousarray(signatures.T)]
    rows = batch_of("number bigint, signature binary", np.arange(texts), packed)
    keys = sorted((row["band"], row["key"]) for batch in band_rows(iter([rows]), bits) for row in batch.to_pylist())
    bounds = sorted({0, len(keys), *(cut % (len(keys) + 1) for cut in cuts)})
    pairs, ends, runs = set(), [], {}
    for number, (start, stop) in enumerate(pairwise(bounds)):
        part = keys[start:stop]
        batch = batch_of(KEYS, [number] * len(part), [band for band, _ in part], [key for _, key in part])
        for out in pair_rows(iter([batch]), bits):
            for row in out.to_pylist():
                if row["kind"] == PAIR:
                    pairs.add((row["a"], row["b"]))
                elif row["kind"] == EDGE_OF_PARTITION:
                    ends.append((row["partition"], row["band"], row["a"], row["b"], row["size"]))
                elif row["kind"] == RUN:
                    bucket = row["band"], row["a"]
                    runs[bucket] = runs.get(bucket, 0) + row["b"]
    return sorted(pairs | set(pairs_between(ends, bits))), max(runs.values())


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 90), st.integers(1, 6), st.integers(0, 10_000), st.lists(st.integers(0, 10_000), max_size=9))
def test_keys_cut_anywhere_give_the_pairs_of_one_machine(texts, values, seed, cuts):
    signatures = np.random.default_rng(seed).integers(0, values, (4, texts)).astype(np.uint32)
    left, right, largest = candidates(signatures)
    pairs, longest = found_in_parts(signatures, cuts)
    assert pairs == list(zip(left.tolist(), right.tolist(), strict=True))
    assert (longest > BUCKET) == (largest > BUCKET)
    assert longest == largest or largest <= BUCKET


def test_a_bucket_of_twenty_thousand_is_cut_and_gives_no_square_of_pairs():
    pairs, longest = found_in_parts(np.ones((2, 20_000), np.uint32), [5_000, 12_345, 30_000])
    assert longest == 20_000
    assert len(pairs) == 20_000 * BUCKET - BUCKET * (BUCKET + 1) // 2


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
def test_stars_find_the_components(spark):
    from compare.engines.spark_frames import roots

    rng = random.Random(5)
    chain = [(i, i + 1) for i in range(100, 112)]
    pairs = sorted({tuple(sorted(rng.sample(range(90), 2))) for _ in range(60)} | set(chain))
    frame = spark.session.createDataFrame(pairs, "a bigint, b bigint")
    left, right = np.array(pairs).T
    label = components(130, left, right)
    wanted = sorted((n, int(label[n])) for n in {n for pair in pairs for n in pair})
    for few in (0, 1000):
        assert sorted(tuple(row) for row in roots(frame, few).collect()) == wanted
