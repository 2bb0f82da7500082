"""The frame that every comparer fits: a passage seen from all its witnesses, and ordered levels that judge it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Protocol

from compare.config import Config
from compare.facts.facts import Facts
from compare.findings.pairing import LONGEST, SHORT, Said, SentencePair, pair_sentences
from compare.model import Claim, Finding, Row, Severity, Span, Story, Verdict
from compare.text.witness import Witness
from compare.text.words import Word

_MUCH_LONGER = 2
MOST_CLAIMS = 150
"""Claims of one reading; what holds more is a table of figures."""


@dataclass(frozen=True, slots=True)
class Level:
    """One graded rule of a comparer. `says` is the rule in one plain sentence, with {a} and {b} for the readings."""

    id: str
    verdict: Verdict
    severity: Severity
    says: str

    def finding(self, kind: str, claims: Sequence[Claim], row: int | None = None, /, **readings: str) -> Finding:
        """What this level says of these claims; {a} and {b} are the first two quotations unless given."""
        quotes = [claim.evidence.quote for claim in claims]
        named = {"a": quotes[0] if quotes else "", "b": quotes[1] if len(quotes) > 1 else "", **readings}
        return Finding(kind, self.verdict, self.severity, self.id, tuple(claims), self.says.format(**named), row)


@dataclass(frozen=True, eq=False)
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
    def by_kind(self) -> dict[str, list[tuple[Said, Claim]]]:
        """Its claims by kind, each with its sentence; a statement stands in every sentence that it runs through."""
        found: dict[str, list[tuple[Said, Claim]]] = {}
        for said in self.said:
            for claim in (*self.facts.running.get(said.sentence, ()), *self.facts.claims[said.sentence]):
                found.setdefault(claim.kind, []).append((said, claim))
        return found

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Words of the sentences of this passage."""
        return tuple(word for i in self.sentences for word in self.witness.words[i])

    @cached_property
    def stems(self) -> frozenset[str]:
        """Compared forms of its content words."""
        return frozenset(word.stem for word in self.words if word.stem)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Its sentences, one by one."""
        return tuple(Said(self.index, self.witness, i) for i in self.sentences)

    @property
    def wording(self) -> tuple[str, ...]:
        """Its sentences as written: copies of one text have the same wording."""
        return tuple(self.witness.sentences[i].text for i in self.sentences)


@dataclass(frozen=True, eq=False)
class Passage:
    """A row of the story with everything known of it; `sides` are the witnesses that have it."""

    index: int
    row: Row
    sides: tuple[Side, ...]
    whole: StoryView

    @cached_property
    def wordings(self) -> tuple[tuple[Side, ...], ...]:
        """The sides by wording, so that fifty copies of one text are judged once."""
        groups: dict[tuple[str, ...], list[Side]] = {}
        for side in self.sides:
            groups.setdefault(side.wording, []).append(side)
        return tuple(tuple(group) for group in groups.values())

    @property
    def is_prose(self) -> bool:
        """False where a reading is too long for a sentence or is a table of figures: nothing there fills one slot."""
        return all(
            len(side.claims) <= MOST_CLAIMS and all(len(said.words) <= LONGEST for said in side.said)
            for side in self.sides
        )

    @property
    def is_bare_line(self) -> bool:
        """True where every reading has the same words and none has a claim: nothing can differ, no fact can agree."""
        first = [said.folded for said in self.sides[0].said] if self.sides else []
        return all(not side.by_kind and [said.folded for said in side.said] == first for side in self.sides)

    def pairs(self) -> tuple[tuple[Side, Side], ...]:
        """Every two witnesses of the passage; of those with one wording only the first two (the rest join later)."""
        return self._pairs

    @cached_property
    def _pairs(self) -> tuple[tuple[Side, Side], ...]:
        chosen = list(combinations([group[0] for group in self.wordings], 2))
        chosen += [(group[0], group[1]) for group in self.wordings if len(group) > 1]
        return tuple(sorted(chosen, key=lambda pair: (pair[0].index, pair[1].index)))

    @cached_property
    def sentence_pairs(self) -> tuple[SentencePair, ...]:
        """The sentences of every two witnesses that stand against each other here."""
        return tuple(pair for a, b in self.pairs() for pair in self.standing(a, b))

    def standing(self, a: Side, b: Side) -> tuple[SentencePair, ...]:
        """The sentences of two of its sides that stand against each other: laid together once for all who ask."""
        known = self._standing.get((a.index, b.index))
        if known is None:
            known = self._standing[a.index, b.index] = pair_sentences(a.said, b.said)
        return known

    @cached_property
    def _standing(self) -> dict[tuple[int, int], tuple[SentencePair, ...]]:
        return {}


@dataclass(frozen=True, eq=False)
class StoryView:
    """A whole story as comparers see it, for what one passage cannot show (who is who, spelling within an article)."""

    story: Story
    witnesses: tuple[Witness, ...]
    facts: tuple[Facts, ...]
    rows: tuple[Row, ...]
    config: Config

    @property
    def passages(self) -> Iterator[Passage]:
        """The rows with their sides, made anew for each who asks: what a passage remembers of itself goes with it."""
        for index, row in enumerate(self.rows):
            sides = (Side(k, self.witnesses[k], self.facts[k], self._places(k, row)) for k in row.witnesses)
            yield Passage(index, row, tuple(sides), self)

    def _places(self, witness: int, row: Row) -> tuple[int, ...]:
        return tuple(self._place_of[witness][sentence.span] for sentence in row.readings[witness])

    @cached_property
    def _place_of(self) -> tuple[dict[Span, int], ...]:
        return tuple({s.span: i for i, s in enumerate(w.sentences)} for w in self.witnesses)

    @property
    def beside(self) -> tuple[Passage, ...]:
        """Every two texts of one or two sentences that no row brings together, under the first row of the first.

        What is set beside such a text answers it.
        """
        short = [k for k, w in enumerate(self.witnesses) if 0 < len(w.compared) <= SHORT]
        if len(short) < 2:
            return ()
        together = {pair for row in self.rows for pair in combinations(row.witnesses, 2)}
        first = {k: row for row in range(len(self.rows) - 1, -1, -1) for k in self.rows[row].witnesses}
        return tuple(
            Passage(
                first[a],
                self.rows[first[a]],
                tuple(Side(k, self.witnesses[k], self.facts[k], self.witnesses[k].compared) for k in (a, b)),
                self,
            )
            for a, b in combinations(short, 2)
            if (a, b) not in together and a in first
        )

    @cached_property
    def origin_of(self) -> dict[str, int]:
        """Article id → the number of its independent origin."""
        return {article.id: self.story.origin_of(article.id) for article in self.story.articles}

    @cached_property
    def vocabulary(self) -> tuple[frozenset[str], ...]:
        """Every content word of each witness, in the compared form."""
        return tuple(
            frozenset(w.stem for words in witness.words for w in words if w.stem) for witness in self.witnesses
        )

    def is_news(self, a: Side | Said, stem_a: str, b: Side | Said, stem_b: str) -> bool:
        """True where a word of one article is unknown to all of the other: the shorter one's, where one is short."""
        known = self.vocabulary
        sizes = (len(known[a.index]), len(known[b.index]))
        new_a, new_b = stem_a not in known[b.index], stem_b not in known[a.index]
        if max(sizes) >= _MUCH_LONGER * min(sizes):
            return new_a if sizes[0] < sizes[1] else new_b
        return new_a or new_b


class Ruled:
    """What the comparers of this package share: a finding is made by the name of its level, its id behind the dot."""

    kind: str
    levels: tuple[Level, ...]

    def level(self, name: str) -> Level:
        """The level of this name."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Level]:
        return {level.id.partition(".")[2]: level for level in reversed(self.levels)}

    def finding(
        self, level: str, claims: Sequence[Claim], row: int | None = None, /, *, kind: str = "", **readings: str
    ) -> Finding:
        """What the level of this name says of the claims, as `Level.finding` does; of a further `kind` where given."""
        return self.level(level).finding(kind or self.kind, claims, row, **readings)


class PairComparer(Ruled, ABC):
    """A comparer of sentences two by two, those that stand against each other in a passage."""

    skips_equal = True
    """Of the same words nothing differs; a comparer that tells what agrees looks at them too."""

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Findings of one passage."""
        for pair in passage.sentence_pairs:
            if not (self.skips_equal and pair.is_equal):
                yield from self.compare_pair(pair, passage)

    @abstractmethod
    def compare_pair(self, pair: SentencePair, passage: Passage, /) -> Iterator[Finding]:
        """Findings of two sentences of the passage."""


class Comparer(Protocol):
    """Judges one kind of fact. `levels` are ordered, the first that matches wins, "not mentioned" stands first."""

    @property
    def kind(self) -> str:
        """The kind of its findings; one that makes further kinds lists them in `kinds`."""
        ...

    @property
    def levels(self) -> tuple[Level, ...]:
        """Its rules, in order."""
        ...

    def compare(self, passage: Passage) -> Iterable[Finding]:
        """Findings of one passage."""
        ...


class StoryComparer(Protocol):
    """Judges what no single passage shows; the same contract over the whole story."""

    @property
    def kind(self) -> str:
        """The kind of its findings; one that makes further kinds lists them in `kinds`."""
        ...

    @property
    def levels(self) -> tuple[Level, ...]:
        """Its rules, in order."""
        ...

    def compare_story(self, view: StoryView) -> Iterable[Finding]:
        """Findings of the whole story."""
        ...
