"""The one figure that differs where all others agree: two passages that share their figures tell of one moment.

Sentences that share few words may count two things, so a difference between them is no alarm. But of passages that have
two figures or more in common, and one each left of one dimension and one noun, what is left fills one slot: so it was
in all four such places on ECB+, BASIL and AllSides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare.facts.quantities import Quantity
from compare.findings.comparer import Passage
from compare.findings.figure_slot import is_moment
from compare.findings.matching import Match, Placed
from compare.findings.quantity_relation import AGREEING, comparable, relate_quantities
from compare.model import Claim

_FEWEST = 2
"""Figures that two passages must share; of two counts of one noun a single one does, from ten on."""
_LARGE = 10


def is_odd_one(match: Match[Quantity], passage: Passage) -> bool:
    """True where the sentences, or the passages, have all figures in common but these, or another toll of theirs."""
    if match.a.value.family != match.b.value.family or _described(match.a) != _described(match.b):
        return False
    here = (_in_sentence(match.a, passage), _in_sentence(match.b, passage))
    return _shares_toll(match, *here) or _is_left(match, *here) or _is_left(match, *_in_passage(match, passage))


def _is_left(match: Match[Quantity], ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """True where these two alone are left of figures of which two or more are shared."""
    a, b = match.a.value.low, match.b.value.low
    if len(ours) != len(theirs) or any(one.low in (a + b, abs(a - b)) for one in ours):
        return False  # from 118 seats to 104 is a loss of 14
    if len(ours) <= _FEWEST and not (match.a.value.head and len(ours) == _FEWEST and _is_telling(match, ours)):
        return False
    left = list(theirs)
    for one in ours:
        if one is not match.a.value:
            same = next((other for other in left if other is not match.b.value and _agree(one, other)), None)
            if same is None:
                return False
            left.remove(same)
    return True


def _is_telling(match: Match[Quantity], ours: Sequence[Quantity]) -> bool:
    """True where the one figure in common is no small count, such as any two reports share."""
    return all(one.low >= _LARGE for one in ours if one is not match.a.value)


def _shares_toll(match: Match[Quantity], ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """True for "10 killed and 70 hurt" against "10 killed and 80 hurt": one count of the event."""
    state = match.a.value.state
    if not state or state != match.b.value.state:
        return False
    others = [[q for q in told if q.state and q.state != state] for told in (ours, theirs)]
    return any(one.state == other.state and _agree(one, other) for one in others[0] for other in others[1])


def _described(placed: Placed[Quantity]) -> frozenset[str]:
    """What describes the noun: seven wealthy nations are not any nations."""
    span, head = placed.claim.evidence.span, placed.value.head
    inside = [w for w in placed.said.words if span.start <= w.start < span.end and w.stem and not w.is_number]
    return frozenset(w.stem for w in inside[:-1]) if head else frozenset()


def _agree(a: Quantity, b: Quantity) -> bool:
    return comparable(a, b) and relate_quantities(a, b) in AGREEING


def _in_sentence(placed: Placed[Quantity], passage: Passage) -> list[Quantity]:
    said = placed.said
    return _figures(said.witness.article.text, passage.whole.facts[said.index].claims[said.sentence])


def _in_passage(match: Match[Quantity], passage: Passage) -> tuple[list[Quantity], list[Quantity]]:
    sides = {side.index: side for side in passage.sides}
    a, b = (sides[placed.said.index] for placed in (match.a, match.b))
    return _figures(a.witness.article.text, a.claims), _figures(b.witness.article.text, b.claims)


def _figures(text: str, claims: Iterable[Claim]) -> list[Quantity]:
    return [c.value for c in claims if isinstance(c.value, Quantity) and not is_moment(text, c)]
