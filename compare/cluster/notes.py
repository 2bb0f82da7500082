"""What a reader should know of a story: mixed languages, links over candidates only, what is not told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from compare.cluster.candidates import NEAREST
from compare.cluster.kept_edges import unkept_edges
from compare.cluster.partition import FILLED, Partition
from compare.cluster.voices import Voices

TOUCHED = 2
"""Stories, its own with them if it is not alone there, that an article must stand close to, to be told as touching."""


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
    for group, count in _crowded(partition).items():
        articles = f"{count} of its texts" if count > 1 else "one of its texts"
        notes[group].append(f"{articles} had more than {NEAREST} candidates, of which only the nearest were compared")
    for group, count in unkept_edges(partition, cut).items():
        notes[group].append(f"a large story: its strongest edges are told, one for each text; {count} more join it too")
    for group, found in languages.items():
        if len(found) > 1:
            notes[group].insert(0, f"mixes languages: {', '.join(sorted(found))}")
    return {group: tuple(lines) for group, lines in notes.items()}


def _crowded(partition: Partition) -> dict[int, int]:
    """Group → how many of its voices had more candidates than were scored, where there are any."""
    return Counter(np.array(partition.group, dtype=np.int64)[partition.crowded].tolist())


def _touched(voices: Voices, partition: Partition, ids: Sequence[str], cut: float) -> dict[int, list[str]]:
    """Voice → a note that names the other stories it stands as close to as to its own, if it belongs to several."""
    group = np.array(partition.group, dtype=np.int64)
    sizes, scored = np.bincount(group, minlength=len(group)), partition.scored
    close = np.flatnonzero((scored.score >= cut) & (group[scored.a] != group[scored.b]))
    a, b = scored.a[close], scored.b[close]
    voice, other = np.concatenate([a, b]), group[np.concatenate([b, a])]
    keys, count = np.unique(voice * len(group) + other, return_counts=True)
    others: dict[int, list[str]] = {}
    of_most = 2 * count >= sizes[keys % len(group)]
    for one, story in zip((keys // len(group))[of_most].tolist(), (keys % len(group))[of_most].tolist(), strict=True):
        others.setdefault(one, []).append(ids[story])
    return {
        one: [f"{voices.members[one][0].article.id} touches {_listed(stories)}"]
        for one, stories in others.items()
        if len(stories) + (sizes[group[one]] > 1) >= TOUCHED
    }


def _listed(stories: Sequence[str]) -> str:
    return f"stor{'ies' if len(stories) > 1 else 'y'} {' and '.join(sorted(stories))} too"
