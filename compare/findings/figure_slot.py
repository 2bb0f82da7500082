"""Signs within the phrase that two figures fill two slots, whatever words stand around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from compare.facts.heads import ENDS_NOUN
from compare.facts.quantities import Quantity
from compare.facts.verb_roots import is_past, root_of
from compare.findings.kinds import kinds_of
from compare.findings.matching import Placed
from compare.model import Claim

_VAGUE = re.compile(r"(?:dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
_CHANGE, _LEVEL = re.compile(r"\bby\s$", re.IGNORECASE), re.compile(r"\b(?:to|at)\s$", re.IGNORECASE)
_AGO = re.compile(r"\s(?:ago|earlier|before|previously|later|after)\b", re.IGNORECASE)
_ONE = re.compile(r"(?:an?|one)\s", re.IGNORECASE)
_REACH = 8
_PRISON = frozenset({"jail", "sentenc", "prison", "imprison"})
_OTHER_TERMS = frozenset({"suspend", "probat", "parol", "minimum", "maximum", "serv", "ban"})
_TERM_REACH = 3
"""Content words on either side of a duration that tell it for a term of prison."""
_PARTS, _BEHIND = re.compile(r"[^\w\s’'$€£-]|\b(?:and|or|than)\b", re.IGNORECASE), 2
_FOR, _CLAUSE_REACH, _ENDS_CLAUSE = re.compile(r"\b(?:for|to)\s$", re.IGNORECASE), 9, re.compile(r"[,;:.—–]\s")
_OF = 2
"""Words between what lasts and how long: "a term of about five years"."""


def are_told_apart(x: Placed[Quantity], y: Placed[Quantity]) -> bool:
    """True for a change and a level, for a measure that describes ("12-story") and a bare count, and for how long ago
    something was and how long something lasts.
    """
    if x.value.dimension == y.value.dimension == "duration" and _points_back(x) != _points_back(y):
        return True
    return any(
        (_stands_after(_CHANGE, a) and _stands_after(_LEVEL, b)) or (_describes(a) and not b.value.head)
        for a, b in ((x, y), (y, x))
    )


def _points_back(placed: Placed[Quantity]) -> bool:
    return bool(_AGO.match(placed.said.witness.article.text, placed.claim.evidence.span.end))


def is_moment(text: str, claim: Claim) -> bool:
    """True for "a year earlier": it says when something else was so, and measures nothing."""
    return bool(_ONE.match(claim.evidence.quote) and _AGO.match(text, claim.evidence.span.end))


def is_vague(x: Placed[Quantity], y: Placed[Quantity]) -> bool:
    """True for "millions of doses" on one side: usage sets it no upper end that 20 million could lie beyond."""
    return any(_VAGUE.match(placed.quote) for placed in (x, y))


def is_of_person(age: Placed[Quantity]) -> bool:
    """True where no other noun follows an age than one for people: a case or a feud may be 41 years old as well."""
    text, last, end = age.said.witness.article.text, None, age.claim.evidence.span.end
    for word in (w for w in age.said.words if w.start >= end):
        if text[end : word.start].strip(" -") or not word.stem or word.folded in ENDS_NOUN:
            break
        last, end = word, word.end
    return last is None or last.written[0].isupper() or is_past(last) or kinds_of(last) == "person"


def _stands_after(words: re.Pattern[str], placed: Placed[Quantity]) -> bool:
    start = placed.claim.evidence.span.start
    return bool(words.search(placed.said.witness.article.text, max(0, start - _REACH), start))


def _describes(placed: Placed[Quantity]) -> bool:
    """True where a hyphen joins the figure to what it counts: the tower is of 12 storeys, nobody counts them."""
    figure, _, noun = placed.quote.partition("-")
    return placed.value.dimension == "count" and bool(placed.value.head) and figure.strip().isdigit() and noun.isalpha()


def are_terms(x: Placed[Quantity], y: Placed[Quantity]) -> bool:
    """True for two terms of prison: jailed for four years, a five-year sentence."""
    return _is_term(x) and _is_term(y)


def _is_term(placed: Placed[Quantity]) -> bool:
    starts, ends, stems = placed.said.content
    span = placed.claim.evidence.span
    text = placed.said.witness.article.text
    before, behind = bisect_right(ends, span.start), bisect_left(starts, span.end)
    reach = _TERM_REACH
    if _FOR.search(text, max(0, span.start - _REACH), span.start):
        reach = next((n for n in range(_CLAUSE_REACH) if _is_cut(text, ends, before - n, span.start)), _CLAUSE_REACH)
    near = set(stems[max(0, before - max(reach, _TERM_REACH)) : behind + _TERM_REACH])
    return placed.value.dimension == "duration" and bool(near & _PRISON) and not near & _OTHER_TERMS


def _is_cut(text: str, ends: list[int], at: int, start: int) -> bool:
    """True where a clause ends between the content word before number `at` and what starts behind."""
    return at < 1 or bool(_ENDS_CLAUSE.search(text, ends[at - 1], start))


def measured(placed: Placed[Quantity]) -> frozenset[str]:
    """The root of what lasts so long: "a term of five years", "a four-year term"."""
    text, span, words = placed.said.witness.article.text, placed.claim.evidence.span, placed.said.words
    behind = next((w for w in words if w.start >= span.end), None)
    if behind and behind.stem and text[span.end : behind.start] in (" ", "-"):
        return frozenset({root_of(behind)})
    before = next((w for w in reversed(words) if w.stem and w.end <= span.start), None)
    of = text[before.end : span.start].split() if before else []
    return frozenset({root_of(before)}) if before and of and of[0] == "of" and len(of) <= _OF else frozenset()


def stand_alike(x: Placed[Quantity], y: Placed[Quantity]) -> bool:
    """True where one word governs two counts of one thing, or two words behind are the same.

    "Home to 120,000 people" and "home to about 100,000 people"; "200 people set off from …". No mark and no "and" may
    part the word from the figure: of a list only the first is governed.
    """
    if not x.value.head or x.value.family != y.value.family or x.value.dimension != "count":
        return False
    ours, theirs = _governor(x), _governor(y)
    return (bool(ours) and ours == theirs) or _follows(x) == _follows(y) != ()


def _governor(placed: Placed[Quantity]) -> str:
    span, words = placed.claim.evidence.span, placed.said.words
    before = next((w for w in reversed(words) if w.stem and w.end <= span.start), None)
    if before is None:
        return ""
    between = placed.said.witness.article.text[before.end : span.start]
    return "" if _PARTS.search(between) else root_of(before)


def _follows(placed: Placed[Quantity]) -> tuple[str, ...]:
    """The two content words behind the head."""
    end = placed.claim.evidence.span.end
    behind = [root_of(w) for w in placed.said.words if w.stem and w.start >= end][:_BEHIND]
    return tuple(behind) if len(behind) == _BEHIND else ()
