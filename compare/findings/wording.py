"""Linked sentences in other words: shown as a difference of wording, not judged."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from compare.findings.comparer import Level, PairComparer, Passage
from compare.findings.pairing import Said, SentencePair
from compare.model import Claim, Finding, Severity, Verdict
from compare.text.words import Word


class WordingComparer(PairComparer):
    """Content words that differ between two sentences which mostly say the same ("powerful" / "symbolic").

    A word of scope that only one has beside the same noun ("regional importance" / "importance") is shown as well.
    """

    kind = "wording"
    levels = (
        Level("wording.same", Verdict.AGREE, Severity.INFO, "Both have it in the same words."),
        Level("wording.words", Verdict.DIFFER, Severity.LOW, "Told in other words: {parts}."),
        Level("wording.scope", Verdict.DIFFER, Severity.LOW, "Only one says how far it goes: {parts}."),
    )

    def compare_pair(self, pair: SentencePair, passage: Passage) -> Iterator[Finding]:
        """The words that each sentence has in the other's place, where the two are alike enough for a diff."""
        if pair.alike >= passage.whole.config.align.diff_from:
            parts, scopes = list(_replaced(pair)), list(_scopes(pair, passage))
            if parts or scopes:
                yield told_otherwise([*parts, *scopes], name="words" if parts else "scope")


def told_otherwise(parts: Sequence[tuple[Claim, Claim]], row: int | None = None, name: str = "words") -> Finding:
    """The finding that two sentences have other words in these places; `name` is that of its level."""
    shown = "; ".join(f"“{a.evidence.quote}” / “{b.evidence.quote}”" for a, b in parts)
    claims = [claim for side in zip(*parts, strict=True) for claim in side]
    return WordingComparer().finding(name, claims, row, parts=shown)


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


def _scopes(pair: SentencePair, passage: Passage) -> Iterator[tuple[Claim, Claim]]:
    """Words that widen or narrow a noun in one sentence and stand nowhere in the other reading."""
    if not pair.a.witness.language == pair.b.witness.language == "en":
        return
    scopes_a = scope_words().intersection(pair.a.folded).difference(pair.b.folded)
    scopes_b = scope_words().intersection(pair.b.folded).difference(pair.a.folded)
    if scopes_a or scopes_b:
        known = {side.index: {word.folded for word in side.words} for side in passage.sides}
        for wide, bare in _widened(pair.a, pair.b, scopes_a - known[pair.b.index]):
            yield _claim(pair.a, wide), _claim(pair.b, bare)
        for wide, bare in _widened(pair.b, pair.a, scopes_b - known[pair.a.index]):
            yield _claim(pair.a, bare), _claim(pair.b, wide)


def _widened(said: Said, other: Said, scopes: frozenset[str]) -> Iterator[tuple[list[Word], list[Word]]]:
    """The word of scope and its noun; the noun of the other sentence, where nothing of its own stands before it."""
    for word, noun in pairwise(said.words) if scopes else ():
        if word.folded in scopes and noun.stem:
            at = next((n for n, w in enumerate(other.words) if _is_same(noun, w)), None)
            before = other.words[at - 1] if at else None
            if at is not None and (before is None or not before.stem or before.stem in said.stems):
                yield [word, noun], [other.words[at]]


def _is_same(noun: Word, other: Word) -> bool:
    """True for two forms of a noun; "fighting" is no form of the noun "fight"."""
    return noun.stem == other.stem and noun.folded.endswith("ing") == other.folded.endswith("ing")


@lru_cache(maxsize=1)
def scope_words() -> frozenset[str]:
    """The closed list of `data/scope.toml`."""
    return frozenset(tomllib.loads((Path(__file__).parent / "data" / "scope.toml").read_text("utf-8"))["words"].split())


def _own(words: tuple[Word, ...], other: Said) -> list[Word]:
    return [word for word in words if word.stem and word.stem not in other.stems]


def _claim(said: Said, words: list[Word]) -> Claim:
    return said.claim("wording", " ".join(word.folded for word in words), words)
