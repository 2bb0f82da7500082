"""Names as their capitals show them, for checks that need no more: which words of a sentence belong to a name."""

from __future__ import annotations

from functools import lru_cache

from compare.facts.gazetteer import gazetteer
from compare.facts.names import is_capitalised_throughout
from compare.facts.naming import OPENERS
from compare.facts.times import ZONES
from compare.facts.titles import title_words
from compare.findings.noun_capitals import LANGUAGES, surnames_in
from compare.findings.pairing import Said
from compare.text.words import Word

CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday "
    "mon tue tues wed thu thur thurs fri sat sun".split()
)
"""Months and weekdays have capitals and are no names."""
_MEASURES = frozenset([*ZONES, "celsius", "fahrenheit", "richter"])
"""So have the words behind a figure that tell its zone or scale."""


def names_of(said: Said) -> tuple[Word, ...]:
    """Words of the sentence that belong to names, in order; none where nearly every word has a capital (headlines).

    A capital that only begins the sentence counts when the next word has one too, or when the article writes the word
    so inside sentences. Titles and the calendar are no names.
    """
    return _names(said)


@lru_cache(maxsize=64)  # the passage at hand: comparers ask by turns, and more would keep stories that are told
def _names(said: Said) -> tuple[Word, ...]:
    words, witness = said.words, said.witness
    if is_capitalised_throughout(witness.sentences[said.sentence], words):
        return ()
    text, known = witness.article.text, witness.capitalised
    if witness.language in LANGUAGES:
        surnames = surnames_in(witness, words)
        return tuple(word for n, word in enumerate(words) if n in surnames and _is_name(word))
    return tuple(
        word
        for n, word in enumerate(words)
        if _is_name(word) and not (_only_begins(text, words, n) and word.folded not in known)
    )


def _is_name(word: Word) -> bool:
    if not word.written[0].isupper() or not word.stem or word.folded in CALENDAR or word.folded in _MEASURES:
        return False
    return not title_words().is_title_part(word.folded)


def _only_begins(text: str, words: tuple[Word, ...], n: int) -> bool:
    """True where the capital may come from the beginning of a sentence or quotation alone."""
    if words[n].folded in OPENERS and not n:
        return True
    if n + 1 < len(words) and words[n + 1].written[0].isupper() and words[n + 1].stem:
        return not n and words[n].folded.endswith("ing") and not gazetteer().find((words[n].folded,))
    between = text[words[n - 1].end : words[n].start] if n else "."
    return any(mark in between for mark in '.:!?"“‘«;|—')
