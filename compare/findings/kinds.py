"""What somebody or something is: "is a film" against "is a song", of classes of things that exclude one another.

Method: the head of the predicate nominal behind a copula, the last noun before what qualifies it, looked up in classes
made of WordNet's hypernyms. An actor may be a singer too, so that people are one class.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from compare.findings.comparer import Level, PairComparer, Passage
from compare.findings.exclusive import is_negated
from compare.findings.pairing import Said, SentencePair
from compare.model import Finding, Severity, Verdict
from compare.text.words import Word

_COPULAS = frozenset(("is", "was", "are", "were"))
_ARTICLES = frozenset(("a", "an", "the"))
_ALSO = frozenset(("and", "or"))
_LONGEST = 14
"""Words of a predicate nominal that are looked at; heads stand among the first."""


class KindComparer(PairComparer):
    """Two predicate nominals of one subject whose heads no one thing can be at once."""

    kind = "swap"
    levels = (
        Level("kind.none", Verdict.ONLY_IN, Severity.INFO, "Only one says what it is."),
        Level("kind.other", Verdict.DIFFER, Severity.HIGH, "One says that it is “{a}”, the other “{b}”."),
    )

    def compare_pair(self, pair: SentencePair, _: Passage) -> Iterator[Finding]:
        """At most one finding of two sentences."""
        ours, theirs = what_is_said(pair.a), what_is_said(pair.b)
        if ours is None or theirs is None or not ours[0] & theirs[0]:
            return
        kinds = ({kinds_of(w) for w in ours[1]}, {kinds_of(w) for w in theirs[1]})
        if all(kinds) and kinds[0].isdisjoint(kinds[1]):
            yield self.finding("other", pair.words(ours[1][0], theirs[1][0]))


def what_is_said(said: Said) -> tuple[frozenset[str], list[Word]] | None:
    """The stems of the subject and the heads that tell its kind; None where the sentence does not say "X is a …"."""
    words = said.words
    at = next((n for n, w in enumerate(words[:-1]) if w.folded in _COPULAS), None)
    if not at or words[at + 1].folded not in _ARTICLES or is_negated(said):
        return None
    subject = frozenset(w.stem for w in words[:at] if w.stem)
    heads = [w for w in _heads(said, at + 2) if kinds_of(w)]
    return (subject, heads) if subject and heads else None


def _heads(said: Said, first: int) -> Iterator[Word]:
    """The last words of the noun phrases that begin here, joined by commas or "and"; a preposition ends them."""
    text, words = said.witness.article.text, said.words
    last: Word | None = None
    for n in range(first, min(first + _LONGEST, len(words))):
        word = words[n]
        gap = text[words[n - 1].end : word.start].strip(" -/") if n > first else ""
        if last is not None and (gap == "," or word.folded in _ALSO):
            yield last
            last = None
        if gap not in ("", ",") or not (word.stem or word.folded in _ALSO):
            break
        if word.stem:
            last = word
    if last is not None:
        yield last


def kinds_of(word: Word) -> str:
    """The class of things that a word in lower case stands for; "" for others."""
    return _kinds().get(word.folded, "") if word.written.islower() else ""


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    lines = files("compare.findings").joinpath("data/kinds.txt").read_text(encoding="utf-8").splitlines()
    told = (line.split(": ") for line in lines if line and not line.startswith("#"))
    return {noun: name for name, nouns in told for noun in nouns.split()}
