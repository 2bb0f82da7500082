"""Two sentences of two witnesses, laid word against word: how alike they are and where their words part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from compare.model import Claim, Evidence, Span
from compare.text.witness import Witness
from compare.text.words import Word

_HYPHENS = ("-", "- ")
LONGEST = 400
"""Words; what is longer has no sentence ends and is not compared word by word."""
SHORT = 2
"""Sentences; a text of no more says one thing, and what is set beside it answers it."""


@dataclass(frozen=True, eq=False)
class Said:
    """One sentence of one witness; `index` is the witness, `sentence` the index in its sentences."""

    index: int
    witness: Witness
    sentence: int

    @property
    def words(self) -> tuple[Word, ...]:
        """All words of the sentence, in order."""
        return self.witness.words[self.sentence]

    @property
    def span(self) -> Span:
        """Where the sentence stands in the article."""
        return self.witness.sentences[self.sentence].span

    @cached_property
    def compared(self) -> tuple[str, ...]:
        """One compared form per word: the stem, or the folded form of a stop word."""
        return tuple(word.stem or word.folded for word in self.words)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The folded form of each word: equal where only case, accents or marks differ."""
        return tuple(word.folded for word in self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Compared forms of the content words."""
        return frozenset(word.stem for word in self.words if word.stem)

    @cached_property
    def content(self) -> tuple[list[int], list[int], list[str]]:
        """Where each content word begins, where it ends, and its stem, in order."""
        words = [word for word in self.words if word.stem]
        return [word.start for word in words], [word.end for word in words], [word.stem for word in words]

    @cached_property
    def joined(self) -> dict[Word, str]:
        """Each word with what a hyphen joins to its front, as one: non-essential is nonessential."""
        text, found, whole, end = self.witness.article.text, {}, "", -1
        for word in self.words:
            is_joined = end >= 0 and text[end : word.start] in _HYPHENS
            found[word] = whole = whole + word.folded if is_joined else word.folded
            end = word.end
        return found

    def whole(self, word: Word) -> tuple[Word, ...]:
        """The word with what a hyphen joins to its front: co-chaired, re-elected."""
        text, first = self.witness.article.text, self.words.index(word)
        last = first
        while first and text[self.words[first - 1].end : self.words[first].start] in _HYPHENS:
            first -= 1
        return self.words[first : last + 1]

    def claim(self, kind: str, value: object, words: Sequence[Word], subject: str = "") -> Claim:
        """A claim whose evidence runs from the first to the last of these words."""
        article = self.witness.article
        span = Span(words[0].start, words[-1].end) if words else self.span
        return Claim(kind, value, Evidence(article.id, span, span.of(article.text)), subject)


@dataclass(frozen=True, slots=True)
class Block:
    """A place where two sentences part: the words of each there, and the equal words before and after it.

    `before` and `after` are those of the first sentence; () at the edge.
    """

    a: tuple[Word, ...]
    b: tuple[Word, ...]
    before: tuple[Word, ...]
    after: tuple[Word, ...]


@dataclass(frozen=True, eq=False)
class SentencePair:
    """Two sentences that stand against each other in a passage."""

    a: Said
    b: Said

    def words(self, a: Word, b: Word, kind: str = "word") -> tuple[Claim, Claim]:
        """A claim over one word of each sentence; its value is the folded form."""
        return self.a.claim(kind, a.folded, [a]), self.b.claim(kind, b.folded, [b])

    @cached_property
    def is_equal(self) -> bool:
        """True where only case, accents or marks differ."""
        return self.a.folded == self.b.folded

    @cached_property
    def shared(self) -> frozenset[str]:
        """Content words that both have."""
        return self.a.stems & self.b.stems

    @cached_property
    def alike(self) -> float:
        """Dice coefficient of the content words, 0 to 1."""
        return _dice(self.a.stems, self.b.stems)

    @cached_property
    def contained(self) -> float:
        """Share of the shorter sentence's content words that the other has too."""
        return len(self.shared) / max(1, min(len(self.a.stems), len(self.b.stems)))

    @cached_property
    def likeness(self) -> float:
        """What the gate asks: `alike`, or half of `contained` where a short sentence tells part of a long one."""
        return max(self.alike, self.contained / 2)

    @cached_property
    def _is_turned(self) -> bool:
        """True where the second sentence is laid first: the method is not symmetric, and no order of files may tell."""
        return self.b.compared < self.a.compared

    @cached_property
    def _matcher(self) -> SequenceMatcher[str]:
        a, b = (self.b, self.a) if self._is_turned else (self.a, self.b)
        return SequenceMatcher(None, a.compared, b.compared, autojunk=False)

    def _steps(self) -> list[tuple[str, int, int, int, int]]:
        """difflib's opcodes, from the first sentence to the second."""
        return [
            (step, j1, j2, i1, i2) if self._is_turned else (step, i1, i2, j1, j2)
            for step, i1, i2, j1, j2 in self._matcher.get_opcodes()
        ]

    @property
    def _is_too_long(self) -> bool:
        return max(len(self.a.words), len(self.b.words)) > LONGEST

    @cached_property
    def of_reports(self) -> bool:
        """True for two texts of several sentences each: there the best partner of a sentence need not answer it."""
        return all(len(said.witness.compared) > SHORT for said in (self.a, self.b))

    @cached_property
    def ratio(self) -> float:
        """How much of the two word sequences matches in order, 0 to 1; `alike` for what is no sentence any more."""
        if self.a.compared == self.b.compared:
            return 1.0
        return self.alike if self._is_too_long else self._matcher.ratio()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Where the word sequences part, in order; one side of a block may be empty.

        None are told of text without sentence ends (over 400 words): the method is quadratic, and nothing there answers
        one word to another.
        """
        if self._is_too_long or self.a.compared == self.b.compared:
            return ()
        steps = self._steps()
        found = []
        for n, (step, i1, i2, j1, j2) in enumerate(steps):
            if step != "equal":
                before = self.a.words[steps[n - 1][1] : i1] if n else ()
                after = self.a.words[i2 : steps[n + 1][2]] if n + 1 < len(steps) else ()
                found.append(Block(self.a.words[i1:i2], self.b.words[j1:j2], before, after))
        return tuple(found)


def pair_sentences(a: Sequence[Said], b: Sequence[Said]) -> tuple[SentencePair, ...]:
    """Each sentence of either reading with the one of the other reading that is most like it, by place."""
    if len(a) == len(b) == 1:
        return (SentencePair(a[0], b[0]),)
    if not a or not b:
        return ()
    alike = [[_dice(x.stems, y.stems) for y in b] for x in a]
    chosen = {(i, max(range(len(b)), key=lambda j: (alike[i][j], -j))) for i in range(len(a))}
    chosen |= {(max(range(len(a)), key=lambda i: (alike[i][j], -i)), j) for j in range(len(b))}
    return tuple(SentencePair(a[i], b[j]) for i, j in sorted(chosen))


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / max(1, len(a) + len(b))
