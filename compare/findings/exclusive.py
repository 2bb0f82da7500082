"""Two members of one closed class in the same place: "yellow and blue paint" against "yellow and green paint"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from compare.facts.heads import is_plural
from compare.facts.negation import NEGATORS
from compare.findings.comparer import Level, PairComparer, Passage
from compare.findings.nationality import people_of, territory_of
from compare.findings.pairing import Said, SentencePair
from compare.model import Finding, Severity, Verdict
from compare.text.words import Word

_RATIO_FROM = 0.35
_REACH = 4
_COPULA_REACH = 3
_KIN = frozenset(("kin", "kin_plural"))
_COPULAS = frozenset(("is", "was", "are", "were"))


class ExclusiveComparer(PairComparer):
    """Members of one closed class that replace each other: colours, compass, kin, parts of the day, sexes, nations."""

    kind = "swap"
    levels = (
        Level("exclusive.none", Verdict.ONLY_IN, Severity.INFO, "Only one says “{a}”."),
        Level("exclusive.class", Verdict.DIFFER, Severity.HIGH, "One says “{a}”, the other “{b}”, in the same place."),
    )

    def compare_pair(self, pair: SentencePair, passage: Passage) -> Iterator[Finding]:
        """Each word that has another member of its class in its place in the other sentence."""
        if is_negated(pair.a) != is_negated(pair.b):
            return
        for a, b in (*exclusive_words(pair), *own_peoples(pair)):
            if passage.whole.is_news(pair.a, a.stem, pair.b, b.stem):
                yield self.finding("class", pair.words(a, b))


def is_negated(said: Said) -> bool:
    """True where the sentence denies something: what it denies may well exclude what the other asserts."""
    folded = [word.folded for word in said.words]
    return not NEGATORS.isdisjoint(folded) or ("other", "than") in pairwise(folded)


def exclusive_words(pair: SentencePair) -> list[tuple[Word, Word]]:
    """The words of both sentences that exclude each other: the only such member of the class that each has alone."""
    ours = own_members(pair.a, pair.b)
    theirs = own_members(pair.b, pair.a) if ours else {}
    found = []
    for name in ours.keys() & theirs.keys():
        if len(ours[name]) == len(theirs[name]) == 1:
            a, b = ours[name][0], theirs[name][0]
            owners = _owner(pair.a, a), _owner(pair.b, b)
            of_two = name in _KIN and (owners[0] != owners[1] or not owners[0])
            if not of_two and _same_place(pair, a, b):
                found.append((a, b))
    return sorted(found, key=lambda both: both[0].span)


def _owner(said: Said, word: Word) -> str:
    """The word right before: his brother and his wife answer one question, a father and his wife do not."""
    at = said.words.index(word)
    before = said.words[at - 1] if at else None
    return before.folded if before and (not before.stem or before.written[-2:] in ("'s", "’s")) else ""


def own_peoples(pair: SentencePair) -> Iterator[tuple[Word, Word]]:
    """Adjectives of two nations before the same noun, where neither sentence knows the other's nation."""
    ours, theirs = _peoples(pair.a), _peoples(pair.b)
    if not ours or not theirs:
        return
    known = ({territory_of(w) for w in pair.a.words}, {territory_of(w) for w in pair.b.words})
    a = [n for n, code in ours.items() if code not in known[1]]
    b = [n for n, code in theirs.items() if code not in known[0]]
    if len({ours[n] for n in a}) == len({theirs[n] for n in b}) == 1:
        same = [(x, y) for x in a for y in b if _is_said_of_one(pair, x, y)]
        yield from ((pair.a.words[x], pair.b.words[y]) for x, y in same[:1])


def _is_said_of_one(pair: SentencePair, a: int, b: int) -> bool:
    """True where both stand before the same noun, or both are what somebody is."""
    if _follows(pair.a, a) & _follows(pair.b, b):
        return True
    return _is_predicate(pair.a, a) and _is_predicate(pair.b, b)


def _is_predicate(said: Said, at: int) -> bool:
    return any(word.folded in _COPULAS for word in said.words[max(0, at - _COPULA_REACH) : at])


def _peoples(said: Said) -> dict[int, str]:
    return {n: code for n, word in enumerate(said.words) if (code := people_of(word))}


def _follows(said: Said, at: int) -> set[str]:
    """The content words that the adjective may belong to."""
    return {word.stem for word in said.words[at + 1 : at + 1 + _REACH] if word.stem}


def own_members(said: Said, other: Said) -> dict[str, list[Word]]:
    """Class → the words of the sentence that belong to it and that the other sentence lacks."""
    members = [(word, name) for word in said.words if (name := classes().get(_normal(word)))]
    if not members:
        return {}
    there = {_normal(word) for word in other.words}
    there |= {single for form in there if (single := _table()["singular"].get(form))}
    found: dict[str, list[Word]] = {}
    for word, name in members:
        if _normal(word) not in there and _normal(word) not in {_normal(w) for w in found.get(name, ())}:
            found.setdefault(name, []).append(word)
    return found


def _same_place(pair: SentencePair, a: Word, b: Word) -> bool:
    """True in one block of an otherwise alike pair, or beside the same content word."""
    if pair.ratio >= _RATIO_FROM and any(a in block.a and b in block.b for block in pair.blocks):
        return True
    shared = _beside(pair.a, a).items() & _beside(pair.b, b).items() if pair.of_reports else ()
    return bool(shared or (not pair.of_reports and _beside(pair.a, a).keys() & _beside(pair.b, b).keys()))


def _beside(said: Said, word: Word) -> dict[str, bool]:
    """Stems of the content words directly before and after a word, and whether each is a plural: a card, red cards."""
    content = [w for w in said.words if w.stem]
    at = content.index(word) if word in content else -1
    return {w.stem: is_plural(w) for w in content[max(0, at - 1) : at + 2] if w is not word} if at >= 0 else {}


def _normal(word: Word) -> str:
    return _table()["same"].get(word.folded, word.folded)


@lru_cache(maxsize=1)
def classes() -> dict[str, str]:
    """Word → the closed class it belongs to."""
    return {word: name for name, words in _table()["classes"].items() for word in words.split()}


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "data" / "exclusive.toml").read_text("utf-8"))
