"""A round-up that prints the reports of two events whole makes the two neither copies nor one story."""

from __future__ import annotations

from itertools import combinations

from compare.cluster.copies import find_copies
from compare.cluster.digests import part_digests
from compare.cluster.stories import find_stories
from compare.model import Article, Cluster, CopyEdge

QUAKE = (
    "The toll of the Valdoria earthquake rose to 48 on Tuesday. Rescuers were looking for 130 people under the "
    "rubble of the Monteclaro hospital, minister Elvira Santin said, and tents were put up on the square beside it."
)
OTHER_QUAKE = (
    "Minister Elvira Santin said on Tuesday that 48 people had died in the Valdoria earthquake and that 130 were still "
    "missing, most of them below what is left of the hospital at Monteclaro."
)
STRIKE = (
    "Ferry crews walked out at Port Lessing on Tuesday and left 900 passengers on the quay. The union of Bruno "
    "Hallmund wants a fifth man on each night crossing, which the Corvo line has refused since spring."
)
OTHER_STRIKE = (
    "Nine hundred passengers waited on the quay of Port Lessing after Bruno Hallmund's union stopped the ferries on "
    "Tuesday; the Corvo line will not pay for a fifth man at night."
)
ARTICLES = [
    Article("q1", QUAKE),
    Article("q2", OTHER_QUAKE),
    Article("s1", STRIKE),
    Article("s2", OTHER_STRIKE),
    Article("both", f"{QUAKE}\n{STRIKE}"),
]


def cluster(*edges: tuple[str, str]) -> Cluster:
    members = tuple(sorted({end for edge in edges for end in edge}))
    return Cluster(members[0], members, tuple(CopyEdge(*sorted(edge), 0.5, 0.9) for edge in edges), members[0])


def members(parts: list[Cluster]) -> set[tuple[str, ...]]:
    return {part.members for part in parts}


def test_a_round_up_of_whole_reports_fuses_no_stories() -> None:
    assert find_copies(ARTICLES)[0].members == ("both", "q1", "s1")
    found = [{article.id for article in story.articles} - {"both"} for story in find_stories(ARTICLES)]
    assert {"q1", "q2"} in found
    assert {"s1", "s2"} in found


def test_a_cluster_is_parted_where_only_a_longer_text_holds_it_together() -> None:
    parts = list(part_digests([cluster(("d", "a"), ("d", "b"), ("a", "c"))], {"a": 10, "b": 12, "c": 11, "d": 25}))
    assert members(parts) == {("a", "c")}


def test_copies_of_the_round_up_stay_copies_of_one_another() -> None:
    edges = [("d", "a"), ("d", "b"), ("e", "a"), ("e", "b"), ("d", "e")]
    assert members(list(part_digests([cluster(*edges)], {"a": 10, "b": 12, "d": 25, "e": 24}))) == {("d", "e")}


def test_texts_of_one_length_and_cuts_of_one_text_stay_whole() -> None:
    chain = cluster(("a", "b"), ("b", "c"))
    assert list(part_digests([chain], {"a": 10, "b": 11, "c": 10})) == [chain]
    cuts = cluster(("d", "a"), ("d", "b"), ("a", "b"))
    assert list(part_digests([cuts], {"a": 10, "b": 12, "d": 25})) == [cuts]


def test_many_copies_are_looked_at_once() -> None:
    names = [f"{n:03}" for n in range(120)]
    many = cluster(*combinations(names, 2))
    assert list(part_digests([many], {name: 10 + 20 * (n % 2) for n, name in enumerate(names)})) == [many]
