"""How many times as much: doubled, tripled, halved, "a threefold rise"; and "twice" for two times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.facts.hedges import hedge_before
from compare.facts.naming import index_at
from compare.facts.numerals import SMALL
from compare.facts.quantities import Quantity
from compare.facts.taken import Taken
from compare.model import Span
from compare.text.folding import stem_of
from compare.text.words import Word

_TIMES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5}
_DONE = [f"{root}{ending}" for root in _TIMES for ending in ("ed", "ing")]
_TO_DO = [f"{root}{ending}" for root in _TIMES for ending in ("e", "es")]
_FOLD = "|".join([*list(SMALL)[2:20], r"\d{1,3}"])
_NO_CHANGE = r"(?![\s-]+(?:down|back|over|up|as|act|agents?)\b|-)"
_MULTIPLE = re.compile(
    rf"\b(?:(?P<done>{'|'.join(_DONE)})\b{_NO_CHANGE}"
    rf"|(?P<base>{'|'.join(_TO_DO)})\b{_NO_CHANGE}(?=\s+(?:the|its|their|his|her|our|that|what|in|by|from|to)\b)"
    rf"|(?:(?<=\bto\s)|(?<=\bwill\s)|(?<=\bwould\s)|(?<=\bcould\s)|(?<=\bmay\s)|(?<=\bmight\s)|(?<=\bthan\s)"
    rf"|(?<=\bnearly\s)|(?<=\balmost\s))(?P<led>{'|'.join(_TO_DO)})\b{_NO_CHANGE}"
    rf"|(?P<fold>{_FOLD})[\s-]?fold\b|(?P<twice>twice|thrice)\b(?!-))",
    re.IGNORECASE,
)
TRIGGERS = frozenset([*_DONE, *_TO_DO, "twice", "thrice", "fold", *(f"{word}fold" for word in list(SMALL)[2:20])])
"""Folded words that a multiple may hold."""


def find_multiples(text: str, span: Span, words: Sequence[Word], taken: Taken) -> Iterator[tuple[Span, Quantity]]:
    """Multiples of one sentence, with the hedge before them ("more than doubled")."""
    for match in _MULTIPLE.finditer(text, span.start, span.end):
        if taken.meets(Span(*match.span())):
            continue
        hedge, first = hedge_before(words, index_at(words, match.start()))
        start = min(match.start(), words[first].start) if first < len(words) else match.start()
        if match["twice"]:
            value = 2.0 if match["twice"].lower() == "twice" else 3.0
            made = Quantity(value, value, hedge, head=stem_of("times", "en"), in_words=True)
        else:
            value = _value(match)
            made = Quantity(value, value, hedge, "multiple", "times", step=min(1.0, value), in_words=True)
        yield Span(start, match.end()), made


def _value(match: re.Match[str]) -> float:
    if match["fold"]:
        form = match["fold"].lower()
        return float(SMALL.get(form) or form)
    form = (match["done"] or match["base"] or match["led"]).lower()
    return next(value for root, value in _TIMES.items() if form.startswith(root))
