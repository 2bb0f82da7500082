"""Which territory a word stands for, by its name or by its people: "Britain", "UK" and "British" are one."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from compare.facts.gazetteer import Place, gazetteer
from compare.text.words import Word


def territory_of(word: Word) -> str:
    """The ISO 3166 code of the territory that a capitalised word names or derives from; "" for any other word."""
    if not word.written[0].isupper():
        return ""
    code = _demonyms().get(word.folded)
    if code:
        return code
    return next((p.country for p in gazetteer().find((word.folded,)) if p.kind == "territory"), "")


def people_of(word: Word) -> str:
    """The territory whose people or adjective a word is ("French"); "" for any other word."""
    return _demonyms().get(word.folded, "") if word.written[0].isupper() else ""


def territories_near(word: Word) -> frozenset[str]:
    """The territory that a word stands for, and those that a city of its name may lie in."""
    own = territory_of(word)
    return frozenset((own,)) if own else frozenset(p.country for p in gazetteer().find((word.folded,)))


def may_be_one_place(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """True where two names stand for one place, or for one within the other, or for a place and its people."""
    territories = ({code for w in a if (code := territory_of(w))}, {code for w in b if (code := territory_of(w))})
    if territories[0] & territories[1]:
        return True
    ours, theirs = _places(a), _places(b)
    return any(x == y or x.contains(y) or y.contains(x) for x in ours for y in theirs) or any(
        place.country in codes
        for places, codes in ((ours, territories[1]), (theirs, territories[0]))
        for place in places
    )


def _places(words: Sequence[Word]) -> tuple[Place, ...]:
    return gazetteer().find([word.folded for word in words])


@lru_cache(maxsize=1)
def _demonyms() -> dict[str, str]:
    table = tomllib.loads((Path(__file__).parent / "data" / "demonyms.toml").read_text("utf-8"))
    return {word: code for code, words in table.items() for word in words.split()}
