"""Whether two words tell one thing of the same: the same part of speech, the same mood, a shared argument.

A predicate that occurs in two sentences is told twice only if something that it is told of is the same. The words
around it stand for its arguments, since subject and object lie near their verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.facts.verb_roots import root_of
from compare.findings.capitals import names_of
from compare.findings.pairing import Said
from compare.text.words import Word

_REACH = 4
_SUBJECT_REACH = 2
_MOODS = {
    **dict.fromkeys(("will", "would", "shall"), "future"),
    **dict.fromkeys(("should", "must", "may", "might", "can"), "leave"),
}
"""Auxiliaries under which a predicate is not told as done; "could not find" is told as done."""
_PARTICLES = frozenset("up down out off away back over by around along".split())
_LED = frozenset("the a an his her its their our my your this that these those of to from".split())
_MOOD_REACH = 3
_JOINTS = frozenset((" ", "-", ". ", " of ", "'s ", "’s "))
_NOMINAL = frozenset("the a an its his her their our my this that these those of for in on with by from no".split())
_NOUN_ENDINGS = ("tion", "tions", "sion", "sions", "ment", "ments", "ness", "ance", "ances", "ence")
_DONE_TO = frozenset("able managed forced had has have going continued began started".split())


def shares_arguments(a: Said, x: Word, b: Said, y: Word) -> bool:
    """True where a content word near the one stands near the other too, or one sentence has nothing else to tell."""
    near = around(a, x), around(b, y)
    return not (near[0] and near[1]) or bool(near[0] & near[1])


def mood_of(said: Said, word: Word) -> str:
    """The mood that an auxiliary close before a predicate gives it; "" for plain fact."""
    at = said.words.index(word)
    near = said.words[max(0, at - _MOOD_REACH) : at]
    return next((_MOODS[w.folded] for w in reversed(near) if w.folded in _MOODS and not w.stem), "")


def is_infinitive(said: Said, word: Word) -> bool:
    """True for "wanted to march": a purpose, not a deed."""
    at = said.words.index(word)
    if at > 1 and said.words[at - 1].folded == "help":
        at -= 1  # "to help find"
    before = said.words[max(0, at - 2) : at]
    return len(before) == 2 and before[1].folded == "to" and before[0].folded not in _DONE_TO


def is_nominal(said: Said, word: Word) -> bool:
    """True where an ending, a determiner, a preposition or an owner shows a noun: a decision, the meeting."""
    if word.folded.endswith(_NOUN_ENDINGS):
        return True
    at = said.words.index(word)
    before = said.words[at - 1] if at else None
    return before is not None and (before.folded in _NOMINAL or _is_owner(before))


def _is_owner(word: Word) -> bool:
    return bool(word.stem) and word.written[-2:] in ("'s", "’s")


def told_twice(said: Said, predicate: str) -> bool:
    """True where a sentence has the predicate more than once, so that it denies it of one thing and not of another."""
    return sum(root_of(word) == predicate for word in said.words if word.stem) > 1


def have_other_particles(a: Said, x: Word, b: Said, y: Word, *, strict: bool) -> bool:
    """True for "stand up" against "stand by"; where it leads a noun phrase ("ran down a path") it is a preposition.

    `strict` counts every one that stands on one side alone.
    """
    ours, theirs = _particle_of(a, x), _particle_of(b, y)
    return ours != theirs and (strict or not (_leads(a, x) or _leads(b, y)))


def _particle_of(said: Said, word: Word) -> str:
    at = said.words.index(word)
    return next((w.folded for w in said.words[at + 1 : at + 2] if w.folded in _PARTICLES), "")


def _leads(said: Said, word: Word) -> bool:
    """True where the particle behind a word may be a preposition: a noun phrase or "of" follows it."""
    at = said.words.index(word)
    behind = said.words[at + 1 : at + 3]
    return len(behind) > 1 and behind[0].folded in _PARTICLES and (behind[1].folded in _LED or bool(behind[1].stem))


def names_before(said: Said, word: Word) -> frozenset[str]:
    """The words of the nearest name among the few content words before a predicate: who it may be told of."""
    names, text = set(names_of(said)), said.witness.article.text
    near = [w for w in said.words[: said.words.index(word)] if w.stem][-_SUBJECT_REACH:]
    found: list[Word] = []
    for one in reversed(near):
        if one in names and (not found or text[one.end : found[-1].start] in _JOINTS):
            found.append(one)
        elif found:
            break
    return frozenset(w.stem for w in found)


def around(said: Said, word: Word, reach: int = _REACH) -> frozenset[str]:
    """Roots of the content words close before and behind a word, `reach` of them on either side."""
    at = said.words.index(word)
    return _roots(said.words[:at][::-1], reach) | _roots(said.words[at + 1 :], reach)


def _roots(words: Sequence[Word], reach: int) -> frozenset[str]:
    return frozenset([root_of(word) for word in words if word.stem][:reach])
