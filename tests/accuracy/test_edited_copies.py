import json
from pathlib import Path

import pytest
import scoring
from set_floors import PER_KIND

from compare import Article, Severity, Verdict, compare_story

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def outcomes():
    return [scoring.judge(case) for case in scoring.cases(PER_KIND)]


def test_the_floors_belong_to_these_articles_and_edits():
    assert FLOORS["digest"] == scoring.digest(), "the data changed: measure anew, and lower no floor without saying why"


def test_every_edited_fact_of_every_kind_is_found_as_often_as_before(outcomes):
    rates = scoring.rates(outcomes)
    report = "\n".join(scoring.lines(outcomes))
    below = {
        kind: (rates.get(kind, 0.0), floor) for kind, floor in FLOORS["found"].items() if rates.get(kind, 0.0) < floor
    }
    assert not below, report
    assert rates.keys() == FLOORS["found"].keys()


def test_nine_of_ten_edits_are_found_in_all(outcomes):
    share = sum(outcome.found for outcome in outcomes) / len(outcomes)
    assert share >= max(0.9, FLOORS["all"]), "\n".join(scoring.lines(outcomes))


def test_nothing_else_is_reported_of_edited_copies(outcomes):
    share = sum(bool(outcome.others) for outcome in outcomes) / len(outcomes)
    assert share <= FLOORS["over_reported"], "\n".join(scoring.lines(outcomes))


def test_an_article_and_its_exact_copy_do_not_differ():
    for name, text in scoring.texts().items():
        found = compare_story([Article("a", text), Article("b", text)]).discrepancies
        assert not [f for f in found if not _within(f)], name


def _within(finding):
    """A conflict inside one article shows in its copy too."""
    return finding.verdict is Verdict.DIFFER and (finding.kind == "internal" or finding.severity is Severity.INFO)
