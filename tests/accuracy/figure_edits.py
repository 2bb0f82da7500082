"""Edits of figures: counts and measures, shares, results, ages, ordinals, days and years."""

from __future__ import annotations

from collections.abc import Iterator

from one_edit import Edit, each

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_UNIT = r"(?:kilomet(?:re|er)s|met(?:re|er)s|millimet(?:re|er)s|tonnes|degrees)"
_TIME = r"(?:seconds|minutes|hours|days|weeks|months|years)"
_FIGURE = r"(?<![\d$€£.,:–-])(\d{1,3}(?:,\d{3})+|\d{1,3})"
_FRACTIONS = {
    "Half": "A third",
    "half": "a third",
    "A third": "Half",
    "a third": "half",
    "a quarter": "half",
    "Two thirds": "A third",
    "two thirds": "a third",
    "One in ten": "One in three",
    "one in ten": "one in three",
    "one in five": "one in three",
}
_MULTIPLES = {"doubled": "tripled", "tripled": "doubled", "halve": "double", "halved": "doubled", "twice": "four times"}


def _more(figure: str) -> str:
    """Another figure of the same length and precision: half as much again, or a third less."""
    value = float(figure.replace(",", ""))
    decimals = len(figure.partition(".")[2])
    step = 10 ** (len(figure) - len(figure.rstrip("0"))) if not decimals and set(figure) - {"0"} else 1
    grown = value * 1.6 if str(figure)[0] in "12345" else value * 0.6
    return f"{round(grown / step) * step + (step if value < 4 else 0):,.{decimals}f}"


def numbers(text: str) -> Iterator[Edit]:
    """Counts, percentages, sums, measures, spans of time, and what bounds a count."""
    other = r"percent|a\.m|p\.m|million|billion|light|per |times|of |on |in |and |to "
    plain = rf"{_FIGURE} (?!{_UNIT}|{_TIME}|{other})[a-z]+s\b"
    yield from each(text, "number", plain, lambda m: _more(m[1]))
    yield from each(text, "percent", r"(?<![\d.])(\d+(?:\.\d+)?) percent", lambda m: _more(m[1]))
    yield from each(text, "money", r"\$(\d+(?:\.\d+)?) (?:million|billion)", lambda m: _more(m[1]))
    yield from each(text, "unit", rf"{_FIGURE} {_UNIT}\b", lambda m: _more(m[1]))
    yield from each(text, "duration", rf"{_FIGURE} {_TIME}\b", lambda m: _more(m[1]))
    hedge = r"\b((?:[Mm]ore than|[Oo]ver|[Aa]t least)) \d[\d,]* (?!years|months|weeks|days)"
    yield from each(text, "hedge", hedge, lambda m: "Fewer than" if m[1][0].isupper() else "fewer than")


def days(text: str) -> Iterator[Edit]:
    """Dates, weekdays, hours and ordinals."""
    month = "|".join(MONTHS)
    yield from each(text, "date", rf"\b(?:{month}) (\d{{1,2}})\b(?![-–,]\d)", lambda m: str((int(m[1]) + 8) % 28 + 1))
    yield from each(
        text, "weekday", rf"\b(?:on|until) ({'|'.join(DAYS)})\b", lambda m: DAYS[(DAYS.index(m[1]) + 3) % 7]
    )
    yield from each(text, "time", r"\b(\d{1,2}):\d\d (?:[ap]\.m\.|[AP]M)", lambda m: str((int(m[1]) + 3) % 12 + 1))
    yield from each(text, "ordinal", r"\b(\d{1,2})(?:st|nd|rd|th) (?!of\b)[a-z]+", lambda m: str(int(m[1]) + 10))
    words = {"first": "third", "second": "fourth", "third": "fifth", "fifth": "eighth"}
    counted = rf"\b(?:[Tt]he|[Ii]ts|[Aa]|[a-z]+’s|[a-z]+'s) ({'|'.join(words)}) (?!half|quarter|place)[a-z]{{4,}}"
    yield from each(text, "ordinal", counted, lambda m: words[m[1]])


def ages(text: str) -> Iterator[Edit]:
    """The age of somebody named, between commas."""
    named = r"\b[A-Z][a-z]+ [A-Z][a-z]+, (\d{2}),"
    yield from each(text, "age", named, lambda m: str(int(m[1]) + 7))


def scopes(text: str) -> Iterator[Edit]:
    """How many of them: all, most, none."""
    other = {"all": "some", "every": "hardly any", "most": "few", "none": "all", "All": "Some", "Most": "Few"}
    plural = r"(?= (?:of )?(?:the |its |their )?[a-z]+s\b)"
    yield from each(text, "scope", rf"\b(all|most|All|Most){plural}", lambda m: other[m[1]])


def shares(text: str) -> Iterator[Edit]:
    """Parts of a whole, and how many times as much."""
    of = r"(?= (?:of )?(?:the |all |its )?[a-z]+)"
    yield from each(text, "fraction", rf"\b({'|'.join(_FRACTIONS)})\b{of}(?! an? | as )", lambda m: _FRACTIONS[m[1]])
    yield from each(text, "multiple", rf"\b({'|'.join(_MULTIPLES)})\b", lambda m: _MULTIPLES[m[1]])


def results(text: str) -> Iterator[Edit]:
    """The first side's figure of a match or a vote."""
    yield from each(
        text,
        "score",
        r"(?<![\d–-])(?<!ber )(?<!rch )(?<!pril )(\d{1,3})-\d{1,3}\b(?![-–\d])",
        lambda m: str(int(m[1]) + 1),
    )


def years(text: str) -> Iterator[Edit]:
    """The year that something is told of."""
    yield from each(text, "year", r"\b(?:in|since|until|of) ((?:19|20)\d\d)\b", lambda m: str(int(m[1]) - 7))
