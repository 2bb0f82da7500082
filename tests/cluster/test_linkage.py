"""Average linkage over a heap gives what average linkage over the whole table gives."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from compare.cluster.linkage import CLIP, link_groups

SCORES = st.integers(2, 9).flatmap(
    lambda n: st.tuples(
        st.just(n), st.lists(st.floats(-6, 6), min_size=n * (n - 1) // 2, max_size=n * (n - 1) // 2, unique=True)
    )
)


def naive(count: int, score: dict[tuple[int, int], float], cut: float) -> list[int]:
    """Join the two groups of the highest mean clipped score while it stands above the cut."""
    groups = [[i] for i in range(count)]
    while len(groups) > 1:
        means = {
            (a, b): sum(max(-CLIP, min(CLIP, score[min(x, y), max(x, y)])) for x in groups[a] for y in groups[b])
            / (len(groups[a]) * len(groups[b]))
            for a, b in combinations(range(len(groups)), 2)
        }
        best = max(means, key=lambda pair: (round(means[pair], 9), -pair[0], -pair[1]))
        if means[best] < cut:
            break
        groups[best[0]] = sorted(groups[best[0]] + groups.pop(best[1]))
        groups.sort()
    return [next(min(g) for g in groups if i in g) for i in range(count)]


@given(SCORES, st.floats(-3, 3))
def test_the_heap_joins_what_the_naive_loop_joins(made: tuple[int, list[float]], cut: float) -> None:
    count, values = made
    spread = [round(value, 3) + i * 1e-5 for i, value in enumerate(values)]  # no two means alike
    score = dict(zip(combinations(range(count), 2), spread, strict=True))
    if any(abs(value) >= CLIP for value in spread):
        return  # clipped scores tie, and ties may fall either way
    found = link_groups(count, [(a, b, value) for (a, b), value in score.items()], cut)
    assert found == naive(count, score, cut)


def test_one_strong_pair_does_not_chain_two_groups() -> None:
    inside = [(a, b, 3.0) for group in ((0, 1, 2), (3, 4, 5)) for a, b in combinations(group, 2)]
    assert link_groups(6, [*inside, (2, 3, 2.5)], -1.0) == [0, 0, 0, 3, 3, 3]


def test_pairs_that_were_not_scored_count_against() -> None:
    assert link_groups(3, [(0, 1, 2.0), (1, 2, 1.0)], 0.0) == [0, 0, 2]
