"""Sentence links between witnesses: order-free, m:n, each with a score and its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.reasons import link_reasons
from compare.align.scores import score_stack
from compare.align.stack import stack_witnesses
from compare.config import Config
from compare.model import Article, Link, Role
from compare.text.witness import Witness, read_witness


def align_articles(a: Article, b: Article, config: Config | None = None) -> list[Link]:
    """Links between the sentences of two articles; indexes count in `split_sentences(article.text)`."""
    config = config or Config()
    return link_witnesses(read_witness(a, config), read_witness(b, config), config)


def link_witnesses(a: Witness, b: Witness, config: Config) -> list[Link]:
    """Links between the compared sentences of two prepared witnesses, and between their captions, by (a, b).

    A caption answers a caption only: it tells of a picture, not of the event. No other furniture is linked.
    """
    captions = [[i for i, s in enumerate(w.sentences) if s.role is Role.CAPTION] for w in (a, b)]
    found = link_all((a, b), (a.compared, b.compared), config).get((0, 1), [])
    if all(captions):
        found = found + link_all((a, b), captions, config).get((0, 1), [])
    return sorted(found, key=lambda link: (link.a, link.b))


def link_all(
    witnesses: Sequence[Witness], kept: Sequence[Sequence[int]], config: Config
) -> dict[tuple[int, int], list[Link]]:
    """Links between every two witnesses (k, m), k < m, over the sentences `kept[k]` of each."""
    stack = stack_witnesses(witnesses, kept)
    scored = score_stack(stack, config.align.threshold)
    found: dict[tuple[int, int], list[Link]] = {}
    for n in (scored.score >= config.align.threshold).nonzero()[0].tolist():
        i, j = int(scored.i[n]), int(scored.j[n])
        reasons = link_reasons(stack.content[i], stack.content[j], stack.family, bool(scored.verbatim[n]))
        link = Link(int(stack.index[i]), int(stack.index[j]), float(scored.score[n]), reasons)
        found.setdefault((int(stack.owner[i]), int(stack.owner[j])), []).append(link)
    return found
