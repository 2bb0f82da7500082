"""Furniture of an outlet: lines that stand in several of its articles which have nothing else in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from compare.model import Article

_SHORTEST = 12
_LEAST_ARTICLES = 3
_MOST_SHARED = 0.3
_MOST_TRIED = 40


def find_recurring(articles: Iterable[Article]) -> dict[str, frozenset[str]]:
    """Source → its recurring lines, in the form of `line_key`; articles without a source are left alone.

    A line recurs where three articles of the source hold it that share at most three lines in ten, two by two: copies
    of one report share nearly all their lines, and make nothing recur. Linear in the number of lines.
    """
    by_source: dict[str, list[frozenset[str]]] = defaultdict(list)
    for article in articles:
        if article.source:
            lines = frozenset(map(line_key, article.text.split("\n")))
            by_source[article.source].append(frozenset(line for line in lines if len(line) >= _SHORTEST))
    found = {source: _recurring(sorted(pages, key=sorted)) for source, pages in sorted(by_source.items())}
    return {source: lines for source, lines in found.items() if lines}


def line_key(line: str) -> str:
    """A line as it is compared with others: lower case, white space folded."""
    return " ".join(line.lower().split())


def _recurring(pages: Sequence[frozenset[str]]) -> frozenset[str]:
    holders: dict[str, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        for line in page:
            holders[line].append(number)
    return frozenset(
        line for line, held in holders.items() if len(held) >= _LEAST_ARTICLES and _are_unrelated(held, pages)
    )


def _are_unrelated(held: Sequence[int], pages: Sequence[frozenset[str]]) -> bool:
    """Whether three of the pages that hold a line share little, two by two."""
    apart: list[frozenset[str]] = []
    for number in held[:_MOST_TRIED]:
        page = pages[number]
        if all(len(page & other) <= _MOST_SHARED * min(len(page), len(other)) for other in apart):
            apart.append(page)
        if len(apart) == _LEAST_ARTICLES:
            return True
    return False
