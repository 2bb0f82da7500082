"""Which sentences stand together in one row: all answer the same base sentence, or each answers most of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from compare.align.link import Link

At = tuple[int, int]
"""A sentence of the story: its witness, its index there."""
Likeness = Callable[[Iterable[tuple[At, At]]], float]
"""How alike the most alike of these pairs of sentences are, from 0 to 1."""

FAR = 0.5
"""Two sentences that both have answers better than this share tells, each in the other article, are not one passage."""


@dataclass(frozen=True)
class Groups:
    """`members` partition the compared sentences of the story; `links` are the links between them."""

    members: tuple[tuple[At, ...], ...]
    links: Mapping[tuple[At, At], Link]

    def links_within(self, group: Sequence[At]) -> list[Link]:
        """Links between two sentences of the group, the group sorted."""
        return [self.links[pair] for pair in combinations(group, 2) if pair in self.links]

    def joined(self, ties: Mapping[At, tuple[At, Link]]) -> Groups:
        """The same groups with further sentences, each in the group of the sentence that it is tied to."""
        of = {at: n for n, group in enumerate(self.members) for at in group}
        grown = [list(group) for group in self.members]
        links = dict(self.links)
        for at, (origin, link) in ties.items():
            grown[of[origin]].append(at)
            pair, turned = (origin, at), Link(link.b, link.a, link.score, link.reasons)
            links[min(pair, pair[::-1])] = link if origin < at else turned
        return Groups(tuple(sorted(tuple(sorted(group)) for group in grown)), links)


@dataclass(frozen=True)
class Doubt:
    """Of three witnesses two links make a chain: one that scores less than `sure` joins them only where the two that
    have no link are alike by `least` too.

    Of such links half are right, of stronger ones nine in ten (links/news, SuperPAL).
    """

    sure: float
    least: float
    likeness: Likeness

    def is_borne_out(self, group: Sequence[At], answers: Mapping[At, set[At]]) -> bool:
        """Whether every two of the three witnesses have something to do with each other in this group."""
        witnesses = sorted({k for k, _ in group})
        return len(witnesses) != 3 or all(
            self._meet([p for p in group if p[0] == k], [q for q in group if q[0] == m], answers)
            for k, m in combinations(witnesses, 2)
        )

    def _meet(self, one: Sequence[At], two: Sequence[At], answers: Mapping[At, set[At]]) -> bool:
        return any(not answers[p].isdisjoint(two) for p in one if p in answers) or (
            self.likeness(product(one, two)) >= self.least
        )


def group_links(
    kept: Sequence[Sequence[int]],
    links: Mapping[tuple[int, int], Sequence[Link]],
    base: int,
    doubt: Doubt | None = None,
) -> Groups:
    """Join the strongest links first, each only where the joined sentences still belong together.

    They do where each answers at least half of those of other witnesses, or all answer one sentence of the base: two
    sentences of a report that the other tells in two others, cut elsewhere, are one passage, and nothing is chained.
    """
    by_pair = {((k, x.a), (m, x.b)): x for (k, m), found in links.items() for x in found}
    answers: dict[At, set[At]] = {}
    for p, q in by_pair:
        answers.setdefault(p, set()).add(q)
        answers.setdefault(q, set()).add(p)
    best = _best_answers(by_pair)
    of: dict[At, list[At]] = {(k, i): [(k, i)] for k, indexes in enumerate(kept) for i in indexes}
    for p, q in sorted(by_pair, key=lambda pair: (-by_pair[pair].score, pair)):
        one, two = of[p], of[q]
        if one is two:
            continue
        if len(one) < len(two):
            one, two = two, one
        if by_pair[p, q].score < FAR * min(best[p, q[0]], best[q, p[0]]):
            continue
        if doubt and by_pair[p, q].score < doubt.sure and not doubt.is_borne_out([*one, *two], answers):
            continue
        if _each_answers_half([*two, *one], answers) or _share_base(one + two, base, answers):
            one.extend(two)
            of.update(dict.fromkeys(two, one))
    distinct = {id(group): group for group in of.values()}
    return Groups(tuple(sorted(tuple(sorted(group)) for group in distinct.values())), by_pair)


def _best_answers(links: Mapping[tuple[At, At], Link]) -> dict[tuple[At, int], float]:
    """For each sentence and each other witness the score of its best answer there."""
    best: dict[tuple[At, int], float] = {}
    for (p, q), link in links.items():
        for at, there in ((p, q[0]), (q, p[0])):
            best[at, there] = max(best.get((at, there), 0.0), link.score)
    return best


def _each_answers_half(group: Sequence[At], answers: Mapping[At, set[At]]) -> bool:
    together = set(group)
    own = Counter(k for k, _ in group)
    return all(2 * len(answers[p] & together) >= len(group) - own[p[0]] for p in group)


def _share_base(group: Sequence[At], base: int, answers: Mapping[At, set[At]]) -> bool:
    centres = [p for p in group if p[0] == base]
    return len(centres) == 1 and all(p in answers[centres[0]] for p in group if p[0] != base)
