import pytest

from compare import Severity, Verdict

EARLY = "The court said 34 villas were sold at the auction near the harbour."
LATE = "The court said 52 villas were sold at the auction near the harbour."
DAYS = ("2025-03-01", "2025-03-02")


def alarms(found):
    return [f for f in found if f.verdict is Verdict.DIFFER and f.severity in (Severity.HIGH, Severity.MEDIUM)]


def updated(found):
    return [f for f in found if f.rule == "updated"]


def test_a_later_report_of_the_same_outlet_updates_the_earlier(findings):
    found = findings(EARLY, LATE, source=("Daily Post", "daily post"), published=DAYS)
    assert not alarms(found)
    (finding,) = updated([f for f in found if f.kind == "number"])
    assert finding.severity is Severity.INFO
    assert "later or corrected" in finding.note


@pytest.mark.parametrize(
    "mark",
    [
        "Correction: an earlier version gave the wrong number.",
        "This article has been corrected.",
        "An earlier version of this article misstated the number.",
        "(Corrects number of villas in first paragraph)",
        "Clarification: 52 villas were sold.",
        "Editor's note: This story was updated to correct the number.",
        "EDITOR’S NOTE: An earlier story gave a wrong number.",
        "UPDATE: the number has been corrected.",
        "For the record: an earlier version gave another number.",
        "This version corrects the number of villas.",
        "• This article was amended on 5 March 2025.",
        "Updated at 5 pm with the right number.",
        "REFILE-Villas sold at auction",
        "\n \n\t* Correction: the number of villas.",
    ],
)
def test_a_report_that_says_it_corrects_updates_its_outlets_other_version(findings, mark):
    found = findings(EARLY, LATE + "\n" + mark, source=("Daily Post", "Daily Post"))
    assert not alarms(found)
    assert updated(found)


@pytest.mark.parametrize(
    "fields",
    [
        {"source": ("Daily Post", "Evening News"), "published": ("2025-03-01", "2025-03-01")},
        {"source": ("", ""), "published": ("2025-03-01", "2025-03-01")},
        {"source": ("Daily Post", "Daily Post")},
        {"source": ("Daily Post", "Daily Post"), "published": ("2025-03-01", "2025-03-01")},
    ],
)
def test_other_outlets_or_no_later_time_leave_the_conflict(findings, fields):
    found = findings(EARLY, LATE, **fields)
    assert alarms(found)
    assert not updated(found)


@pytest.mark.parametrize(
    "text",
    [
        "The clerk said the mistake has been corrected.",
        "An earlier version of the bill had more pages.",
        "Updates of the register will follow.",
        "The auctioneer is for the record books.",
    ],
)
def test_news_of_corrections_is_no_correction(findings, text):
    assert alarms(findings(EARLY, LATE + "\n" + text, source=("Daily Post", "Daily Post")))


def test_an_outlet_by_its_address_is_that_outlet(findings):
    found = findings(EARLY, LATE, source=("dailypost.com", "www.dailypost.com"), published=DAYS)
    assert not alarms(found)


def test_a_toll_that_grows_is_an_update_between_two_outlets_too_and_one_that_shrinks_is_none(findings):
    toll = "The quake in Hatay killed {} people and injured 900, the interior minister said on Monday."
    for sources in (("Daily Post", "Daily Post"), ("Daily Post", "Evening News")):
        found = findings(toll.format(120), toll.format(158), source=sources, published=DAYS)
        assert [f.rule for f in found if f.kind == "number" and f.verdict is Verdict.DIFFER] == ["number.updated"]
    found = findings(toll.format(158), toll.format(120), source=("Daily Post", "Evening News"), published=DAYS)
    assert alarms(found)


def test_a_time_with_a_zone_and_one_without_are_compared_as_utc(findings):
    texts = "The minister will open the new bridge in Ulm.", "The minister opened the new bridge in Ulm."
    told = findings(*texts, published=("2020-01-01T08:00", "2020-01-01T09:00+00:00"))
    assert [f.rule for f in told if f.kind == "modality"] == ["modality.in_between"]
