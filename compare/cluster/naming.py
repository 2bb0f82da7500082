"""One name for one thing in a folder: long forms become their acronym, names written apart or together become one.

Where any article writes "International Atomic Energy Agency (IAEA)", the long form counts as IAEA in all of them (the
initials must match: Schwartz and Hearst 2003); "Viet Nam" counts as Vietnam where any article writes it so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np

from compare.cluster.arrays import Ints
from compare.cluster.tokens import BOUNDARY, CAPITAL, NUMBER, STOP, SYLLABLE, Vocabulary, plain

_BRACKET = re.compile(r"\(\s*([A-Z][A-Za-z]{1,7}|(?:[A-Z]\.){2,8})[\s-]?\d{0,3}\s*\)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BREAK = re.compile(r"[.;:()\n]")
_LONGEST = 10
"""Words of a long form."""
_SHORT_PART = 5
"""Letters of each part of a name that may be written together."""

LongForm = tuple[str, ...]
Joined = Mapping[str, tuple[str, str]]
"""A name in one word, folded → the form and the language in which some text writes it so."""


def read_acronyms(text: str) -> set[tuple[str, LongForm]]:
    """(acronym, folded words of its long form) for every acronym that the text spells out just before it."""
    return {
        (short, long)
        for found in _BRACKET.finditer(text)
        if (short := found.group(1).replace(".", "").upper())
        and (long := _long_form(text[max(0, found.start() - 160) : found.start()], short))
    }


def _long_form(before: str, acronym: str) -> LongForm:
    words = _WORD.findall(_BREAK.split(before)[-1])[-_LONGEST:]
    for start in range(len(words) - 1):
        if words[start][0] == acronym[0] and "".join(map(_initial, words[start:])).upper() == acronym:
            return tuple(
                plain(part).removesuffix("'s").removesuffix("’s") for word in words[start:] for part in word.split("-")
            )
    return ()


def _initial(word: str) -> str:
    """What a word gives to its acronym: nothing when it is not capitalised, all of it when it is an acronym itself."""
    return word if word.isupper() and len(word) > 1 else word[0] if word[0].isupper() else ""


def unite_names(
    ids: Ints, vocabulary: Vocabulary, acronyms: Iterable[tuple[str, LongForm]], joined: Joined | None = None
) -> tuple[Ints, Ints]:
    """The tokens with long forms and split names replaced, and for each of them its place among the given ones.

    `joined` are the names that some text of the folder writes in one word; None: those that the vocabulary holds.
    """
    ids, places = shorten(ids, vocabulary, acronyms)
    return _join(ids, places, vocabulary, names_in_one_word(vocabulary) if joined is None else joined)


def names_in_one_word(vocabulary: Vocabulary) -> dict[str, tuple[str, str]]:
    """Capitalised names, folded → the first form in order that is written so, and its language."""
    flags, folded = vocabulary.flags, vocabulary.folded
    forms = sorted((form, token) for form, token in vocabulary.known() if flags[token] & CAPITAL)
    return {folded[token]: form for form, token in reversed(forms)}


def shorten(ids: Ints, vocabulary: Vocabulary, acronyms: Iterable[tuple[str, LongForm]]) -> tuple[Ints, Ints]:
    """The tokens with long forms replaced by their acronyms, and for each of them its place among the given ones."""
    by_first: dict[str, list[tuple[LongForm, int]]] = defaultdict(list)
    for acronym, long in sorted(acronyms, key=lambda a: (-len(a[1]), a)):
        by_first[long[0]].append((long, vocabulary.number(acronym, "en")))
    folded, flags = vocabulary.folded, np.array(vocabulary.flags)
    starts = np.array([name in by_first for name in folded]) & (flags & CAPITAL > 0)
    ids, keep, done = ids.copy(), np.ones(len(ids), dtype=bool), 0
    for at in np.flatnonzero(starts[ids]).tolist():
        if at < done:
            continue
        for words, short in by_first[folded[ids[at]]]:
            if tuple(folded[i] for i in ids[at : at + len(words)].tolist()) == words:
                ids[at], done = short, at + len(words)
                done += folded[ids[done : done + 1].sum()] == folded[short]  # the acronym in its bracket
                keep[at + 1 : done] = False
                break
    return ids[keep], np.flatnonzero(keep)


def split_names(ids: Ints, places: Ints, vocabulary: Vocabulary) -> tuple[Ints, list[str], Ints]:
    """Where two capitalised short words stand side by side: the places, the different pairs in one word, and which."""
    flags = np.array(vocabulary.flags)
    sizes = np.array([len(name) for name in vocabulary.folded])
    part = (flags & CAPITAL > 0) & (flags & (STOP | NUMBER | SYLLABLE) == 0) & (sizes <= _SHORT_PART) & (sizes > 1)
    part[BOUNDARY] = False
    at = np.flatnonzero(part[ids[:-1]] & part[ids[1:]] & (np.diff(places) == 1))
    pairs, which = np.unique(ids[at] * len(flags) + ids[at + 1], return_inverse=True)
    names = [vocabulary.folded[p // len(flags)] + vocabulary.folded[p % len(flags)] for p in pairs.tolist()]
    return at, names, which


def _join(ids: Ints, places: Ints, vocabulary: Vocabulary, together: Joined) -> tuple[Ints, Ints]:
    at, names, which = split_names(ids, places, vocabulary)
    tokens = [vocabulary.number(*together[name]) if name in together else -1 for name in names]
    joined = np.array(tokens, dtype=np.int64)[which]
    at, joined = at[joined >= 0], joined[joined >= 0]
    apart = np.ones(len(at), dtype=bool)
    apart[1:] = np.diff(at) > 1
    at, joined = at[apart], joined[apart]
    ids, keep = ids.copy(), np.ones(len(ids), dtype=bool)
    ids[at] = joined
    keep[at + 1] = False
    return ids[keep], places[keep]
