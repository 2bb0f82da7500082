"""The frame that every comparer fits: a passage seen from all its witnesses, and ordered levels that judge it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Protocol

from compare.config import Config
from compare.facts.facts import Facts
from compare.model import Claim, Finding, Row, Severity, Story, Verdict
from compare.text.witness import Witness
from compare.text.words import Word


@dataclass(frozen=True, slots=True)
class Level:
    """One graded rule of a comparer. `says` is the rule in one plain sentence, with {a} and {b} for the readings."""

    id: str
    verdict: Verdict
    severity: Severity
    says: str


@dataclass(frozen=True)
class Side:
    """What one witness has in a passage: the indexes of its sentences there, and their claims."""

    index: int
    witness: Witness
    facts: Facts
    sentences: tuple[int, ...]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Claims of the sentences of this passage."""
        return tuple(claim for i in self.sentences for claim in self.facts.claims[i])

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Words of the sentences of this passage."""
        return tuple(word for i in self.sentences for word in self.witness.words[i])

    @cached_property
    def stems(self) -> frozenset[str]:
        """Compared forms of its content words."""
        return frozenset(word.stem for word in self.words if word.stem)


@dataclass(frozen=True)
class Passage:
    """A row of the story with everything known of it; `sides` are the witnesses that have it."""

    index: int
    row: Row
    sides: tuple[Side, ...]
    whole: StoryView

    def pairs(self) -> Iterator[tuple[Side, Side]]:
        """Every two witnesses of the passage."""
        return combinations(self.sides, 2)


@dataclass(frozen=True)
class StoryView:
    """A whole story as comparers see it, for what one passage cannot show (who is who, spelling within an article)."""

    story: Story
    witnesses: tuple[Witness, ...]
    facts: tuple[Facts, ...]
    rows: tuple[Row, ...]
    config: Config

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The rows, each with its sides."""
        at = [{s.span: i for i, s in enumerate(w.sentences)} for w in self.witnesses]
        return tuple(
            Passage(
                index,
                row,
                tuple(
                    Side(k, self.witnesses[k], self.facts[k], tuple(at[k][s.span] for s in row.readings[k]))
                    for k in row.witnesses
                ),
                self,
            )
            for index, row in enumerate(self.rows)
        )


class Comparer(Protocol):
    """Judges one kind of fact. `levels` are ordered, the first that matches wins, "not mentioned" stands first."""

    kind: str
    levels: tuple[Level, ...]

    def compare(self, passage: Passage) -> Iterable[Finding]:
        """Findings of one passage."""
        ...


class StoryComparer(Protocol):
    """Judges what no single passage shows; the same contract over the whole story."""

    kind: str
    levels: tuple[Level, ...]

    def compare_story(self, view: StoryView) -> Iterable[Finding]:
        """Findings of the whole story."""
        ...
