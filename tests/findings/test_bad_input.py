"""Text that tempts: no false conflict and no crash, over the whole way from articles to findings."""

import pytest

from compare import Article, Severity, compare_story

HUGE = "7" * 400
TABLE = "District\tVotes\tShare\nEast\t12,345\t45.2%\nWest\t9,876\t36.1%\nNorth\t5,110\t18.7%\n"
CAPS = (
    "TWO MEN WERE ARRESTED IN OSLO ON MONDAY AFTER SEVERAL SHOPS WERE ROBBED, POLICE SAID.\n"
    "INSPECTOR KARI LUND SAID THE MEN, AGED 31 AND 35, WERE HELD AT 4:30 P.M. NEAR THE HARBOUR.\n"
    "THE SHOPS LOST ABOUT $40,000."
)
SMALL = (
    "Two men were arrested in Oslo on Monday after several shops were robbed, police said.\n"
    "The men, aged 31 and 35, were held at 4.30pm near the harbour, Inspector Kari Lund said.\n"
    "The shops lost some $40,000."
)

ONE_STORY = {
    "a number of 400 digits": (
        f"The bank in Oslo said on Monday that its computer printed the number {HUGE} on 12 statements.",
        f"A bank in Oslo printed {HUGE} on 12 statements on Monday because its computer failed, the bank said.",
        "The bank said its computer printed a number of 400 digits on a dozen statements on Monday.",
    ),
    "a number of 400 digits against one of four": (
        f"The bank said {HUGE} customers were charged twice on Monday in Oslo.",
        "The bank said 3,000 customers were charged twice on Monday in Oslo.",
    ),
    "a day that no month has": (
        "The council will publish the plan on 31 February, the mayor of Leeds, Anna Holt, said.",
        "The mayor of Leeds, Anna Holt, said the council will publish the plan on 28 February.",
        "The council will publish its plan on February 30, Mayor Anna Holt said in Leeds.",
    ),
    "a month that no year has": (
        "The permit of the mine expired on 99/99/2024 and was renewed on 13/13/2024, the ministry said.",
        "The permit of the mine expired on 12/01/2024 and was renewed on 14/02/2024, the ministry said.",
    ),
    "a Thai year": (
        "BANGKOK: The election will be held on 14 May 2566, the Election Commission said.",
        "BANGKOK: The election will be held on 14 May 2023, the Election Commission said.",
        "The election will be held on 14 May B.E. 2566 (2023), the Election Commission in Bangkok said.",
    ),
    "Islamic months": (
        "Ramadan will begin on 1 Ramadan 1445, the court in Riyadh said, and schools close on 20 Ramadan.",
        "The court in Riyadh said Ramadan will begin on 11 March 2024, and schools will close on 30 March.",
    ),
    "an Islamic year": (
        "The decree of 12 Muharram 1446 AH raises the fee to 200 riyals, the ministry in Riyadh said.",
        "The decree of 18 July 2024 raises the fee to 200 riyals, the ministry in Riyadh said.",
        "The decree of 1446 AH raises the fee to 200 riyals, the ministry in Riyadh said.",
    ),
    "Old Style": (
        "The revolution began on 25 October 1917 (Old Style) in Petrograd, the museum said.",
        "The revolution began on 7 November 1917 in Petrograd, the museum said.",
    ),
    "quotations that never close": (
        "“The dam will hold, said engineer Paul Weber on Monday.\nSome 400 people live in the valley below Ostby. "
        "“Nobody must leave, the mayor, Lena Falk, said.\nThe water fell by 20 centimetres.",
        "Engineer Paul Weber said on Monday: “The dam will hold.”\nSome 400 people live below the dam at Ostby. "
        "Mayor Lena Falk said that nobody has to leave.\nThe water fell by 20 centimetres.",
        '"The dam will hold," engineer Paul Weber said on Monday. ""Nobody has to leave, said Mayor Lena Falk.',
    ),
    "May": (
        "Theresa May said on 3 May that the plan may change. May will visit Nice in May, her office said.\n"
        "Nice is a nice town, Ms May said.",
        "The plan may change, Theresa May said on May 3. Mrs May will travel to Nice in May, according to her office.\n"
        "Ms May called Nice a nice town.",
    ),
    "Will, Hang, Reading, Rose, Mark": (
        "Will Hang, 41, will hang the picture in Reading on Friday, the museum said.\n"
        "Hang said the picture will hang for a year.\nReading the letter, Rose Mark said prices rose by two marks.",
        "The museum in Reading said Will Hang, 41, will hang the picture on Friday.\n"
        "The picture will hang for a year, Hang said.\nReading the letter, Rose Mark said prices rose two marks.",
    ),
    "June, Bush, August, Price, Pool": (
        "June Bush was born in June. Bush will leave in August with August Strong. Mr Price said the price is right.\n"
        "Gene Poole rode to the Pool of London.",
        "June Bush, born in June, will leave in August with August Strong. The price is right, Mr Price said.\n"
        "To the Pool of London rode Gene Poole.",
    ),
    "text in capitals": (CAPS, SMALL, CAPS.replace("TWO MEN WERE ARRESTED IN OSLO", "POLICE IN OSLO ARRESTED TWO MEN")),
    "tables of figures, rows and columns in other order": (
        f"The Greens won 45.2 percent in the East of Norland on Sunday.\n{TABLE}Turnout was 61 percent.",
        "The Greens won 45.2% in the East of Norland on Sunday.\nTurnout was 61%.\n"
        "District\tShare\tVotes\nNorth\t18.7%\t5,110\nEast\t45.2%\t12,345\nWest\t36.1%\t9,876\n",
    ),
    "tables of other years": (
        "Deaths by year, the ministry in Quito said:\n2021\t29\t3.1%\n2022\t31\t3.4%\n2023\t44\t4.0%\n",
        "Deaths by year, the ministry in Quito said:\n2022\t31\t3.4%\n2023\t44\t4.0%\n2024\t18\t2.2%\n",
        "Deaths by year, the ministry in Quito said:\n| 2022 | 31 |\n| 2023 | 44 |\n",
    ),
    "degrees below zero": (
        "It was minus 5 to minus 10 degrees Celsius in the cold hills of Norland.",
        "It was -10 to -5 degrees Celsius in the cold hills of Norland.",
    ),
    "scores of 400 digits": (
        f"Malmo beat Lund {'7' * 400}-{'7' * 400} on Sunday, a record.",
        f"Malmo beat Lund {'7' * 400}-{'8' * 400} on Sunday, a record.",
    ),
    "a plane's number in capitals": (
        "BOEING 737 CRASHES, TOLL 45 IN CEBU ON MAY 12",
        "Boeing 737 crashes, toll 45 in Cebu on May 12",
    ),
    "names that are words, with an age": (
        "May Hang, a woman in her forties, moved to Nice twice.",
        "May Hang, 43, moved to Nice two times.",
    ),
    "standings": (
        "Standings after round 12:\n1. Ajax 12 9 2 1 31:10 29\n2. PSV 12 8 3 1 28:9 27\nAjax beat PSV 2-1 on Saturday.",
        "Standings after round 12:\n1 Ajax 12 9 2 1 31-10 29\n2 PSV 12 8 3 1 28-9 27\nAjax won 2-1 on Saturday.",
    ),
    "numbers of telephones": (
        "Call 555-123-4567 or 0800 1111 before 5 p.m. on Friday, the police in Leeds said.",
        "Call 0800 2222 before 5 p.m. on Friday, the police in Leeds said.",
    ),
}


def alarms(*texts):
    found = compare_story([Article(chr(97 + n), text) for n, text in enumerate(texts)]).discrepancies
    return [(f.rule, [c.evidence.quote for c in f.claims]) for f in found if f.severity.rank <= Severity.MEDIUM.rank]


@pytest.mark.parametrize("texts", ONE_STORY.values(), ids=ONE_STORY.keys())
def test_nothing_conflicts_in_reports_that_say_the_same(texts):
    assert not alarms(*texts)


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (("The election will be held on 14 May 2566, the commission said in Bangkok.",
          "The election will be held on 14 May 2022, the commission said in Bangkok."), "date."),
        ((CAPS, CAPS.replace("TWO MEN", "FIVE MEN")), "number."),
        (("Will Hang, 41, will hang the picture in Reading on Friday, the museum said.",
          "Will Hang, 44, will hang the picture in Reading on Friday, the museum said."), "number."),
    ],
    ids=["a Thai year", "a number in capitals", "an age beside a name that is a verb"],
)  # fmt: skip
def test_a_true_conflict_among_them_is_still_seen(texts, kind):
    (found,) = alarms(*texts)
    assert found[0].startswith(kind)


def test_a_name_that_is_an_auxiliary_promises_nothing():
    found = compare_story([Article(n, "Will Hang, 41, left the museum in Reading.") for n in "ab"]).findings
    assert not [f for f in found if f.kind == "modality"]
