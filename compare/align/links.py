"""Sentence links between two witnesses: order-free, m:n, each with a score and its reasons."""

from __future__ import annotations

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
    found = []
    for i in a.compared:
        left = {w.stem for w in a.words[i] if w.stem}
        for j in b.compared:
            right = {w.stem for w in b.words[j] if w.stem}
            score = 2 * len(left & right) / max(1, len(left) + len(right))
            if score >= 0.4:
                found.append(Link(i, j, score, ("shared words",)))
    return found
