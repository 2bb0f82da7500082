"""The verbs that report speech and thought, in every form."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

_VOWELS = "aeiou"


@lru_cache(maxsize=1)
def reporting_verbs() -> dict[str, str]:
    """Inflected form → class, "say" or "clause" ("said" → "say"), from `data/reporting.toml`; bare stems are left out
    but for the plural "say": they are nouns as often as verbs.
    """
    table = tomllib.loads((Path(__file__).parent / "data" / "reporting.toml").read_text("utf-8"))
    irregular: dict[str, str] = table["irregular"]
    found = {"say": "say"}
    for name in ("clause", "say"):
        for lemma in table[name].split():
            forms = irregular[lemma].split() if lemma in irregular else _inflect(lemma)
            found.update(dict.fromkeys(forms, name))
    return found


def _inflect(lemma: str) -> Iterator[str]:
    yield lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    stem = lemma.removesuffix("e")
    yield stem + "ed"
    yield (lemma if lemma.endswith("ee") else stem) + "ing"
