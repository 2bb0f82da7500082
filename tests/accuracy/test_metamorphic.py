"""What must not matter: names, the order of paragraphs and of articles, furniture."""

from collections import Counter

import pytest
import scoring
from unimportant import accented, furnished, later, renamed, shuffled, surnames

from compare import Article, Severity, compare_story, load_articles

CASES = scoring.cases(2)


def alarms(a, b, names=("a", "b")):
    found = compare_story([Article(names[0], a), Article(names[1], b)]).discrepancies
    return Counter((f.kind, f.rule) for f in found if f.severity in (Severity.HIGH, Severity.MEDIUM))


def named(case):
    return f"{case.edit.kind}-{case.name}-{case.edit.start}"


def keeps_names(case):
    """Whether the edit leaves alone who is who."""
    names = surnames(case.text)
    edited = case.text[case.edit.start : case.edit.end] + case.edit.new
    about_names = "name" in case.edit.kind or case.edit.kind in ("swap", "speaker", "narrator")
    return names and not about_names and not any(name in edited for name in names)


CHANGES = {
    "paragraphs shuffled": lambda before, after, _: (before, shuffled(after)),
    "furniture added": lambda before, after, _: (before, furnished(after)),
    "people renamed": lambda before, after, names: (renamed(before, names), renamed(after, names)),
    "names romanised": lambda before, after, names: (before, accented(after, names)),
    "dates shifted": lambda before, after, _: (later(before), later(after)),
}
OF_NAMES = ("people renamed", "names romanised")


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_alarms_of_an_edited_copy_survive_every_change_that_must_not_matter(case):
    before, after = case.text, case.edit.apply(case.text)
    found = alarms(before, after)
    assert alarms(before, after, names=("b", "a")) == found
    for change, made in CHANGES.items():
        if change not in OF_NAMES or keeps_names(case):
            assert alarms(*made(before, after, surnames(before))) == found, change


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", scoring.texts())
def test_a_copy_without_an_edit_gives_no_alarm_after_any_change(name, change):
    text = scoring.texts()[name]
    assert alarms(*CHANGES[change](text, text, surnames(text))) == alarms(text, text)


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
