import numpy as np
import pytest
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from compare.cluster.shingles import Shingles
from compare.cluster.signature import EMPTY, as_minhash, permutations, sign
from compare.config import CopyConfig


def shingles_of(*lists):
    return Shingles(np.array([v for one in lists for v in one], np.uint32), np.cumsum([0, *map(len, lists)]))


@pytest.mark.parametrize(("count", "seed"), [(64, 1), (128, 1), (128, 7), (2, 42)])
def test_permutations_are_those_of_datasketch(count, seed):
    assert np.array_equal(permutations(count, seed), MinHash(count, seed=seed, scheme="affine32").permutations)


@given(st.lists(st.lists(st.integers(0, 2**32 - 1), max_size=20), max_size=4), st.integers(1, 9))
def test_signatures_are_those_of_datasketch_fed_the_same_hashes(lists, seed):
    signatures = sign(shingles_of(*lists), 16, seed)
    for values, signature in zip(lists, signatures.T, strict=True):
        peer = MinHash(16, seed=seed, scheme="affine32", hashfunc=lambda shingle: shingle)
        peer.update_batch(values)
        assert np.array_equal(signature, peer.hashvalues)


def test_a_text_without_shingles_has_the_empty_signature():
    assert (sign(shingles_of([], [1]), 8, 1)[:, 0] == EMPTY).all()


def test_a_signature_goes_to_datasketch_and_compares_there():
    a, b = sign(shingles_of(range(100), range(50, 150)), 64, 1).T
    config = CopyConfig()
    estimate = as_minhash(a, config).jaccard(as_minhash(b, config))
    assert estimate == (a == b).mean()
    assert abs(estimate - 1 / 3) < 0.2
