"""Figures of the news in the many forms they are written: equal ones are one value, changed ones are found."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from compare import Article, Severity, compare_story

FACTS = tomllib.loads(Path(__file__).with_name("told_figures.toml").read_text("utf-8"))["fact"]
BEFORE = "The mayor of Uppsala spoke to reporters at the town hall on the first day of the inquiry."
AFTER = "A spokeswoman for the insurers declined to comment. Neighbours brought blankets and hot soup."


def alarms(a: str, b: str, text: str, *, alone: bool = False) -> list[tuple[str, str]]:
    """Kind and rule of the grave differences between reports, or two sentences, that differ in one figure at most."""
    told = [text.format(a), text.format(b)]
    reports = told if alone else [f"{BEFORE}\n{sentence}\n{AFTER}" for sentence in told]
    found = compare_story([Article("a", reports[0]), Article("b", reports[1])]).discrepancies
    return [(f.kind, f.rule) for f in found if f.severity in (Severity.HIGH, Severity.MEDIUM)]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["about"])
def test_a_changed_figure_is_found(fact):
    missed = [other for other in fact["other"] if not alarms(fact["same"][0], other, fact["text"])]
    assert missed == []


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["about"])
def test_one_figure_in_two_forms_is_no_difference(fact):
    for a, b in combinations(fact["same"], 2):
        assert alarms(a, b, fact["text"]) == [], (a, b)
        assert alarms(b, a, fact["text"], alone=True) == [], (b, a)
