"""Opposed words in languages besides English: only in sentences half alike, of which neither tells both halves."""

from __future__ import annotations

from compare.facts.polarity_abroad import polarity_of
from compare.findings.pairing import SentencePair
from compare.text.words import Word

_ALIKE = 0.5


def opposed_abroad(pair: SentencePair) -> tuple[Word, Word] | None:
    """The first two words that oppose each other, each told by one sentence alone; denials are even."""
    language = pair.a.witness.language
    known = polarity_of(language) if language == pair.b.witness.language else None
    if known is None or pair.alike < _ALIKE or known.denies(pair.a.words) != known.denies(pair.b.words):
        return None
    ours, theirs = known.told(pair.a.words), known.told(pair.b.words)
    for number, side in ours:
        other = (number, 1 - side)
        if other in theirs and other not in ours and (number, side) not in theirs:
            return ours[number, side], theirs[other]
    return None
