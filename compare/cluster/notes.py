"""What a reader should know of how a story was made: mixed languages, links over candidates only, several stories touched."""

from __future__ import annotations

from collections.abc import Sequence

from compare.cluster.partition import Partition
from compare.cluster.told import Told
from compare.model import Related


def story_notes(
    told: Sequence[Told], partition: Partition, members: Sequence[int], related: Sequence[Related]
) -> tuple[str, ...]:
    """Notes of one story."""
    languages = sorted({t.language for t in told})
    notes = []
    if len(languages) > 1:
        notes.append(f"mixes languages: {', '.join(languages)}")
    return tuple(notes)
