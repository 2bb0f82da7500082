"""Names in languages that write every noun with a capital: places that are known, and what stands by a first name.

"Karl Weber" and "Minister Karl Weber" are runs of capitals, "die Bahnstrecke" is none. A run tells the name by its last
word; that word alone is the same name wherever the article has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from compare.facts.gazetteer import gazetteer
from compare.text.witness import Witness
from compare.text.words import Word

LANGUAGES = frozenset({"de", "lb"})
_KNOWN = 100
"""Thousands of people from which on a city's name is no common noun."""


def surnames_in(witness: Witness, words: Sequence[Word]) -> frozenset[int]:
    """Indexes of the words of names in one sentence of the witness."""
    runs = _runs(witness.article.text, words)
    named = {at for run in runs if len(run) > 1 for at in run}
    known = _last_words(witness)
    return frozenset(
        at for at, word in enumerate(words) if at in named or word.folded in known or _is_place(witness.language, word)
    )


def covers_surname(witness: Witness, words: Sequence[Word], block: Sequence[Word]) -> bool:
    """True where the block ends a run: "Kanzler" before a name is its title, and another title is no other person."""
    ends = {words[run[-1]].start for run in _runs(witness.article.text, words)}
    return any(word.start in ends for word in block)


@lru_cache(maxsize=64)
def _last_words(witness: Witness) -> frozenset[str]:
    text = witness.article.text
    return frozenset(words[run[-1]].folded for words in witness.words for run in _runs(text, words) if len(run) > 1)


def _runs(text: str, words: Sequence[Word]) -> list[list[int]]:
    """Runs of neighbouring capitalised words, by index."""
    capitals = [at for at, word in enumerate(words) if word.written[0].isupper() and word.stem]
    runs = [[at] for at in capitals[:1]]
    for a, b in pairwise(capitals):
        if b == a + 1 and text[words[a].end : words[b].start] in (" ", "-"):
            runs[-1].append(b)
        else:
            runs.append([b])
    return runs


def _is_place(language: str, word: Word) -> bool:
    return any(p.kind != "city" or p.people >= _KNOWN for p in gazetteer(language).find((word.folded,)))
