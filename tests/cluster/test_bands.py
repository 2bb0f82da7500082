from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from compare.cluster.bands import BUCKET, candidates
from compare.cluster.signature import EMPTY

SIGNATURE = st.lists(st.integers(0, 3), min_size=4, max_size=4)


def naive(columns):
    def agree(a, b):
        return any(a[k] == b[k] and a[(k + 1) % 4] == b[(k + 1) % 4] for k in range(4))

    return [(i, j) for (i, a), (j, b) in combinations(enumerate(columns), 2) if agree(a, b)]


@given(st.lists(SIGNATURE, min_size=1, max_size=12))
def test_candidates_are_the_pairs_that_agree_in_two_neighbouring_values(columns):
    left, right, _ = candidates(np.array(columns, np.uint32).T)
    assert list(zip(left.tolist(), right.tolist(), strict=True)) == naive(columns)


def test_texts_without_shingles_are_no_candidates():
    assert len(candidates(np.full((4, 3), EMPTY, np.uint32))[0]) == 0


def test_in_a_large_bucket_every_text_is_still_paired_and_the_size_is_told():
    left, right, largest = candidates(np.ones((4, 3 * BUCKET), np.uint32))
    assert largest == 3 * BUCKET
    assert set(left.tolist()) | set(right.tolist()) == set(range(3 * BUCKET))
    assert len(left) < 3 * BUCKET * BUCKET
