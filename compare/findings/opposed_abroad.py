"""Opposed words in languages besides English: only in sentences half alike, of which neither tells both halves."""

from __future__ import annotations

import re

from compare.facts.polarity_abroad import polarity_of
from compare.findings.pairing import Said, SentencePair
from compare.text.words import Word

_ALIKE, _NEAR = 0.5, 2
_MARK = re.compile(r"[,;:()–—]\s")


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
            x, y = ours[number, side], theirs[other]
            if not (_has_clauses(pair.a) or _has_clauses(pair.b)) or len(_beside(pair.a, x) & _beside(pair.b, y)) > 1:
                return x, y
    return None


def _has_clauses(said: Said) -> bool:
    """True where a mark may part two clauses, each with a deed of its own."""
    return bool(_MARK.search(said.witness.article.text, said.span.start, said.span.end - 1))


def _beside(said: Said, word: Word) -> frozenset[str]:
    """Stems of the two content words before a word and of the two behind it."""
    content = [w for w in said.words if w.stem]
    at = content.index(word) if word in content else 0
    return frozenset(w.stem for w in content[max(0, at - _NEAR) : at + _NEAR + 1] if w is not word)
