"""Which value of one witness stands against which of the other: equal values first, then what is left."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from compare.findings.comparer import Passage, Side
from compare.findings.pairing import Said, SentencePair
from compare.model import Claim

_REACH = 4
V = TypeVar("V")


@dataclass(frozen=True, eq=False)
class Placed(Generic[V]):
    """A claim in its sentence, with its value and the content words around it."""

    claim: Claim
    value: V
    said: Said

    @cached_property
    def context(self) -> frozenset[str]:
        """Stems of the four content words before the evidence and the four after it."""
        span, (starts, ends, stems) = self.claim.evidence.span, self.said.content
        before, after = bisect_right(ends, span.start), bisect_left(starts, span.end)
        return frozenset(stems[max(0, before - _REACH) : before] + stems[after : after + _REACH])

    @property
    def quote(self) -> str:
        """The evidence, case apart."""
        return self.claim.evidence.quote.casefold()


@dataclass(frozen=True, slots=True)
class Match(Generic[V]):
    """Two claims that stand against each other, the name of their relation, and the content words around both."""

    a: Placed[V]
    b: Placed[V]
    relation: str
    shared: int
    pair: SentencePair

    @property
    def claims(self) -> tuple[Claim, Claim]:
        """The two claims, that of the first witness first."""
        return self.a.claim, self.b.claim


Relate = Callable[[Placed[V], Placed[V]], str]
"""The relation of two values by name, "" where they cannot be compared."""


def placed_claims(side: Side, kind: str, of: type[V]) -> list[Placed[V]]:
    """The claims of a kind in a witness's sentences of the passage, in reading order; `of` is their values' type."""
    return [
        Placed(claim, claim.value, said) for said, claim in side.by_kind.get(kind, ()) if isinstance(claim.value, of)
    ]


def match_claims(
    passage: Passage,
    kind: str,
    of: type[V],
    relate: Relate[V],
    agreeing: Sequence[str],
    differing: Sequence[str],
    weak: str = "",
) -> Iterator[Match[V]]:
    """For every two witnesses, the claims that agree, then among those left the ones that differ.

    A difference needs two sentences that stand against each other, and a value that the other witness gives nowhere;
    `weak` names an agreement that does not say it (CCPCJ34 does not say which session is the 34th).
    """
    for a, b in passage.pairs():
        if kind not in a.by_kind or kind not in b.by_kind:
            continue
        ours, theirs = placed_claims(a, kind, of), placed_claims(b, kind, of)
        if not ours or not theirs:
            continue
        pairs = {(p.a.sentence, p.b.sentence): p for p in passage.standing(a, b)}
        every = [_match(x, y, relate, pairs) for x in ours for y in theirs]
        yield from _assign([m for m in every if m.relation in agreeing], agreeing)
        agreed = [m for m in every if m.relation in agreeing and m.relation != weak]
        said = {id(place) for m in agreed for place in (m.a, m.b)}
        rest = [
            m for m in every if m.relation in differing and (not {id(m.a), id(m.b)} & said or _is_instead(m, agreed))
        ]
        yield from _assign([m for m in rest if (m.a.said.sentence, m.b.said.sentence) in pairs], differing)


def _is_instead(match: Match[V], agreed: Sequence[Match[V]]) -> bool:
    """True in two sentences that are the same but for the value: it stands in the other's place there.

    That a headline above repeats the one value does not make the other one right; a value that either sentence has of
    the other does.
    """
    here = (match.a.said.sentence, match.b.said.sentence)
    within = [m for m in agreed if (m.a.said.sentence, m.b.said.sentence) == here]
    if any(m.a is match.a or m.b is match.b for m in within):
        return False
    return _without(match.a) == _without(match.b)


def _without(placed: Placed[V]) -> tuple[str, ...]:
    """The words of the sentence, those of the evidence aside."""
    span = placed.claim.evidence.span
    return tuple(w.folded for w in placed.said.words if w.end <= span.start or w.start >= span.end)


def _match(x: Placed[V], y: Placed[V], relate: Relate[V], pairs: dict[tuple[int, int], SentencePair]) -> Match[V]:
    pair = pairs.get((x.said.sentence, y.said.sentence)) or SentencePair(x.said, y.said)
    relation = relate(x, y)
    return Match(x, y, relation, len(x.context & y.context) if relation else 0, pair)


def _assign(matches: list[Match[V]], order: Sequence[str]) -> Iterator[Match[V]]:
    """Each claim once: better relations first, then those with more words in common, then by place."""
    used: set[int] = set()
    for match in sorted(matches, key=lambda m: (order.index(m.relation), -m.shared, _place(m.a), _place(m.b))):
        if not {id(match.a), id(match.b)} & used:
            used |= {id(match.a), id(match.b)}
            yield match


def _place(placed: Placed[V]) -> tuple[int, int]:
    span = placed.claim.evidence.span
    return span.start, span.end
