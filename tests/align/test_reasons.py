"""Why sentences are linked: words, figures, people and neighbours, each of them true, and worked out when asked for."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Sequence

import pytest

from compare.align import reasons
from compare.align.link import Link
from compare.align.links import align_articles, link_all
from compare.align.why import Who
from compare.config import Config
from compare.facts.facts import read_facts
from compare.model import Article
from compare.pipeline import compare_story
from compare.text.witness import read_witness
from compare.text.words import Form


def article(name: str, paragraphs: list[str]) -> Article:
    return Article(name, "\n".join(paragraphs))


BRIDGE = (
    article("a", ["Maria Keller, the mayor, spoke on Friday.", "Keller said the old bridge must be rebuilt by June."]),
    article("b", ["Mayor Maria Keller met the press.", "She said the old bridge had to be rebuilt by June."]),
)
PIERS, SHOALS = "Some 1,200 workers built the two piers of the harbour.", "Fishermen fear that ships drive shoals away."
FERRY = "A ferry to the islands starts next spring."


@pytest.mark.parametrize(
    ("a", "b", "reasons"),
    [
        (
            "Президент подписал закон.",
            "Закон подписал президент.",
            {"word: закон", "word: подписал", "word: президент"},
        ),
        ("北京会谈", "北京会谈", {"word: 北京", "word: 京会", "word: 会谈"}),
        ("The Đà Nẵng port", "Da Nang port", {"name: danang", "word: port"}),
    ],
    ids=["Russian", "Chinese", "Vietnamese name"],
)
def test_reasons_are_in_the_script_of_the_article(a: str, b: str, reasons: set[str]) -> None:
    (link,) = align_articles(Article("a", a), Article("b", b))
    assert reasons <= set(link.reasons)


def test_people_are_named_as_a_reason_even_where_a_pronoun_means_them() -> None:
    (link,) = (x for x in align_articles(*BRIDGE) if (x.a, x.b) == (1, 1))
    assert "person: Maria Keller" in link.reasons


def test_who_is_who_is_the_same_whether_its_facts_are_known_or_not() -> None:
    witnesses = [read_witness(x, Config()) for x in BRIDGE]
    who = Who(witnesses, [read_facts(w) for w in witnesses])
    found = link_all(witnesses, [w.compared for w in witnesses], Config(), who).between
    assert found[0, 1] == align_articles(*BRIDGE)


@pytest.mark.parametrize(
    ("told", "beside"),
    [
        (["Wind blew.", FERRY, "Hail struck.", SHOALS, PIERS], {(1, 4): [], (2, 3): [], (3, 1): []}),
        (
            ["Wind blew.", PIERS, "PHOTO: A pier at dawn.", SHOALS, FERRY],
            {(1, 1): ["after"], (2, 3): ["before", "after"], (3, 4): ["before"]},
        ),
    ],
    ids=["in another order", "in the same order, a caption between"],
)
def test_linked_neighbours_are_a_reason_on_the_side_where_they_stand(
    told: list[str], beside: dict[tuple[int, int], list[str]]
) -> None:
    links = align_articles(article("a", ["Snow fell.", PIERS, SHOALS, FERRY]), article("b", told))
    neighbours = [[r.removeprefix("neighbours: ") for r in x.reasons if r.startswith("neighbours: ")] for x in links]
    assert {(x.a, x.b): found for x, found in zip(links, neighbours, strict=True)} == beside


def test_the_reasons_of_a_passage_begin_with_people_and_end_with_neighbours() -> None:
    both = [article(k, [*BRIDGE[n].text.split("\n"), FERRY]) for n, k in enumerate("ab")]
    (row,) = (row for row in compare_story(both).rows if any("bridge" in s.text for s in row.readings[0]))
    assert row.reasons[0] == "person: Maria Keller"
    assert row.reasons[-2:] == ("neighbours: before", "neighbours: after")


def test_reasons_asked_for_late_are_plain_from_then_on() -> None:
    links = align_articles(*BRIDGE)
    reasons = [link.reasons for link in align_articles(*BRIDGE)]
    assert all(reasons)
    assert pickle.loads(pickle.dumps(links)) == links
    assert copy.deepcopy(align_articles(*BRIDGE)) == links
    assert [dataclasses.asdict(link)["reasons"] for link in align_articles(*BRIDGE)] == reasons
    assert {*links} == {Link(x.a, x.b, x.score, why) for x, why in zip(links, reasons, strict=True)}
    with pytest.raises(AttributeError, match="because"):
        links[0].because  # type: ignore[attr-defined]  # noqa: B018


def test_a_reason_is_found_once_for_a_sentence_however_many_answer_it(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [0]
    plain = reasons._reason

    def counted(words: Sequence[Form], n: int) -> str:
        found[0] += 1
        return plain(words, n)

    monkeypatch.setattr(reasons, "_reason", counted)
    said = [f"Ferry fishermen feared {kind} ships in the harbour." for kind in ("larger", "Danish", "rusty", "sunken")]
    links = align_articles(article("a", said), article("b", said))
    assert len(links) == len(said) ** 2
    assert all(link.reasons for link in links)
    assert found[0] == 6 * len(said)
