"""Whether two dates may date one thing: they hang on one predicate, and the figures beside them do not both differ.

Two reports of one event name many days: who spoke when, what was passed and what was sent in. There is no parser here;
the nearest verb on each side of a date, within its clause, stands for what it dates, and may be a noun for the other
report ("attacked on Thursday", "an attack early on Friday").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.facts.dates import Day
from compare.facts.quantities import Quantity
from compare.facts.verb_roots import is_past, root_of
from compare.findings.comparer import Passage
from compare.findings.matching import Match, Placed
from compare.findings.quantity_relation import AGREEING, comparable, relate_quantities
from compare.text.words import Word

_REACH = 6
_NEARLY_ONE = 0.65
_ENDS_CLAUSE = re.compile(r"[;:!?—–“”\"()]|[.,]\s")
_CLOSE = 0.1
_BEFORE_VERB = frozenset("will would to may might could can must should".split())
_SPEECH = frozenset("said says told tells".split())
_VALUED = ("money", "percent", "count")


def have_one_predicate(x: Placed[Day], y: Placed[Day]) -> bool:
    """True where a verb beside one date stands beside the other too, as verb or noun, or one has no verb beside it."""
    ours, theirs = _verbs_beside(x), _verbs_beside(y)
    if not ours or not theirs:
        return True
    return bool(ours & (theirs | _roots_beside(y)) or theirs & _roots_beside(x))


def tell_of_two_periods(match: Match[Day], passage: Passage) -> bool:
    """True where the sentences have figures of one thing, and all of them differ: the data of June and of July."""
    if match.pair.alike >= _NEARLY_ONE:
        return False
    a, b = (_quantities(passage, placed) for placed in (match.a, match.b))
    set_against = [(x, y) for x in a for y in b if _is_of_one(x, y)]
    return bool(set_against) and not any(_is_one_figure(x, y) for x, y in set_against)


def _is_one_figure(a: Quantity, b: Quantity) -> bool:
    """True for figures that can both hold and lie close: about 200,000 and over 178,000 can, but are not one figure."""
    apart = max(abs(a.low - b.low), abs(a.high - b.high))
    return relate_quantities(a, b) in AGREEING and apart <= _CLOSE * max(abs(a.high), abs(b.high))


def _is_of_one(a: Quantity, b: Quantity) -> bool:
    if a.dimension not in _VALUED or not comparable(a, b):
        return False
    return bool(a.head) and a.family == b.family if a.dimension == "count" else True


def _quantities(passage: Passage, placed: Placed[Day]) -> list[Quantity]:
    claims = passage.whole.facts[placed.said.index].claims[placed.said.sentence]
    return [claim.value for claim in claims if claim.kind == "number" and isinstance(claim.value, Quantity)]


def _verbs_beside(placed: Placed[Day]) -> set[str]:
    """Roots of the nearest verb before the date and of the nearest one behind it, within the clause."""
    words, span = placed.said.words, placed.claim.evidence.span
    before = [n for n, w in enumerate(words) if w.end <= span.start][-_REACH:]
    behind = [n for n, w in enumerate(words) if w.start >= span.end][:_REACH]
    return {*_nearest(placed, reversed(before)), *_nearest(placed, behind)}


def _nearest(placed: Placed[Day], order: Iterable[int]) -> set[str]:
    words, span = placed.said.words, placed.claim.evidence.span
    text = placed.said.witness.article.text
    for n in order:
        word = words[n]
        between = text[word.end : span.start] if word.end <= span.start else text[span.end : word.start]
        if _ENDS_CLAUSE.search(between):
            return set()
        if n and words[n - 1].folded == "to" and word.start >= span.end:
            return set()  # passed on Monday to create a fund: what it was for
        if _is_verb(words[n - 1] if n else None, word):
            return {root_of(word) or word.folded}
    return set()


def _is_verb(before: Word | None, word: Word) -> bool:
    if word.folded in _SPEECH:
        return True
    if not word.stem or not word.written.islower():
        return False
    if before is not None and before.folded in _BEFORE_VERB:
        return True
    return is_past(word) or word.folded.endswith("ing")


def _roots_beside(placed: Placed[Day]) -> set[str]:
    return {root_of(word) for word in placed.said.words if word.stem in placed.context}
