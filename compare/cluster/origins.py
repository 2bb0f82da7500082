"""Independent origins: how many voices a story really has.

Copies are printed from one text and share one origin. So do texts of which most is found word for word in another, and
texts that credit one agency and have a good part in common: the agency wrote it. A credit alone proves nothing, for an
agency files many texts on one event.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import attrgetter

import numpy as np

from compare.cluster.printing import SHOWN, printing_order
from compare.cluster.tokens import plain
from compare.cluster.told import Told
from compare.model import Cluster, Origin

MOSTLY = 0.5
"""Share of the shorter text in the longer, word for word, that makes the two one origin."""
CREDITED = 0.25
"""The same where both credit one agency."""
PASSAGE = 0.08
"""Share from which passages in common are told without making the two one origin."""
RUN = 5
"""Words in a row that count as word for word."""
_FEW = 30
"""Voices that are compared two by two."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Tie:
    """Two voices with text in common: the share of the shorter, and the agencies that both credit."""

    a: int
    b: int
    share: float
    agencies: tuple[str, ...]

    @property
    def binds(self) -> bool:
        return self.share >= (CREDITED if self.agencies else MOSTLY)


def find_origins(
    voices: Sequence[Sequence[Told]],
    copies: Sequence[Cluster | None],
    text_of: Callable[[Told], str] = attrgetter("text"),
) -> tuple[Origin, ...]:
    """Origins of a story, most members first. `voices[i]` are the articles that print one text, `copies[i]` why.

    `text_of` gives what an article tells, where texts stay elsewhere.
    """
    ties = _ties(voices, text_of) if len(voices) > 1 else []
    group = list(range(len(voices)))
    for tie in ties:
        if tie.binds:
            low, high = sorted((group[tie.a], group[tie.b]))
            group = [low if g == high else g for g in group]
    origins = []
    for first in sorted(set(group)):
        members = [i for i, g in enumerate(group) if g == first]
        told = sorted((t for i in members for t in voices[i]), key=lambda t: (-t.length, t.article.id))
        origins.append(Origin(tuple(t.article.id for t in told), "; ".join(_reasons(members, voices, copies, ties))))
    return tuple(sorted(origins, key=lambda origin: (-len(origin.members), origin.members)))


def _reasons(
    members: Sequence[int], voices: Sequence[Sequence[Told]], copies: Sequence[Cluster | None], ties: Sequence[_Tie]
) -> list[str]:
    reasons = [printing_order(voices[i], cluster) for i in members if (cluster := copies[i])] or ["own text"]
    if len(members) > 1:
        reasons = [reason for reason in reasons if reason != "own text"]
        bound = [tie for tie in ties if tie.binds and tie.a in members]
        reasons += _shown([_told(tie, voices, "is word for word in the other") for tie in bound])
    part = [tie for tie in ties if not tie.binds and (tie.a in members) != (tie.b in members)]
    return reasons + _shown([_told(tie, voices, "is passages that both have") for tie in part])


def _shown(reasons: Sequence[str]) -> list[str]:
    """The first few, and how many more there are."""
    more = [f"{len(reasons) - SHOWN} more like it"] if len(reasons) > SHOWN else []
    return [*reasons[:SHOWN], *more]


def _told(tie: _Tie, voices: Sequence[Sequence[Told]], what: str) -> str:
    a, b = voices[tie.a][0].article.id, voices[tie.b][0].article.id
    credit = f"both credit {', '.join(tie.agencies)}: " if tie.agencies else ""
    return f"{credit}{tie.share:.0%} of the shorter of {a} and {b} {what}"


def _ties(voices: Sequence[Sequence[Told]], text_of: Callable[[Told], str]) -> list[_Tie]:
    """Pairs of voices with at least a passage in common."""
    runs = [_runs(text_of(voice[0])) for voice in voices]
    sizes = [len(found) for found in runs]
    common = _common_of_few(runs) if len(runs) <= _FEW else _common_of_many(runs)
    shares = ((a, b, count / min(sizes[a], sizes[b])) for a, b, count in common)
    return [_Tie(a, b, share, _both_credit(voices[a][0], voices[b][0])) for a, b, share in shares if share >= PASSAGE]


def _common_of_few(runs: Sequence[set[str]]) -> list[tuple[int, int, int]]:
    return [(a, b, len(runs[a] & runs[b])) for a, b in combinations(range(len(runs)), 2)]


def _common_of_many(runs: Sequence[set[str]]) -> list[tuple[int, int, int]]:
    """The same by one product of sparse tables."""
    from scipy.sparse import csr_matrix

    number: dict[str, int] = {}
    column = [number.setdefault(run, len(number)) for found in runs for run in found]
    row = np.repeat(np.arange(len(runs)), [len(found) for found in runs])
    held = csr_matrix((np.ones(len(row), dtype=np.int64), (row, column)), shape=(len(runs), len(number)))
    common = (held @ held.T).tocoo()
    above = common.row < common.col
    return sorted(zip(common.row[above].tolist(), common.col[above].tolist(), common.data[above].tolist(), strict=True))


def _both_credit(a: Told, b: Told) -> tuple[str, ...]:
    return tuple(sorted(set(a.agencies) & set(b.agencies)))


def _runs(text: str) -> set[str]:
    """Every five words in a row; a shorter text is one run."""
    words = _WORD.findall(plain(text))
    return {" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))}
