"""Linked sentences in other words: shown as a difference of wording, not judged."""

from __future__ import annotations

from collections.abc import Iterator

from compare.findings.comparer import Level, Passage
from compare.findings.pairing import Said, SentencePair
from compare.model import Claim, Finding, Severity, Verdict
from compare.text.words import Word


class WordingComparer:
    """Content words that differ between two sentences which mostly say the same ("powerful" / "symbolic")."""

    kind = "wording"
    levels = (
        Level("wording.same", Verdict.AGREE, Severity.INFO, "Both have it in the same words."),
        Level("wording.words", Verdict.DIFFER, Severity.LOW, "Both say this, in other words: “{a}”, “{b}”."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """The stretch of each sentence in which the wording differs, where the two are alike enough for a diff."""
        least = passage.whole.config.align.diff_from
        for pair in passage.sentence_pairs:
            if pair.alike >= least and (claims := _changed(pair)):
                yield self.levels[1].finding(self.kind, claims, passage.index)


def _changed(pair: SentencePair) -> tuple[Claim, ...]:
    """From the first to the last content word of each sentence that the other replaces by one of its own."""
    blocks = [
        (_own(block.a, pair.b), _own(block.b, pair.a))
        for block in pair.blocks
        if _own(block.a, pair.b) and _own(block.b, pair.a)
    ]
    if not blocks:
        return ()
    a = [word for mine, _ in blocks for word in mine]
    b = [word for _, theirs in blocks for word in theirs]
    return (_claim(pair.a, a), _claim(pair.b, b))


def _own(words: tuple[Word, ...], other: Said) -> list[Word]:
    return [word for word in words if word.stem and word.stem not in other.stems]


def _claim(said: Said, words: list[Word]) -> Claim:
    return said.claim("wording", " ".join(word.folded for word in words), words)
