"""Linked sentences in other words: shown as a difference of wording, not judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.findings.comparer import Level, Passage
from compare.findings.pairing import Said, SentencePair
from compare.model import Claim, Finding, Severity, Verdict
from compare.text.words import Word


class WordingComparer:
    """Content words that differ between two sentences which mostly say the same ("powerful" / "symbolic")."""

    kind = "wording"
    levels = (
        Level("wording.same", Verdict.AGREE, Severity.INFO, "Both have it in the same words."),
        Level("wording.words", Verdict.DIFFER, Severity.LOW, "Told in other words: {parts}."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """The words that each sentence has in the other's place, where the two are alike enough for a diff."""
        least = passage.whole.config.align.diff_from
        for pair in passage.sentence_pairs:
            parts = list(_replaced(pair)) if pair.alike >= least and pair.a.folded != pair.b.folded else []
            if parts:
                yield told_otherwise(parts, passage.index)


def told_otherwise(parts: Sequence[tuple[Claim, Claim]], row: int | None) -> Finding:
    """The finding that two sentences have other words in these places."""
    shown = "; ".join(f"“{a.evidence.quote}” / “{b.evidence.quote}”" for a, b in parts)
    claims = [claim for side in zip(*parts, strict=True) for claim in side]
    return WordingComparer.levels[1].finding(WordingComparer.kind, claims, row, parts=shown)


def parts_of(finding: Finding) -> list[tuple[Claim, Claim]]:
    """What `told_otherwise` was given."""
    half = len(finding.claims) // 2
    return list(zip(finding.claims[:half], finding.claims[half:], strict=True))


def _replaced(pair: SentencePair) -> Iterator[tuple[Claim, Claim]]:
    """The words of each block that only its own sentence has, where both have some."""
    for block in pair.blocks:
        a, b = _own(block.a, pair.b), _own(block.b, pair.a)
        if a and b:
            yield _claim(pair.a, a), _claim(pair.b, b)


def _own(words: tuple[Word, ...], other: Said) -> list[Word]:
    return [word for word in words if word.stem and word.stem not in other.stems]


def _claim(said: Said, words: list[Word]) -> Claim:
    return said.claim("wording", " ".join(word.folded for word in words), words)
