"""The word-level diff: applying it gives the other text, and its spans count in the articles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align import diff
from compare.align.diff import diff_readings, diff_tokens
from compare.model import Article, Change, Span

WORDS = st.lists(
    st.sampled_from(["the", "session", " ", ", ", "34th", "ký", "Hà Nội", "\n", "…", "don't"]), max_size=40
)


def article(text: str) -> Article:
    return Article("x", text)


def whole(text: str) -> list[Span]:
    return [Span(0, len(text))]


def rebuilt(changes: tuple[Change, ...], a: str, b: str) -> tuple[str, str]:
    """Both texts again, each from the steps that it takes part in."""
    left = "".join(c.a.of(a) for c in changes if c.op in "=-")
    right = "".join(c.a.of(a) if c.op == "=" else c.b.of(b) for c in changes if c.op in "=+")
    return left, right


@given(WORDS, WORDS)
def test_applying_the_diff_gives_the_other_text(left: list[str], right: list[str]) -> None:
    a, b = "".join(left), "".join(right)
    found = diff_readings(article(a), whole(a), article(b), whole(b))
    if found is None:
        assert not any(c.isalnum() for c in a + b)
    else:
        assert rebuilt(found[1], a, b) == (a, b)
        assert all(c.a.of(a) == c.b.of(b) for c in found[1] if c.op == "=")
        assert 0 <= found[0] <= 1


@given(WORDS, WORDS)
def test_texts_far_apart_are_laid_as_closely_as_near_ones(left: list[str], right: list[str]) -> None:
    near = diff_tokens(left, right)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diff, "MOST_STEPS", 0)
        far = diff_tokens(left, right)
    for ops in ("=", "=-", "=+"):
        assert sum(n for op, n in far if op in ops) == sum(n for op, n in near if op in ops)
    at, to = 0, 0
    for op, n in far:
        assert op != "=" or left[at : at + n] == right[to : to + n]
        at, to = at + (n if op != "+" else 0), to + (n if op != "-" else 0)


@given(st.lists(st.integers(0, 3000), max_size=30), st.integers(2, 40))
@settings(deadline=None)
def test_long_texts_are_cut_at_rare_words_and_lose_none(dropped: list[int], every: int) -> None:
    a = [f"w{n}" if n % every else "the" for n in range(3000)]
    b = [w for n, w in enumerate(a) if n not in set(dropped)]
    kept = sum(n for op, n in diff_tokens(a, b) if op == "=")
    lost = sum(n for op, n in diff_tokens(a, b) if op == "-")
    new = sum(n for op, n in diff_tokens(a, b) if op == "+")
    assert (kept + lost, kept + new) == (len(a), len(b))
    assert kept == len(b)


@pytest.mark.parametrize(
    ("a", "b", "lost", "new"),
    [
        ("a powerful call to action", "a symbolic call to action", ["powerful"], ["symbolic"]),
        ("over 1,000 delegates", "over 1,050 delegates", ["1,000"], ["1,050"]),
        ("It rained.", "It rained.", [], []),
        ("red cars stop", "blue bikes go", ["red cars stop"], ["blue bikes go"]),
        ("", "It rained.", [], ["It rained."]),
    ],
)
def test_changes_are_whole_words_and_read_well(a: str, b: str, lost: list[str], new: list[str]) -> None:
    found = diff_readings(article(a), whole(a), article(b), whole(b))
    assert found is not None
    assert [c.a.of(a) for c in found[1] if c.op == "-"] == lost
    assert [c.b.of(b) for c in found[1] if c.op == "+"] == new


def test_a_reading_of_two_places_is_cut_between_them() -> None:
    a, b = "One came. Noise here. Two left.", "One came. Two left."
    spans = [Span(0, 9), Span(22, 31)]
    found = diff_readings(article(a), spans, article(b), [Span(0, 9), Span(10, 19)])
    assert found == (1.0, (Change("=", Span(0, 9), Span(0, 9)), Change("=", Span(22, 31), Span(10, 19))))


def test_readings_that_share_too_little_have_no_diff() -> None:
    a, b = "The minister opened the session.", "Rain fell on the coast."
    assert diff_readings(article(a), whole(a), article(b), whole(b), 0.5) is None


def test_two_long_texts_without_a_common_rare_word_count_as_replaced() -> None:
    a, b = ["x", "y"] * 3000, ["y", "z"] * 3000
    assert diff_tokens(a, b) == [("-", 6000), ("+", 6000)]


def test_equal_long_texts_are_one_step() -> None:
    words = [f"w{n // 2}" if n % 2 else " " for n in range(5000)]
    assert diff_tokens(words, words) == [("=", 5000)]
