"""How a language writes figures and dates, from CLDR: separators, words for millions, months, units, currencies.

Source: Unicode CLDR as Babel carries it. This is the only importer of Babel; it is loaded for text in other languages
than English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from compare.facts.units import Unit, units_by_form

if TYPE_CHECKING:
    from babel import Locale

_UNITS = {
    "length-kilometer": "km", "length-meter": "m", "length-centimeter": "cm", "length-mile": "mile",
    "mass-kilogram": "kg", "mass-tonne": "tonnes", "mass-gram": "grams", "area-hectare": "hectares",
    "area-square-kilometer": "square kilometres", "area-square-meter": "square metres", "volume-liter": "litres",
    "speed-kilometer-per-hour": "km/h", "temperature-celsius": "°c", "concentr-percent": "%",
    "duration-century": "century", "duration-decade": "decade", "duration-year": "year", "duration-month": "month",
    "duration-week": "week", "duration-day": "day", "duration-hour": "hour", "duration-minute": "minute",
}  # fmt: skip
_CURRENCIES = ("EUR", "USD", "GBP", "JPY", "CNY", "VND", "RUB", "INR", "KRW", "CHF")
_SHORTEST = 3
_SIGNED = ("zh", "ja", "ko")
_UNSPACED = ("zh", "ja", "th", "lo", "km", "my")
_SIGNED_DATE = re.compile(r"^y(\w)\s?M+(\w?)\s?d(\w)$")
_TERRITORY = 2
_BRACKETS = re.compile(r"\s*[(（].*?[)）]")
_ISOLATES = re.compile("[\u200e\u200f\u061c]")


@dataclass(frozen=True, eq=False)
class Signs:
    """What one language writes; all forms are in lower case.

    `decimal` is its decimal sign, `day_first` the order of 25/10/2025, `signed` the year, month and day signs of
    2025年10月25日 ("" where a language has none), `unspaced` true where no space parts the words.
    """

    language: str
    decimal: str
    day_first: bool
    signed: str
    unspaced: bool
    scales: Mapping[str, float]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, Unit]


@lru_cache(maxsize=64)
def signs_of(language: str) -> Signs | None:
    """The signs of a language, None where CLDR does not know it."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None
    months = {_form(name): number for number, name in _names(locale.months)}
    weekdays = {_form(name): number for number, name in _names(locale.days)}
    long_date = _SIGNED_DATE.match(locale.date_formats["long"].pattern)
    signed = ""
    if long_date:
        signed = long_date[1] + (long_date[2] or locale.months["format"]["wide"][1].lstrip("1")) + long_date[3]
    short = locale.date_formats["short"].pattern
    symbols = locale.number_symbols.get("latn") or {}
    return Signs(
        language,
        str(symbols.get("decimal", ".")),
        short.find("d") < short.find("M"),
        signed,
        language in _UNSPACED,
        dict(_scales(locale)),
        {name: number for name, number in months.items() if len(name) >= _SHORTEST},
        {name: number for name, number in weekdays.items() if len(name) >= _SHORTEST or not name.isascii()},
        {**dict(_units(locale)), **dict(_money(locale))},
    )


@lru_cache(maxsize=64)
def territory_names(language: str) -> dict[str, str]:
    """ISO 3166 code → what the language calls the territory, without brackets; nothing where CLDR has no language."""
    from babel import Locale, UnknownLocaleError

    try:
        names = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {code: _BRACKETS.sub("", _ISOLATES.sub("", name)) for code, name in names.items() if len(code) == _TERRITORY}


@lru_cache(maxsize=64)
def zone_cities(language: str) -> tuple[tuple[str, str, str], ...]:
    """The cities that time zones are named for: as the language calls them, in English, and their territory's code."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        zones = Locale.parse(language).time_zones
    except (UnknownLocaleError, ValueError):
        return ()
    english, territory = Locale.parse("en").time_zones, get_global("zone_territories")
    return tuple(
        (names["city"], english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " "), territory[zone])
        for zone, names in sorted(zones.items())
        if "city" in names and zone in territory
    )


def is_unspaced(language: str) -> bool:
    """True for a language that parts its words by no space."""
    return language in _UNSPACED


def _form(name: str) -> str:
    return _ISOLATES.sub("", name).replace("\u00a0", " ").replace("\u202f", " ").strip().rstrip(".").lower()


def _names(table: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401  # Babel ships no types for its tables
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from ((int(number), str(name)) for number, name in table[context][width].items())


def _scales(locale: Locale) -> Iterator[tuple[str, float]]:
    """ "0 millones" for 10⁶ makes millones a million."""
    for width in ("long", "short"):
        for patterns in dict(locale.compact_decimal_formats).get(width, {}).values():
            for size, pattern in patterns.items():
                form = _form(pattern.pattern.partition(";")[0])
                word = form.strip("0 ").replace("'", "")  # CLDR quotes the full stop of "Mio."
                if len(form) > len(word) > (locale.language not in _SIGNED):
                    yield word, float(size) / 10 ** (form.count("0") - 1)


def _units(locale: Locale) -> Iterator[tuple[str, Unit]]:
    for name, ours in _UNITS.items():
        for width in locale._data["unit_patterns"].get(name, {}).values():  # Babel has no public door to it
            for plural, pattern in width.items():
                form = _form(pattern.replace("{0}", "")) if plural != "per" and "{0}" in pattern else ""
                if len(form) > 1 or form == ours or (form and not form.isalpha()) or locale.language in _UNSPACED:
                    yield from [(form, units_by_form()[ours])] if form else []


def _money(locale: Locale) -> Iterator[tuple[str, Unit]]:
    """Each currency by its full names and its code, and the dollar by the words that the dollars of all lands share."""
    for code in _CURRENCIES:
        yield from ((name, Unit(code, "money", 1.0)) for name in _currency_names(locale, code).values())
        yield code.lower(), Unit(code, "money", 1.0)
    dollars = [_currency_names(locale, code) for code in ("USD", "AUD", "CAD")]
    for plural, name in dollars[0].items():
        others = [re.split(r"[ -]", names.get(plural, "")) for names in dollars[1:]]
        shared = [word for word in re.split(r"[ -]", name) if all(word in other for other in others)]
        if shared:
            yield " ".join(shared), Unit("$", "money", 1.0)


def _currency_names(locale: Locale, code: str) -> dict[str, str]:
    plurals = dict(locale._data["currency_names_plural"].get(code) or {})  # Babel has no public door to it
    names = {"": locale.currencies.get(code, ""), **plurals}
    return {plural: _form(name) for plural, name in names.items() if name}


@lru_cache(maxsize=512)
def is_latin(territory: str) -> bool:
    """Whether the likeliest language of a territory (ISO 3166 code) is written in Latin letters."""
    from babel.core import get_global

    likely: str | None = get_global("likely_subtags").get(f"und_{territory}")
    return likely is None or "_Latn" in likely


@lru_cache(maxsize=512)
def is_official(language: str, territory: str) -> bool:
    """Whether a language is official in a territory, by law or in practice; True for one that CLDR does not know."""
    from babel.languages import get_official_languages

    official = get_official_languages(territory, regional=False, de_facto=True)
    return not official or language in official
