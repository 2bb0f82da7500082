"""Verbs under one root whatever their tense: took, taken and takes are take."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from compare.text.folding import stem_of
from compare.text.words import Word

_PAST_SAME = frozenset("cut hit hurt let put set shut split spread cost cast bet beat read shed".split())
_PREFIXES = ("re", "over", "under", "out", "mis", "fore", "up")
_NO_COMPOUNDS = frozenset("relay outlay overlay underlay resent".split())
"""Verbs of their own, and no past tense of "re-lie" or "re-send"."""


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    table = tomllib.loads(files("compare.facts").joinpath("data/irregular_verbs.toml").read_text(encoding="utf-8"))
    return {form: base for base, forms in table.items() for form in forms.split()}


@lru_cache(maxsize=4096)
def _base_of(folded: str) -> str:
    """The base of an irregular form, of a compound one too: paid is pay, repaid repay; "" for others."""
    base = _irregular().get(folded)
    if base or folded in _NO_COMPOUNDS:
        return base or ""
    prefix = next((p for p in _PREFIXES if folded.startswith(p)), "")
    inner = _irregular().get(folded[len(prefix) :]) if prefix else None
    return prefix + inner if inner else ""


def root_of(word: Word) -> str:
    """The stem of the base form; the word's own stem where it is regular, "" for a stop word."""
    base = _base_of(word.folded)
    return (stem_of(base, "en") or base) if base and word.stem else word.stem


def is_past(word: Word) -> bool:
    """True for a past tense or participle: what it tells is told as done."""
    return bool(_base_of(word.folded)) or word.folded in _PAST_SAME or word.folded.endswith("ed")
