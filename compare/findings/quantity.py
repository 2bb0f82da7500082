"""Numbers, measures and durations of two witnesses: one value in two forms, or two values in one slot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from compare.facts.hedges import Hedge
from compare.facts.quantities import Quantity
from compare.findings.capitals import names_of
from compare.findings.comparer import Level, Passage, Ruled
from compare.findings.figure_slot import are_terms, are_told_apart, is_of_person, is_vague, stand_alike
from compare.findings.gate import tell_alike
from compare.findings.matching import Match, Placed, match_claims
from compare.findings.occasion import FEWEST_SHARED, are_of_several, is_given_too, is_governed_alike, is_of_one_thing
from compare.findings.odd_one import is_odd_one
from compare.findings.published import is_earlier
from compare.findings.quantity_relation import AGREEING, DIFFERING, comparable, relate_quantities
from compare.model import Finding, Severity, Verdict

_TABLE = 8
_HALF = 0.5
_REST = frozenset("other others more another additional further remaining rest".split())
_SUM_BEFORE = re.compile(r"\d[^().;]{0,20}\($")
_NAME_REACH = 3
_STAKES = frozenset({"share", "stake", "stock", "compani"})
"""What somebody owns a part of: that does not change by the minute."""
_MARKET = frozenset("share stock index nasdaq dow trade point futur yield bond greenback currenc trader".split())


class QuantityComparer(Ruled):
    """Compares the claims of one kind: number (counts, money, percent, ages), unit (measures) or duration."""

    kinds = ("hedge",)

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.levels = _levels(kind)

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Findings of one passage."""
        matches = list(match_claims(passage, self.kind, Quantity, _relate, AGREEING, DIFFERING))
        for match in matches:
            alone = _is_alone(match, matches) and not self._in_table(match, passage)
            name = _relation(match, passage, alone=alone)
            if _is_in_doubt(name, match, passage) and not self._in_table(match, passage):
                name = _tie(match, passage) or name
                if name not in ("odd_one", "alike") and match.pair.of_reports and _count_two_nouns(match):
                    continue  # reports count many things
            kind = "hedge" if self.level(name).id.startswith("hedge.") else self.kind
            yield self.finding(name, match.claims, kind=kind)

    def _in_table(self, match: Match[Quantity], passage: Passage) -> bool:
        """True in a table of figures: the words beside a figure do not say what it counts."""
        sides = (passage.whole.facts[p.said.index].claims[p.said.sentence] for p in (match.a, match.b))
        return any(sum(claim.kind == self.kind for claim in claims) > _TABLE for claims in sides)


def _relation(match: Match[Quantity], passage: Passage, *, alone: bool) -> str:
    """The name of the level: that of the relation, or a milder one."""
    if match.relation == "hedge":
        return "one_side"
    if match.relation == "equal":
        return "equal" if match.a.quote == match.b.quote else "same_value"
    if (match.relation in ("disjoint", "soft") or _are_least_tolls(match)) and _grew(match, passage):
        return "updated"
    if match.relation in ("disjoint", "soft"):
        if _is_market(match):
            return "two_moments"
        if not alone:
            return "several"
        if _is_loose(match, passage):
            return "loose"
    return match.relation


def _is_in_doubt(name: str, match: Match[Quantity], passage: Passage) -> bool:
    """True for a difference that no alarm comes of, as it stands: of two things, perhaps, or in unlike sentences."""
    if match.relation != "disjoint" or name not in ("disjoint", "loose", "several"):
        return False
    return name != "disjoint" or not tell_alike(match.pair, passage.whole.config.findings)


def _count_two_nouns(match: Match[Quantity]) -> bool:
    """True for counts of which one has no noun, or another one, and no toll of one state: 65 seats, 288 candidates.

    Of shares neither need have one: "5 percent" may be told of what the other names.
    """
    a, b = match.a.value, match.b.value
    if a.dimension == b.dimension == "percent":
        return a.family != b.family
    is_one = (a.head and b.head and a.family == b.family) or (a.state and a.state == b.state)
    return a.dimension == b.dimension == "count" and not is_one


def _tie(match: Match[Quantity], passage: Passage) -> str:
    """The name of the level of two figures that more ties than their sentences; "" where nothing does."""
    if are_of_several(match):
        return ""
    if is_odd_one(match, passage):
        return "odd_one"
    is_tied = stand_alike(match.a, match.b) and not is_given_too(match, passage) and is_of_one_thing(match, passage)
    return "alike" if is_tied else ""


def _is_loose(match: Match[Quantity], passage: Passage) -> bool:
    """True where two figures may well count two things, whatever they are called."""
    if match.a.value.dimension == "percent" and match.pair.alike < _HALF:
        return True  # reports are full of shares and rates, of many things and months
    if match.shared < FEWEST_SHARED and not is_governed_alike(match):
        return True
    if match.a.value.dimension == "age" and not (is_of_person(match.a) and is_of_person(match.b)):
        return True
    if match.a.value.dimension in ("duration", "money") and not _of_one_person(match.a, match.b):
        return True
    return is_given_too(match, passage) or (match.pair.of_reports and not is_of_one_thing(match, passage))


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
        Level(
            f"{kind}.odd_one",
            differ,
            Severity.HIGH,
            "“{a}” and “{b}” cannot both hold: the other figures here agree.",
        ),
        Level(f"{kind}.alike", differ, Severity.MEDIUM, "“{a}” and “{b}” cannot both hold of one thing."),
        Level(f"{kind}.several", differ, Severity.LOW, "Like “{a}” and “{b}”, other figures here differ: two moments?"),
        Level(f"{kind}.loose", differ, Severity.LOW, "“{a}” and “{b}” differ; perhaps they count two things."),
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
    if relation in DIFFERING and (are_told_apart(x, y) or (relation == "soft" and is_vague(x, y))):
        return ""
    return relation if _one_slot(x, y, a, b, agree=relation in AGREEING) else ""


def _one_slot(x: Placed[Quantity], y: Placed[Quantity], a: Quantity, b: Quantity, *, agree: bool) -> bool:
    """Same head family, or the same words around both; another dimension than a count speaks for itself."""
    shared = len(x.context & y.context)
    if not agree and _is_rest(x) != _is_rest(y):
        return False
    if a.dimension == b.dimension == "count":
        heads = bool(a.head) and a.family == b.family
        if agree:
            known = a.head in y.said.stems and b.head in x.said.stems  # neither is another name of the other
            return heads or not (a.head and b.head) or (shared >= 1 and not known)
        if heads:
            return shared >= 1 or bool(a.state and a.state == b.state)
        return shared >= 2 and not (a.head and b.head)
    if a.head and b.head and a.family != b.family:
        return False  # 74 percent of men, 59 percent of women
    if not agree and (_is_conversion(x) or _is_conversion(y)):
        return False
    if not agree and a.dimension == "age":
        return shared >= 1 and _of_one_person(x, y)
    return agree or shared >= 1 or are_terms(x, y)


def _is_rest(placed: Placed[Quantity]) -> bool:
    """True for "two other victims" and "two more": a count beside another count, not the whole."""
    words = placed.said.words
    span = placed.claim.evidence.span
    near = [w.folded for w in words if span.start <= w.start <= span.end + 1]
    return any(word in _REST and then != "than" for word, then in zip_longest(near, near[1:]))


def _is_conversion(placed: Placed[Quantity]) -> bool:
    """True for "(£60 million)" behind "$80 million": the same sum in another currency."""
    if placed.value.dimension != "money":
        return False
    start = placed.claim.evidence.span.start
    text = placed.said.witness.article.text
    return text[max(0, start - 1) : start] == "(" and bool(_SUM_BEFORE.search(text, max(0, start - 24), start))


def _of_one_person(x: Placed[Quantity], y: Placed[Quantity]) -> bool:
    """False where the names beside two ages are those of two people."""
    ours, theirs = _named_beside(x), _named_beside(y)
    return not (ours and theirs) or bool(ours & theirs)


def _named_beside(placed: Placed[Quantity]) -> frozenset[str]:
    """The nearest names: those right before the age, else those right behind it."""
    span, names = placed.claim.evidence.span, set(names_of(placed.said))
    content = [w for w in placed.said.words if w.stem]
    before = [w for w in content if w.end <= span.start][-_NAME_REACH:]
    after = [w for w in content if w.start >= span.end][:_NAME_REACH]
    near = [w.stem for w in before if w in names] or [w.stem for w in after if w in names]
    return frozenset(near)


def _grew(match: Match[Quantity], passage: Passage) -> bool:
    """True for a toll that is larger in the article that was published later."""
    a, b = match.a.value, match.b.value
    if not (a.state and b.state):
        return False
    first, second = (passage.whole.witnesses[p.said.index].article for p in (match.a, match.b))
    return is_earlier(first, second) if a.high < b.high else is_earlier(second, first)


def _are_least_tolls(match: Match[Quantity]) -> bool:
    """True for "at least 14 dead" and "at least 17 dead": both can hold, and nobody would say that they agree."""
    a, b = match.a.value, match.b.value
    return bool(a.state and b.state) and a.hedge is b.hedge is Hedge.OVER and a.low != b.low


def _is_alone(match: Match[Quantity], matches: Sequence[Match[Quantity]]) -> bool:
    """False where other amounts of the same two sentences differ too: they tell of another moment, or another thing."""
    if match.a.value.dimension not in ("money", "percent"):
        return True
    return not any(other is not match and other.pair is match.pair and other.relation in DIFFERING for other in matches)


def _is_market(match: Match[Quantity]) -> bool:
    """Prices, percent and points in sentences about a market: two reports seldom mean one minute."""
    a = match.a.value
    if a.dimension == "percent" and a.head in _STAKES:
        return False
    words = _MARKET - {"point"} if a.dimension == "points" else _MARKET  # percentage points are no index
    return a.dimension in ("money", "percent", "points", "count") and bool(
        match.a.said.stems & words and match.b.said.stems & words
    )
