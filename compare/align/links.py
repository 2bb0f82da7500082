"""Sentence links between witnesses: order-free, m:n, each with a score and its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from compare.align.acronyms import give_acronyms
from compare.align.group import At, Likeness
from compare.align.link import Link
from compare.align.pair_model import load_pair_model
from compare.align.scores import Scored, score_stack
from compare.align.stack import Stack, stack_witnesses
from compare.align.why import Beside, Shared, Who, explain
from compare.config import AlignConfig, Config
from compare.model import Article, Role
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
    who = Who((a, b))
    found = link_all((a, b), (a.compared, b.compared), config, who).between.get((0, 1), [])
    if all(captions):
        found = found + link_all((a, b), captions, config, who).between.get((0, 1), [])
    return sorted(found, key=lambda link: (link.a, link.b))


@dataclass(frozen=True)
class Links:
    """`between[k, m]` are the links between witnesses k and m, k < m.

    `repeated` holds (k, a, m): sentence a of k has so many answers in m that it is linked with its best alone.
    `likeness` gives the best likeness of pairs of sentences, linked or not.
    """

    between: dict[tuple[int, int], list[Link]]
    repeated: tuple[tuple[int, int, int], ...]
    likeness: Likeness


def link_all(
    witnesses: Sequence[Witness], kept: Sequence[Sequence[int]], config: Config, who: Who | None = None
) -> Links:
    """Links between every two witnesses over the sentences `kept[k]` of each.

    Their reasons name the people whom both sentences mean; who is who changes no score (it was tried: names put in the
    place of pronouns tie sentences that only share their speaker).
    """
    stack = give_acronyms(stack_witnesses(witnesses, kept), (w.article.text for w in witnesses))
    scored = _scored(stack, witnesses, config.align)
    chosen = np.flatnonzero(scored.score >= config.align.threshold)
    ends = [list(map(stack.at, side[chosen].tolist())) for side in (scored.i, scored.j)]
    pairs = list(zip(*ends, strict=True))
    who, shared, beside = who or Who(witnesses), Shared(stack), Beside(witnesses, frozenset(pairs))
    found: dict[tuple[int, int], list[Link]] = {}
    for (p, q), score, verbatim in zip(
        pairs, scored.score[chosen].tolist(), scored.verbatim[chosen].tolist(), strict=True
    ):
        link = Link.explained_by(p[1], q[1], score, partial(explain, who, beside, p, q, shared.reasons(p, q, verbatim)))
        found.setdefault((p[0], q[0]), []).append(link)
    repeated = tuple((*stack.at(row), m) for row, m in scored.repeated.tolist())
    return Links(found, repeated, partial(_likeness, stack, scored))


def _likeness(stack: Stack, scored: Scored, pairs: Iterable[tuple[At, At]]) -> float:
    rows = np.array([(stack.rows[p], stack.rows[q]) for p, q in pairs], np.int64)
    return scored.likeness(rows[:, 0], rows[:, 1])


def _scored(stack: Stack, witnesses: Sequence[Witness], config: AlignConfig) -> Scored:
    """The scores, those in doubt averaged with what a pair model says of them where one is configured."""
    if not config.pair_model:
        return score_stack(stack, config.threshold)
    scored = score_stack(stack, config.doubt_from)
    doubt = np.flatnonzero((scored.score >= config.doubt_from) & (scored.score <= config.doubt_to))
    texts = [[witnesses[k].sentences[a].text for k, a in map(stack.at, side[doubt])] for side in (scored.i, scored.j)]
    said = load_pair_model(config.pair_model).judge(list(zip(*texts, strict=True)))
    # even odds of the model fall on the threshold of the words
    low, high = 2 * said * config.threshold, 1 - 2 * (1 - said) * (1 - config.threshold)
    score = scored.score.copy()
    score[doubt] = np.round((score[doubt] + np.where(said < 0.5, low, high)) / 2, 4)
    return replace(scored, score=score)
