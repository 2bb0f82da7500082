import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from compare.cluster.components import components, join
from compare.cluster.edges import Edges, Shared, are_copies, what_is_shared
from compare.cluster.furniture import Spread, Table
from compare.cluster.overlap import quarter_sizes
from compare.cluster.shingles import Shingles
from compare.cluster.sketcher import Sketcher
from compare.config import CopyConfig

NONE = Table.of(np.empty(0, np.uint32))
SKETCHER = Sketcher(CopyConfig(fast=False))
SPACED = st.integers(1, 40).map(lambda n: n * 2**24)  # far apart, so that a table tells them apart


def edges_of(pairs, loose=()):
    left, right = (np.array([p[k] for p in pairs], np.int64) for k in (0, 1))
    ones = np.ones(len(pairs))
    return Edges(left, right, ones, ones, np.array([p in loose for p in pairs], np.bool_))


@given(st.lists(st.sets(SPACED, max_size=20), min_size=2, max_size=5), st.sets(SPACED, max_size=8))
def test_jaccard_and_containment_are_those_of_the_sets(sets, spread):
    values = [v for one in sets for v in sorted(one)]
    shingles = Shingles(np.array(values, np.uint32), np.cumsum([0, *map(len, sets)]))
    table = Spread(Table.of(np.array(sorted(spread), np.uint32)), NONE)
    pairs = [(i, j) for i in range(len(sets)) for j in range(i + 1, len(sets))]
    a, b = np.array(pairs).T
    shared = what_is_shared(shingles, a, b, table, SKETCHER)
    for k, (i, j) in enumerate(pairs):
        one, two = sets[i], sets[j]
        smaller = min(len(one), len(two))
        assert shared.jaccard[k] == (len(one & two) / len(one | two) if one | two else 0)
        assert shared.containment[k] == (len(one & two) / smaller if smaller else 0)
        assert shared.own[k] == len((one & two) - spread)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_components_are_what_is_connected(pairs):
    left, right = (np.array([p[k] for p in pairs], np.int64) for k in (0, 1))
    group = {i: {i} for i in range(10)}
    for a, b in pairs:
        merged = group[a] | group[b]
        for i in merged:
            group[i] = merged
    assert components(10, left, right).tolist() == [min(group[i]) for i in range(10)]


def test_firm_edges_chain_and_loose_ones_join_only_what_is_alike_throughout():
    chain = [(0, 1), (1, 2)]
    assert join(3, edges_of(chain)).tolist() == [0, 0, 0]
    assert join(3, edges_of(chain, loose=chain)).tolist() in ([0, 0, 2], [0, 1, 1])
    triangle = [(0, 1), (0, 2), (1, 2)]
    assert join(3, edges_of(triangle, loose=triangle)).tolist() == [0, 0, 0]


@given(st.lists(st.integers(0, 50), min_size=1, max_size=9))
def test_quarters_are_even_and_complete(sizes):
    quarters = quarter_sizes(np.array(sizes))
    for size, row in zip(sizes, quarters.tolist(), strict=True):
        assert row == [sum(place * 4 // size == q for place in range(size)) for q in range(4)]


def test_short_texts_that_share_little_but_a_template_are_no_copies():
    config = CopyConfig()

    def are_joined(containment, own, smaller=60):
        half = np.array([0.5])
        return bool(are_copies(Shared(half, np.array([containment]), half, *np.array([[smaller], [own]])), config)[0])

    assert not are_joined(0.7, own=config.least - 1)
    assert are_joined(0.7, own=config.least)
    assert are_joined(0.7, own=1, smaller=config.long)
