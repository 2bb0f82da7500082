from __future__ import annotations

from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import Article, Claim, Config
from compare.facts.facts import read_facts
from compare.facts.figures import extract_figures
from compare.facts.hedges import Hedge
from compare.facts.numerals import read_digits, read_words
from compare.text.witness import read_witness


def claims_of(text: str, published: str = "2025-10-23") -> list[Claim]:
    """The figures of a text that was published on this day (a Thursday)."""
    article = Article("a", text, published=datetime.fromisoformat(published))
    return list(extract_figures(read_witness(article, Config()), ()))


def read(text: str) -> list[tuple[str, str, str]]:
    """Kind, quotation and normal form of each figure."""
    return [(c.kind, c.evidence.quote, str(c.value)) for c in claims_of(text)]


QUANTITIES = [
    ("Over 1,000 delegates met.", "number", "Over 1,000 delegates", "over 1000 deleg"),
    ("At a dinner with over 200 participants.", "number", "over 200 participants", "over 200 particip"),
    ("The first in more than two decades.", "duration", "more than two decades", "over 20 years"),
    ("They waited for nearly five years of talks.", "duration", "nearly five years", "nearly 5 years"),
    ("It took two and a half hours.", "duration", "two and a half hours", "150 minutes"),
    ("It took half an hour.", "duration", "half an hour", "30 minutes"),
    ("Worth an estimated two million euros.", "number", "an estimated two million euros", "about 2000000 EUR"),
    ("They took EUR 2 million there.", "number", "EUR 2 million", "2000000 EUR"),
    ("It lies 6. 5 percent higher.", "number", "6. 5 percent higher", "6.5 %"),
    ("They hauled $2. 6 - million away.", "number", "$2. 6 - million", "2600000 $"),
    ("It was a $200MM deal.", "number", "$200MM", "200000000 $"),
    ("The 15,800 - square - metre hall.", "unit", "15,800 - square - metre", "15800 m²"),
    ("They found six AK - 47 rifles.", "number", "six AK - 47 rifles", "6 rifl"),
    ("He had three - plus seasons.", "number", "three - plus seasons", "over 3 season"),
    ("A two-million-euro loot.", "number", "A two-million-euro", "2000000 EUR"),
    ("They want nearly $100bn now.", "number", "nearly $100bn", "nearly 100000000000 $"),
    ("It paid US$12 billion.", "number", "US$12 billion", "12000000000 USD"),
    ("It paid $1.2-1.5 billion.", "number", "$1.2-1.5 billion", "1200000000..1500000000 $"),
    ("It paid Rs 3 lakh crore.", "number", "Rs 3 lakh crore", "3e+12 INR"),
    ("It paid 1,00,000 rupees.", "number", "1,00,000 rupees", "100000 INR"),
    ("Watched by 5m people there.", "number", "5m people", "5000000 peopl"),
    ("He fell 60m from the ridge.", "unit", "60m", "60 m"),
    ("He fell about 2,000ft there.", "unit", "about 2,000ft", "about 609.6 m"),
    ("Waves of 3.5-metres there.", "unit", "3.5-metres", "3.5 m"),
    ("It was 104°F there.", "unit", "104°F", "40 °C"),
    ("Some 193km/h it went.", "unit", "Some 193km/h", "about 53.6111111111 m/s"),
    ("Up 5.1 percent in May.", "number", "5.1 percent", "5.1 %"),
    ("Up 5.1% in May.", "number", "5.1%", "5.1 %"),
    ("Down 3 percentage points there.", "number", "3 percentage points", "3 points"),
    ("From 5 to 8 percent of it.", "number", "8 percent", "8 %"),
    ("Some 20-25 people came.", "number", "Some 20-25 people", "about 20..25 peopl"),
    ("Half a dozen men came.", "number", "Half a dozen men", "6 men"),
    ("Dozens of people came.", "number", "Dozens of people", "over 24 peopl"),
    ("Several hundred homes burned.", "number", "Several hundred homes", "over 200 home"),
    ("It lost 200-odd ships.", "number", "200-odd ships", "about 200 ship"),
    ("It lost 100 or more ships.", "number", "100 or more ships", "over 100 ship"),
    ("The toll: killing 18.", "number", "18", "18 dead"),
    ("Police held a 36-year-old woman.", "number", "36-year-old", "36 years old"),
    ("Police held Ann Lee, 36, there.", "number", "36", "36 years old"),
    ("About a third of the delegates left.", "number", "About a third of the delegates", "about 33.33 % deleg"),
    ("Two-thirds of the town burned.", "number", "Two-thirds of the town", "66.67 % town"),
    ("Nearly half the budget went.", "number", "Nearly half the budget", "nearly 50 % budget"),
    ("One in five women voted.", "number", "One in five women", "20 % women"),
    ("Nine out of ten men voted.", "number", "Nine out of ten men", "90 % men"),
    ("A quarter of a million people came.", "number", "A quarter of a million people", "250000 peopl"),
    ("It took three quarters of an hour.", "duration", "three quarters of an hour", "45 minutes"),
    ("Nine chapters it has.", "number", "Nine chapters", "9 chapter"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two portraits and a landscape are gone.", ["Two portraits", "a landscape"]),
        ("A man and two women were hurt.", ["A man", "two women"]),
        ("He bought 12 apples and a dozen pears.", ["12 apples", "a dozen pears"]),
        ("He had two rockets and a rocket-propelled grenade.", ["two rockets"]),
        ("He has two sons and an Italian wife.", ["two sons"]),
        ("There were 300 guests and a band.", ["300 guests"]),
        ("A man and a woman were hurt.", []),
    ],
)
def test_an_article_beside_a_counted_noun_counts_one(text, expected):
    assert sorted(quote for _, quote, _ in read(text)) == sorted(expected)


@pytest.mark.parametrize(("text", "kind", "quote", "value"), QUANTITIES)
def test_a_quantity_is_read_with_hedge_unit_and_head(text, kind, quote, value):
    assert (kind, quote, value) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "It won 62-43 in Rome.",
        "The Boeing 737 left.",
        "It stood at No. 10 and said so.",
        "On 9/11 and 24/7 it rained.",
        "A song of the 1990s came.",
        "No one spoke, and one of the others left.",
        "The F-16 and the MI-5 left.",
        "A loot of (R26 million) was there.",
        "In the second half of the season he left.",
        "He cut it in half the day before.",
        "The first half of it was poor.",
        "Code " + "7" * 400 + " it was.",
        "Call 0800 1111 and ask for agent 007.",
    ],
)
def test_scores_names_and_codes_are_no_quantities(text):
    assert [c for c in read(text) if c[0] in ("number", "unit", "duration")] == []


DATES = [
    ("It is on May 19 there.", "May 19", "--05-19"),
    ("It is on May 19, 2025 there.", "May 19, 2025", "2025-05-19"),
    ("It is on 19 May 2025 there.", "19 May 2025", "2025-05-19"),
    ("It is on Tuesday, May 20, 2025 there.", "Tuesday, May 20, 2025", "2025-05-20"),
    ("It is on October 25-26 there.", "October 25-26", "--10-25..26"),
    ("It is on October 25–26 there.", "October 25–26", "--10-25..26"),
    ("It is on 24 and 25 December there.", "24 and 25 December", "--12-24..25"),
    ("It is on 2025-10-21 there.", "2025-10-21", "2025-10-21"),
    ("It is on Sept. 5 there.", "Sept. 5", "--09-05"),
    ("It was in December 2024 there.", "December 2024", "2024-12"),
    ("It is this October there.", "October", "--10"),
    ("It was held throughout 2025.", "2025", "2025"),
    ("It has the 2025-2031 term.", "2025-2031", "2025..2031"),
    ("It fell in the third quarter of 2025.", "third quarter of 2025", "2025-Q3"),
    ("It fell in Q3 there.", "Q3", "-Q3"),
    ("It began in spring 2025 there.", "spring 2025", "2025-spring"),
    ("It began in the fall of 2008 there.", "fall of 2008", "2008-autumn"),
    ("It began last summer there.", "summer", "-summer"),
    ("It grew in the 1990s there.", "1990s", "1990..1999"),
    ("She was born in the fifties there.", "fifties", "1950..1959"),
    ("It was on Tuesday there.", "Tuesday", "Tue (2025-10-21)"),
    ("It was last Thursday there.", "last Thursday", "Thu (2025-10-16)"),
    ("It was yesterday there.", "yesterday", "(2025-10-22)"),
    ("It was on 14 May 2566 there.", "14 May 2566", "2023-05-14"),
]


@pytest.mark.parametrize(("text", "quote", "value"), DATES)
def test_a_date_keeps_the_fields_that_were_written(text, quote, value):
    assert ("date", quote, value) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The spring broke.",
        "She is in her fifties.",
        "In Spring Hill he fell.",
        "It was 31 February there.",
        "It may be 20 there.",
        "Some 2000 people came.",
        "On 45 May it was.",
        "It began on 20 Ramadan 1445 there.",
        "It fell on 25 October 1917 (Old Style) there.",
        "It was in 1984 AH that it fell.",
        "It is of the 5th of Tishri 5786.",
    ],
)
def test_what_no_calendar_of_ours_has_is_no_date(text):
    assert [c for c in read(text) if c[0] == "date"] == []


@pytest.mark.parametrize("text", ["It began on 20 Ramadan there.", "It was in 1446 AH there.", "It is in Reiwa 5."])
def test_a_day_of_another_calendar_is_no_number_either(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is at 3:00 PM there.", "15:00"),
        ("It is at 12.30 a.m. there.", "00:30"),
        ("It is at 15:00 GMT there.", "15:00 GMT"),
        ("It is at 1500 GMT there.", "15:00 GMT"),
        ("It is at 3 p.m. (local time) there.", "15:00 local time"),
        ("It is at noon there.", "12:00"),
    ],
)
def test_a_time_of_day_has_minutes_and_zone(text, value):
    assert [c[2] for c in read(text) if c[0] == "time"] == [value]


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("The 34th session of the CCPCJ met.", "34th session", "#34 session ccpcj"),
        ("The CCPCJ34 met.", "CCPCJ34", "#34 ccpcj"),
        ("The CCPCJ 34 met.", "CCPCJ 34", "#34 ccpcj"),
        ("The 15th UN Crime Congress set for May.", "15th UN Crime Congress", "#15 congress crime un"),
        ("The first global legal instrument on crime.", "first global legal instrument", "#1 instrument global legal"),
        ("The seventh and final season.", "seventh and final season", "#7 season final"),
        ("It was the second closure since July 3.", "second closure", "#2 closur"),
        ("Ann Berg finished joint second in Lund.", "finished joint second", "#2 berg place"),
        ("The thirty-fourth session.", "thirty-fourth session", "#34 session"),
    ],
)
def test_an_ordinal_has_its_head_and_body(text, quote, value):
    assert ("ordinal", quote, value) in read(text)


def test_a_figure_in_the_dateline_is_no_claim():
    witness = read_witness(Article("a", "HANOI, May 19 (VNA) - Ten ships left the port on May 20."), Config())
    found = [c.evidence.quote for claims in read_facts(witness).claims for c in claims if c.kind == "date"]
    assert found == ["May 20"]


def test_hedges_stand_for_intervals():
    inf = float("inf")
    assert [h.interval(100.0, 100.0) for h in Hedge] == [(100, 100), (100, inf), (0, 100), (90, 100), (85, 115)]


WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
WORDS += "seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelt(n: int) -> str:
    """An English number word, the plain way."""
    if n < 20:
        return WORDS[n]
    if n < 100:
        return TENS[n // 10 - 2] + ("-" + WORDS[n % 10] if n % 10 else "")
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            tail = (" and " if rest < 100 else " ") + spelt(rest) if rest else ""
            return f"{spelt(n // size)} {name}{tail}"
    raise AssertionError(n)


@given(st.integers(0, 999_999_999))
def test_a_number_in_words_is_worth_the_number(n):
    read_back = read_words(spelt(n), 0, len(spelt(n)))
    assert read_back is not None
    assert (read_back.value, read_back.end) == (n, len(spelt(n)))


@given(st.integers(0, 10**15), st.integers(0, 3))
def test_digits_with_commas_and_decimals_are_worth_the_number(n, places):
    text = f"{n:,}" + ("." + "5" * places if places else "")
    numeral = read_digits(text, 0, len(text))
    assert numeral is not None
    assert numeral.value == pytest.approx(float(text.replace(",", "")))


@settings(deadline=None)
@given(st.text(alphabet="0123456789.,-–/:$€% abcdefMay1stofthetwohundredmillion\n", max_size=200))
def test_any_text_gives_claims_that_quote_it_in_order(text):
    article = Article("a", text)
    for claims in read_facts(read_witness(article, Config())).claims:
        for claim in claims:
            assert claim.evidence.span.of(text) == claim.evidence.quote != ""
            assert hash(claim.value) == hash(claim.value)


@pytest.mark.parametrize(
    "piece", ["9", "1,", "12 ", "five ", "May 5, ", "$5 ", "1-", "hundred and ", "3:00 PM ", "CCPCJ34 "]
)
def test_dense_figures_neither_fail_nor_overlap(piece):
    found = sorted(c.evidence.span for c in claims_of(piece * 2000))
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "head"), [("Four villages were hit.", "villages"), ("Five delegations met.", "delegations")]
)
def test_a_noun_that_only_shares_a_stem_with_people_counts_no_people(text, head):
    (claim,) = claims_of(text)
    assert claim.value.family == head


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "told", ["It opened on Sunday.", "It opened last Friday.", "It opens next Monday.", "Yesterday."]
)
def test_a_broken_publication_date_at_the_edge_of_the_calendar_fails_nothing(published, told):
    for text in (told, told.replace("Sunday", "tomorrow"), "Er öffnete am Sonntag."):
        for language in ("en", "de"):
            article = Article("a", text, language=language, published=datetime.fromisoformat(published))
            read_facts(read_witness(article, Config()))
