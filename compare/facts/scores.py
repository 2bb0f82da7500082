"""Scores of matches and votes: "3-1", "6-4, 6-3", "312-188"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.facts.taken import Taken
from compare.facts.units import unit_after
from compare.model import Span
from compare.text.words import Word

_ONE = r"\d{1,3}\s?[-–]\s?\d{1,3}"
_SCORE = re.compile(
    rf"(?<![\w.,:/$€£¥+'’–-])(?<!\d\s){_ONE}(?:,\s{_ONE})*"
    r"(?![\w/%:°]|[-–.,]\d|\s?[-–]\s?\w|\s(?:percent|per\scent|million|bn)\b)"
)
_DECIDED = frozenset(
    "win won beat defeat lose lost victori loss draw drew tie tied score goal vote ballot set match game lead led "
    "trail final result ahead equalis equaliz penalti kick header "
    "edg thrash rout crush overturn pass approv reject rule decis major".split()
)
"""Stems of words beside which two figures with a dash are a score; elsewhere they are years, pages or a range."""
_NEAR = 2
"""Content words before a score among which such a word must stand where the smaller figure comes first: 1-3, 20-25."""


@dataclass(frozen=True, slots=True)
class Score:
    """The two sides' figures of each set or match, in the order of print."""

    parts: tuple[tuple[int, int], ...]

    def __str__(self) -> str:
        return ", ".join(f"{a}-{b}" for a, b in self.parts)

    @property
    def turned(self) -> Score:
        """The same score told from the other side."""
        return Score(tuple((b, a) for a, b in self.parts))


def find_scores(text: str, span: Span, words: Sequence[Word], taken: Taken) -> Iterator[tuple[Span, Score]]:
    """Scores of one sentence, where a word of it tells of a decision."""
    if _DECIDED.isdisjoint(word.stem for word in words):
        return
    for match in _SCORE.finditer(text, span.start, span.end):
        where = Span(*match.span())
        sides = [re.split(r"\s?[-–]\s?", part) for part in match.group().split(", ")]
        parts = tuple((int(a), int(b)) for a, b in sides)
        before = [word.stem for word in words if word.stem and word.end <= where.start][-_NEAR:]
        if taken.meets(where) or unit_after(text, where.end, span.end):
            continue
        if parts[0][0] >= parts[0][1] or not _DECIDED.isdisjoint(before):
            yield where, Score(parts)
