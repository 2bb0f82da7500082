"""Places named in an article: territories, divisions, cities and landmarks, each with what it lies in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from compare.facts.gazetteer import Gazetteer, Place, gazetteer, landmark_words
from compare.facts.names import is_calendar
from compare.facts.people import Person
from compare.facts.uncased_places import find_uncased, is_uncased
from compare.model import Claim, Evidence, Span
from compare.text.witness import Witness
from compare.text.words import Word

LOCATIVES = frozenset(
    "in at to from near of outside inside around across between through throughout via for into toward towards leaving "
    "reached visit visited visiting over off north south east west central downtown northern southern eastern western "
    "greater the and".split()
)
"""Words that lead to a place: a small town's name counts only after one of them."""
_ABROAD = frozenset("en em à a de du im nach aus bei von desde hacia hasta dans vers depuis tại ở từ đến về".split())
"""The same in Spanish, Portuguese, French, German and Vietnamese, as written."""
_LARGE = 500
_TOUCHING = frozenset((" ", "\u00a0"))
_JOINTS = frozenset((" ", "\u00a0", "-", "‐", "‑", " & ", ". "))


def extract_places(witness: Witness, people: tuple[Person, ...]) -> Iterable[Claim]:
    """Claims of kind "place"; the value is a `Place`, "Vienna, Austria" gives the city.

    Names that are part of a longer name ("Hanoi Convention") or of a person's are no places.
    """
    table = gazetteer(witness.language)
    named = [m.span for p in people for m in p.mentions if m.form in ("full", "short", "variant")]
    starts = {at for span in named for at in range(span.start, span.end)}
    text, article = witness.article.text, witness.article.id
    uncased = witness.language != "en" and is_uncased(witness.language)
    for index in witness.compared:
        words = witness.words[index]
        if uncased:
            found = list(find_uncased(text, words, witness.language))
        else:
            found = find_places(text, words, table, witness.language != "en")
        for span, place in found:
            if span.start not in starts:
                yield Claim("place", place, Evidence(article, span, span.of(text)))


def find_places(text: str, words: Sequence[Word], table: Gazetteer, abroad: bool = False) -> list[tuple[Span, Place]]:
    """The places of one sentence, in order; "Austria" in "Vienna, Austria" only tells which Vienna it is.

    `abroad` is true for text in another language than English, whose prepositions lead to places too.
    """
    folded = [word.folded for word in words]
    found: list[tuple[Span, Place]] = []
    at = 0
    while at < len(words):
        if not words[at].written[0].isupper() or is_calendar(words, at):
            at += 1
            continue
        end = _sequence_end(text, words, at)
        if end - at > 1 and not words[at].stem and table.longest_at(folded, at) < end - at:
            at += 1  # "In Hanoi"; "Da" of Da Nang is a small word too
        last, place = _place_at(text, words, folded, at, end, table, abroad)
        if place and not (found and _qualifies(text, found[-1], words[at], place)):
            found.append((_span(words[at:last]), place))
        at = max(last, end)
    return found


def _qualifies(text: str, before: tuple[Span, Place], word: Word, place: Place) -> bool:
    return before[1].kind == "city" and place.kind != "city" and text[before[0].end : word.start] == ", "


def _sequence_end(text: str, words: Sequence[Word], at: int) -> int:
    end = at + 1
    while (
        end < len(words)
        and words[end].written[0].isupper()
        and not is_calendar(words, end)
        and text[words[end - 1].end : words[end].start] in _TOUCHING
        and words[end - 1].written[-2:] not in ("'s", "’s")
    ):
        end += 1
    return end


def _place_at(
    text: str, words: Sequence[Word], folded: list[str], at: int, end: int, table: Gazetteer, abroad: bool
) -> tuple[int, Place | None]:
    """The place that the capitalised words from `at` to `end` name as a whole, and where it ends."""
    length = table.longest_at(folded, at)
    last = at + length
    if not length or last < end or not _is_joined(text, words[at:last]):
        return end, _landmark(words[at:end])
    if not words[at].stem and words[last - 1].written.islower():
        return end, None  # "The states sued" are not "the States"
    if length == 1 and len(folded[at]) <= 3 and not words[at].written.isupper():
        return end, None  # "Us", "La", "Of": short names count in capitals only
    places = table.find(folded[at:last])
    around = _container(text, words, folded, last, table)
    inside = [p for p in places if any(q != p and q.contains(p) for q in around)]
    if inside:
        return last, inside[0]
    first = places[0]
    led = at > 0 and (folded[at - 1] in LOCATIVES or (abroad and words[at - 1].written.lower() in _ABROAD))
    if first.kind == "city" and not led and (length == 1 and first.people < _LARGE):
        return last, None
    return last, first


def _container(text: str, words: Sequence[Word], folded: list[str], at: int, table: Gazetteer) -> tuple[Place, ...]:
    """What stands after ", " or in brackets right behind a name: the place around it."""
    if at >= len(words) or text[words[at - 1].end : words[at].start] not in (", ", " ("):
        return ()
    length = table.longest_at(folded, at)
    return table.find(folded[at : at + length]) if length and words[at].written[0].isupper() else ()


def _landmark(words: Sequence[Word]) -> Place | None:
    firsts, lasts = landmark_words()
    if len(words) < 2 or len(words) > 6 or words[-1].folded in firsts or all(w.written.isupper() for w in words):
        return None  # in text of capitals nothing shows where a name ends
    if words[-1].folded in lasts or words[0].folded in firsts:
        return Place("landmark", " ".join(w.folded for w in words).replace("mt ", "mount "))
    return None


def _is_joined(text: str, words: Sequence[Word]) -> bool:
    return all(
        text[a.span.end : b.span.start] in _JOINTS and a.written[-2:] not in ("'s", "’s") for a, b in pairwise(words)
    )


def _span(words: Sequence[Word]) -> Span:
    last = words[-1]
    return Span(words[0].start, last.span.end - (2 if last.written[-2:] in ("'s", "’s") else 0))
