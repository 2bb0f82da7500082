from __future__ import annotations

import pytest

FLAGGED = [
    # a, b, kind, severity, rule
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
        "The warning was lifted shortly before 6 p.m. in Vienna.",
        "The warning was lifted at 8 p.m. in Vienna.",
        "time",
        "medium",
        "time.disagree",
    ),
    (
        "The curfew is in force until 5 a.m. in Vienna.",
        "The curfew is in force until 7 a.m. in Vienna.",
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


@pytest.mark.parametrize(("a", "b", "kind", "severity", "rule"), FLAGGED)
def test_two_values_in_one_slot_are_a_finding_either_way_round(differing_figures, a, b, kind, severity, rule):
    for first, second in ((a, b), (b, a)):
        made = differing_figures(first, second)
        assert [(f.kind, f.severity, f.rule) for f in made] == [(kind, severity, rule)]
        assert [c.evidence.article for c in made[0].claims] == ["a", "b"]
