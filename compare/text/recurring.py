"""Furniture of an outlet: lines that stand in several of its articles which have nothing else in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

import numpy as np

from compare.model import Article

_SHORTEST = 12
_LEAST_ARTICLES = 3
_MOST_SHARED = 0.3
_MOST_TRIED = 40
_DIGEST = 8
"""Bytes by which a line is known while lines are counted: whole lines of all articles are as much as their texts."""


def find_recurring(articles: Iterable[Article]) -> dict[str, frozenset[str]]:
    """Source → its recurring lines, in the form of `line_key`; articles without a source are left alone.

    A line recurs where three articles of the source hold it that share at most three lines in ten, two by two: copies
    of one report share nearly all their lines, and make nothing recur. Linear in the number of lines. The articles are
    gone through twice, and not held.
    """
    by_source: dict[str, list[bytes]] = defaultdict(list)
    for article in articles:
        if article.source:
            by_source[article.source].append(b"".join(sorted({_digest(line) for line in _lines(article)})))
    recurring = {source: _recurring(sorted(pages)) for source, pages in sorted(by_source.items())}
    found: dict[str, set[str]] = {source: set() for source, lines in recurring.items() if lines}
    for article in articles if found else ():
        if article.source in found:
            lines = recurring[article.source]
            found[article.source].update(line for line in _lines(article) if _digest(line) in lines)
    return {source: frozenset(lines) for source, lines in found.items()}


def line_key(line: str) -> str:
    """A line as it is compared with others: lower case, white space folded."""
    return " ".join(line.lower().split())


def _lines(article: Article) -> Iterator[str]:
    return (line for line in map(line_key, article.text.split("\n")) if len(line) >= _SHORTEST)


def _digest(line: str) -> bytes:
    return blake2b(line.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()


def _recurring(pages: Sequence[bytes]) -> frozenset[bytes]:
    """The digests of the recurring lines of one source; a page is the digests of its lines."""
    lines = np.frombuffer(b"".join(pages), ">u8")
    page = np.repeat(np.arange(len(pages)), [len(one) // _DIGEST for one in pages])
    order = np.argsort(lines, kind="stable")
    starts = np.flatnonzero(np.diff(lines[order], prepend=~lines[order[:1]]))
    sizes = np.diff(starts, append=len(order))
    often = sizes >= _LEAST_ARTICLES
    return frozenset(
        int(lines[order[start]]).to_bytes(_DIGEST, "big")
        for start, size in zip(starts[often].tolist(), sizes[often].tolist(), strict=True)
        if _are_unrelated([pages[n] for n in page[order[start : start + min(size, _MOST_TRIED)]].tolist()])
    )


def _are_unrelated(pages: Iterable[bytes]) -> bool:
    """Whether three of the pages that hold a line share little, two by two."""
    apart: list[frozenset[bytes]] = []
    for packed in pages:
        page = frozenset(packed[at : at + _DIGEST] for at in range(0, len(packed), _DIGEST))
        if all(len(page & other) <= _MOST_SHARED * min(len(page), len(other)) for other in apart):
            apart.append(page)
        if len(apart) == _LEAST_ARTICLES:
            return True
    return False
