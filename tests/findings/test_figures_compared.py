from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.facts.hedges import Hedge
from compare.facts.quantities import Quantity
from compare.findings.quantity_relation import relate_quantities
from compare.model import Severity, Verdict

FIGURES = {"number", "unit", "duration", "ordinal", "date", "time", "hedge"}

FLAGGED = [
    (
        "It was in the 34th session of the Crime Commission (CCPCJ 34).",
        "It was in the 44th session of the Crime Commission (CCPCJ 34).",
        "ordinal",
        "high",
        "ordinal.disagree",
    ),
    (
        "The film was released in Japan on 5 July 2005.",
        "The film was released in Japan in 2017.",
        "date",
        "high",
        "date.disagree",
    ),
    # a, b, kind, severity, rule
    (
        "The bridge in Bonn opened in spring 2024.",
        "The bridge in Bonn opened in spring 2025.",
        "date",
        "high",
        "date.disagree",
    ),
    (
        "The bridge in Bonn opened in the 1990s.",
        "The bridge in Bonn opened in the early 1970s.",
        "date",
        "high",
        "date.disagree",
    ),
    (
        "Ana Berg was born in 1961.",
        "Ana Berg, born in Lund on May 5, 1963, sings.",
        "date",
        "high",
        "date.disagree",
    ),
    (
        "Ann Berg finished second in the race in Lund.",
        "Ann Berg finished fourth in the race in Lund.",
        "ordinal",
        "high",
        "ordinal.disagree",
    ),
    (
        "A third of the voters in Bonn stayed at home.",
        "Half of the voters in Bonn stayed at home.",
        "number",
        "high",
        "number.disjoint",
    ),
    (
        "The flood killed 19 people in Jakarta.",
        "The flood killed 25 people in Jakarta.",
        "number",
        "high",
        "number.disjoint",
    ),
    (
        "About 100 delegates came to the fair.",
        "Some 200 participants came to the fair.",
        "number",
        "high",
        "number.disjoint",
    ),
    (
        "Up to 40 guests were at the dinner in Rome.",
        "70 guests were at the dinner in Rome.",
        "number",
        "high",
        "number.disjoint",
    ),
    (
        "Between them 20-30 ships left the port of Kiel.",
        "Between them 45 ships left the port of Kiel.",
        "number",
        "high",
        "number.disjoint",
    ),
    (
        "Over 200 delegates attended the seminar.",
        "300 delegates attended the seminar.",
        "number",
        "medium",
        "number.soft",
    ),
    (
        "The deal is worth nearly $100bn to the bank.",
        "The deal is worth over a hundred billion to the bank.",
        "hedge",
        "medium",
        "hedge.opposite",
    ),
    (
        "More than 2,600 men worked there, and the diggers brought out over 9,400 truckloads of rock.",
        "More than 2,600 men worked there, and the diggers brought out fewer than 9,400 truckloads of rock.",
        "hedge",
        "medium",
        "hedge.opposite",
    ),
    (
        "The project cost about 200 million euros.",
        "The project cost 200 million euros.",
        "hedge",
        "low",
        "hedge.one_side",
    ),
    (
        "They met at the 34th session of the commission.",
        "They met at the 35th session of the commission.",
        "ordinal",
        "high",
        "ordinal.disagree",
    ),
    (
        "He fell 200ft from the ridge near the glacier.",
        "He fell 150 metres from the ridge near the glacier.",
        "unit",
        "high",
        "unit.disjoint",
    ),
    (
        "The talks lasted two decades in Geneva.",
        "The talks lasted 25 years in Geneva.",
        "duration",
        "high",
        "duration.disjoint",
    ),
    (
        "Sales rose 5.1 percent in the quarter.",
        "Sales rose almost 8 percent in the quarter.",
        "number",
        "high",
        "number.disjoint",
    ),
    (
        "Police found Ann Lee, 36, in the house.",
        "Police found Ann Lee, 39, in the house.",
        "number",
        "high",
        "age.differ",
    ),
    ("The ceremony is on May 19 in Vienna.", "The ceremony is on May 20 in Vienna.", "date", "high", "date.disagree"),
    (
        "Thousands of people marched to the port of Bari.",
        "Ninety people marched to the port of Bari.",
        "number",
        "high",
        "number.disjoint",
    ),
    # one deed, told by a noun and by a verb
    (
        "Rebel troops carried out attacks on the port of Bari early on Friday.",
        "Rebel troops attacked the port of Bari on Thursday.",
        "date",
        "medium",
        "date.weekday",
    ),
    (
        "The treaty was signed in Paris in 2015.",
        "The treaty was signed in Paris in 2016.",
        "date",
        "high",
        "date.disagree",
    ),
    (
        "The seminar begins at 3:00 PM in Vienna.",
        "The seminar begins at 4:30 PM in Vienna.",
        "time",
        "medium",
        "time.disagree",
    ),
    (
        "The study was published Tuesday in Nature.",
        "The study was published Monday in Nature.",
        "date",
        "medium",
        "date.weekday",
    ),
]

SILENT = [
    ("She was the second woman to lead a party.", "She was not the first woman to lead a party."),
    ("There, 74 percent of men washed their hands.", "There, 59 percent of women washed their hands."),
    ("He was ambushed on Saturday, the mayor said.", "He was ambushed, the mayor said on Sunday."),
    ("Sales at Kato fell in the third quarter.", "Sales at Kato fell in the second quarter."),
    ("Sales at Kato fell in Q3 2025.", "Sales at Kato fell in the third quarter of 2025."),
    ("The bridge in Bonn opened in spring 2025.", "The bridge in Bonn opened in July 2025."),
    ("The bridge in Bonn opened in the 1990s.", "The bridge in Bonn opened in 1994."),
    ("Berg finished second in Lund, Lee third.", "Lee finished third in Lund, behind Berg."),
    ("A third of the voters stayed at home.", "33 percent of the voters stayed at home."),
    ("Two-thirds of the budget went to schools.", "Some 65 percent of the budget went to schools."),
    ("Half of the crew was saved off Kiel.", "50 percent of the crew was saved off Kiel."),
    ("One in five women voted in Bonn.", "One in four men voted in Bonn."),
    ("Killed were five in 10 days in Homs.", "Killed were half of those in Homs."),
    ("A quarter of a million people marched.", "250,000 people marched."),
    ("Five men were held in Lyon.", "5 men were held in Lyon."),
    ("The march drew 1,098 people.", "The march drew 1098 people."),
    ("The march drew 1,098 people.", "The march drew 1,100 people."),
    ("The fund holds 5.13 million euros.", "The fund holds 5.1 million euros."),
    ("Over 1,000 delegates came.", "1,050 delegates came."),
    ("Over 1,000 delegates came.", "More than 1,000 delegates came."),
    ("At least 40 homes burned.", "Over 40 homes burned."),
    ("The meeting drew 200 delegates.", "The meeting drew 60 countries."),
    ("He got 175 of 183 votes in the assembly.", "He got 175 votes in the assembly."),
    ("The Boeing 737 left Paris.", "The Boeing 747 left Paris."),
    ("They ran for 10 km to the village.", "They ran for 6 miles to the village."),
    ("He fell 200 ft from the ridge.", "He fell 60 m from the ridge."),
    ("The first such treaty in two decades.", "The first such treaty in 20 years."),
    ("The chase went on for 15 miles.", "The chase went on for 24km."),
    ("He drove at 120 mph through Oslo.", "He drove at 193km/h through Oslo."),
    ("The wave was 3.5-metres high.", "The wave was 12ft high."),
    ("The slope is 2,000ft long.", "The slope is 600 metres long."),
    ("A loot of EUR 2 million was taken.", "A two-million-euro loot was taken."),
    ("The prize is 500 dollars for the winner.", "The prize is 450 euros for the winner."),
    ("The team won 62-43 in Rome.", "The team won 64-43 in Rome."),
    ("It is the 34th session of the CCPCJ.", "It is the CCPCJ34."),
    ("It is the 15th UN Crime Congress.", "It is the 34th session of the commission."),
    ("The fair is on May 19 in Vienna.", "The fair is on May 19, 2025 in Vienna."),
    ("The fair is on October 25-26 in Hanoi.", "The fair is on October 25–26 in Hanoi."),
    ("The fair is on October 25-26 in Hanoi.", "The fair is on October 25 in Hanoi."),
    ("The fair opens on Sept. 5 in Bonn.", "The fair opens on 5 September in Bonn."),
    ("The fair opens in 2026 in Bonn.", "The fair opens in May 2026 in Bonn."),
    ("It begins at 3 p.m. in Vienna.", "It begins at 15:00 in Vienna."),
    ("It begins at 15:00 GMT.", "It begins at 16:00 CET."),
    ("It may open in May.", "It will open soon."),
    # what was said, passed and sent in on three days
    ("The council on Monday passed a rule on boats.", "On a rule for boats the council on Friday heard Keller."),
    (
        "The senate on Monday passed a bill to make a panel on tolls.",
        "Keller revealed a bill on Friday to make a toll panel.",
    ),
    # the data of two months
    (
        "Guards made about 200,000 arrests at the southern border in July, most by night.",
        "Guards made over 178,000 arrests in June.",
    ),
    # a change and a level
    ("Jobless claims in Bern fell by 1,000 last week.", "Jobless claims in Bern fell to 38,000 last week."),
    # what describes a house, and a count of something else
    ("The 12-storey tower in Bari fell at night.", "Of the tower in Bari 55 fell at night."),
    # a vague plural is no figure
    ("The port sent millions of doses of the vaccine.", "The port sent over 40 million doses of the vaccine."),
    # a day that is a name
    (
        "Most of the 19 hijackers of the jet came from Bonn.",
        "Most of the 19 Sept. 11 hijackers of the jet came from Bonn.",
    ),
    ("The fair is on 31 February.", "The fair is on 28 February."),
    ("A record of " + "9" * 400 + " was set.", "A record of " + "8" * 400 + " was set."),
]


@pytest.mark.parametrize(("a", "b", "kind", "severity", "rule"), FLAGGED)
def test_two_values_in_one_slot_are_a_finding_either_way_round(findings, a, b, kind, severity, rule):
    for first, second in ((a, b), (b, a)):
        made = [f for f in findings(first, second) if f.verdict is Verdict.DIFFER and f.kind in FIGURES]
        assert [(f.kind, f.severity, f.rule) for f in made] == [(kind, severity, rule)]
        assert [c.evidence.article for c in made[0].claims] == ["a", "b"]


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_one_value_in_two_forms_or_two_slots_is_never_flagged(findings, a, b):
    for first, second in ((a, b), (b, a)):
        assert [f for f in findings(first, second) if f.verdict is Verdict.DIFFER and f.kind in FIGURES] == []


@pytest.mark.parametrize(
    ("a", "b", "kind", "quotes"),
    [
        (
            "It is the first in more than two decades.",
            "It is the first in over 20 years.",
            "duration",
            ("more than two decades", "over 20 years"),
        ),
        (
            "Over 200 delegates met there.",
            "Over 200 participants met there.",
            "number",
            ("Over 200 delegates", "Over 200 participants"),
        ),
        (
            "It is on October 25-26 in Bonn.",
            "It is on October 25–26 in Bonn.",
            "date",
            ("October 25-26", "October 25–26"),
        ),
        (
            "The 15th UN Crime Congress met.",
            "The 15th United Nations Crime Congress met.",
            "ordinal",
            ("15th UN Crime Congress", "15th United Nations Crime Congress"),
        ),
        ("It fell in Q3 2025.", "It fell in the third quarter of 2025.", "date", ("Q3 2025", "third quarter of 2025")),
        ("It rose in summer 2025.", "It rose in July 2025.", "date", ("summer 2025", "July 2025")),
        ("It begins at 3 p.m. there.", "It begins at 15:00 there.", "time", ("3 p.m.", "15:00")),
        ("He fell 200 ft there.", "He fell 60 m there.", "unit", ("200 ft", "60 m")),
    ],
)
def test_an_agreement_shows_both_forms(findings, a, b, kind, quotes):
    agreed = [f for f in findings(a, b) if f.verdict is Verdict.AGREE and f.kind == kind]
    assert tuple(c.evidence.quote for c in agreed[0].claims) == quotes
    assert all(f"“{quote}”" in agreed[0].note for quote in quotes)


def test_a_toll_that_grows_with_publication_time_is_an_update(findings):
    texts = ("The quake killed 45 people in Nias.", "The quake killed 60 people in Nias.")
    grown = findings(*texts, published=["2025-05-01", "2025-05-02"])
    shrunk = findings(*texts, published=["2025-05-02", "2025-05-01"])
    assert [(f.severity, f.rule) for f in grown if f.kind == "number"] == [("info", "number.updated")]
    assert [(f.severity, f.rule) for f in shrunk if f.kind == "number"] == [("high", "number.disjoint")]


def test_at_least_so_many_dead_and_later_more_is_an_update_and_no_agreement(findings):
    texts = (
        "The dam broke and killed at least 14 people in Ostby.",
        "The dam broke and killed at least 17 people there.",
    )
    days = ["2025-05-01", "2025-05-02"]
    grown = [f for f in findings(*texts, published=days) if f.kind == "number"]
    assert [(f.verdict, f.rule) for f in grown] == [(Verdict.DIFFER, "number.updated")]
    undated = [f for f in findings(*texts) if f.kind == "number"]
    assert [(f.verdict, f.rule) for f in undated] == [(Verdict.AGREE, "number.compatible")]


def test_an_agreement_of_several_never_says_that_all_give_a_figure_that_one_does_not(findings):
    told = "The dam broke and killed at least {} people in Ostby."
    (agreed,) = [f for f in findings(*map(told.format, (14, 14, 17))) if f.kind == "number"]
    assert len({c.evidence.quote for c in agreed.claims}) == 2
    assert agreed.note == "“at least 14 people” and “at least 17 people” can both hold: rounding or a hedge."


def test_market_figures_of_two_moments_do_not_alarm(findings):
    made = findings("Shares closed at $36.14 in New York.", "Shares closed at $37.14 in New York.")
    assert [(f.severity, f.rule) for f in made if f.kind == "number"] == [("info", "number.two_moments")]


def test_several_differing_amounts_of_two_sentences_are_told_low(findings):
    made = findings("Revenue fell 4.5 percent to $2.3 billion.", "Revenue fell 1 percent to $4.5 billion.")
    assert [(f.severity, f.rule) for f in made if f.kind == "number"] == [("low", "number.several")] * 2


def test_a_table_of_figures_in_the_text_does_not_alarm(findings):
    rows = [[f"{n * factor % 97 + 100} people in Town {n}" for n in range(1, 40)] for factor in (7, 11)]
    made = findings(*("Counted were " + ", ".join(row) + "." for row in rows))
    assert {f.severity for f in made if f.verdict is Verdict.DIFFER and f.kind == "number"} <= {"low"}


def test_tolls_of_two_states_are_not_held_against_each_other(findings):
    made = findings("The blast left 19 dead and 30 injured in Homs.", "The blast left 30 injured in Homs.")
    assert [f for f in made if f.verdict is Verdict.DIFFER and f.kind == "number"] == []


def test_a_weekday_that_resolves_to_the_same_day_is_the_date(findings):
    texts = ("The ceremony on Tuesday was in Bonn.", "The ceremony on 21 October was in Bonn.")
    made = findings(*texts, published=["2025-10-23", "2025-10-23"])
    assert [(f.verdict, f.rule) for f in made if f.kind == "date"] == [("AGREE", "date.compatible")]


def test_one_day_apart_beside_a_time_zone_does_not_alarm(findings):
    made = findings("The launch was on May 20 (local time).", "The launch was on May 19.")
    assert [f.severity for f in made if f.kind == "date"] == ["info"]


def test_whole_hours_apart_without_a_zone_do_not_alarm(findings):
    made = findings("The launch in Kourou was at 15:00 GMT.", "The launch in Kourou was at 12:00.")
    assert [f.severity for f in made if f.kind == "time"] == ["info"]


QUANTITIES = st.builds(
    Quantity,
    low=st.integers(1, 10_000).map(float),
    high=st.just(0.0),
    hedge=st.sampled_from(Hedge),
    step=st.sampled_from([1.0, 10.0, 100.0]),
).map(lambda q: Quantity(q.low, q.low, q.hedge, step=q.step))


@given(QUANTITIES, QUANTITIES)
def test_the_relation_of_two_quantities_is_symmetric_and_reflexive(a, b):
    assert relate_quantities(a, b) == relate_quantities(b, a)
    assert relate_quantities(a, a) == "equal"


@given(QUANTITIES, QUANTITIES)
def test_disjoint_means_that_no_value_fits_both(a, b):
    (low_a, high_a), (low_b, high_b) = a.interval, b.interval
    if relate_quantities(a, b) == "disjoint":
        assert high_a < low_b or high_b < low_a


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The crash on the bridge killed three victims.", "The crash on the bridge hurt two other victims."),
        (
            "Ann Lee, 61, opened the fair in the town hall of Bonn.",
            "Ben Kay, 40, opened the fair in the town hall of Bonn.",
        ),
        (
            "The owners paid $80 million for the arena in Ulm.",
            "The owners paid 80 million pounds ($102 million) for the arena in Ulm.",
        ),
    ],
)
def test_a_rest_another_ones_age_and_a_conversion_are_no_conflict(findings, a, b):
    found = [f for f in findings(a, b) if f.kind == "number" and f.verdict is Verdict.DIFFER]
    assert [f for f in found if f.severity in (Severity.HIGH, Severity.MEDIUM)] == []


def test_a_figure_with_little_in_common_around_it_is_shown_without_alarm(findings):
    found = findings(
        "Guards searched the old ship for a week and found 12 crates of rum beside the harbour of Bari.",
        "Traders of the harbour in Bonn sold 300 crates last year.",
    )
    assert [(f.rule, f.severity) for f in found if f.kind == "number" and f.verdict is Verdict.DIFFER] == [
        ("number.loose", Severity.LOW)
    ]
