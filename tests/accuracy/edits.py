"""Edited copies: each changes exactly one fact of an article, found by patterns that know nothing of the extractors.

`edits(text)` gives every change that the text allows, by kind; the `apply` of each makes the copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from figure_edits import ages, days, numbers, results, scopes, shares, years
from name_edits import genders, lists, names, nations, places
from one_edit import Edit
from wording_edits import futures, quotes, verbs, voices

ANSWERS: dict[str, frozenset[str]] = {
    "number": frozenset({"number"}),
    "money": frozenset({"number"}),
    "percent": frozenset({"number"}),
    "unit": frozenset({"number", "unit"}),
    "duration": frozenset({"number", "duration", "unit"}),
    "date": frozenset({"date"}),
    "weekday": frozenset({"date"}),
    "time": frozenset({"time"}),
    "ordinal": frozenset({"ordinal"}),
    "hedge": frozenset({"hedge", "number"}),
    "name_spelling": frozenset({"name_spelling", "internal"}),
    "name_swap": frozenset({"swap", "name_conflict", "attribution", "title_role"}),
    "title_role": frozenset({"title_role"}),
    "place": frozenset({"place", "swap"}),
    "gender": frozenset({"gender"}),
    "modality": frozenset({"modality"}),
    "negation": frozenset({"negation"}),
    "antonym": frozenset({"antonym"}),
    "quote_wording": frozenset({"quote_wording"}),
    "attribution": frozenset({"attribution", "swap", "name_conflict"}),
    "age": frozenset({"number"}),
    "narrator": frozenset({"attribution"}),
    "scope": frozenset({"amount"}),
    "will_may": frozenset({"modality"}),
    "fraction": frozenset({"number"}),
    "multiple": frozenset({"number"}),
    "score": frozenset({"score"}),
    "year": frozenset({"date"}),
    "nation": frozenset({"swap", "place"}),
    "list": frozenset({"set", "swap", "place"}),
}
"""For each kind of edit, the kinds of finding that answer it."""

_MAKERS = (numbers, days, names, places, genders, verbs, quotes, ages, voices, scopes, futures)
_MAKERS += (shares, results, years, nations, lists)


def edits(text: str) -> Iterator[Edit]:
    """Every edit that the text allows, kind by kind, in order of place."""
    for make in _MAKERS:
        yield from make(text)
