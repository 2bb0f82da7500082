"""Average linkage over a heap gives what average linkage over the whole table gives."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from compare.cluster.linkage import CLIP, CLOSE, CLOSE_FROM, link_groups

SCORES = st.integers(2, 9).flatmap(
    lambda n: st.tuples(
        st.just(n), st.lists(st.floats(-6, 6), min_size=n * (n - 1) // 2, max_size=n * (n - 1) // 2, unique=True)
    )
)


def naive(count: int, score: dict[tuple[int, int], float], cut: float) -> list[int]:
    """Join the two groups of the highest mean clipped score among those that stand above their cut."""
    groups = [[i] for i in range(count)]
    while len(groups) > 1:
        means = {
            (a, b): sum(max(-CLIP, min(CLIP, score[min(x, y), max(x, y)])) for x in groups[a] for y in groups[b])
            / (len(groups[a]) * len(groups[b]))
            for a, b in combinations(range(len(groups)), 2)
        }
        means = {pair: mean for pair, mean in means.items() if mean >= cut + raised(*(groups[g] for g in pair), score)}
        if not means:
            break
        best = max(means, key=lambda pair: (round(means[pair], 9), -pair[0], -pair[1]))
        groups[best[0]] = sorted(groups[best[0]] + groups.pop(best[1]))
        groups.sort()
    return [next(min(g) for g in groups if i in g) for i in range(count)]


def raised(one: list[int], other: list[int], score: dict[tuple[int, int], float]) -> float:
    """What two groups that are close knit add to the cut."""
    if len(one) < 2 or len(other) < 2:
        return 0.0
    means = [sum(score[pair] for pair in combinations(g, 2)) / (len(g) * (len(g) - 1) / 2) for g in (one, other)]
    return CLOSE * max(0.0, min(means) - CLOSE_FROM)


@given(SCORES, st.integers(-300, 300).map(lambda n: n / 100 + 5e-4))
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


def test_two_close_knit_groups_are_two_events_of_one_kind() -> None:
    inside = [(a, b, 4.0) for group in ((0, 1), (2, 3)) for a, b in combinations(group, 2)]
    between = [(a, b, 1.0) for a in (0, 1) for b in (2, 3)]
    assert link_groups(4, [*inside, *between], -1.0) == [0, 0, 2, 2]


def test_two_loose_groups_as_far_apart_are_one_event() -> None:
    inside = [(a, b, 1.5) for group in ((0, 1), (2, 3)) for a, b in combinations(group, 2)]
    between = [(a, b, 1.0) for a in (0, 1) for b in (2, 3)]
    assert link_groups(4, [*inside, *between], -1.0) == [0, 0, 0, 0]
