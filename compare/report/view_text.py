"""A sentence cut into pieces to draw: what only one witness has, and the facts in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.model import Span
from compare.report.visible import visible


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact to mark: where, its kind in words, and whether the sources differ on it."""

    span: Span
    fact: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Bit:
    """Text of one look; `fact` is the kind in words of the fact that it is, empty for plain text."""

    text: str
    fact: str = ""
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bits with one fate: "" in both, "del" only in the base, "ins" only in the other, "gone" not here."""

    op: str
    bits: tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Op:
    """A step of a diff in a reading; "gone" has an empty span, and in `words` what is missing there."""

    span: Span
    op: str
    words: str = ""


def cut(text: str, span: Span, marks: Sequence[Mark] = (), ops: Sequence[Op] = ()) -> tuple[Stretch, ...]:
    """The characters of `span`, cut where a mark or an op starts or ends; both are sorted and free of overlap."""
    made: list[tuple[str, list[Bit]]] = []
    for step in _filled(span, ops):
        if step.op == "gone":
            bits = [Bit(visible(step.words))]
        else:
            bits = [_bit(text, piece, mark) for piece, mark in _marked(step.span, marks)]
        if made and made[-1][0] == step.op:
            made[-1][1].extend(bits)
        else:
            made.append((step.op, bits))
    return tuple(Stretch(op, tuple(bits)) for op, bits in made)


def settle(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks without overlap, by place: those on which the sources differ win, then the longer, then the first."""
    kept: list[Mark] = []  # by start
    for mark in sorted(set(marks), key=lambda m: (not m.differs, -len(m.span), m.span, m.fact)):
        at = bisect_left(kept, mark.span.start, key=lambda m: m.span.start)
        if len(mark.span) and not any(mark.span.overlap(k.span) for k in kept[max(0, at - 1) : at + 1]):
            kept.insert(at, mark)
    return tuple(kept)


def excerpt(text: str, sentence: Span, fact: Span, around: int) -> tuple[Span, bool, bool]:
    """The part of a sentence around a fact, at most `around` characters each side, and whether it was cut there."""
    start = sentence.start if fact.start - sentence.start <= around else _after_space(text, fact.start - around, fact)
    end = sentence.end if sentence.end - fact.end <= around else _before_space(text, fact.end + around, fact)
    return Span(start, end), start > sentence.start, end < sentence.end


def _after_space(text: str, at: int, fact: Span) -> int:
    found = text.find(" ", at, fact.start)
    return found + 1 if found >= 0 else at


def _before_space(text: str, at: int, fact: Span) -> int:
    found = text.rfind(" ", fact.end, at)
    return found if found >= 0 else at


def _bit(text: str, piece: Span, mark: Mark | None) -> Bit:
    return Bit(visible(piece.of(text)), mark.fact if mark else "", bool(mark and mark.differs))


def _filled(span: Span, ops: Sequence[Op]) -> Iterable[Op]:
    """The ops inside the span, and between them what is equal; a "gone" at its end belongs to it, at its start not."""
    at = span.start
    for op in ops:
        start, end = max(op.span.start, at), min(op.span.end, span.end)
        if start > end or (start == end and (op.op != "gone" or not span.start < op.span.start <= span.end)):
            continue
        if start > at:
            yield Op(Span(at, start), "")
        yield Op(Span(start, end), op.op, op.words)
        at = end
    if at < span.end:
        yield Op(Span(at, span.end), "")


def _marked(span: Span, marks: Sequence[Mark]) -> Iterable[tuple[Span, Mark | None]]:
    at = span.start
    for mark in marks:
        start, end = max(mark.span.start, at), min(mark.span.end, span.end)
        if start >= end:
            continue
        if start > at:
            yield Span(at, start), None
        yield Span(start, end), mark
        at = end
    if at < span.end:
        yield Span(at, span.end), None
