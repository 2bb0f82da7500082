"""The folder as stories see it: one voice for each text, whoever reprinted it, with its features and particulars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from compare.cluster.digests import part_digests
from compare.cluster.features import Labels, read_features
from compare.cluster.particulars import Particulars
from compare.cluster.told import Told, tell
from compare.cluster.weights import Vectors, weigh
from compare.config import Config
from compare.model import Article, Cluster


@dataclass(frozen=True)
class Voices:
    """`members[i]` are the articles that print voice i, its speaker first; the rows of features are voices.

    `text_of` gives what an article tells, where texts stay elsewhere.
    """

    members: list[list[Told]]
    copies: list[Cluster | None]
    labels: Labels
    vectors: Vectors
    known: list[Particulars]
    text_of: Callable[[Told], str] = attrgetter("text")

    def __len__(self) -> int:
        return len(self.members)


def read_voices(articles: Sequence[Article], copies: Sequence[Cluster], config: Config) -> Voices:
    """The voices of a folder of articles."""
    return voices_of((tell(article, config.text) for article in articles), copies, _weighed)


def voices_of(
    folder: Iterable[Told],
    copies: Sequence[Cluster],
    weighed: Callable[[Sequence[Told]], tuple[Labels, Vectors]],
    text_of: Callable[[Told], str] = attrgetter("text"),
) -> Voices:
    """The voices of what was told, in the order of their content, so that the order of files changes nothing.

    `weighed` gives the features of the speakers as vectors, and what to call them; `text_of` what each tells.
    """
    folder = sorted(folder, key=content)
    cluster_of: dict[str, Cluster] = {}
    for cluster in part_digests(copies, {told.article.id: told.length for told in folder}):
        for member in cluster.members:
            cluster_of.setdefault(member, cluster)  # clusters may overlap in loose pairs, which stand last
    grouped: dict[str, list[Told]] = {}
    for told in folder:
        own = cluster_of.get(told.article.id)
        grouped.setdefault(own.id if own else f"\0{told.article.id}", []).append(told)
    members = sorted((_speaker_first(group, cluster_of) for group in grouped.values()), key=lambda g: content(g[0]))
    speakers = [group[0] for group in members]
    labels, vectors = weighed(speakers)
    known = [next((t.known for t in group if t.known.day), group[0].known) for group in members]  # the speaker first
    of = [cluster_of.get(speaker.article.id) for speaker in speakers]
    return Voices(members, of, labels, vectors, known, text_of)


def _weighed(speakers: Sequence[Told]) -> tuple[Labels, Vectors]:
    features = read_features([t.text for t in speakers], [t.language for t in speakers])
    return features.labels(), weigh(features)


def content(told: Told) -> tuple[str, str]:
    """Sorts articles by what they hold, so that the order of files changes nothing."""
    return told.digest, told.article.id


def _speaker_first(group: list[Told], cluster_of: dict[str, Cluster]) -> list[Told]:
    """The copy that most others are copies of, of several the fullest, speaks for all."""
    if len(group) == 1:
        return group
    degree = degrees(cluster_of[group[0].article.id])
    return sorted(group, key=lambda told: speaker_first(degree[told.article.id], told))


def degrees(cluster: Cluster) -> Counter[str]:
    """Of how many others each member is a copy."""
    return Counter(end for edge in cluster.edges for end in (edge.a, edge.b))


def speaker_first(degree: int, told: Told) -> tuple[int, int, tuple[str, str]]:
    """Sorts the articles that print one text: who speaks for all, then who would."""
    return -degree, -told.length, content(told)
