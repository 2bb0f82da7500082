"""What a reader should know of a story: mixed languages, links over candidates only, other stories touched."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.cluster.partition import FILLED, Partition
from compare.cluster.voices import Voices

TOUCHED = 2
"""Other stories that an article must stand close to, to be told as touching several."""


def story_notes(voices: Voices, partition: Partition, ids: Sequence[str], cut: float) -> dict[int, tuple[str, ...]]:
    """Group → its notes; `ids[i]` is the story of voice i."""
    touched = _touched(voices, partition, ids, cut)
    languages: dict[int, set[str]] = {}
    sizes = np.bincount(partition.component, minlength=len(voices))[partition.component]
    notes: dict[int, list[str]] = {}
    for voice, group in enumerate(partition.group):
        languages.setdefault(group, set()).update(t.language for t in voices.members[voice])
        notes.setdefault(group, []).extend(touched.get(voice, ()))
        if voice == group and sizes[voice] > FILLED:
            notes[group].append(
                f"found among {sizes[voice]} connected articles: only those sharing rare features were compared"
            )
    for group, found in languages.items():
        if len(found) > 1:
            notes[group].insert(0, f"mixes languages: {', '.join(sorted(found))}")
    return {group: tuple(lines) for group, lines in notes.items()}


def _touched(voices: Voices, partition: Partition, ids: Sequence[str], cut: float) -> dict[int, list[str]]:
    """Voice → a note that names the other stories it would join if it were not for their other articles."""
    group = np.array(partition.group, dtype=np.int64)
    scored = partition.scored
    near = np.flatnonzero((scored.score >= cut) & (group[scored.a] != group[scored.b]))
    others: dict[int, set[str]] = {}
    for a, b in zip(scored.a[near].tolist(), scored.b[near].tolist(), strict=True):
        others.setdefault(a, set()).add(ids[b])
        others.setdefault(b, set()).add(ids[a])
    return {
        voice: [f"{voices.members[voice][0].article.id} touches stories {' and '.join(sorted(stories))}"]
        for voice, stories in others.items()
        if len(stories) >= TOUCHED
    }
