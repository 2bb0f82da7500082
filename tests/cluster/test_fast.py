import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from compare.cluster import kernels, letters, shingles
from compare.cluster.fast import FastSketcher
from compare.cluster.furniture import Table
from compare.cluster.sketcher import Sketcher, sketcher_for
from compare.config import CopyConfig

CONFIG = CopyConfig(permutations=16)
PLAIN, FAST = Sketcher(CONFIG), FastSketcher(CONFIG)
TEXT = st.text(alphabet="abZ12.,_ -’é東京ก٣\u0301\u00ad中", max_size=40) | st.text(max_size=20)
LONG = st.integers(0, 200).map(lambda n: "x" * n + " y")


def test_the_compiled_loops_have_the_constants_of_the_arrays():
    kinds = (letters.GAP, letters.LETTER, letters.DIGIT, letters.ALONE, letters.POINT)
    assert kinds == (kernels._GAP, kernels._LETTER, kernels._DIGIT, kernels._ALONE, kernels._POINT)
    assert (kernels._EIGHT, kernels._LONGEST) == (letters.LOAD, shingles.LONGEST)


@settings(max_examples=200)
@given(st.lists(TEXT | LONG, max_size=6))
def test_numba_finds_the_same_shingles_and_words_as_numpy(texts):
    for plain, fast in zip(PLAIN.shingles(texts), FAST.shingles(texts), strict=True):
        assert np.array_equal(plain.offsets, fast.offsets)
        assert np.array_equal(plain.values, fast.values)


@given(st.lists(TEXT, max_size=6), st.integers(0, 2**32 - 1))
def test_numba_makes_the_same_signatures_as_numpy(texts, seed):
    values = PLAIN.shingles(texts)[0].values
    spread = Table.of(values[np.random.RandomState(seed).rand(len(values)) < 0.5])
    assert np.array_equal(PLAIN.signatures(texts, spread), FAST.signatures(texts, spread))


@given(st.lists(st.text(alphabet="ab ", max_size=30), min_size=2, max_size=6), st.integers(0, 9), st.randoms())
def test_numba_counts_the_same_as_numpy(texts, bit, rng):
    found = PLAIN.shingles(texts)[1]
    sets = found.as_sets()
    flags = sets.values >> np.uint32(bit) & np.uint32(1) == 1
    a, b = (np.array([rng.randrange(len(texts)) for _ in range(9)]) for _ in range(2))
    for plain, fast in zip(PLAIN.count_shared(sets, flags, a, b), FAST.count_shared(sets, flags, a, b), strict=True):
        assert np.array_equal(plain, fast)
    assert np.array_equal(PLAIN.quarters(found, sets, a, b), FAST.quarters(found, sets, a, b))


def test_numba_is_used_where_it_is_installed_and_allowed():
    assert isinstance(sketcher_for(CopyConfig()), FastSketcher)
    assert not isinstance(sketcher_for(CopyConfig(fast=False)), FastSketcher)
