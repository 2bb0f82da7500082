"""How two quantities stand to each other: equal, rounded, contained, hedged otherwise, beyond usage, disjoint."""

from __future__ import annotations

import math

from compare.facts.hedges import Hedge
from compare.facts.quantities import Quantity

AGREEING = ("equal", "compatible", "hedge")
"""Relations of one value told in two ways, best first."""
DIFFERING = ("opposite", "disjoint", "soft")
"""Relations of two values."""

_MEASURES = frozenset({"length", "speed", "mass", "area", "volume", "power", "energy", "storage", "temperature"})
_DOLLARS = frozenset({"$", "USD", "AUD", "CAD", "NZD", "HKD", "SGD", "cent"})
_ROUNDED = 0.1
_HALF_STEP = 0.55
_LOOSELY = 0.2
_EQUAL_WITHIN = 0.005
_PLAIN_COUNT = 100
_USUAL = 1.5
_MOST_APART = 10
"""Beyond an order of magnitude a hedge hedges another thing."""


def comparable(a: Quantity, b: Quantity) -> bool:
    """True within one dimension and currency, and for tolls of one state; a bare large figure may be money."""
    if a.dimension != b.dimension:
        return {a.dimension, b.dimension} == {"count", "money"} and _may_be_money(a) and _may_be_money(b)
    if a.dimension == "money":
        return _one_currency(a.unit, b.unit)
    return a.dimension != "count" or not (a.state and b.state and a.state != b.state)


def relate_quantities(a: Quantity, b: Quantity) -> str:
    """The relation by name; the two must be comparable."""
    if (a.low, a.high) == (b.low, b.high):
        return _hedged_alike(a.hedge, b.hedge)
    (low_a, high_a), (low_b, high_b) = a.interval, b.interval
    overlaps = max(low_a, low_b) <= min(high_a, high_b)
    if overlaps and (a.hedge or b.hedge or a.low != a.high or b.low != b.high):
        if _is_usual(a, b) and _is_usual(b, a):
            return "compatible"
        return "soft" if max(a.low, b.low) <= _MOST_APART * min(a.high, b.high) else ""
    return "compatible" if _is_rounded(a, b) else "disjoint"


def _hedged_alike(a: Hedge, b: Hedge) -> str:
    if a is b:
        return "equal"
    return "opposite" if a.opposes(b) else "hedge"


def _is_usual(hedged: Quantity, other: Quantity) -> bool:
    """False where nobody who knew the other figure would hedge so: over 200 against 300, up to 500 against 100."""
    if hedged.hedge is Hedge.OVER and other.hedge is not Hedge.UNDER:
        lead = 10.0 ** math.floor(math.log10(hedged.low)) if hedged.low > 0 else 1.0
        return other.high < max(hedged.low + lead, hedged.low * _USUAL) or (hedged.in_words and hedged.low < 2 * lead)
    if hedged.hedge is Hedge.UNDER and other.hedge is not Hedge.OVER:
        return other.low > hedged.high / _USUAL
    return True


def _is_rounded(a: Quantity, b: Quantity) -> bool:
    """True where the two are one value at the coarser printed precision, or as good as equal."""
    big, small = max(abs(a.high), abs(b.high)), min(abs(a.low), abs(b.low))
    apart = max(abs(a.low - b.low), abs(a.high - b.high))
    if a.dimension == "age" or (a.dimension == "count" and big < _PLAIN_COUNT and not (a.hedge or b.hedge)):
        return False
    if big >= _PLAIN_COUNT and apart <= _EQUAL_WITHIN * big:
        return True
    coarse, fine = max(a.step, b.step), min(a.step, b.step)
    if a.dimension == "duration" and coarse in (a.low, b.low) and fine < coarse and apart <= coarse * _HALF_STEP:
        return apart <= _LOOSELY * big  # a week ago, eight days ago; but two decades are not 25 years
    if a.dimension in _MEASURES and a.unit != b.unit:
        return (apart <= coarse * _HALF_STEP and apart <= _ROUNDED * big) or apart <= 0.05 * big
    return coarse > fine and apart <= coarse * _HALF_STEP and apart <= _ROUNDED * big and small > 0


def _may_be_money(quantity: Quantity) -> bool:
    return quantity.dimension == "money" or (not quantity.head and quantity.low >= 1e6)


def _one_currency(a: str, b: str) -> bool:
    return a == b or ({a, b} <= _DOLLARS and bool({a, b} & {"$", "cent"})) or {a, b} == {"pound", "GBP"}
