"""Lines printed over and over, which are linked with their best answer alone: told in a note."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from compare.align.choose import MOST_ANSWERS
from compare.text.witness import Witness

_OPENING = 60


def repeated_notes(repeated: Sequence[tuple[int, int, int]], witnesses: Sequence[Witness]) -> tuple[str, ...]:
    """One sentence for every two witnesses with such lines; `repeated` holds (witness, sentence, other witness)."""

    def ends(found: tuple[int, int, int]) -> tuple[int, int]:
        return found[0], found[2]

    return tuple(
        _note([i for _, i, _ in found], witnesses[k], witnesses[m])
        for (k, m), found in groupby(sorted(repeated, key=ends), key=ends)
    )


def _note(lines: Sequence[int], here: Witness, there: Witness) -> str:
    text = " ".join(here.sentences[lines[0]].text[: 2 * _OPENING].split())
    opening = text if len(text) <= _OPENING else text[:_OPENING] + " …"
    more = f" and {len(lines) - 1:,} more" if len(lines) > 1 else ""
    return (
        f"“{opening}”{more} in {here.article.id}: more than {MOST_ANSWERS} sentences of {there.article.id} say it too, "
        "as with a line printed over and over; only the best answer to each is linked."
    )
