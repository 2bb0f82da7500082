"""Opposed words of one figure: "rose 2.8 percent" against "almost 3% lower", "52 percent support", "52% oppose".

That two reports give the same figure with opposed words ties the words, however little else the sentences share.
"""

from __future__ import annotations

import re

from compare.facts.quantities import Quantity
from compare.findings.comparer import Passage
from compare.findings.pairing import Said, SentencePair
from compare.findings.quantity_relation import AGREEING, comparable, relate_quantities
from compare.model import Claim
from compare.text.words import Word

_REACH = 2
"""Content words between a figure and the word that it goes with."""
_PARTS = re.compile(r"[,;:()—–\"“”]|\.\s|\b(?:and|but|while|from|than|by which)\b", re.IGNORECASE)


def have_one_figure(pair: SentencePair, x: Word, y: Word, passage: Passage) -> bool:
    """True where the figures nearest to two words, in their clauses, are percentages of one value."""
    ours, theirs = _figure_beside(pair.a, x, passage), _figure_beside(pair.b, y, passage)
    if ours is None or theirs is None or not comparable(ours, theirs):
        return False
    return ours.dimension == theirs.dimension == "percent" and relate_quantities(ours, theirs) in AGREEING


def _figure_beside(said: Said, word: Word, passage: Passage) -> Quantity | None:
    """The value of the figure nearest to a word, None where a mark, a conjunction or three words part them."""
    found = [
        (apart, claim.value)
        for claim in passage.whole.facts[said.index].claims[said.sentence]
        if isinstance(claim.value, Quantity) and (apart := _apart(said, word, claim)) is not None
    ]
    return min(found, key=lambda both: both[0])[1] if found else None


def _apart(said: Said, word: Word, claim: Claim) -> int | None:
    """How many content words stand between; None where it is too many, or two clauses."""
    span = claim.evidence.span
    if span.overlap(word.span):
        return 0
    start, end = (span.end, word.start) if span.end <= word.start else (word.end, span.start)
    if _PARTS.search(said.witness.article.text, start, end):
        return None
    between = sum(bool(w.stem) for w in said.words if start <= w.start < end)
    return between if between <= _REACH else None
