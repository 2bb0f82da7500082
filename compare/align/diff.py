"""Word-level diff between two readings: diff-match-patch over words, cleaned up for people (the only importer)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby, pairwise
from typing import Any

from compare.align.rising import longest_rising
from compare.model import Article, Change, Span
from compare.text.edits import Indel

LONGEST = 1000
"""Tokens that are compared in one piece; longer texts are first cut at words that each side has once."""
MOST_STEPS = 500
"""Tokens taken out and put in; no two readings that an editor would lay side by side are further apart."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:['’]\w+)*|\s+|[^\w\s]")
_PRIVATE = (*range(0xE000, 0xF900), *range(0xF0000, 0xFFFFE), *range(0x100000, 0x10FFFE))
_OPS = {-1: "-", 0: "=", 1: "+"}

Step = tuple[str, int]
"""An op ("=", "-", "+") and how many tokens it takes."""
Tokens = Sequence[tuple[int, int]]
"""Where each token of a reading starts and ends in its article."""


def diff_readings(
    a: Article, spans_a: Sequence[Span], b: Article, spans_b: Sequence[Span], least: float = 0.0
) -> tuple[float, tuple[Change, ...]] | None:
    """How alike two readings are (0 to 1, by words) and the steps from a to b; None where less alike than `least`.

    Joining the characters of each "=" and "+" step gives reading b, of each "=" and "-" step reading a; every step's
    spans lie within one sentence. Semantic clean-up: N. Fraser, diff-match-patch.
    """
    tokens_a, tokens_b = _tokens(a, spans_a), _tokens(b, spans_b)
    words_a = [a.text[start:end] for start, end in tokens_a]
    words_b = [b.text[start:end] for start, end in tokens_b]
    bag_a, bag_b = _bag(words_a), _bag(words_b)
    size = bag_a.total() + bag_b.total()
    if not size or 2 * (bag_a & bag_b).total() / size < least:
        return None
    if words_a == words_b:
        return 1.0, tuple(_changes([("=", len(words_a))], tokens_a, tokens_b))
    steps = diff_tokens(words_a, words_b)
    ratio = 2 * _bag(_kept(words_a, steps)).total() / size
    if ratio < least:
        return None
    if len({*words_a, *words_b}) < len(_PRIVATE):
        steps = _cleaned(words_a, words_b, steps)
    return round(ratio, 4), tuple(_changes(steps, tokens_a, tokens_b))


def diff_tokens(a: Sequence[str], b: Sequence[str]) -> list[Step]:
    """Steps from `a` to `b`, without clean-up; a long stretch that shares no rare word counts as replaced."""
    return [(op, sum(n for _, n in run)) for op, run in groupby(_steps(a, b), key=lambda step: step[0])]


def _steps(a: Sequence[str], b: Sequence[str]) -> Iterator[Step]:
    for (at_a, at_b), (end_a, end_b) in pairwise(_anchors(a, b)):
        piece_a, piece_b = a[at_a:end_a], b[at_b:end_b]
        if piece_a == piece_b:
            yield "=", len(piece_a)
        elif min(len(piece_a), len(piece_b)) == 0 or max(len(piece_a), len(piece_b)) > 4 * LONGEST:
            yield "-", len(piece_a)
            yield "+", len(piece_b)
        else:
            yield from _laid(*_encoded(piece_a, piece_b))


def _laid(a: str, b: str) -> Iterator[Step]:
    """The fewest steps from `a` to `b`; where they are many, found bit-parallel, for Myers's way takes their square."""
    if Indel.distance(a, b, score_cutoff=MOST_STEPS) <= MOST_STEPS:
        yield from ((_OPS[op], len(text)) for op, text in _engine().diff_main(a, b, False))
        return
    for is_equal, run in groupby(Indel.opcodes(a, b), key=lambda step: step.tag == "equal"):
        steps = list(run)
        gone, come = steps[-1].src_end - steps[0].src_start, steps[-1].dest_end - steps[0].dest_start
        yield from (("=", gone),) if is_equal else (("-", gone), ("+", come))


def _tokens(article: Article, spans: Sequence[Span]) -> Tokens:
    return [m.span() for s in spans for m in _TOKEN.finditer(article.text, s.start, s.end)]


def _bag(words: Sequence[str]) -> Counter[str]:
    return Counter([word for word in words if word[0].isalnum()])


def _kept(words: Sequence[str], steps: Sequence[Step]) -> list[str]:
    at = 0
    kept: list[str] = []
    for op, n in steps:
        if op == "=":
            kept += words[at : at + n]
        at += n if op != "+" else 0
    return kept


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Where to cut both sides: nowhere in short texts, else at words that each side has once, in common order."""
    ends = [(0, 0), (len(a), len(b))]
    if max(len(a), len(b)) <= LONGEST:
        return ends
    once = {w for w, n in Counter(a).items() if n == 1} & {w for w, n in Counter(b).items() if n == 1}
    place = {w: j for j, w in enumerate(b) if w in once}
    both = [(i, place[w]) for i, w in enumerate(a) if w in once]
    return [ends[0], *(both[n] for n in longest_rising([j for _, j in both])), ends[1]]


@lru_cache(maxsize=1)
def _engine() -> Any:  # noqa: ANN401  # the package ships no types
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # a time limit would make the result depend on the machine
    return engine


def _encoded(a: Sequence[str], b: Sequence[str]) -> tuple[str, str]:
    """One private-use character for each distinct token, so that no code point looks like a letter or a space."""
    codes = dict(zip(dict.fromkeys((" ", *a, *b)), chain(" ", map(chr, _PRIVATE)), strict=False))
    return "".join(codes[t] for t in a), "".join(codes[t] for t in b)


def _cleaned(a: Sequence[str], b: Sequence[str], steps: Sequence[Step]) -> list[Step]:
    left, right = _encoded(a, b)
    diffs, at_a, at_b = [], 0, 0
    for op, n in steps:
        code = {"-": -1, "=": 0, "+": 1}[op]
        diffs.append((code, right[at_b : at_b + n] if op == "+" else left[at_a : at_a + n]))
        at_a, at_b = at_a + (n if op != "+" else 0), at_b + (n if op != "-" else 0)
    _engine().diff_cleanupSemantic(diffs)
    return [(_OPS[code], len(text)) for code, text in diffs if text]


def _changes(steps: Sequence[Step], a: Tokens, b: Tokens) -> Iterator[Change]:
    """Steps as spans, cut wherever a reading goes on in another place of its article."""
    at_a, at_b = 0, 0
    for op, n in steps:
        start = 0
        sides = [(a, at_a)] * (op != "+") + [(b, at_b)] * (op != "-")
        for k in range(1, n + 1):
            if k == n or any(side[at + k - 1][1] != side[at + k][0] for side, at in sides):
                yield Change(op, _span(a, at_a, start, k, op != "+"), _span(b, at_b, start, k, op != "-"))
                start = k
        at_a, at_b = at_a + (n if op != "+" else 0), at_b + (n if op != "-" else 0)


def _span(tokens: Tokens, at: int, start: int, end: int, taken: bool) -> Span:
    if taken:
        return Span(tokens[at + start][0], tokens[at + end - 1][1])
    place = tokens[at - 1][1] if at else tokens[0][0] if tokens else 0
    return Span(place, place)
