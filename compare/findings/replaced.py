"""Words of a summary that its article nowhere has, in the place of others that exclude them.

They are opposites, or other members of a closed class, beside the same content word: "pink paint" for "blue paint".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.facts.polarity import are_kin, are_opposed, is_polar, polar_root
from compare.findings.capitals import CALENDAR
from compare.findings.exclusive import classes, is_negated
from compare.findings.pairing import Said
from compare.findings.whole import Whole
from compare.text.words import Word

_REACH = 2
"""Content words on either side of a word that count as beside it."""
_WEEKDAYS = frozenset(word for word in CALENDAR if word.endswith("day"))


def replaced_words(said: Said, there: Sequence[Said], long: Whole) -> Iterator[tuple[Word, Said, Word]]:
    """Each such word of the summary's sentence, with the sentence of the article and the word that it replaces."""
    for word in said.words:
        if word.stem and word.stem not in long.stems and (word.folded in classes() or is_polar(polar_root(word))):
            beside = _beside(said, word)
            found = ((other, w) for other in there for w in other.words if _excludes(word, w, said, other, beside))
            yield from ((word, other, w) for other, w in list(found)[:1])


def replaced_days(said: Said, near: Said, there: Sequence[Said], long: Whole) -> Iterator[tuple[Word, Said, Word]]:
    """Weekdays and months that the article never has, with another that it has, its nearest sentence first."""
    for word in (w for w in said.words if _is_day(w) and w.stem not in long.stems):
        close = [(one, w) for one in (near, *there) for w in one.words if _is_of_one_kind(word, w)]
        yield from ((word, where, other) for where, other in close[:1])


def _is_day(word: Word) -> bool:
    return word.folded in CALENDAR and word.written[0].isupper() and bool(word.stem)


def _is_of_one_kind(a: Word, b: Word) -> bool:
    return _is_day(b) and (a.folded in _WEEKDAYS) == (b.folded in _WEEKDAYS) and a.folded[:3] != b.folded[:3]


def _excludes(word: Word, other: Word, said: Said, there: Said, beside: frozenset[str]) -> bool:
    if not other.stem or other.stem in said.stems or not (_are_members(word, other) or _are_opposed(word, other)):
        return False
    if is_negated(there) or is_negated(said):
        return False
    kin = any(are_kin(polar_root(word), polar_root(w)) for w in there.words if w.stem)
    return not kin and bool(beside & _beside(there, other))


def _are_members(word: Word, other: Word) -> bool:
    name = classes().get(word.folded)
    return name is not None and classes().get(other.folded) == name and word.folded != other.folded


def _are_opposed(word: Word, other: Word) -> bool:
    return are_opposed(polar_root(word), polar_root(other))


def _beside(said: Said, word: Word) -> frozenset[str]:
    """Stems of the two content words before a word and of the two behind it."""
    content = [w for w in said.words if w.stem]
    at = content.index(word)
    return frozenset(w.stem for w in content[max(0, at - _REACH) : at + _REACH + 1] if w is not word)
