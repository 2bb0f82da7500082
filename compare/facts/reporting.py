"""The verbs that report speech and thought, in every form."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

FRAMES = ("say", "intend", "appeal", "call", "clause", "judge")
"""What a verb of reporting takes, in the order in which it is looked for."""


@lru_cache(maxsize=1)
def reporting_verbs() -> dict[str, frozenset[str]]:
    """Inflected form → the frames it takes, from `data/reporting.toml`: "called" → {"call", "appeal"}.

    Bare stems are left out but for those that are no nouns ("say", "believe").
    """
    table = _table()
    irregular: dict[str, str] = table["irregular"]
    plain = frozenset(table["plain"].split())
    found: dict[str, set[str]] = {}
    for frame in FRAMES:
        for lemma in table[frame].split():
            forms = irregular[lemma].split() if lemma in irregular else [*_inflect(lemma)]
            for form in [*forms, lemma] if lemma in plain else forms:
                found.setdefault(form, set()).add(frame)
    return {form: frozenset(frames) for form, frames in found.items()}


@lru_cache(maxsize=1)
def said_by_nouns() -> re.Pattern[str]:
    """ "Waly's claim that it rained": group 1 is whose word it is, group 2 what it says."""
    nouns = "|".join(_table()["nouns"].split())
    owner = r"([A-Z][\w.-]*(?: (?:[A-Z][\w.-]*|of|the|for|and)){0,6}['’]s?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur)"
    return re.compile(rf"\b{owner} (?:[a-z-]+ ){{0,2}}(?:{nouns}) (that\b)")


@lru_cache(maxsize=1)
def noun_plurals() -> frozenset[str]:
    """Third persons that are plurals of nouns too ("claims"), and "warning": verbs only before a clause."""
    return frozenset(_table()["noun_plurals"].split())


@lru_cache(maxsize=1)
def papers() -> re.Pattern[str]:
    """A document, the subject of "shows" and "found"."""
    return re.compile(rf"\b(?:{'|'.join(_table()['papers'].split())})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "data" / "reporting.toml").read_text("utf-8"))


def _inflect(lemma: str) -> Iterator[str]:
    yield lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    stem = lemma.removesuffix("e")
    yield stem + "ed"
    yield (lemma if lemma.endswith("ee") else stem) + "ing"
