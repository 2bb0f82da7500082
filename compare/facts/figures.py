"""Dates, times, ordinals, scores and quantities of an article: each takes what the ones before it have left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from compare.facts import ages, dates, multiples, times
from compare.facts.ages import find_decades
from compare.facts.article_counts import count_articles
from compare.facts.dates import find_days
from compare.facts.multiples import find_multiples
from compare.facts.names import is_shouted
from compare.facts.ordinals import find_ordinals
from compare.facts.people import Person
from compare.facts.quantities import Quantity, find_quantities, kind_of
from compare.facts.readings import STARTERS, VAGUE
from compare.facts.scores import find_scores
from compare.facts.taken import Taken
from compare.facts.times import Clock, find_times
from compare.model import Claim, Evidence, Span
from compare.text.witness import Witness
from compare.text.words import Word, split_words

_YEAR = 4
Figure = tuple[str, object, Span, str]
"""Kind, value, span and head noun."""
Reader = Callable[[str, Span, Sequence[Word], date | None], Iterator[Figure]]
_TRIGGERS = dates.TRIGGERS | times.TRIGGERS | ages.TRIGGERS | multiples.TRIGGERS | STARTERS | VAGUE.keys()
_TRIGGERS |= {"first", "second"}


def extract_figures(witness: Witness, people: tuple[Person, ...]) -> Iterator[Claim]:  # noqa: ARG001  # the extractors' contract
    """Claims of kind date, time, ordinal, score, duration, unit and number; the subject is the head noun."""
    article, published = witness.article, witness.article.published
    day = published.date() if published else None
    read = _reader(witness.language)
    for at in witness.compared:
        span, words = witness.sentences[at].span, witness.words[at]
        for kind, value, where, subject in read(article.text, span, words, day):
            yield Claim(kind, value, Evidence(article.id, where, where.of(article.text)), subject)


def _reader(language: str) -> Reader:
    """How figures are read in a language: English with number words, others by CLDR, loaded for them only."""
    if language == "en":
        return _figures
    from compare.facts.foreign_figures import find_foreign
    from compare.facts.locales import signs_of

    signs = signs_of(language)
    return partial(find_foreign, signs) if signs else _figures


def _figures(text: str, span: Span, words: Sequence[Word], published: date | None) -> Iterator[Figure]:
    words = _parted(text, words) if any(" " in word.written for word in words) and is_shouted(words) else words
    forms = {word.folded for word in words}
    digits = any(form[0].isdigit() or form[-1].isdigit() for form in forms)
    if not digits and not forms & _TRIGGERS:
        return
    dated = forms & dates.TRIGGERS or any(len(form) == _YEAR and form.isdigit() for form in forms)
    days = find_days(text, span, words, published) if dated else []
    taken = Taken(where for where, _ in days)
    clocks = [c for c in find_times(text, span) if not taken.meets(c[0])] if digits or forms & times.TRIGGERS else []
    taken = taken.with_more(where for where, _ in clocks)
    ordinals = find_ordinals(text, span, words, taken)
    taken = taken.with_more(where for where, _ in ordinals)
    yield from (("date", day, where, "") for where, day in days if day)
    yield from (("time", clock, where, "") for where, clock in clocks if isinstance(clock, Clock))
    yield from (("ordinal", ordinal, where, ordinal.head) for where, ordinal in ordinals)
    scores = list(find_scores(text, span, words, taken)) if digits else []
    taken = taken.with_more(where for where, _ in scores)
    yield from (("score", score, where, "") for where, score in scores)
    told = [*lasted(clocks), *_in_words(text, span, words, forms, taken)]
    taken = taken.with_more(where for where, _ in told)
    counted = find_quantities(text, span, words, taken)
    for where, quantity in (*told, *counted, *count_articles(text, span, words, counted)):
        yield kind_of(quantity), quantity, where, quantity.head


def _parted(text: str, words: Sequence[Word]) -> list[Word]:
    """Words of text in capitals, in which "TO 45" is no name of a body's meeting (CCPCJ 34) but two words."""
    found: list[Word] = []
    for word in words:
        gap = word.written.find(" ") if word.written[-1].isdigit() else -1
        at = word.start + gap
        parts = [Span(word.start, at), Span(at + 1, word.end)] if gap > 0 else []
        found += [part for span in parts for part in split_words(text, span)] if parts else [word]
    return found


def _in_words(
    text: str, span: Span, words: Sequence[Word], forms: set[str], taken: Taken
) -> Iterator[tuple[Span, Quantity]]:
    """What has words of its own for a figure: ages of so many decades, multiples."""
    for where, (low, high) in find_decades(text, span) if " in " in text[span.start : span.end] else ():
        yield where, Quantity(low, high, dimension="age", unit="year")
    if forms & multiples.TRIGGERS:
        yield from find_multiples(text, span, words, taken)


def lasted(clocks: Iterable[tuple[Span, Clock | timedelta | None]]) -> Iterator[tuple[Span, Quantity]]:
    """The durations among what looks like times: the results of a race."""
    for where, clock in clocks:
        if isinstance(clock, timedelta):
            seconds = clock.total_seconds()
            yield where, Quantity(seconds, seconds, dimension="duration", unit="second")
