"""The alignment table: no sentence lost, nothing chained, copies with their origin, moved passages known as moved."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import compare_story
from compare.align.group import Doubt, group_links
from compare.align.link import Link
from compare.align.order import moved_witnesses, order_groups
from compare.align.rising import longest_rising
from compare.align.rows import align_story
from compare.config import Config
from compare.facts.facts import read_facts
from compare.model import Article, Row, Story
from compare.text.witness import Witness, read_witness

WIRE = [
    "The harbour of Vinh Tan was opened by the transport minister on Monday after four years of work.",
    "Some 1,200 workers built the two piers and a road to the coast.",
    "Fishermen fear that larger ships will drive the shoals away.",
    "A ferry to the islands starts next spring.",
    "The budget committee wants to see every bill by the end of June.",
]
OTHER = [
    "The committee on the budget asked to see every bill until the end of June.",
    "Transport minister Lan opened Vinh Tan harbour on Monday.",
    "Children sang on the quay.",
]
Sentence = st.sampled_from([*WIRE, *OTHER, "Snow fell in the north.", "Markets closed higher."])


def rows_of(*texts: list[str], copies: tuple[tuple[str, ...], ...] = ()) -> tuple[list[Row], tuple[Witness, ...]]:
    articles = tuple(Article(f"a{k}", "\n".join(text)) for k, text in enumerate(texts))
    witnesses = tuple(read_witness(article, Config()) for article in articles)
    facts = tuple(read_facts(witness) for witness in witnesses)
    return align_story(Story("s", articles, copies), witnesses, facts, Config())[0], witnesses


@given(st.lists(st.lists(Sentence, max_size=6, unique=True), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_every_compared_sentence_stands_in_exactly_one_row(texts: list[list[str]]) -> None:
    rows, witnesses = rows_of(*texts)
    for k, witness in enumerate(witnesses):
        placed = [sentence for row in rows for sentence in row.readings[k]]
        assert sorted(s.span for s in placed) == [witness.sentences[i].span for i in witness.compared]
    assert all(len(row.readings) == len(witnesses) and row.witnesses for row in rows)


@pytest.mark.parametrize("moved", [False, True])
def test_an_article_beside_itself_has_a_row_for_each_sentence_though_its_headline_says_what_its_lead_says(
    moved: bool,
) -> None:
    text = ["Vinh Tan is open to larger ships after years", *WIRE]
    rows, _ = rows_of(text, text[::-1] if moved else text)
    assert [[[s.text for s in reading] for reading in row.readings] for row in rows] == [
        [[said], [said]] for said in text
    ]


AT = st.tuples(st.integers(0, 3), st.integers(0, 4))


@given(st.dictionaries(st.tuples(AT, AT), st.floats(0.1, 1), max_size=25), st.integers(0, 3))
def test_in_a_row_all_answer_one_base_sentence_or_each_answers_half_of_the_others(drawn: dict, base: int) -> None:
    links: dict[tuple[int, int], list[Link]] = {}
    for ((k, i), (m, j)), score in drawn.items():
        if k < m:
            links.setdefault((k, m), []).append(Link(i, j, score))
    groups = group_links([range(5)] * 4, links, base)
    assert sorted(at for group in groups.members for at in group) == [(k, i) for k in range(4) for i in range(5)]
    for group in groups.members:
        linked = {at: [o for o in group if (min(o, at), max(o, at)) in groups.links] for at in group}
        others = {at: [o for o in group if o[0] != at[0]] for at in group}
        centres = [at for at in group if at[0] == base]
        star = len(centres) == 1 and linked[centres[0]] == others[centres[0]]
        assert star or all(2 * len(linked[at]) >= len(others[at]) for at in group)


@pytest.mark.parametrize(
    ("links", "together"),
    [
        # two sentences told as two others, cut elsewhere
        ([(0, 0, 0.9), (1, 0, 0.5), (1, 1, 0.8)], [[0, 1, 0, 1]]),
        # a chain of three such sentences is no passage: the weakest of its links gives way
        ([(0, 0, 0.9), (1, 0, 0.3), (1, 1, 0.8), (2, 1, 0.7), (2, 2, 0.6)], [[0, 0], [1, 2, 1, 2]]),
        # a summary answers three
        ([(0, 0, 0.9), (0, 1, 0.5), (0, 2, 0.8)], [[0, 0, 1, 2]]),
    ],
)
def test_passages_of_two_reports(links: list, together: list) -> None:
    size = 1 + max(max(a, b) for a, b, _ in links)
    groups = group_links([range(size)] * 2, {(0, 1): [Link(*link) for link in links]}, base=0)
    assert [[i for _, i in group] for group in groups.members if len({k for k, _ in group}) == 2] == together


@pytest.mark.parametrize(
    ("score", "alike", "together"),
    [(0.3, 0.05, [[1, 2]]), (0.3, 0.2, [[0, 1, 2]]), (0.5, 0.05, [[0, 1, 2]])],
    ids=["doubtful", "borne out by the third", "beyond doubt"],
)
def test_a_doubtful_link_makes_a_chain_of_three_reports_only_where_its_ends_are_alike(
    score: float, alike: float, together: list
) -> None:
    links = {(0, 2): [Link(0, 0, score)], (1, 2): [Link(0, 0, 0.7)]}
    for base in range(3):
        doubt = Doubt(sure=0.4, least=0.13, likeness=lambda pairs: alike if [*pairs] == [((0, 0), (1, 0))] else 0.0)
        groups = group_links([range(1)] * 3, links, base, doubt)
        assert [[k for k, _ in group] for group in groups.members if len(group) > 1] == together


def test_a_wire_report_and_another_paper_share_what_both_say() -> None:
    rows, _ = rows_of(WIRE, OTHER)
    shared = [tuple(reading[0].text for reading in row.readings) for row in rows if len(row.witnesses) == 2]
    assert shared == [(WIRE[0], OTHER[1]), (WIRE[4], OTHER[0])]
    assert [row.readings[1][0].text for row in rows if row.witnesses == (1,)] == [OTHER[2]]


def test_moved_passages_are_marked_and_unmoved_are_not() -> None:
    rows, _ = rows_of(WIRE, [WIRE[4], *WIRE[:4]])
    assert [row.moved for row in rows] == [(), (), (), (), (1,)]
    assert all(row.score == 1 for row in rows)


def test_identical_articles_agree_in_every_row() -> None:
    rows, _ = rows_of(WIRE, WIRE, WIRE)
    assert [row.witnesses for row in rows] == [(0, 1, 2)] * 5
    assert [[(d.a, d.b, d.ratio) for d in row.diffs] for row in rows] == [[(0, 1, 1.0), (0, 2, 1.0), (1, 2, 1.0)]] * 5


def test_copies_share_their_origins_reading() -> None:
    edited = [WIRE[0].replace("Monday", "Tuesday"), *WIRE[1:4], "Our own reporter counted three ships that night."]
    rows, _ = rows_of(WIRE, edited, OTHER, copies=(("a0", "a1"),))
    first = rows[0]
    assert [reading[0].text for reading in first.readings] == [WIRE[0], edited[0], OTHER[1]]
    assert "copied text" in first.reasons
    assert [row.witnesses for row in rows if "copied text" in row.reasons] == [(0, 1, 2), (0, 1), (0, 1), (0, 1)]
    assert [row.readings[1][0].text for row in rows if row.witnesses == (1,)] == [edited[4]]


def test_a_story_without_sentences_has_no_rows() -> None:
    assert rows_of([], ["---"])[0] == []


def test_the_order_of_the_articles_changes_only_the_order_of_readings() -> None:
    def told(texts: list[list[str]]) -> set[frozenset[str]]:
        return {frozenset(s.text for r in row.readings for s in r) for row in rows_of(*texts)[0]}

    assert told([WIRE, OTHER, WIRE[2:]]) == told([OTHER, WIRE[2:], WIRE])


def test_sixty_witnesses_of_thirty_sentences() -> None:
    chance = random.Random(3)
    stock = [f"{w} reported {n} {thing} near the {place} on {day}." for n, (w, thing, place, day) in enumerate(
        (w, t, p, d) for w in ("Police", "Rescuers") for t in ("boats", "trucks", "houses", "wells")
        for p in ("harbour", "market", "airport", "school", "border") for d in ("Monday", "Friday")
    )]  # fmt: skip
    texts = [chance.sample(stock, 30) for _ in range(60)]
    rows, witnesses = rows_of(*texts)
    assert sum(len(reading) for row in rows for reading in row.readings) == sum(len(w.compared) for w in witnesses)
    assert max(len(row.witnesses) for row in rows) > 20


@given(st.lists(st.integers(0, 30), max_size=12, unique=True))
def test_the_longest_rising_run_is_as_long_as_any(places: list[int]) -> None:
    run = [places[n] for n in longest_rising(places)]
    assert run == sorted(run)
    best = max(n for n in range(len(places) + 1) if any(list(c) == sorted(c) for c in combinations(places, n)))
    assert len(run) == best


@given(st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=3, unique=True), max_size=6))
def test_as_few_passages_as_can_be_are_marked_as_moved(readings: list[list[int]]) -> None:
    rows = [((0, r), *((1, i) for i in sorted(reading))) for r, reading in enumerate(readings)]
    moved = sum(map(len, moved_witnesses(rows, 0)))

    def stays(kept: tuple[list[int], ...]) -> bool:
        at = -1
        for reading in kept:
            at = min((i for i in reading if i > at), default=99)
        return at < 99

    most = max(n for n in range(len(readings) + 1) if any(map(stays, combinations(readings, n))))
    assert moved == len(readings) - most


@pytest.mark.parametrize(
    ("groups", "ordered", "moved"),
    [
        # base a1 a2 a3; b tells a3 first and has one more sentence after a1
        (
            [((0, 0), (1, 1)), ((0, 1),), ((0, 2), (1, 0)), ((1, 2),)],
            [((0, 0), (1, 1)), ((1, 2),), ((0, 1),), ((0, 2), (1, 0))],
            [(1,), (), (), ()],  # either could stay
        ),
        # what comes before anything shared stands at the top
        ([((0, 0), (1, 1)), ((1, 0),)], [((1, 0),), ((0, 0), (1, 1))], [(), ()]),
        # a reading of two sentences stays where one of them stands in the base's order
        ([((0, 0), (1, 0), (1, 3)), ((0, 1), (1, 1), (1, 5)), ((0, 2), (1, 2))], None, [(), (), ()]),
        # one passage told last moved, not all that come before it
        ([((0, 0), (1, 9)), ((0, 1), (1, 0)), ((0, 2), (1, 1)), ((0, 3), (1, 2))], None, [(1,), (), (), ()]),
        # a report that opens where the base is half through
        ([((0, 0),), ((0, 1),), ((0, 2), (1, 0)), ((0, 3), (1, 1))], None, [(), (), (), ()]),
        # one base passage of two places stands where it begins
        ([((0, 0), (0, 2), (1, 0)), ((0, 1),), ((0, 3),)], None, [(), (), ()]),
    ],
)
def test_rows_follow_the_base(groups: list, ordered: list | None, moved: list) -> None:
    found = order_groups(groups, 0)
    assert found == (ordered or groups)
    assert moved_witnesses(found, 0) == moved


def test_a_line_printed_over_and_over_is_told_in_a_note() -> None:
    line = "Turnout figures from the Vinh Tan harbour referendum follow below."
    prose = "The mayor of Vinh Tan opened the harbour on Monday.\nFishermen stayed away."
    articles = [Article(name, "\n".join([prose, *[line] * lines])) for name, lines in (("a", 3), ("b", 60))]
    (note,) = compare_story(articles).notes
    assert line[:50] in note
    assert "and 2 more in a: more than 50 sentences of b" in note
    assert not compare_story([articles[0], Article("c", prose)]).notes
