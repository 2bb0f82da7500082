"""Ordinals with what they count: "34th session of the CCPCJ", "15th UN Crime Congress", CCPCJ34."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.facts.heads import ENDS_NOUN
from compare.facts.names import is_shouted
from compare.facts.taken import Taken
from compare.facts.units import currency_before
from compare.model import Span
from compare.text.words import Word

_RANK = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_FIRST = {"first": 1, "second": 2}
_ACRONYM = re.compile(r"([A-Z]{3,})[\s-]?(\d{1,3})(?![\w,]|\.\d|\s\d)")
_IDLE = frozenset("one half place hand class aid lady degree grade graders floor base".split())
_PLACING = frozenset("finished finishes placed places ranked ranks".split())
_JOINTLY = frozenset("joint equal in a the".split())
_HEAD_REACH = 5
_BODY_REACH = 12


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal: the number, the stem of the noun it counts ("" for CCPCJ34), and the stems that name its body."""

    number: int
    head: str
    body: frozenset[str]

    def __str__(self) -> str:
        return " ".join([f"#{self.number}", *filter(None, [self.head]), *sorted(self.body)])


def find_ordinals(text: str, span: Span, words: Sequence[Word], taken: Taken) -> list[tuple[Span, Ordinal]]:
    """Ordinals of one sentence; the span runs from the ordinal to the noun it counts."""
    found = []
    shouted = is_shouted(words)
    for at, word in enumerate(words):
        number = _number(word)
        if number is None:
            read = _acronym_at(text, span, word) if not shouted else None
        else:
            head, last = _head(text, words, at + 1)
            idle = number <= 3 and words[last].folded in _IDLE if head else True
            body = frozenset() if idle else _body(text, words, at + 1, last)
            read = (Span(word.start, words[last].end), Ordinal(number, head, body)) if not idle else None
            read = read or _placed(words, at, number)
        if read and not taken.meets(read[0]):
            found.append(read)
    return found


def _placed(words: Sequence[Word], at: int, number: int) -> tuple[Span, Ordinal] | None:
    """ "Berg finished second": a place of who is named right before the verb, and of nobody else."""
    verb = at - 1 if at and words[at - 1].folded in _PLACING else at - 2
    if verb < 1 or words[verb].folded not in _PLACING or (verb == at - 2 and words[at - 1].folded not in _JOINTLY):
        return None
    who = words[verb - 1]
    if not who.written[0].isupper() or not who.stem:
        return None
    return Span(words[verb].start, words[at].end), Ordinal(number, f"{who.stem} place", frozenset())


def _number(word: Word) -> int | None:
    """What an ordinal word is worth; its folded form is 34th for 34th and for thirty-fourth."""
    match = _RANK.fullmatch(word.folded)
    return int(match.group(1)) if match else _FIRST.get(word.folded)


def _head(text: str, words: Sequence[Word], after: int) -> tuple[str, int]:
    """The noun counted: the last word of a run of content words, which a verb form or a change of case ends."""
    if after + 1 < len(words) and words[after].folded == "and":
        after += 1  # "seventh and final season"
    last = after
    for at in range(after, min(len(words), after + _HEAD_REACH)):
        word, before = words[at], words[at - 1]
        if text[before.span.end : word.start].strip(" \u00a0-") or not word.stem or word.folded[0].isdigit():
            break
        if word.folded in ENDS_NOUN:
            break
        if at > after and (word.folded.endswith(("ed", "ing")) or _falls(words[at - 1], word)):
            break
        last = at + 1
    return (words[last - 1].stem, last - 1) if last > after else ("", after)


def _falls(before: Word, word: Word) -> bool:
    """True where a capitalised run ends: "15th UN Crime Congress set" (an acronym may stand before a common noun)."""
    return before.written[0].isupper() and not before.written.isupper() and word.written[0].islower()


def _body(text: str, words: Sequence[Word], after: int, last: int) -> frozenset[str]:
    """Stems of the words between ordinal and noun, and of the "of …" phrase behind it."""
    stems = {word.stem for word in words[after:last] if word.stem}
    at = last + 1
    if at < len(words) and words[at].folded == "of":
        for n in range(at + 1, min(len(words), at + _BODY_REACH)):
            word = words[n]
            if "," in text[words[n - 1].end : word.start] or word.folded in (
                "in",
                "on",
                "at",
                "from",
                "with",
            ):
                break
            if word.stem and words[n - 1].written[0].isupper() and word.written[0].islower():
                break
            if word.stem:
                stems.add(word.stem)
    return frozenset(stems)


def _acronym_at(text: str, span: Span, word: Word) -> tuple[Span, Ordinal] | None:
    """CCPCJ34 and CCPCJ 34: an acronym of three letters or more with a small number is that body's n-th meeting."""
    match = _ACRONYM.match(text, word.start, span.end) if word.written[:3].isupper() else None
    if not match or currency_before(text, span.start, match.start(2)):
        return None
    return Span(*match.span()), Ordinal(int(match.group(2)), "", frozenset({match.group(1).lower()}))
