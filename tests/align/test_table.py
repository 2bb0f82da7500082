"""The table for the terminal: every word of every reading, within the width."""

from __future__ import annotations

import pytest
import wcwidth

from compare.align.table import siglum, table_lines
from compare.model import Article, Row, Sentence, Span, Story


def row(*readings: str, **more: object) -> Row:
    return Row(tuple((Sentence(Span(0, len(t)), t),) if t else () for t in readings), **more)  # type: ignore[arg-type]


STORY = Story("s", (Article("a", "", source="The Post"), Article("b", "", title="Harbour opens"), Article("c", "")))
ROWS = [
    row("One came.", "One arrived.", "", score=0.5, reasons=("person: Lan", "word: came", "word: one"), moved=(1,)),
    row("", "", "Three left in a hurry after the long meeting had ended without any result at all."),
]


def test_the_table_reads_as_drawn() -> None:
    assert list(table_lines(STORY, ROWS, 60)) == [
        "A  The Post",
        "B  b  Harbour opens",
        "C  c",
        "",
        "1. A B~  0.50  person: Lan; word: came, one",
        "A  One came.                   B  One arrived.",
        "",
        "2. only C",
        "C  Three left in a hurry after the long meeting had ended",
        "   without any result at all.",
    ]


@pytest.mark.parametrize("width", [20, 40, 100, 200])
def test_no_line_is_wider_and_no_word_is_lost(width: int) -> None:
    wide = [row(*[f"Witness {k} says something rather long about it." for k in range(9)])]
    lines = list(table_lines(Story("s", tuple(Article(str(k), "") for k in range(9))), wide, width))
    assert max(map(len, lines)) <= width
    letters = "".join("".join(lines).split())
    assert letters.count("g") >= 18


def test_columns_of_wide_characters_fit_too() -> None:
    said = "越南外交部副部长黎氏秋姮率团出席在维也纳举行的联合国预防犯罪和刑事司法委员会第34届会议。"
    for width in (30, 60, 100):
        lines = list(table_lines(STORY, [row(said, said, "")], width))
        assert max(map(wcwidth.width, lines)) <= width
        assert sum(line.count("会") for line in lines) == 4


def test_sigla_go_on_after_z() -> None:
    assert [siglum(k) for k in (0, 1, 25, 26, 27, 51, 52)] == ["A", "B", "Z", "AA", "AB", "AZ", "BA"]


def test_a_headline_and_the_sentence_after_it_stand_on_lines_of_their_own() -> None:
    text = "Dam fails\nThe dam failed. Nobody was hurt. It was old."
    spans = [Span(0, 9), Span(10, 25), Span(26, 42), Span(43, 54)]
    headline, first, second, last = (Sentence(span, span.of(text)) for span in spans)
    story = Story("s", (Article("a", text), Article("b", text)))
    rows = [Row(((headline, first, second), (second, last)))]
    assert list(table_lines(story, rows, 90))[-2:] == [
        "A  Dam fails                                  B  Nobody was hurt. It was old.",
        "   The dam failed. Nobody was hurt.",
    ]
