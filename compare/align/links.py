"""Sentence links between witnesses: order-free, m:n, each with a score and its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.reasons import link_reasons, people_by_sentence, with_people
from compare.align.scores import score_stack
from compare.align.stack import stack_witnesses
from compare.config import Config
from compare.facts.facts import Facts
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
    witnesses: Sequence[Witness], kept: Sequence[Sequence[int]], config: Config, facts: Sequence[Facts] = ()
) -> dict[tuple[int, int], list[Link]]:
    """Links between every two witnesses (k, m), k < m, over the sentences `kept[k]` of each.

    With facts the reasons name the people whom both sentences mean; who is who changes no score (it was tried: names
    put in the place of pronouns tie sentences that only share their speaker).
    """
    stack = stack_witnesses(witnesses, kept)
    scored = score_stack(stack, config.align.threshold)
    people = [people_by_sentence(f) for f in facts]
    found: dict[tuple[int, int], list[Link]] = {}
    for n in (scored.score >= config.align.threshold).nonzero()[0].tolist():
        i, j = int(scored.i[n]), int(scored.j[n])
        (k, a), (m, b) = ((int(stack.owner[r]), int(stack.index[r])) for r in (i, j))
        reasons = link_reasons(stack.content[i], stack.content[j], stack.family, bool(scored.verbatim[n]))
        if people:
            reasons = with_people(reasons, people[k].get(a, ()), people[m].get(b, ()))
        found.setdefault((k, m), []).append(Link(a, b, float(scored.score[n]), reasons))
    return found
