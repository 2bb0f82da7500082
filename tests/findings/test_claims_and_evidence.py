"""A short text and what is set beside it: a claim and its evidence, a summary and its article."""

from __future__ import annotations

import pytest

from compare.model import Severity, Verdict

_ARTICLE = (
    "Lund opened its port to Danish ships in August last year. Guards had painted the pier blue on Tuesday. "
    "The mayor said that traders were glad of the port. Ships had to sail a long way round the cape before. "
    "Nobody in the council of Lund had asked for a ban. Fishermen from Lund had kept away from the port for years. "
    "The port lies two miles west of the town hall, and trucks bring fish to it each day from three villages."
)
CLAIMS = [
    ("The Wall is a 2017 drama film, set in Bari.", "The Wall is a 2017 song.", "kind.other"),
    ("Ana Berg (born May 5, 1961) is a Danish singer and actress.", "Ana Berg is a dog.", "kind.other"),
    ("Oslo House is a city in Kent.", "Oslo House is a county.", "kind.other"),
    (
        "The ballad was produced by Ben Ross and Carl Lind for the first album.",
        "Petra Olsen produced the ballad.",
        "role.other",
    ),
    ("Ana University is a school located in Beijing.", "Ana University is in Thailand.", "place.differ"),
    ("A man at his desk reads from a screen.", "A person is not reading.", "negation.one_side"),
    ("Seven joggers run down a path.", "The joggers are not running together.", "negation.one_side"),
]
QUIET = [
    ("Ana Berg is a Danish singer and actress.", "Ana Berg is a writer."),
    ("Ana Berg is a Danish singer.", "Ana Berg is not a dog."),
    ("Java is an island of Asia.", "Java is a country of Asia."),
    ("The ballad was produced by Ben Ross.", "Ross produced the ballad."),
    ("A girl on the pier is wearing a blue shirt.", "The girl is not wearing a red shirt."),
    ("Berg lives in Hanoi.", "Berg lives in Vietnam."),
]
SUMMARIES = [
    ("Lund is closing its port to Danish ships, and traders were glad.", "unsupported.word"),
    ("Guards of Lund had painted the pier pink at the port.", "unsupported.word"),
    ("Lund opened its port to Danish ships in September last year.", "unsupported.day"),
]


def _rules(found):
    grave = (Severity.HIGH, Severity.MEDIUM)
    return {f.rule for f in found if f.verdict is Verdict.DIFFER and f.severity in grave}


@pytest.mark.parametrize(("a", "b", "rule"), CLAIMS)
def test_a_claim_that_its_evidence_excludes_is_an_alarm(findings, a, b, rule):
    assert rule in _rules(findings(a, b))
    assert rule in _rules(findings(b, a))


@pytest.mark.parametrize(("a", "b"), QUIET)
def test_a_claim_that_can_hold_beside_its_evidence_is_none(findings, a, b):
    assert _rules(findings(a, b)) == set()


@pytest.mark.parametrize(("summary", "rule"), SUMMARIES)
def test_a_word_of_a_summary_that_its_article_excludes_is_an_alarm(findings, summary, rule):
    assert rule in _rules(findings(_ARTICLE, summary))


def test_a_true_summary_is_no_alarm(findings):
    assert _rules(findings(_ARTICLE, "Lund opened its port to Danish ships in August, and traders were glad.")) == set()
