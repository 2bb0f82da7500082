"""The word-level differences of a passage as steps to draw in each reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare.model import Change, Diff, Row, Span
from compare.report.view_text import Op


def steps_in_columns(row: Row, base: int, texts: Sequence[str]) -> dict[int, tuple[Op, ...]]:
    """Per witness: "ins" for what the base has not, in the base "del" for what no other reading has.

    Each column holds its own words only, so that it can be read down.
    """
    diffs = {k: _from_base(row, base, k) for k in row.witnesses if k != base}
    steps = {k: _trimmed(_own(diff), texts[k]) for k, diff in diffs.items()}
    return steps | {base: _trimmed((Op(span, "del") for span in _lone_in_base(list(diffs.values()))), texts[base])}


def steps_in_variants(row: Row, base: int, texts: Sequence[str]) -> dict[int, tuple[Op, ...]]:
    """Per witness but the base: "ins" for what the base has not, "gone" where words of the base are missing."""
    steps = {}
    for k in row.witnesses:
        diff = _from_base(row, base, k) if k != base else None
        gone = [Op(Span(c.b.start, c.b.start), "gone", c.a.of(texts[base]).strip()) for c in _removed(diff)]
        gone = [op for op in gone if _has_word(op.words)]
        steps[k] = tuple(sorted([*_trimmed(_own(diff), texts[k]), *gone], key=lambda op: (op.span.start, op.span.end)))
    return steps


def _from_base(row: Row, base: int, k: int) -> Diff | None:
    """The diff from the base to k, turned round if it is kept the other way; None where they are too unlike."""
    for diff in row.diffs:
        if (diff.a, diff.b) == (base, k):
            return diff
        if (diff.a, diff.b) == (k, base):
            return Diff(base, k, diff.ratio, tuple(_turned(c) for c in diff.changes))
    return None


def _turned(change: Change) -> Change:
    return Change({"+": "-", "-": "+"}.get(change.op, change.op), change.b, change.a)


def _own(diff: Diff | None) -> Iterable[Op]:
    return (Op(c.b, "ins") for c in diff.changes if c.op == "+") if diff else ()


def _removed(diff: Diff | None) -> Iterable[Change]:
    return (c for c in diff.changes if c.op == "-") if diff else ()


def _lone_in_base(diffs: Sequence[Diff | None]) -> list[Span]:
    """Words of the base that no other reading has; none where a reading is too unlike to say so."""
    if not diffs or None in diffs:
        return []
    common, *others = [[c.a for c in _removed(diff)] for diff in diffs]
    for spans in others:
        common = [Span(max(a.start, b.start), min(a.end, b.end)) for a in common for b in spans if a.overlap(b)]
    return common


def _trimmed(steps: Iterable[Op], text: str) -> tuple[Op, ...]:
    """Steps without the space at their ends, and without those that hold no word: a comma is no news."""
    kept = []
    for step in steps:
        words = step.span.of(text)
        if _has_word(words):
            start = step.span.start + len(words) - len(words.lstrip())
            kept.append(Op(Span(start, start + len(words.strip())), step.op))
    return tuple(kept)


def _has_word(words: str) -> bool:
    return any(c.isalnum() for c in words)
