"""Edits of people and places: names, titles, genders, nations, lists of names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figure_edits import DAYS, MONTHS
from one_edit import Edit

_PLACES = (
    "Ankara Frankfurt Vienna Madrid Porto Helsinki Stockholm Oslo Santiago London Manila Brussels Paris Geneva Hanoi "
)
_PLACES += (
    "Patras Budapest Bucharest Belgrade Sofia Bratislava Karlsruhe Mannheim Antwerp New\u00a0York Chile Belgium Cebu"
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
_NATIONS = {
    "Vietnamese": "Indonesian", "Australian": "Canadian", "Romanian": "Bulgarian", "Chilean": "Peruvian",
    "Italian": "Spanish", "Hungarian": "Polish", "Swiss": "Austrian", "Portuguese": "Brazilian", "Czech": "Slovak",
    "French": "German", "Dutch": "Danish", "Norwegian": "Finnish", "Swedish": "Estonian", "Chinese": "Japanese",
    "German": "French", "Belgian": "Dutch", "Greek": "Turkish", "Turkish": "Greek", "British": "Irish",
}  # fmt: skip
_FULL = re.compile(r"(?<![A-Z][a-z] )\b([A-Z][a-z]{2,}) ([A-Z][a-z]{4,})\b(?! [A-Z])")
_NO_PERSONS = frozenset(
    "The Typhoon Atletico Real Hanoi Nations Deputy Minister Director General President Chinese Communist Permanent "
    "Young Vietnam Vietnamese Australian Lao Legal Foreign Prime Executive Mariano Hoang Thi Crime Commission People "
    "Convention Chairman Party Delegation Government Affairs United Organized Kredit Union University Bank Sevilla "
    "Romanian Emirates Cross Calder Rheinland Professor Economist Analyst Forecaster".split()
)


def full_names(text: str) -> list[re.Match[str]]:
    """Places of full names of persons."""
    other = {*_NO_PERSONS, *MONTHS, *DAYS, *_PLACES.split()}
    return [m for m in _FULL.finditer(text) if not {m[1], m[2]} & other]


def _persons(text: str) -> list[re.Match[str]]:
    """Those whose surname also stands alone."""
    return [m for m in full_names(text) if re.search(rf"(?<!{m[1]} )\b{m[2]}\b", text)]


def names(text: str) -> Iterator[Edit]:
    """A surname with a letter more, another person altogether, another title."""
    people = _persons(text)
    for match in people:
        name = match[2]
        middle = len(name) // 2
        yield Edit("name_spelling", match.start(2), match.end(2), name[:middle] + name[middle] + name[middle:])
    for match in full_names(text):
        yield Edit("name_swap", match.start(), match.end(), "Harold Winterbottom")
    for match in re.finditer(rf"\b({'|'.join(_TITLES)}) (?=(?:[A-Z][a-z]+ ){{1,2}}?[A-Z])", text):
        if text[max(0, match.start() - 7) : match.start()].strip() not in ("Deputy", "Prime", "Vice", "State"):
            yield Edit("title_role", match.start(1), match.end(1), _TITLES[match[1]])


def places(text: str) -> Iterator[Edit]:
    """Where it was."""
    names = _PLACES.split()
    for match in re.finditer(rf"\b(?:in|to|from|near) ({'|'.join(names)})\b(?! (?:[A-Z]|and\b))", text):
        yield Edit("place", match.start(1), match.end(1), "Lagos" if match[1] != "Lagos" else "Lima")


def genders(text: str) -> Iterator[Edit]:
    """A pronoun that follows its person's name within the sentence or opens the next one."""
    for match in re.finditer(r"\b([A-Z][a-z]{4,}) (?:said|told)[^.“”\"]{0,80}?\b(he|his|she) ", text):
        yield Edit("gender", match.start(2), match.end(2), (_PRONOUN | _PRONOUN_F)[match[2]])
    for match in re.finditer(
        r"(?<=[a-z]\. )(He|She) (?=said|warned|thanked|added|called|praised|ordered|denied)", text
    ):
        new = {"He": "She", "She": "He"}[match[1]]
        yield Edit("gender", match.start(1), match.end(1), new)


def nations(text: str) -> Iterator[Edit]:
    """Whose somebody is: an adjective before a common noun, named once in the article."""
    for match in re.finditer(rf"\b({'|'.join(_NATIONS)}) (?=[a-z]{{4,}})", text):
        if text.count(match[1]) == 1:
            yield Edit("nation", match.start(1), match.end(1), _NATIONS[match[1]])


def lists(text: str) -> Iterator[Edit]:
    """The second of three names in a row, that stands nowhere else."""
    for match in re.finditer(r"\b[A-Z][a-z]{3,}, ([A-Z][a-z]{3,}) and [A-Z][a-z]{3,}\b", text):
        if text.count(match[1]) == 1 and match[1] not in _NATIONS:
            yield Edit("list", match.start(1), match.end(1), "Murmansk")
