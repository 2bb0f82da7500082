"""Places of one event; aliases and romanisations are one place, and a city lies in its country."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from itertools import combinations

from compare.facts.gazetteer import Place
from compare.facts.uncased_places import is_uncased
from compare.findings.comparer import Level, Passage, Ruled, StoryView
from compare.findings.matching import Placed, match_claims
from compare.findings.pairing import SHORT
from compare.findings.who import NAMED, people_of, row_of
from compare.model import Claim, Finding, Severity, Verdict

_HOME = re.compile(r",(?: (?:aged? )?\d{1,3},)? (?:of|from) (?:nearby |north |south |east |west )?")
_LYING = frozenset("is are was were located situated lies based city town country capital state county island".split())
"""Words behind which "in" tells where somebody or something is."""
_SLOTS = frozenset("in at to from near of outside on".split())
_BESIDE = 2
"""Words on either side of a place."""
_SLOTS_ABROAD = frozenset("en em à nach aus bei desde hacia dans vers tại ở từ đến".split())
"""The same in Spanish, Portuguese, French, German and Vietnamese, as written."""


class PlaceComparer(Ruled):
    """Territories, divisions, cities and landmarks."""

    kind = "place"
    levels = (
        Level("place.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one gives the place: “{a}”."),
        Level("place.equal", Verdict.AGREE, Severity.INFO, "Both say “{a}”."),
        Level("place.alias", Verdict.AGREE, Severity.INFO, "“{a}” and “{b}” are one place."),
        Level("place.within", Verdict.AGREE, Severity.INFO, "“{a}” and “{b}”: one lies in the other."),
        Level("place.home", Verdict.DIFFER, Severity.HIGH, "{name} is of “{a}” for one and of “{b}” for the other."),
        Level("place.differ", Verdict.DIFFER, Severity.HIGH, "“{a}” and “{b}” cannot both be the place."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Findings of one passage."""
        if sum(self.kind in side.by_kind for side in passage.sides) < 2:
            return
        relate = partial(_relate, _in_two(passage))
        for match in match_claims(passage, self.kind, Place, relate, ("equal", "alias", "within"), ("differ",)):
            yield self.finding(match.relation, match.claims)

    def compare_story(self, view: StoryView) -> Iterator[Finding]:
        """Where people are from ("Ann Lee, 36, of Bloomington"), whatever their sentences say beside it."""
        found: dict[int, list[tuple[int, Claim]]] = {}
        for k in range(len(view.witnesses)):
            for number, claim in _homes(view, k):
                found.setdefault(number, []).append((k, claim))
        for number, homes in sorted(found.items()):
            for (k, x), (other, y) in combinations(homes, 2):
                if k != other and not _may_be_one(x.value, y.value):
                    yield self.finding("home", (x, y), row_of(view, x), name=people_of(view)[number].name)


def _homes(view: StoryView, index: int) -> Iterator[tuple[int, Claim]]:
    """The places that stand behind a naming of a person, "of" or "from" between them, with the person's number."""
    text = view.witnesses[index].article.text
    named: dict[int, set[int]] = {}
    for number, figure in enumerate(people_of(view)):
        for mention in (m for p in figure.people.get(index, ()) for m in p.mentions if m.form in NAMED):
            named.setdefault(mention.span.end, set()).add(number)
    ends = sorted(named)
    for claim in (c for claims in view.facts[index].claims for c in claims if c.kind == "place"):
        at = bisect_right(ends, claim.evidence.span.start) - 1
        if at >= 0 and _HOME.fullmatch(text, ends[at], claim.evidence.span.start):
            yield from ((number, claim) for number in sorted(named[ends[at]]))


def _may_be_one(a: object, b: object) -> bool:
    if not isinstance(a, Place) or not isinstance(b, Place):
        return True
    return a == b or a.name == b.name or a.contains(b) or b.contains(a)


def _in_two(passage: Passage) -> frozenset[Place]:
    """Places that two witnesses of the passage name: they answer themselves, and no city within them."""
    named = [{c.value for c in side.claims if isinstance(c.value, Place)} for side in passage.sides]
    return frozenset(place for a, b in combinations(named, 2) for place in a & b)


def _relate(in_two: frozenset[Place], x: Placed[Place], y: Placed[Place]) -> str:
    a, b = x.value, y.value
    if x.quote == y.quote:
        return "equal"
    if a == b or a.name == b.name:
        return "alias"
    if _is_longer(a, b):
        return "within"
    if (a.contains(b) and a not in in_two) or (b.contains(a) and b not in in_two):
        return "within" if _is_led_alike(x, y) else ""
    if a.contains(b) or b.contains(a):
        return ""
    return "differ" if _is_one_slot(x, y) else ""


def _is_longer(a: Place, b: Place) -> bool:
    """True for two forms of one landmark's name: "Mount Cook National Park", "Aoraki Mount Cook National Park"."""
    if a.kind != "landmark" or b.kind != "landmark":
        return False
    ours, theirs = set(a.name.split()), set(b.name.split())
    return ours <= theirs or theirs <= ours


def _is_led_alike(x: Placed[Place], y: Placed[Place]) -> bool:
    """True for "met in Vienna" and "met in Austria", not for a man of Missouri and a U.S. ambassador."""
    ours, theirs = _led_by(x), _led_by(y)
    return ours is not None and theirs is not None and ours[0] == theirs[0] and bool(x.context & y.context)


def _is_one_slot(x: Placed[Place], y: Placed[Place]) -> bool:
    """The same preposition behind the same content word, between places of one kind."""
    if (x.value.kind == "landmark") != (y.value.kind == "landmark"):
        return False
    if x.said.witness.language != "en" and is_uncased(x.said.witness.language):
        return _stand_alike(x, y)
    ours, theirs = _led_by(x), _led_by(y)
    if ours is None or ours != theirs:
        return False
    of_reports = min(len(p.said.witness.compared) for p in (x, y)) > SHORT
    return bool(x.context & y.context) or (not of_reports and ours == ("in", "") and bool(x.said.stems & y.said.stems))


def _stand_alike(x: Placed[Place], y: Placed[Place]) -> bool:
    """In scripts without capitals: the same words before and behind, since no preposition need stand alone there."""
    before, behind = [], []
    for placed in (x, y):
        span, words = placed.claim.evidence.span, placed.said.words
        text = placed.said.witness.article.text
        last = [(w.folded, text[w.end - 1]) for w in words if w.start < span.start][-_BESIDE:]
        first = [w.folded for w in words if w.start >= span.end][:_BESIDE]
        before.append((last, text[span.start - 1 : span.start]))
        behind.append(first)
    return before[0] == before[1] and behind[0] == behind[1] and bool(before[0][0] or behind[0])


def _led_by(placed: Placed[Place]) -> tuple[str, str] | None:
    """The preposition before the place and the content word before that."""
    before = [w for w in placed.said.words if w.end <= placed.claim.evidence.span.start]
    abroad = placed.said.witness.language != "en"
    if not before or not (before[-1].folded in _SLOTS or (abroad and before[-1].written.lower() in _SLOTS_ABROAD)):
        return None
    if any(w.folded in _LYING for w in before[-2:-1]):
        return "in", ""
    return before[-1].folded, next((w.stem for w in reversed(before) if w.stem), "")
