"""The table of territories, their divisions and cities, with aliases and romanisations, and which lies in which."""

from __future__ import annotations

import gzip
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from compare.facts.locales import zone_cities
from compare.model import Span
from compare.text.words import split_words

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in its normal form: a territory, a division of one, a city, or a landmark known by its name only.

    `country` is the ISO 3166 code and `division` that of the US state, empty where unknown; `people` counts thousands.
    """

    kind: str
    name: str
    country: str = ""
    division: str = ""
    people: int = 0

    def __str__(self) -> str:
        where = self.division or self.country
        return self.name if self.kind == "territory" or not where else f"{self.name} ({where})"

    def contains(self, other: Place) -> bool:
        """True when the other lies in this one, as far as the table knows."""
        if self.kind == "territory":
            return self.country == other.country
        if self.kind == "division":
            return other.kind == "city" and self.country == other.country and self.division == other.division
        return False


class Gazetteer:
    """Every name of the table by its folded words; one name may stand for several places, the largest first."""

    def __init__(self, languages: Sequence[str] = ("en",)) -> None:
        self.names: dict[tuple[str, ...], list[Place]] = {}
        self.lengths: dict[str, list[int]] = {}
        for name, place in (*_territories(languages), *_cities()):
            self._add(tuple(name.split()), place)
        for language in set(languages) - {"en"}:
            self._add_abroad(language)
        for lengths in self.lengths.values():
            lengths.sort(reverse=True)

    def _add(self, words: tuple[str, ...], place: Place) -> None:
        forms = [words]
        if "and" in words:
            forms.append(tuple(w for w in words if w != "and"))  # "Saint Kitts & Nevis" has no word for it
        if len(words) == 2:
            forms.append(("".join(words),))  # "Viet Nam" is read as one word
        for form in forms:
            lengths = self.lengths.setdefault(form[0], [])
            if len(form) not in lengths:
                lengths.append(len(form))
            known = self.names.setdefault(form, [])
            if place not in known:
                known.append(place)

    def _add_abroad(self, language: str) -> None:
        """What the language calls the cities that CLDR names a time zone for: Wien, Rom, Moskau."""
        for name, english, code in zone_cities(language):
            places = [p for p in self.find(_folded(english)) if p.country == code and p.kind == "city"]
            if places:
                self._add(_folded(name), places[0])

    def find(self, folded: Sequence[str]) -> tuple[Place, ...]:
        """The places that a name may stand for; empty when the table lacks it."""
        return tuple(self.names.get(tuple(folded), ()))

    def longest_at(self, folded: Sequence[str], at: int) -> int:
        """How many words from `at` on make the longest name of the table; 0 for none."""
        for length in self.lengths.get(folded[at], ()):
            if at + length <= len(folded) and tuple(folded[at : at + length]) in self.names:
                return length
        return 0


def gazetteer(language: str = "en") -> Gazetteer:
    """The table with the names of English and of one more language, read once."""
    return _gazetteer(language)


@lru_cache(maxsize=8)
def _gazetteer(language: str) -> Gazetteer:
    return Gazetteer(("en",) if language == "en" else ("en", language))


@lru_cache(maxsize=1)
def _aliases() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = tomllib.loads((_DATA / "places.toml").read_text("utf-8"))
    return table


@lru_cache(maxsize=1)
def landmark_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words that open and words that close the name of a landmark: "Mount Cook", "Lyndale Avenue"."""
    heads = _aliases()["landmarks"]
    return frozenset(heads["first"].split()), frozenset(heads["last"].split())


def _folded(name: str) -> tuple[str, ...]:
    return tuple(word.folded for word in split_words(name, Span(0, len(name))))


def _territories(languages: Sequence[str]) -> Iterator[tuple[str, Place]]:
    lines = [line.split("\t") for line in _lines("territories.tsv.gz")]
    english: dict[str, str] = {}
    for code, language, _, name in lines:
        if language == "en":
            english.setdefault(code, name)
    for code, language, folded, _ in lines:
        if language in languages:
            yield folded, Place("territory", english[code], code)
    for code, names in _aliases()["territories"].items():
        for name in names.split("|"):
            yield name, Place("territory", english[code], code)
    for code, names in _aliases()["divisions"].items():
        for name in names.split("|"):
            yield name, Place("division", name.title(), code, name)


def _cities() -> Iterator[tuple[str, Place]]:
    aliases = _aliases()["cities"]
    for line in _lines("cities.tsv.gz"):
        name, forms, country, division, people = line.split("\t")
        if people == "state":
            yield forms, Place("division", name, country, division)
            continue
        place = Place("city", name, country, division, int(people))
        extra = aliases.get(name, "") if place.people >= 100 else ""
        for form in (*forms.split("|"), *filter(None, extra.split("|"))):
            yield form, place


def _lines(name: str) -> list[str]:
    text = gzip.decompress((_DATA / name).read_bytes()).decode("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
