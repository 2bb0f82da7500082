"""Two reports of several sentences each: what stands side by side need not speak of one thing."""

from __future__ import annotations

import pytest

from compare.model import Severity, Verdict

_GOES_ON = " The harbour lay quiet at noon. Nobody came to the pier. A ferry left for Oslo."

QUIET = [
    ("Police said the ship carried 12 guns.", "In five raids so far the ship had carried 31 guns, police said."),
    (
        "The gunman shot three people at the office in Troy.",
        "The gunman shot one person and two others at the office in Troy.",
    ),
    (
        "The quake shook Zarand, a town of about 15,000 people in Kerman.",
        "The quake shook Zarand in Kerman and killed 612 people in the town.",
    ),
    (
        "The shutdown of the government over border money lasted 35 days.",
        "The government reopened for three weeks of talks over border money.",
    ),
    ("Palin was not at the church in Wasilla on Friday.", "Palin stopped by the church in Wasilla on Friday."),
    (
        "His name will not be released until charges are laid in court.",
        "His name will be released after charges are laid in court.",
    ),
    (
        "The inspector came to help determine the cause of the fire in Palmer.",
        "The cause of the fire in Palmer has not been determined.",
    ),
    (
        "The agencies check if their plans will harm rare species in Utah.",
        "The agencies said their plans would not harm rare species in Utah.",
    ),
    ("The driver allegedly hit a woman near the store in Bern.", "The driver fled after the woman was hit in Bern."),
    (
        "Fanning said that nobody was hurt in the office.",
        "Fanning couldn't say if others were hurt in the office.",
    ),
    ("It was the first purge of the rolls since 2019.", "It was the first purge of the rolls following the 2020 vote."),
    ("The house went to Anchorage attorney William Lund.", "The house went to Anchorage attorney Bill Lund."),
    (
        "She posed for the monthlies Wink, Titter, and Parade.",
        "She posed for the monthlies Wink, Flirt, and Parade.",
    ),
    (
        "Assistant chief fire officer Peter Guest called the building a loss.",
        "Peter Guest, Assistant Chief Fire Officer of Surrey, called the building a loss.",
    ),
    ("Officers shot the father of two sons, police said.", "His wife and two sons live, police said."),
    (
        "The climbers were insufficiently equipped and experienced.",
        "The climbers were insufficiently equipped and inexperienced.",
    ),
    ("Iran said Masoud Dalman led the relief in Qeshm.", "Iran said Massoud Dalman led the relief in Qeshm."),
    ("The police do not have suspects in the blast in Salem.", "The police in Salem began to identify suspects."),
    ("The law allows citizens to sue a clinic in Texas.", "The law bans abortions once a heart beats in Texas."),
]
FLAGGED = [
    ("Police said 12 people were hurt in the riot.", "Police said 18 people were hurt in the riot.", "number"),
    ("He was married two weeks ago, friends said.", "He was wed three weeks ago, friends said.", "duration"),
    ("The pirates came on two boats at noon.", "The pirates came in three boats at noon.", "number"),
    ("The 6. 1 - magnitude quake shook Qeshm island.", "The 5. 9 - magnitude quake shook Qeshm island.", "number"),
    ("Lund was paid $3 million for the film.", "Lund was reportedly paid $3 million for the film.", "modality"),
    ("Judge Philip Hickock set the hearing for May.", "Judge Philip Hickok set the hearing for May.", "name_spelling"),
    ("Voters in 2009 approved the bond for the dairy.", "Voters in 2010 approved the bond for the dairy.", "date"),
]


def _alarms(found):
    grave = (Severity.HIGH, Severity.MEDIUM)
    return {f.kind for f in found if f.verdict is Verdict.DIFFER and f.severity in grave}


@pytest.mark.parametrize(("a", "b"), QUIET)
def test_what_two_reports_say_of_two_things_is_no_alarm(findings, a, b):
    assert _alarms(findings(a + _GOES_ON, b + _GOES_ON)) == set()


@pytest.mark.parametrize(("a", "b", "kind"), FLAGGED)
def test_what_two_reports_say_otherwise_of_one_thing_is_an_alarm(findings, a, b, kind):
    assert kind in _alarms(findings(a + _GOES_ON, b + _GOES_ON))
