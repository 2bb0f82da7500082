"""The noun phrase that speaks: before its verb, behind it, or behind "according to"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.facts.finite import is_verb
from compare.model import Span

_AUXILIARIES = frozenset(
    "has have had also is was were are been be later then already further once even just did would will could can not "
    "never often still now".split()
)
_ADJUNCT = re.compile(
    r"\s+(?:(?:(?:late|early)\s+)?(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?|on average|yesterday|today)\s*$"
)
"""When or how they say it, between the subject and its verb: "A judge on Thursday ruled"."""
_PRONOUN = re.compile(r"\b(?:he|she|they|i|we|who|it|you)$", re.IGNORECASE)
_LAST_WORD = re.compile(r"([A-Za-z]+)\s*$")
_HARD_START = re.compile(
    r"(?:[\"”“;:—–―]|''|``)\s*|,\s+|\b(?:that|as|while|when|because|after|where|if|so|what|which)\s+(?=[\w’'])"
)
_SOFT_START = re.compile(r"\b(?:and|but)\s+(?=[A-Z]|(?:the|a|his|her|their|some|many|one)\s|\w+s\s)")
_PREPOSITIONS = frozenset(
    "in on at for with by from as to of under during after before over about amid and or but per".split()
)
_OPENER = re.compile(
    r"(?:(?:but|and|so|yet|or|nor|then|while|although|though|because|since|whereas|meanwhile|however)\b,?\s*)+",
    re.IGNORECASE,
)
"""Conjunctions that open a clause and are no part of its subject."""
_NOBODY = re.compile(
    r"\b(?:that|which)$|^(?:it|there)(?:['’]s|\s+(?:is|was|goes|has|had))\b|^(?:is|was|are|were)n['’]t$", re.IGNORECASE
)
"""No speaker: a relative clause of things, "it goes without", half a verb."""
_CLAUSE_START = re.compile(r"(?:[\"”,;:—–―(]|''|``)\s*|\b(?:and|but|that|as|while|when|because|after|where)\s+")
_AFTER = re.compile(
    r"\s+((?:[A-Z][\w.'’-]*|the|a|an|one|his|her|former|[a-z-]+)"
    r"(?:\s+(?!(?:on|in|at|during|after|before|when|as|while|that|to|from|by|last|this|and said|yesterday|today"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)[\w.'’-]+){0,7}"
    r"(?:,\s+(?:the|a|an|who|which)?\s*[a-z][^,.\"”]{3,70})?)"
)
_ADJUNCT_REACH = 40
_LONGEST = 14
_WINDOW = 400


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution: where the speaker stands and where what they say; not `asserted` is a wish or a judgement."""

    source: Span
    content: Span
    asserted: bool = True


def source_before(text: str, start: int, verb: int) -> Span | None:
    """The subject that ends right before the verb, auxiliaries skipped, not before `start`."""
    start = max(start, verb - _WINDOW)
    end = verb
    while match := _between(text[start:end]):
        end = start + match.start()
    segment = text[start:end].rstrip()
    end = start + len(segment)
    if match := _PRONOUN.search(segment[-5:]):
        return Span(end - len(match.group()), end)
    if segment.endswith(","):
        return _before_apposition(segment, start)
    first = max((m.end() for m in _HARD_START.finditer(segment)), default=0)
    for match in _SOFT_START.finditer(segment, first):
        if any(is_verb(word) for word in segment[first : match.start()].split()):
            first = match.end()  # "He left and Waly said", but "Algeria and Japan said"
    if match := _OPENER.match(segment, first):
        first = match.end()
    phrase = segment[first:]
    words = phrase.split()
    if not words or len(words) > _LONGEST or words[0].lower() in _PREPOSITIONS or _NOBODY.search(phrase):
        return None
    lead = len(phrase) - len(phrase.lstrip())
    return Span(start + first + lead, end)


def source_after(text: str, verb_end: int, limit: int) -> Span | None:
    """The subject behind an inverted verb: "said Ghada Waly, the executive director"."""
    match = _AFTER.match(text, verb_end, min(limit, verb_end + _WINDOW))
    return Span(*match.span(1)) if match else None


def _between(segment: str) -> re.Match[str] | None:
    """The auxiliary, adverb, day or "on average" at the end of what stands before a verb."""
    word = _LAST_WORD.search(segment)
    if word and (word[1].lower() in _AUXILIARIES or (len(word[1]) > 4 and word[1].lower().endswith("ly"))):
        return word
    return _ADJUNCT.search(segment, max(0, len(segment) - _ADJUNCT_REACH))


def _before_apposition(segment: str, start: int) -> Span | None:
    """NAME in "NAME, the chairman of X, said"."""
    comma = segment[:-1].rfind(",")
    if comma < 0:
        return None
    head = segment[:comma]
    first = max((m.end() for m in _CLAUSE_START.finditer(head)), default=0)
    return Span(start + first, start + len(segment) - 1) if head[first:].strip() else None
