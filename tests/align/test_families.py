"""Word families and what two sentences share, against naive oracles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.align.cells import count_cells
from compare.align.families import word_families


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
