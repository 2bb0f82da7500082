"""Verbs under one root whatever their tense: took, taken and takes are take."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from compare.text.folding import stem_of
from compare.text.words import Word

_PAST_SAME = frozenset("cut hit hurt let put set shut split spread cost cast bet beat read shed".split())


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    table = tomllib.loads(files("compare.facts").joinpath("data/irregular_verbs.toml").read_text(encoding="utf-8"))
    return {form: base for base, forms in table.items() for form in forms.split()}


def root_of(word: Word) -> str:
    """The stem of the base form; the word's own stem where it is regular, "" for a stop word."""
    base = _irregular().get(word.folded)
    return (stem_of(base, "en") or base) if base and word.stem else word.stem


def is_past(word: Word) -> bool:
    """True for a past tense or participle: what it tells is told as done."""
    return word.folded in _irregular() or word.folded in _PAST_SAME or word.folded.endswith("ed")
