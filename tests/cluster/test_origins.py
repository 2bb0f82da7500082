"""How many independent voices a story has: copies and shared agency text count once, a shared credit alone does not."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from compare.cluster.origins import _common_of_few, _common_of_many, find_origins
from compare.cluster.stories import find_stories
from compare.cluster.told import Told, tell
from compare.config import TextConfig
from compare.model import Article, Cluster, CopyEdge

WIRE = (
    "A ferry with 82 people on board ran aground off the island of Lorneth early on Tuesday after its steering failed. "
    "Coast guard boats took off all passengers within three hours and nobody was hurt, harbour master Ines "
    "Quillane said. "
    "Divers will look at the hull before a tug pulls the ship free at high tide. "
)
OWN = (
    "Karel Osten was drinking coffee on the upper deck when the cups slid from the table and the lights went out. "
    "The teacher from Dunmarsh says that the crew was calm and that children were singing until the boats arrived. "
    "The line has had trouble before: in spring the same ship lost power twice within a month, records show. "
)
OTHER = (
    "Shares of the shipping line fell by six percent in early trading while its insurer declined to comment. "
    "Analysts at Harrowby Securities expect that the ferry will be out of service until the end of the season. "
)


def told(name: str, text: str, **more: object) -> Told:
    return tell(Article(name, text, **more), TextConfig())  # type: ignore[arg-type]


def origins(*texts: str) -> list[tuple[str, ...]]:
    voices = [[told(f"{i}", text)] for i, text in enumerate(texts)]
    return [o.members for o in find_origins(voices, [None] * len(voices))]


def test_texts_of_their_own_are_origins_of_their_own() -> None:
    assert origins(WIRE, OWN, OTHER) == [("0",), ("1",), ("2",)]


def test_a_text_that_mostly_repeats_another_is_no_voice_of_its_own() -> None:
    assert origins(WIRE, f"{OTHER}{WIRE}") == [("1", "0")]


def test_passages_of_one_agency_join_what_credits_it() -> None:
    credited = [f"{WIRE}{OWN}{OWN.upper()}\n(Reuters)", f"{WIRE}{OTHER}\n(Reuters)"]
    plain = [text.replace("\n(Reuters)", "") for text in credited]
    shares = [find_origins([[told("a", a)], [told("b", b)]], [None, None]) for a, b in ((*credited,), (*plain,))]
    agencies = [told("a", text).agencies for text in credited]
    assert all(agencies)
    assert agencies[0] == agencies[1]
    assert len(shares[0]) == 1
    assert "both credit" in shares[0][0].reason


def test_a_credit_alone_proves_nothing() -> None:
    assert origins(f"{WIRE}\n(Reuters)", f"{OWN}\n(Reuters)") == [("0",), ("1",)]


def test_two_seeds_that_credit_one_agency_are_two_origins() -> None:
    folder = Path(__file__).parents[2] / "seeds"
    articles = [Article(p.name[:3], p.read_text(encoding="utf-8")) for p in sorted(folder.glob("00[013]*.txt"))]
    (story,) = find_stories(articles)
    assert [o.members for o in story.origins] == [("000",), ("001",), ("003",)]


def test_passages_in_common_are_told_where_both_stay_apart() -> None:
    quote = "Divers will look at the hull before a tug pulls the ship free at high tide. "
    a, b = find_origins([[told("a", WIRE)], [told("b", OWN + quote)]], [None, None])
    assert "of the shorter of a and b" in a.reason
    assert a.reason == b.reason


def test_copies_say_who_printed_first_and_how_much_stayed() -> None:
    day = datetime(2024, 5, 1, 8, tzinfo=UTC)
    later = datetime(2024, 5, 1, 11, tzinfo=UTC)
    voice = [told("late", WIRE, published=later), told("early", WIRE, published=day)]
    cluster = Cluster("c", ("early", "late"), (CopyEdge("early", "late", 0.91, 1.0),))
    (origin,) = find_origins([voice], [cluster])
    assert (
        origin.reason == "copies of one text: first early 2024-05-01 08:00, then late 2024-05-01 11:00 (91% the same)"
    )


def test_few_and_many_voices_are_counted_alike() -> None:
    runs = [{f"{(i * k) % 17} {k}" for k in range(1, 12)} for i in range(40)]
    few = [(a, b, n) for a, b, n in _common_of_few(runs) if n]
    assert [tie for tie in _common_of_many(runs) if tie[2]] == few
