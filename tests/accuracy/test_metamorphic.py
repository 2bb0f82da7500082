"""What must not matter: names, the order of paragraphs and of articles, furniture."""

from collections import Counter

import pytest
import scoring
from unimportant import RENAMED, accented, furnished, later, renamed, shuffled

from compare import Article, Severity, compare_story, load_articles

CASES = scoring.cases(2)


def alarms(a, b, names=("a", "b")):
    found = compare_story([Article(names[0], a), Article(names[1], b)]).discrepancies
    return Counter((f.kind, f.rule) for f in found if f.severity in (Severity.HIGH, Severity.MEDIUM))


def named(case):
    return f"{case.edit.kind}-{case.name}-{case.edit.start}"


@pytest.mark.parametrize("case", CASES[::3], ids=named)
def test_swapping_the_articles_changes_nothing(case):
    copy = case.edit.apply(case.text)
    assert alarms(case.text, copy) == alarms(case.text, copy, names=("b", "a"))


@pytest.mark.parametrize("case", CASES[1::3], ids=named)
def test_shuffled_paragraphs_give_the_same_alarms(case):
    copy = case.edit.apply(case.text)
    assert alarms(case.text, copy) == alarms(case.text, shuffled(copy))


@pytest.mark.parametrize("case", CASES[2::3], ids=named)
def test_furniture_gives_no_alarm(case):
    copy = case.edit.apply(case.text)
    assert alarms(case.text, copy) == alarms(case.text, furnished(copy))


def _keeps_names(case):
    return any(name in case.text for name in RENAMED) and not any(name in case.edit.apply("") for name in RENAMED)


@pytest.mark.parametrize("case", [c for c in CASES if _keeps_names(c) and "name" not in c.edit.kind], ids=named)
def test_renaming_a_person_everywhere_changes_no_alarm(case):
    before, after = case.text, case.edit.apply(case.text)
    assert alarms(renamed(before), renamed(after)) == alarms(before, after)


@pytest.mark.parametrize("case", [c for c in CASES if later(c.text) != c.text][::3], ids=named)
def test_all_dates_a_month_later_give_the_same_alarms(case):
    copy = case.edit.apply(case.text)
    assert alarms(later(case.text), later(copy)) == alarms(case.text, copy)


@pytest.mark.parametrize("case", [c for c in CASES if accented(c.text) != c.text], ids=named)
def test_names_in_another_romanisation_give_the_same_alarms(case):
    copy = case.edit.apply(case.text)
    assert alarms(case.text, accented(copy)) == alarms(case.text, copy)


def test_the_names_of_the_files_and_their_order_change_no_finding(tmp_path):
    a, b = CASES[0].text, CASES[0].edit.apply(CASES[0].text)
    for folder, names in (("one", ("a.txt", "b.txt")), ("two", ("z.txt", "b.txt"))):
        (tmp_path / folder).mkdir()
        for name, text in zip(names, (a, b), strict=True):
            (tmp_path / folder / name).write_text(text, "utf-8")
    found = [
        Counter((f.kind, f.rule) for f in compare_story(load_articles(tmp_path / folder)).findings)
        for folder in ("one", "two")
    ]
    assert found[0] == found[1]
