"""Numbers, measures and durations of two witnesses: one value in two forms, or two values in one slot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.facts.quantities import Quantity
from compare.findings.comparer import Level, Passage
from compare.findings.matching import Match, Placed, match_claims
from compare.findings.published import is_earlier
from compare.findings.quantity_relation import AGREEING, DIFFERING, comparable, relate_quantities
from compare.model import Finding, Severity, Verdict

_TABLE = 8
_MARKET = frozenset("share stock index nasdaq dow trade point futur yield bond greenback currenc trader".split())


class QuantityComparer:
    """Compares the claims of one kind: number (counts, money, percent, ages), unit (measures) or duration."""

    kinds = ("hedge",)

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.levels = _levels(kind)

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Findings of one passage."""
        matches = list(match_claims(passage, self.kind, Quantity, _relate, AGREEING, DIFFERING))
        for match in matches:
            level = self._level(match, passage, alone=_is_alone(match, matches) and not self._in_table(match, passage))
            kind = "hedge" if level.id.startswith("hedge.") else self.kind
            yield level.finding(kind, (match.a.claim, match.b.claim), passage.index)

    def _in_table(self, match: Match[Quantity], passage: Passage) -> bool:
        """True in a table of figures: the words beside a figure do not say what it counts."""
        sides = (passage.whole.facts[p.said.index].claims[p.said.sentence] for p in (match.a, match.b))
        return any(sum(claim.kind == self.kind for claim in claims) > _TABLE for claims in sides)

    def _level(self, match: Match[Quantity], passage: Passage, *, alone: bool) -> Level:
        by_id = {level.id.partition(".")[2]: level for level in self.levels}
        if match.relation == "hedge":
            return by_id["one_side"]
        if match.relation == "equal":
            return by_id["equal" if match.a.quote == match.b.quote else "same_value"]
        if match.relation in ("disjoint", "soft"):
            if _grew(match, passage):
                return by_id["updated"]
            if _is_market(match):
                return by_id["two_moments"]
            if not alone:
                return by_id["several"]
        return by_id[match.relation]


def _levels(kind: str) -> tuple[Level, ...]:
    agree, differ = Verdict.AGREE, Verdict.DIFFER
    return (
        Level(f"{kind}.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one gives a figure: “{a}”."),
        Level(f"{kind}.equal", agree, Severity.INFO, "Both say “{a}”."),
        Level(f"{kind}.same_value", agree, Severity.INFO, "“{a}” and “{b}” are one value."),
        Level(f"{kind}.compatible", agree, Severity.INFO, "“{a}” and “{b}” can both hold: rounding or a hedge."),
        Level("hedge.one_side", differ, Severity.LOW, "One value, hedged otherwise: “{a}” and “{b}”."),
        Level("hedge.opposite", differ, Severity.MEDIUM, "“{a}” and “{b}” hedge one value in opposite directions."),
        Level(f"{kind}.updated", differ, Severity.INFO, "“{a}” and “{b}”: the later report has the larger toll."),
        Level(f"{kind}.two_moments", differ, Severity.INFO, "“{a}” and “{b}”: market figures, perhaps of two moments."),
        Level(f"{kind}.several", differ, Severity.LOW, "Like “{a}” and “{b}”, other figures here differ: two moments?"),
        Level(f"{kind}.soft", differ, Severity.MEDIUM, "“{a}” and “{b}” can both hold, but nobody would say it so."),
        Level(f"{kind}.disjoint", differ, Severity.HIGH, "“{a}” and “{b}” cannot both hold of one thing."),
    )


def _relate(x: Placed[Quantity], y: Placed[Quantity]) -> str:
    """The relation of two figures that fill one slot, "" for others."""
    a, b = x.value, y.value
    if not comparable(a, b):
        return ""
    relation = relate_quantities(a, b)
    if relation == "compatible" and a.head and b.head and a.family != b.family:
        return ""  # over 2,600 workers, fewer than 9,400 truckloads
    return relation if _one_slot(x, y, a, b, agree=relation in AGREEING) else ""


def _one_slot(x: Placed[Quantity], y: Placed[Quantity], a: Quantity, b: Quantity, *, agree: bool) -> bool:
    """Same head family, or the same words around both; another dimension than a count speaks for itself."""
    shared = len(x.context & y.context)
    if a.dimension == b.dimension == "count":
        heads = bool(a.head) and a.family == b.family
        if agree:
            return heads or not (a.head and b.head) or shared >= 1
        if heads:
            return shared >= 1 or bool(a.state and a.state == b.state)
        return shared >= 2 and not (a.head and b.head)
    if a.head and b.head and a.family != b.family:
        return False  # 74 percent of men, 59 percent of women
    return agree or shared >= 1


def _grew(match: Match[Quantity], passage: Passage) -> bool:
    """True for a toll that is larger in the article that was published later."""
    a, b = match.a.value, match.b.value
    if not (a.state and b.state):
        return False
    first, second = (passage.whole.witnesses[p.said.index].article for p in (match.a, match.b))
    return is_earlier(first, second) if a.high < b.high else is_earlier(second, first)


def _is_alone(match: Match[Quantity], matches: Sequence[Match[Quantity]]) -> bool:
    """False where other amounts of the same two sentences differ too: they tell of another moment, or another thing."""
    if match.a.value.dimension not in ("money", "percent"):
        return True
    return not any(other is not match and other.pair is match.pair and other.relation in DIFFERING for other in matches)


def _is_market(match: Match[Quantity]) -> bool:
    """Prices, percent and points in sentences about a market: two reports seldom mean one minute."""
    a = match.a.value
    return a.dimension in ("money", "percent", "points", "count") and bool(
        match.a.said.stems & _MARKET and match.b.said.stems & _MARKET
    )
