"""Word families and what two sentences share, against naive oracles."""

from __future__ import annotations

from itertools import combinations, islice, product, takewhile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.align import families
from compare.align.cells import count_cells
from compare.align.families import ENDING, LONG, SHARE, SHORTEST, word_families


@pytest.mark.parametrize(
    ("stems", "families"),
    [
        ("inspect inspector talk", ["inspect inspector", "talk"]),
        ("negoti negotiat", ["negoti negotiat"]),
        ("prepar preparatori", ["prepar", "preparatori"]),  # grows by more than an ending
        ("car care carri", ["car", "care", "carri"]),  # too short
        ("2025 20251", ["2025", "20251"]),  # figures stand alone
        ("experi experienc experiment", ["experi experienc", "experiment"]),
    ],
)
def test_families(stems: str, families: list[str]) -> None:
    head = word_families(stems.split())
    joined: dict[str, list[str]] = {}
    for stem in sorted(head):
        joined.setdefault(head[stem], []).append(stem)
    assert sorted(map(" ".join, joined.values())) == families


@given(st.lists(st.text("abc", min_size=3, max_size=9), max_size=20))
def test_the_order_of_the_words_makes_no_family(stems: list[str]) -> None:
    head = word_families(stems)
    assert head == word_families(reversed(stems))
    assert all(head[head[stem]] == head[stem] <= stem for stem in stems)


def of_one_family(one: str, two: str) -> bool:
    if min(len(one), len(two)) < SHORTEST or not (one.isalpha() and two.isalpha()):
        return False
    shared = sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, two, strict=False)))
    longer = max(len(one), len(two))
    is_continued = shared in (len(one), len(two)) and abs(len(one) - len(two)) <= ENDING
    return is_continued or (shared >= LONG and shared >= SHARE * longer)


@given(st.lists(st.text("ab", max_size=4).map(lambda end: "abcd" + end) | st.text("ab1", max_size=18), max_size=30))
def test_families_are_those_that_comparing_every_pair_joins(stems: list[str]) -> None:
    head = {stem: stem for stem in stems}
    for one, two in combinations(sorted(head), 2):
        if of_one_family(one, two) and head[one] != head[two]:
            kept, dropped = sorted((head[one], head[two]))
            head = {stem: kept if first == dropped else first for stem, first in head.items()}
    assert word_families(stems) == head


@pytest.mark.parametrize("beginning", ["smar", "alexandropoulos"])
def test_twice_the_stems_of_one_beginning_are_twice_the_work(beginning: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [0]
    plain = families._first_of

    def counted(stem: str, head: dict[str, str]) -> str:
        asked[0] += 1
        return plain(stem, head)

    def work(size: int) -> int:
        asked[0] = 0
        word_families(beginning + "".join(letters) for letters in islice(product("abcdefghij", repeat=4), size))
        return asked[0]

    monkeypatch.setattr(families, "_first_of", counted)
    assert 1_000 <= work(1_000) <= 10_000
    assert work(8_000) <= 8.5 * work(1_000)


@given(st.lists(st.lists(st.integers(0, 6), max_size=6), min_size=1, max_size=8), st.data())
def test_the_join_finds_what_a_loop_over_all_pairs_finds(holds: list[list[int]], data: st.DataObject) -> None:
    rest = data.draw(st.integers(0, len(holds)))
    end = data.draw(st.integers(0, rest))
    start = data.draw(st.integers(0, end))
    sentence = np.repeat(np.arange(len(holds)), [len(things) for things in holds])
    cells = count_cells(sentence, np.array([t for things in holds for t in things], np.int64), (len(holds), 7))
    left, right, pair = cells.shared(start, end, rest)
    found = sorted((int(cells.row[a]), int(cells.row[b]), int(cells.col[a])) for a, b in zip(left, right, strict=True))
    wanted = [
        (i, j, thing)
        for i in range(start, end)
        for j in range(rest, len(holds))
        for thing in sorted(set(holds[i]) & set(holds[j]))
    ]
    assert found == wanted
    assert (cells.col[left] == cells.col[right]).all()
    assert pair.tolist() == [
        (int(cells.row[a]) - start) * (len(holds) - rest) + int(cells.row[b]) - rest
        for a, b in zip(left, right, strict=True)
    ]
    assert cells.count.tolist() == [list.count(held, t) for held in holds for t in sorted(set(held))]
