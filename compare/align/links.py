"""Sentence links between witnesses: order-free, m:n, each with a score and its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.choose import choose, near_best
from compare.align.stack import stack_witnesses
from compare.config import Config
from compare.facts.facts import Facts, read_facts
from compare.model import Article, Link
from compare.text.witness import Witness, read_witness


def align_articles(a: Article, b: Article, config: Config | None = None) -> list[Link]:
    """Links between the sentences of two articles; indexes count in `split_sentences(article.text)`."""
    config = config or Config()
    first, second = read_witness(a, config), read_witness(b, config)
    return link_witnesses(first, second, read_facts(first), read_facts(second), config)


def link_witnesses(a: Witness, b: Witness, facts_a: Facts, facts_b: Facts, config: Config) -> list[Link]:
    """Links between the compared sentences of two prepared witnesses, by (a, b)."""
    kept = (a.compared, b.compared)
    return link_all((a, b), (facts_a, facts_b), kept, config).get((0, 1), [])


def link_all(
    witnesses: Sequence[Witness], facts: Sequence[Facts], kept: Sequence[Sequence[int]], config: Config
) -> dict[tuple[int, int], list[Link]]:
    """Links between every two witnesses (k, m), k < m, over the sentences `kept[k]` of each."""
    stack = stack_witnesses(witnesses, kept)
    i, j, score = stack.products(stack.words, 0.01)
    share = near_best(i, j, stack.owner, score)
    chosen = choose(share, score, config.align.threshold, config.align.near)
    found: dict[tuple[int, int], list[Link]] = {}
    for p, q, s in zip(i[chosen].tolist(), j[chosen].tolist(), score[chosen].tolist(), strict=True):
        link = Link(int(stack.index[p]), int(stack.index[q]), round(s, 4), ("shared words",))
        found.setdefault((int(stack.owner[p]), int(stack.owner[q])), []).append(link)
    return found
