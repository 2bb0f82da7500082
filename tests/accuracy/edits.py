"""Edited copies: each changes exactly one fact of an article, found by patterns that know nothing of the extractors.

`edits(text)` gives every change that the text allows, by kind; `apply` makes the copy and tells where the change lies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """A change of one fact: the characters `start:end` of the text become `new`."""

    kind: str
    start: int
    end: int
    new: str

    def apply(self, text: str) -> str:
        """The copy."""
        return text[: self.start] + self.new + text[self.end :]


ANSWERS: dict[str, frozenset[str]] = {
    "number": frozenset({"number"}),
    "money": frozenset({"number"}),
    "percent": frozenset({"number"}),
    "unit": frozenset({"number", "unit"}),
    "duration": frozenset({"number", "duration", "unit"}),
    "date": frozenset({"date"}),
    "weekday": frozenset({"date"}),
    "time": frozenset({"time"}),
    "ordinal": frozenset({"ordinal"}),
    "hedge": frozenset({"hedge", "number"}),
    "name_spelling": frozenset({"name_spelling", "internal"}),
    "name_swap": frozenset({"swap", "name_conflict", "attribution", "title_role"}),
    "title_role": frozenset({"title_role"}),
    "place": frozenset({"place", "swap"}),
    "gender": frozenset({"gender"}),
    "modality": frozenset({"modality"}),
    "negation": frozenset({"negation"}),
    "antonym": frozenset({"antonym"}),
    "quote_wording": frozenset({"quote_wording"}),
    "attribution": frozenset({"attribution", "swap", "name_conflict"}),
    "age": frozenset({"number"}),
    "narrator": frozenset({"attribution"}),
    "scope": frozenset({"amount"}),
    "will_may": frozenset({"modality"}),
    "fraction": frozenset({"number"}),
    "multiple": frozenset({"number"}),
    "score": frozenset({"score"}),
    "year": frozenset({"date"}),
    "nation": frozenset({"swap", "place"}),
    "list": frozenset({"set", "swap", "place"}),
}
"""For each kind of edit, the kinds of finding that answer it."""

_UNIT = r"(?:kilomet(?:re|er)s|met(?:re|er)s|millimet(?:re|er)s|tonnes|degrees)"
_TIME = r"(?:seconds|minutes|hours|days|weeks|months|years)"
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_PLACES = (
    "Ankara Frankfurt Vienna Madrid Porto Helsinki Stockholm Oslo Santiago London Manila Brussels Paris Geneva Hanoi "
)
_PLACES += (
    "Patras Budapest Bucharest Belgrade Sofia Bratislava Karlsruhe Mannheim Antwerp New\u00a0York Chile Belgium Cebu"
)
_OPPOSITES = (
    "rose fell|fell rose|rejected accepted|accepted rejected|won lost|opened closed|closed opened|"
    "approved rejected|began ended|increase decrease|arrested released|released arrested|confirmed denied|"
    "denied confirmed|supported opposed|acquitted convicted|guilty innocent|weaken strengthen|reduced increased|"
    "dropped rose|failed succeeded"
)
_PRONOUN = {"he": "she", "his": "her", "him": "her", "himself": "herself"}
_PRONOUN_F = {"she": "he", "herself": "himself"}
_TITLES = {
    "Foreign Minister": "Deputy Foreign Minister",
    "Prime Minister": "Deputy Prime Minister",
    "Interior Minister": "Deputy Interior Minister",
    "Transport Minister": "Finance Minister",
    "Shipping Minister": "Interior Minister",
    "Environment Minister": "Health Minister",
    "Finance Minister": "Justice Minister",
    "Deputy Minister": "Minister",
    "Chief Executive": "Deputy Chief Executive",
    "Governor": "Mayor",
    "Prosecutor": "Judge",
    "Judge": "Prosecutor",
    "Inspector": "Sergeant",
    "Captain": "Engineer",
    "Professor": "Assistant Professor",
    "Ambassador": "Consul",
    "President": "Vice President",
    "Executive Director": "Deputy Executive Director",
    "Director General": "Deputy Director General",
    "State President": "State Vice President",
    "UN Secretary-General": "UN Deputy Secretary-General",
}


def edits(text: str) -> Iterator[Edit]:
    """Every edit that the text allows, kind by kind, in order of place."""
    for make in _MAKERS:
        yield from make(text)


def _each(text: str, kind: str, pattern: str, new: Callable[[re.Match[str]], str], group: int = 1) -> Iterator[Edit]:
    for match in re.finditer(pattern, text):
        value = new(match)
        if value and value != match.group(group):
            yield Edit(kind, match.start(group), match.end(group), value)


def _more(figure: str) -> str:
    """Another figure of the same length and precision: half as much again, or a third less."""
    value = float(figure.replace(",", ""))
    decimals = len(figure.partition(".")[2])
    step = 10 ** (len(figure) - len(figure.rstrip("0"))) if not decimals and set(figure) - {"0"} else 1
    grown = value * 1.6 if str(figure)[0] in "12345" else value * 0.6
    return f"{round(grown / step) * step + (step if value < 4 else 0):,.{decimals}f}"


_FIGURE = r"(?<![\d$€£.,:–-])(\d{1,3}(?:,\d{3})+|\d{1,3})"


def _numbers(text: str) -> Iterator[Edit]:
    other = r"percent|a\.m|p\.m|million|billion|light|per |times|of |on |in |and |to "
    plain = rf"{_FIGURE} (?!{_UNIT}|{_TIME}|{other})[a-z]+s\b"
    yield from _each(text, "number", plain, lambda m: _more(m[1]))
    yield from _each(text, "percent", r"(?<![\d.])(\d+(?:\.\d+)?) percent", lambda m: _more(m[1]))
    yield from _each(text, "money", r"\$(\d+(?:\.\d+)?) (?:million|billion)", lambda m: _more(m[1]))
    yield from _each(text, "unit", rf"{_FIGURE} {_UNIT}\b", lambda m: _more(m[1]))
    yield from _each(text, "duration", rf"{_FIGURE} {_TIME}\b", lambda m: _more(m[1]))
    hedge = r"\b((?:[Mm]ore than|[Oo]ver|[Aa]t least)) \d[\d,]* (?!years|months|weeks|days)"
    yield from _each(text, "hedge", hedge, lambda m: "Fewer than" if m[1][0].isupper() else "fewer than")


def _days(text: str) -> Iterator[Edit]:
    month = "|".join(_MONTHS)
    yield from _each(text, "date", rf"\b(?:{month}) (\d{{1,2}})\b(?![-–,]\d)", lambda m: str((int(m[1]) + 8) % 28 + 1))
    yield from _each(
        text, "weekday", rf"\b(?:on|until) ({'|'.join(_DAYS)})\b", lambda m: _DAYS[(_DAYS.index(m[1]) + 3) % 7]
    )
    yield from _each(text, "time", r"\b(\d{1,2}):\d\d (?:[ap]\.m\.|[AP]M)", lambda m: str((int(m[1]) + 3) % 12 + 1))
    yield from _each(text, "ordinal", r"\b(\d{1,2})(?:st|nd|rd|th) (?!of\b)[a-z]+", lambda m: str(int(m[1]) + 10))
    words = {"first": "third", "second": "fourth", "third": "fifth", "fifth": "eighth"}
    counted = rf"\b(?:[Tt]he|[Ii]ts|[Aa]|[a-z]+’s|[a-z]+'s) ({'|'.join(words)}) (?!half|quarter|place)[a-z]{{4,}}"
    yield from _each(text, "ordinal", counted, lambda m: words[m[1]])


_FULL = re.compile(r"(?<![A-Z][a-z] )\b([A-Z][a-z]{2,}) ([A-Z][a-z]{4,})\b(?! [A-Z])")
_NO_PERSONS = frozenset(
    "The Typhoon Atletico Real Hanoi Nations Deputy Minister Director General President Chinese Communist Permanent "
    "Young Vietnam Vietnamese Australian Lao Legal Foreign Prime Executive Mariano Hoang Thi Crime Commission People "
    "Convention Chairman Party Delegation Government Affairs United Organized Kredit Union University Bank Sevilla "
    "Romanian Emirates Cross Calder Rheinland Professor Economist Analyst Forecaster".split()
)


def _full_names(text: str) -> list[re.Match[str]]:
    """Places of full names of persons."""
    other = {*_NO_PERSONS, *_MONTHS, *_DAYS, *_PLACES.split()}
    return [m for m in _FULL.finditer(text) if not {m[1], m[2]} & other]


def _persons(text: str) -> list[re.Match[str]]:
    """Those whose surname also stands alone."""
    return [m for m in _full_names(text) if re.search(rf"(?<!{m[1]} )\b{m[2]}\b", text)]


def _names(text: str) -> Iterator[Edit]:
    people = _persons(text)
    for match in people:
        name = match[2]
        middle = len(name) // 2
        yield Edit("name_spelling", match.start(2), match.end(2), name[:middle] + name[middle] + name[middle:])
    for match in _full_names(text):
        yield Edit("name_swap", match.start(), match.end(), "Harold Winterbottom")
    for match in re.finditer(rf"\b({'|'.join(_TITLES)}) (?=(?:[A-Z][a-z]+ ){{1,2}}?[A-Z])", text):
        if text[max(0, match.start() - 7) : match.start()].strip() not in ("Deputy", "Prime", "Vice", "State"):
            yield Edit("title_role", match.start(1), match.end(1), _TITLES[match[1]])


def _places(text: str) -> Iterator[Edit]:
    names = _PLACES.split()
    for match in re.finditer(rf"\b(?:in|to|from|near) ({'|'.join(names)})\b(?! (?:[A-Z]|and\b))", text):
        yield Edit("place", match.start(1), match.end(1), "Lagos" if match[1] != "Lagos" else "Lima")


def _genders(text: str) -> Iterator[Edit]:
    """A pronoun that follows its person's name within the sentence or opens the next one."""
    for match in re.finditer(r"\b([A-Z][a-z]{4,}) (?:said|told)[^.“”\"]{0,80}?\b(he|his|she) ", text):
        yield Edit("gender", match.start(2), match.end(2), (_PRONOUN | _PRONOUN_F)[match[2]])
    for match in re.finditer(
        r"(?<=[a-z]\. )(He|She) (?=said|warned|thanked|added|called|praised|ordered|denied)", text
    ):
        new = {"He": "She", "She": "He"}[match[1]]
        yield Edit("gender", match.start(1), match.end(1), new)


def _verbs(text: str) -> Iterator[Edit]:
    done = "cancelled|damaged|signed|rejected|published|closed|opened|rescued|sold|built|planned|called|discovered"
    done += "|approved|arrested|injured|confirmed|inspected|measured|elected|ordered|accepted"
    passive = rf"\b((was|were) )(?!not\b)(?:{done})\b"
    yield from _each(text, "negation", passive, lambda m: f"{m[2]} not ")
    for match in re.finditer(passive, text):
        verb = "is" if match[2] == "was" else "are"
        yield Edit("modality", match.start(1), match.end(1), f"{verb} expected to be ")
    yield from _each(text, "modality", r"\b(is expected to be) [a-z]+ed\b", lambda _: "was")
    yield from _each(text, "negation", r"\b(will) (?!not\b|be\b)[a-z]+", lambda _: "will not")
    pairs = dict(pair.split() for pair in _OPPOSITES.split("|"))
    yield from _each(text, "antonym", rf"\b({'|'.join(pairs)})\b", lambda m: pairs[m[1]])


def _quotes(text: str) -> Iterator[Edit]:
    for match in re.finditer(r"[\"“]([^\"“”\n]{40,250}?)[,.]?[\"”]", text):
        words = list(re.finditer(r"\b[a-z]{5,}\b", match[1]))
        if len(match[1].split()) >= 7 and words:
            word = words[len(words) // 2]
            start = match.start(1) + word.start()
            yield Edit("quote_wording", start, start + len(word.group()), "remarkable")
    surnames = list(dict.fromkeys(person[2] for person in _full_names(text)))
    for match in re.finditer(r"\b([A-Z][a-z]{4,})(?= (?:said|told))|(?<=said )([A-Z][a-z]{4,})(?=[.,])", text):
        name = match.group()
        before = text[: match.start()].split(" ")[-2:-1] or [""]
        if name in surnames and len(surnames) > 1 and not before[0][:1].isupper():
            other = surnames[surnames.index(name) - 1]
            yield Edit("attribution", match.start(), match.end(), other)


def _ages(text: str) -> Iterator[Edit]:
    """The age of somebody named, between commas."""
    named = r"\b[A-Z][a-z]+ [A-Z][a-z]+, (\d{2}),"
    yield from _each(text, "age", named, lambda m: str(int(m[1]) + 7))


def _voices(text: str) -> Iterator[Edit]:
    """Who says it is left out: the narrator says it then. Quotations stay as they are, and so does what police or
    officials say: they are nobody in particular.
    """
    name = r"(?:[A-Z][a-z]+|prosecutors|scientists|the [A-Za-z ]{3,40})"
    for match in re.finditer(rf"(?<=[a-z0-9])(, {name} said|, according to {name})\.", text):
        sentence = text[max(text.rfind(sign, 0, match.start()) for sign in (". ", "\n", "”", '"')) + 1 : match.start()]
        nobody = re.search(r"\b(?:police|officials)\b", match[1])
        if not nobody and "“" not in sentence and '"' not in sentence and len(sentence.split()) >= 5:
            yield Edit("narrator", match.start(1), match.end(1), "")


def _scopes(text: str) -> Iterator[Edit]:
    """How many of them: all, most, none."""
    other = {"all": "some", "every": "hardly any", "most": "few", "none": "all", "All": "Some", "Most": "Few"}
    plural = r"(?= (?:of )?(?:the |its |their )?[a-z]+s\b)"
    yield from _each(text, "scope", rf"\b(all|most|All|Most){plural}", lambda m: other[m[1]])


def _futures(text: str) -> Iterator[Edit]:
    """What will be, and what may be."""
    yield from _each(text, "will_may", r"\b(will) (?!not\b|have\b)[a-z]+", lambda _: "may")


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
_NATIONS = {
    "Vietnamese": "Indonesian", "Australian": "Canadian", "Romanian": "Bulgarian", "Chilean": "Peruvian",
    "Italian": "Spanish", "Hungarian": "Polish", "Swiss": "Austrian", "Portuguese": "Brazilian", "Czech": "Slovak",
    "French": "German", "Dutch": "Danish", "Norwegian": "Finnish", "Swedish": "Estonian", "Chinese": "Japanese",
    "German": "French", "Belgian": "Dutch", "Greek": "Turkish", "Turkish": "Greek", "British": "Irish",
}  # fmt: skip


def _shares(text: str) -> Iterator[Edit]:
    """Parts of a whole, and how many times as much."""
    of = r"(?= (?:of )?(?:the |all |its )?[a-z]+)"
    yield from _each(text, "fraction", rf"\b({'|'.join(_FRACTIONS)})\b{of}(?! an? | as )", lambda m: _FRACTIONS[m[1]])
    yield from _each(text, "multiple", rf"\b({'|'.join(_MULTIPLES)})\b", lambda m: _MULTIPLES[m[1]])


def _results(text: str) -> Iterator[Edit]:
    """The first side's figure of a match or a vote."""
    yield from _each(
        text,
        "score",
        r"(?<![\d–-])(?<!ber )(?<!rch )(?<!pril )(\d{1,3})-\d{1,3}\b(?![-–\d])",
        lambda m: str(int(m[1]) + 1),
    )


def _years(text: str) -> Iterator[Edit]:
    yield from _each(text, "year", r"\b(?:in|since|until|of) ((?:19|20)\d\d)\b", lambda m: str(int(m[1]) - 7))


def _nations(text: str) -> Iterator[Edit]:
    """Whose somebody is: an adjective before a common noun, named once in the article."""
    for match in re.finditer(rf"\b({'|'.join(_NATIONS)}) (?=[a-z]{{4,}})", text):
        if text.count(match[1]) == 1:
            yield Edit("nation", match.start(1), match.end(1), _NATIONS[match[1]])


def _lists(text: str) -> Iterator[Edit]:
    """The second of three names in a row, that stands nowhere else."""
    for match in re.finditer(r"\b[A-Z][a-z]{3,}, ([A-Z][a-z]{3,}) and [A-Z][a-z]{3,}\b", text):
        if text.count(match[1]) == 1 and match[1] not in _NATIONS:
            yield Edit("list", match.start(1), match.end(1), "Murmansk")


_MAKERS = (_numbers, _days, _names, _places, _genders, _verbs, _quotes, _ages, _voices, _scopes, _futures)
_MAKERS += (_shares, _results, _years, _nations, _lists)
