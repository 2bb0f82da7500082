"""Copies of one text share their origin's reading: aligned once by diff, not by likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from compare.align.diff import diff_tokens
from compare.align.group import At
from compare.align.link import Link
from compare.align.reasons import COPIED
from compare.model import Story
from compare.text.witness import Witness


@dataclass(frozen=True)
class Copied:
    """`link_of[copy sentence]` ties it to its origin's sentence; `kept[k]` are the sentences left to be linked."""

    link_of: dict[At, tuple[At, Link]]
    kept: tuple[tuple[int, ...], ...]


def find_copied(story: Story, witnesses: Sequence[Witness]) -> Copied:
    """Tie the sentences of every copy to the fullest member of its group; what a copy adds is left to be linked."""
    at = {article.id: k for k, article in enumerate(story.articles)}
    link_of: dict[At, tuple[At, Link]] = {}
    sizes = word_counts(witnesses)
    for group in story.copies:
        members = sorted(at[article] for article in group)
        origin = fullest(sizes, members)
        for k in members:
            if k != origin:
                link_of |= _tie(witnesses, origin, k)
    kept = tuple(tuple(i for i in w.compared if (k, i) not in link_of) for k, w in enumerate(witnesses))
    return Copied(link_of, kept)


def word_counts(witnesses: Sequence[Witness]) -> list[int]:
    """The words in the compared sentences of each witness."""
    return [sum(len(witness.words[i]) for i in witness.compared) for witness in witnesses]


def fullest(sizes: Sequence[int], among: Sequence[int]) -> int:
    """The witness with most words (`word_counts`), the first of equals."""
    return max(among, key=lambda k: (sizes[k], -k), default=0)


def _tie(witnesses: Sequence[Witness], origin: int, copy: int) -> dict[At, tuple[At, Link]]:
    """Each copied sentence with the sentence that at least half of its words come from."""
    theirs, mine = (_flat(witnesses[k]) for k in (origin, copy))
    shared: Counter[tuple[int, int]] = Counter()
    p = q = 0
    for op, n in diff_tokens([word for word, _ in theirs], [word for word, _ in mine]):
        if op == "=":
            shared.update((theirs[p + k][1], mine[q + k][1]) for k in range(n))
        p, q = p + (n if op != "+" else 0), q + (n if op != "-" else 0)
    found: dict[At, tuple[At, Link]] = {}
    for (i, j), words in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        share = words / len(witnesses[copy].words[j])
        if share >= 0.5 and (copy, j) not in found:
            found[copy, j] = ((origin, i), Link(i, j, round(share, 4), (COPIED,)))
    return found


def _flat(witness: Witness) -> list[tuple[str, int]]:
    return [(word.folded, i) for i in witness.compared for word in witness.words[i]]
