"""Round-ups that print several reports whole: each of these is a copy of a part, and they are none of one another.

A cluster of copies hangs together by such a text alone. Stories take it apart, so that the reports of two events are
not one voice; what the round-up itself tells is then asked as of any other article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from compare.model import Cluster

LONGER = 1.25
"""A text that holds another and more besides is this many times as long; texts nearer in length count as equal."""


def part_digests(clusters: Iterable[Cluster], length: Mapping[str, int]) -> Iterator[Cluster]:
    """The clusters, each parted where nothing but a round-up and its copies holds it together.

    `length` gives the characters of each article; members that it does not know stay as they are.
    """
    for cluster in clusters:
        if len(cluster.members) < 3 or not all(member in length for member in cluster.members):
            yield cluster
        else:
            yield from _parted(cluster, length)


def _parted(cluster: Cluster, length: Mapping[str, int]) -> Iterator[Cluster]:
    near: dict[str, set[str]] = {member: set() for member in cluster.members}
    for edge in cluster.edges:
        near[edge.a].add(edge.b)
        near[edge.b].add(edge.a)
    tried: set[str] = set()
    for member in sorted(near, key=lambda name: (-length[name], name)):
        if member in tried or not any(LONGER * length[other] <= length[member] for other in near[member]):
            continue
        digest = {member, *(other for other in near[member] if LONGER * length[other] > length[member])}
        tried |= digest
        parts = _components(near, digest)
        if len(parts) > 1:
            for part in (digest, *parts):
                yield from part_digests(_of(cluster, part, length), length)
            return
    yield cluster


def _components(near: Mapping[str, set[str]], without: set[str]) -> list[set[str]]:
    """What is left of the cluster, as far as it hangs together."""
    parts, seen = [], set(without)
    for first in near:
        if first in seen:
            continue
        part, front = {first}, [first]
        while front:
            more = near[front.pop()] - part - without
            part |= more
            front += more
        seen |= part
        parts.append(part)
    return parts


def _of(cluster: Cluster, part: set[str], length: Mapping[str, int]) -> list[Cluster]:
    """The part as a cluster, none where it is a single article."""
    if len(part) < 2:
        return []
    members = tuple(member for member in cluster.members if member in part)
    edges = tuple(edge for edge in cluster.edges if edge.a in part and edge.b in part)
    fullest = max(members, key=lambda member: (length[member], member == cluster.fullest))
    earliest = cluster.earliest if cluster.earliest in part else ""
    return [replace(cluster, id=members[0], members=members, edges=edges, fullest=fullest, earliest=earliest)]
