"""A short text against the long one that it condenses: names and figures that the long one does not have at all.

Two independent reports may each know more, so only a condensation is held to it: a text whose words nearly all come
from the other, and which has no more than one name or figure besides. A short report with several facts of its own is a
report, and what it adds is only in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from compare.facts.titles import title_words
from compare.findings.capitals import names_of
from compare.findings.comparer import Level, Ruled, StoryView
from compare.findings.pairing import Said, SentencePair
from compare.findings.replaced import replaced_days, replaced_words
from compare.findings.whole import Whole, figures_in
from compare.model import Claim, Finding, Severity, Verdict
from compare.text.words import Word

_TIMES_LONGER = 3
_KNOWN_FROM = 0.7
_MOST_UNKNOWN = 1
"""Names and figures of its own that a condensation may have."""
_FEWEST_WORDS = 3
_LONGEST = 3
"""Sentences of a summary; what is longer is a report of its own."""
_JOINTS = (" ", "-", "\u00a0", ". ")


class UnsupportedComparer(Ruled):
    """Names and figures of a summary that its article does not have anywhere."""

    kind = "unsupported"
    levels = (
        Level("unsupported.new_sentence", Verdict.ONLY_IN, Severity.INFO, "Only the shorter text says this."),
        Level("unsupported.name", Verdict.DIFFER, Severity.MEDIUM, "The longer article never names “{a}”."),
        Level("unsupported.number", Verdict.DIFFER, Severity.MEDIUM, "The longer article nowhere has “{a}”."),
        Level("unsupported.word", Verdict.DIFFER, Severity.MEDIUM, "The longer article has “{b}”, and nowhere “{a}”."),
        Level("unsupported.day", Verdict.DIFFER, Severity.MEDIUM, "The longer article has “{b}”, and nowhere “{a}”."),
    )

    def compare_story(self, view: StoryView) -> Iterator[Finding]:
        """Findings of every two witnesses of which one condenses the other."""
        wholes = [Whole(witness) for witness in view.witnesses]
        for a, b in permutations(range(len(wholes)), 2):
            if 0 < wholes[a].size * _TIMES_LONGER <= wholes[b].size and len(wholes[a].witness.compared) <= _LONGEST:
                others = [whole for k, whole in enumerate(wholes) if k not in (a, b)]
                found = [f for f in self._article(a, wholes[a], b, wholes[b]) if not _is_known(f, others)]
                if len(found) <= _MOST_UNKNOWN:
                    yield from found

    def _article(self, a: int, short: Whole, b: int, long: Whole) -> Iterator[Finding]:
        said = [Said(a, short.witness, i) for i in short.witness.compared]
        if all(_is_condensed(one, long) for one in said):
            there = [Said(b, long.witness, i) for i in long.witness.compared]
            for one in said:
                yield from self._sentence(one, long, there)

    def _sentence(self, said: Said, long: Whole, there: list[Said]) -> Iterator[Finding]:
        """What the long article does not have of one sentence."""
        names = names_of(said)
        near = max(there, key=lambda other: (SentencePair(said, other).contained, -other.sentence))
        for name in _neighbours(names, said):
            if not long.knows(name[-1]) and not _is_of_body(name, said, long):
                yield self._beside("name", said.claim("name", _folded(name), name), near)
        for word, figure in figures_in(said.witness, said.words):
            if word.stem not in long.stems and not _is_of_date(said, word) and not long.knows_figure(figure):
                yield self._beside("number", said.claim("number", figure.value, [word]), near)
        for word, where, other in replaced_words(said, there, long):
            claims = (said.claim("word", word.folded, [word]), where.claim("word", other.folded, [other]))
            yield self.finding("word", claims)
        for word, where, other in replaced_days(said, near, there, long):
            claims = (said.claim("date", word.folded, [word]), where.claim("date", other.folded, [other]))
            yield self.finding("day", claims)

    def _beside(self, level: str, claim: Claim, near: Said) -> Finding:
        """The finding, with the sentence of the long article that is nearest."""
        beside = near.claim("sentence", near.witness.sentences[near.sentence].text, ())
        return self.finding(level, (claim, beside))


def _is_of_body(name: list[Word], said: Said, long: Whole) -> bool:
    """True for the rest of a body's name whose beginning the article has: (Surrey Fire and) Rescue Service."""
    joined = said.witness.article.text[: name[0].start].endswith((" and ", " & "))
    return name[-1].folded in title_words().bodies and (joined or long.knows(name[0]))


def _is_known(finding: Finding, others: list[Whole]) -> bool:
    """True for what a third report has too: the shorter text has it from there, or knows it as well as that one."""
    return any(other.has(finding.claims[0].evidence.quote) for other in others)


def _is_condensed(said: Said, long: Whole) -> bool:
    """Whether the long article has most of a sentence's words, its names aside."""
    plain = said.stems - {word.stem for word in names_of(said)}
    return len(plain) >= _FEWEST_WORDS and len(plain & long.stems) >= _KNOWN_FROM * len(plain)


def _is_of_date(said: Said, word: Word) -> bool:
    """True for the figures of 27 / 09 / 2013."""
    text = said.witness.article.text
    before, behind = text[max(0, word.start - 2) : word.start], text[word.end : word.end + 2]
    return before.strip().endswith("/") or behind.strip().startswith("/")


def _neighbours(names: tuple[Word, ...], said: Said) -> list[list[Word]]:
    """The words of names, those that stand side by side together."""
    text = said.witness.article.text
    groups: list[list[Word]] = []
    for word in names:
        if groups and text[groups[-1][-1].span.end : word.start] in _JOINTS:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _folded(words: list[Word]) -> str:
    return " ".join(word.folded for word in words)
