"""Names by what two forms of one name share, so that each is compared with few others however many there are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Generic, Protocol, TypeVar

from compare.facts.gazetteer import gazetteer
from compare.facts.naming import same_name
from compare.text.edits import DamerauLevenshtein

MOST_NAMESAKES = 60
"""A form that would fit more people than this tells none of them."""
_FEW = 20_000
"""So many pairs of words are gone through one by one."""
MOST_ALIKE = 200
"""Words that share all but a letter or two are passed over where they are more than this: a made list, no spellings."""
_PREFIX = 12
_LONG = 8
"""Letters from which a name may be two slips away."""


class Named(Protocol):
    """Anything that bears a name, as folded words."""

    @property
    def tokens(self) -> tuple[str, ...]:
        """The folded words of the name."""


N = TypeVar("N", bound=Named)


class Namesakes(Generic[N]):
    """Bearers of full names; `find` gives those whose name can be another form of a given one."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, ...], list[N]] = defaultdict(list)

    def add(self, bearer: N) -> None:
        """File the bearer under every key of its name."""
        for key in (*_whole(bearer.tokens), *_ends(bearer.tokens)):
            self._by_key[key].append(bearer)

    def find(self, tokens: tuple[str, ...]) -> Iterator[N]:
        """The bearers whose name and this one can be one; each perhaps more than once.

        Among more than `MOST_NAMESAKES` bearers of one surname and initial the first name must be written out, and
        among so many of one first name and surname only the whole name counts.
        """
        for key in _whole(tokens):
            yield from (n for n in self._by_key.get(key, ()) if same_name(n.tokens, tokens))
        for key in _ends(tokens):
            near = self._by_key.get(key, ())
            if len(near) <= MOST_NAMESAKES:
                yield from (n for n in near if same_name(n.tokens, tokens))
                return


def _whole(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Keys that names of equal words in any order share, and names that differ by hyphens alone."""
    joined = "".join(tokens)
    return ("order", *sorted(tokens)), ("joined", joined, tokens[0]), ("joined", joined, "", tokens[-1])


def _ends(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The wider key first: surname with the initial, surname with the first name."""
    return ("initial", tokens[0][:1], tokens[-1]), ("ends", tokens[0], tokens[-1])


class Spellings:
    """Which of `words` are slips of another one; with `initial` only those of the same first letter.

    Few words are gone through one by one. Many are filed under what is left of them when one or two letters are struck
    out: two words a slip apart then meet under a common key, so that work grows with the words and not with their
    pairs. A key of more than `MOST_ALIKE` words is passed over (`crowded`). Method: symmetric deletion over prefixes
    (Garbe, SymSpell, 2012).
    """

    def __init__(self, words: Iterable[str], asked: int, *, initial: bool = True) -> None:
        distinct = sorted(set(words))
        self._initial = initial
        self._is_filed = len(distinct) * asked > _FEW
        self._by_key: dict[str, list[str]] = defaultdict(list)
        for word in distinct:
            for key in self._keys(word):
                self._by_key[key].append(word)

    @property
    def crowded(self) -> frozenset[str]:
        """The words filed under a key that is passed over."""
        full = (words for words in self._by_key.values() if self._is_filed and len(words) > MOST_ALIKE)
        return frozenset(word for words in full for word in words)

    def near(self, token: str) -> Iterator[str]:
        """The words that are `token` misspelt; in alphabetical order where they are few."""
        seen: set[str] = set()
        for key in self._keys(token):
            filed = self._by_key.get(key, ())
            for word in filed if len(filed) <= MOST_ALIKE or not self._is_filed else ():
                if word not in seen:
                    seen.add(word)
                    if is_misspelling(token, word, self._initial):
                        yield word

    def _keys(self, word: str) -> Iterable[str]:
        if not self._is_filed:
            return (word[:1] if self._initial else "",)
        once = _without_one(word[:_PREFIX])
        if len(word) < _LONG:
            return {word, *once}
        return {word[:_PREFIX], *once, *(key for shorter in once for key in _without_one(shorter))}


def _without_one(word: str) -> set[str]:
    return {word[:n] + word[n + 1 :] for n in range(len(word))}


_ENDINGS = frozenset(" s es ic ics i an n ian ese ish al ism ist ists y ed er ers or ors ing t ts cy".split(" "))
_LONG_STEM = 6
_REGIONAL = (("isation", "ization"), ("ise", "ize"), ("our", "or"), ("ence", "ense"), ("ogue", "og"), ("amme", "am"))


def _are_derived(a: str, b: str) -> bool:
    """True for two words of one stem: Democrats, Democratic; Israel, Israeli (but Marcon, Marconi: no place)."""
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    if {a[stem:], b[stem:]} == {"", "i"}:
        return bool(gazetteer().find((a[:stem],)))
    return stem >= _LONG_STEM and a != b and a[stem:] in _ENDINGS and b[stem:] in _ENDINGS


def _regional(word: str) -> str:
    """The word as American English spells it: Centre and Center, Recognised and Recognized are no slip."""
    for british, american in _REGIONAL:
        word = word.replace(british, american)
    word = re.sub(r"(?<=[tb])re(?=s?$)", "er", word)
    return re.sub(r"ll(?=(?:ed|ing|ers?|ors?|ist|ous|ery)$)", "l", word)  # traveller, but Oakley and Oaklley


def is_misspelling(a: str, b: str, initial: bool = True) -> bool:
    """Two spellings of one name: four letters or more, one slip apart (two from eight letters); not a mere ending.

    With `initial` the first letters must be equal.
    """
    short, long = sorted((a, b), key=len)
    if a == b or len(short) < 4 or (initial and short[0] != long[0]):
        return False
    if long.startswith(short) and long[len(short) :] in ("s", "n", "an", "es"):
        return False
    allowed = 2 if len(short) >= _LONG else 1
    if DamerauLevenshtein.distance(a, b, score_cutoff=allowed) > allowed:
        return False
    return not _are_derived(a, b) and _regional(a) != _regional(b)
