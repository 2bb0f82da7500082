"""Names with an initial that would fit too many people of the story, so that they name nobody: told in a note."""

from __future__ import annotations

from collections import defaultdict

from compare.facts.namesakes import MOST_NAMESAKES
from compare.findings.comparer import StoryView

_SHOWN = 3


def initial_notes(view: StoryView) -> tuple[str, ...]:
    """A note for names such as “J. Smith” in a story with more Smiths in J than `MOST_NAMESAKES`."""
    fits: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for tokens in (person.tokens for facts in view.facts for person in facts.people if len(person.tokens) > 1):
        fits[tokens[0][:1], tokens[-1]].add(tokens)
    told = sorted(
        f"{name[0].upper()}. {name[-1].title()}"
        for names in fits.values()
        if len(names) > MOST_NAMESAKES
        for name in names
        if len(name[0]) == 1
    )
    if not told:
        return ()
    shown = ", ".join(f"“{name}”" for name in told[:_SHOWN])
    more = f" and {len(told) - _SHOWN:,} more" if len(told) > _SHOWN else ""
    return (f"{shown}{more}: an initial that fits more than {MOST_NAMESAKES} people here names none of them.",)
