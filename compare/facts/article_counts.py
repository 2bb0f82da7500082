"""The article that counts: of "two women and a man" the man is one, as he is in "a man and two women"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.facts.heads import ENDS_NOUN, is_plural
from compare.facts.naming import index_at
from compare.facts.quantities import Quantity
from compare.facts.readings import STARTERS, VAGUE
from compare.model import Span
from compare.text.words import Word

_BEHIND = re.compile(r",? and an? ")
_BEFORE = re.compile(r"\b[Aa]n? ((?:[a-z-]+ ){1,2})and $")
_BEFORE_REACH = 48
_MOST = 100
"""Above it nobody counts on with an article: 200 guests and a band."""


def count_articles(
    text: str, span: Span, words: Sequence[Word], counted: Sequence[tuple[Span, Quantity]]
) -> Iterator[tuple[Span, Quantity]]:
    """One more thing for each counted one that an article and "and" join to it, of its state; by place."""
    for where, quantity in counted:
        if quantity.dimension == "count" and quantity.head and quantity.low == quantity.high < _MOST:
            if match := _BEFORE.search(text, max(span.start, where.start - _BEFORE_REACH), where.start):
                yield from _one(words, match.start(), match.end(1) - 1, quantity)
            if match := _BEHIND.match(text, where.end, span.end):
                at = index_at(words, match.end())
                if at < len(words) and not _goes_on(text, words, at):
                    yield from _one(words, words[at - 1].start, words[at].end, quantity)


def _goes_on(text: str, words: Sequence[Word], at: int) -> bool:
    """True for "a rocket-propelled launcher": the noun stands further behind."""
    behind = words[at + 1 : at + 2]
    return bool(behind) and text[words[at].end : behind[0].start] in (" ", "-") and bool(behind[0].stem)


def _one(words: Sequence[Word], start: int, end: int, beside: Quantity) -> Iterator[tuple[Span, Quantity]]:
    """The one thing whose noun ends here; nothing for another figure ("a dozen") or what is no singular noun."""
    noun = words[index_at(words, end) - 1]
    is_figure = noun.folded in STARTERS or noun.folded in VAGUE or noun.folded[0].isdigit()
    if noun.stem and noun.end == end and not is_figure and not is_plural(noun) and noun.folded not in ENDS_NOUN:
        yield Span(start, end), Quantity(1.0, 1.0, head=noun.stem, state=beside.state, in_words=True)
