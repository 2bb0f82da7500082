"""Places in scripts without capitals, by the names that CLDR and GeoNames carry: القاهرة, 北京, दिल्ली.

Nothing shows there where a name begins, so only what the table has is a place. Arabic and Hebrew write some
prepositions and "and" as one word with the name; they are taken off.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from compare.facts.gazetteer import Place, gazetteer
from compare.facts.locales import is_unspaced, territory_names
from compare.model import Span
from compare.text.words import Word, split_words

_FORMS = Path(__file__).parent / "data" / "city_forms.tsv.gz"
_ONE_LETTER = str.maketrans("أإآٱىةيك", "ااااىهىك")
"""Spellings of one Arabic letter that print mixes, and the Persian letters that stand for them."""
_PREFIXES = {"ar": ("", "و", "ب", "ل", "ف", "ك", "وب", "ول"), "he": ("", "ב", "ל", "מ", "ה", "ו", "ש")}
_AFTER = {"ko": 3}
"""How many letters of particles may follow a name as one word with it."""
_MOST_WORDS = 4
_MOST_SIGNS = 16
_SHORTEST = 2
_FEW = 0.1
"""Names with a capital among those of such a language: foreign letters."""


@lru_cache(maxsize=64)
def is_uncased(language: str) -> bool:
    """True for a language that CLDR knows and whose names have no capitals."""
    names = territory_names(language).values()
    return bool(names) and sum(any(map(str.isupper, name)) for name in names) < _FEW * len(names)


def find_uncased(text: str, words: Sequence[Word], language: str) -> Iterator[tuple[Span, Place]]:
    """The places of one sentence, the longest name at each point, with their spans."""
    table = _table(language)
    reached = 0
    for at, word in enumerate(words):
        if word.start < reached:
            continue
        found = _by_signs(text, words, at, table) if is_unspaced(language) else _by_words(text, words, at, language)
        if found:
            reached = found[0].end
            yield found


def _by_signs(text: str, words: Sequence[Word], at: int, table: Mapping[str, Place]) -> tuple[Span, Place] | None:
    start = words[at].start
    longest = _plain(text[start : min(start + _MOST_SIGNS, words[-1].end)])
    for size in range(len(longest), _SHORTEST - 1, -1):
        place = table.get(longest[:size])
        if place:
            return Span(start, start + size), place
    return None


def _by_words(text: str, words: Sequence[Word], at: int, language: str) -> tuple[Span, Place] | None:
    table, start = _table(language), words[at].start
    for last in range(min(len(words), at + _MOST_WORDS) - 1, at - 1, -1):
        whole = _plain(text[start : words[last].end])
        for prefix in _PREFIXES.get(language, ("",)):
            for less in range(_AFTER.get(language, 0) + 1) if last == at else (0,):
                name = whole[len(prefix) : len(whole) - less] if whole.startswith(prefix) else ""
                if len(name) >= _SHORTEST and name in table:
                    return Span(start + len(prefix), words[last].end - less), table[name]
    return None


@lru_cache(maxsize=16)
def _table(language: str) -> Mapping[str, Place]:
    """Every name in the language's script with the place that it stands for."""
    english = gazetteer()
    territories = {p.country: p for places in english.names.values() for p in places if p.kind == "territory"}
    found: dict[str, Place] = {}
    for name, code, forms in _lines():
        folded = [word.folded for word in split_words(name, Span(0, len(name)))]
        places = [p for p in english.find(folded) if p.country == code and p.kind == "city"]
        for form in forms.split("|") if places else ():
            found.setdefault(_plain(form), places[0])
    for code, name in territory_names(language).items():
        if code in territories and len(name) >= _SHORTEST:
            found[_plain(name)] = territories[code]
    return found


def _lines() -> Iterator[tuple[str, str, str]]:
    for line in gzip.decompress(_FORMS.read_bytes()).decode("utf-8").splitlines():
        if not line.startswith("#"):
            name, code, forms = line.split("\t")
            yield name, code, forms


def _plain(name: str) -> str:
    return name.translate(_ONE_LETTER)
