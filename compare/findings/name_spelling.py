"""One name in two spellings: across the witnesses, or within one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from compare.facts.gazetteer import gazetteer
from compare.facts.names import find_runs
from compare.facts.namesakes import is_misspelling
from compare.facts.naming import name_span, without_opener
from compare.facts.people import Person
from compare.facts.titles import title_words
from compare.findings.comparer import Level, Ruled, Side, StoryView
from compare.findings.romanised import may_be_romanised
from compare.findings.slips import slips_of
from compare.findings.who import NAMED, Figure, mention_claim, rows_by_sentence, span_claim
from compare.model import Claim, Evidence, Finding, Severity, Span, Verdict
from compare.text.witness import Witness
from compare.text.words import Word

Name = tuple[Word, ...]
_TWO, _LONG = 2, 5
"""A name of two words of so many letters may be slipped in twice; shorter ones are soon another's."""
_QUOTED = re.compile(r"[\"“‘']\s?\w+[,.]?\s?[\"”’']")
"""A lone name in quotation marks is spoken of: "she changed the spelling to “Bettie”"."""


class NameSpellingComparer(Ruled):
    """Names of two words or more, equal but for one word that is a slip away from the other.

    Diacritics, case, hyphens, initials, middle names and the order of the words are no difference, and two names that
    the gazetteer knows are two places.
    """

    kind = "name_spelling"
    kinds = ("internal",)
    levels = (
        Level("name_spelling.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one gives this name."),
        Level(
            "name_spelling.internal", Verdict.DIFFER, Severity.HIGH, "One article spells the name both “{a}” and “{b}”."
        ),
        Level(
            "name_spelling.romanised", Verdict.DIFFER, Severity.LOW, "One name in two romanisations: “{a}” and “{b}”."
        ),
        Level("name_spelling.slip", Verdict.DIFFER, Severity.HIGH, "One name is spelt “{a}” and “{b}”."),
    )

    def compare_story(self, view: StoryView) -> Iterator[Finding]:
        """Findings within each article, then across the witnesses."""
        for index, facts in enumerate(view.facts):
            for person in facts.people:
                yield from self._within(view, index, person)
            for x, y in slips_of(view).within[index]:
                if differing_word(x.tokens, y.tokens, family_only=True) and not _side_by_side(x, y):
                    yield self._internal([*_spelt(view, index, x), *_spelt(view, index, y)])
        told = list(self._across(view))
        yield from told
        yield from self._elsewhere(view, {claim.evidence for finding in told for claim in finding.claims})

    def _elsewhere(self, view: StoryView, told: set[Evidence]) -> Iterator[Finding]:
        """Names that are not known for people's, in sentences that stand against each other."""
        known = [frozenset(w.folded for words in witness.words for w in words) for witness in view.witnesses]
        names = [_names(witness) for witness in view.witnesses]
        for passage in view.passages:
            if sum(not names[side.index].keys().isdisjoint(side.sentences) for side in passage.sides) < 2:
                continue
            for a, b in passage.pairs():
                ours, theirs = (_in_passage(names[side.index], side) for side in (a, b))
                for x, y in [*_one_word_apart(ours, theirs), *_two_slips(ours, theirs)]:
                    slips = differing_words(_folded(x), _folded(y))
                    if slips and all(s not in known[b.index] and t not in known[a.index] for s, t in slips):
                        claims = [_claim(view, a.index, x), _claim(view, b.index, y)]
                        if told.isdisjoint(claim.evidence for claim in claims):
                            yield self.finding(_relation(slips, view), claims, passage.index)

    def _within(self, view: StoryView, index: int, person: Person) -> Iterator[Finding]:
        text = view.witnesses[index].article.text
        if any(m.form == "variant" and not _QUOTED.search(text, *_around(m.span)) for m in person.mentions):
            yield self._internal(_spelt(view, index, person))

    def _internal(self, claims: list[Claim]) -> Finding:
        first, second = _two_spellings(claims)
        return self.finding("internal", claims, kind="internal", a=first, b=second)

    def _across(self, view: StoryView) -> Iterator[Finding]:
        rows = rows_by_sentence(view)
        for x, y in slips_of(view).across:
            slip = differing_word(x.tokens, y.tokens)
            if _named_in_full(x) & _named_in_full(y) or not slip:
                continue
            ours = [(k, p) for k, people in sorted(x.people.items()) for p in people]
            theirs = [(k, p) for k, people in sorted(y.people.items()) for p in people]
            shared = _rows(ours, rows) & _rows(theirs, rows)
            if shared:
                claims = [
                    claim
                    for k, person in sorted([*ours, *theirs], key=_by_witness)
                    for claim in _spelt(view, k, person)
                ]
                first, second = _two_spellings(claims)
                yield self.finding(_relation((slip,), view), claims, min(shared), a=first, b=second)


def _relation(slips: Sequence[tuple[str, str]], view: StoryView) -> str:
    return "romanised" if all(may_be_romanised(*slip, view) for slip in slips) else "slip"


def _around(span: Span) -> tuple[int, int]:
    return max(0, span.start - 2), span.end + 2


def _named_in_full(figure: Figure) -> set[int]:
    """The witnesses that give more of the name than its last word."""
    return {k for k, people in figure.people.items() if any(len(person.tokens) > 1 for person in people)}


def _names(witness: Witness) -> dict[int, list[Name]]:
    """Per sentence the capitalised runs of two words or more whose words the witness writes small nowhere."""
    lower = frozenset(w.folded for words in witness.words for w in words if w.written.islower())
    bodies = title_words().bodies
    found: dict[int, list[Name]] = {}
    for index, runs in find_runs(witness).items():
        for words in (without_opener(run, lower) for run in runs):
            if len(words) > 1 and words[0].folded not in bodies and lower.isdisjoint(_folded(words)):
                found.setdefault(index, []).append(words)
    return found


def _in_passage(names: Mapping[int, Sequence[Name]], side: Side) -> list[Name]:
    """The names of one side of a passage, each spelling once: its other places are found later."""
    first: dict[tuple[str, ...], Name] = {}
    for name in (name for i in side.sentences for name in names.get(i, ())):
        first.setdefault(_folded(name), name)
    return list(first.values())


def _one_word_apart(ours: Sequence[Name], theirs: Sequence[Name]) -> list[tuple[Name, Name]]:
    """Every two names that are one but for one word, found by what is left of them without it."""
    without: dict[object, list[int]] = {}
    for n, name in enumerate(theirs):
        for key in _gapped(name):
            without.setdefault(key, []).append(n)
    pairs = {(m, n) for m, name in enumerate(ours) for key in _gapped(name) for n in without.get(key, ())}
    return [(ours[m], theirs[n]) for m, n in sorted(pairs)]


def _two_slips(ours: Sequence[Name], theirs: Sequence[Name]) -> list[tuple[Name, Name]]:
    """Every two names of two long words that begin with the same letters and have no word in common."""
    begun: dict[tuple[str, ...], list[Name]] = {}
    for name in theirs:
        begun.setdefault(_initials(name), []).append(name)
    return [
        (x, y)
        for x in ours
        if len(x) == _TWO and all(len(word.folded) >= _LONG for word in x)
        for y in begun.get(_initials(x), ())
        if len(y) == _TWO and set(_folded(x)).isdisjoint(_folded(y))
    ]


def _initials(name: Name) -> tuple[str, ...]:
    return tuple(word.folded[0] for word in name)


def _gapped(name: Name) -> Iterator[tuple[int, int, int]]:
    """A key for each word of a name: the length, which word is left out, and the others together as one number."""
    hashes = [hash((place, word.folded)) for place, word in enumerate(name)]
    whole = sum(hashes)
    yield from ((len(name), place, whole - left_out) for place, left_out in enumerate(hashes))


def _folded(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.folded for word in words)


def _claim(view: StoryView, index: int, name: Sequence[Word]) -> Claim:
    return span_claim(view, index, "name", name_span(name), " ".join(_folded(name)))


def differing_word(a: Sequence[str], b: Sequence[str], family_only: bool = False) -> tuple[str, str] | None:
    """The word in which two full names differ by a slip; names of unequal length are held by first and last word."""
    if len(a) != len(b):
        a, b = (a[0], a[-1]), (b[0], b[-1])
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(apart) != 1 or not is_misspelling(*apart[0], initial=False):
        return None
    if family_only and a[-1] == b[-1]:
        return None  # John and Joan Smith of one text are two people
    short, long = sorted(apart[0], key=len)
    if long == short + "i" and a[-1] == b[-1]:
        return None  # Punjab Police and Punjabi Police; Emma Marcon and Emma Marconi are a slip
    table = gazetteer()
    return None if table.find(a) and table.find(b) else apart[0]


def differing_words(a: Sequence[str], b: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The word in which two names differ by a slip, or the two words of both: Marta Lindqvist, Martha Lindquist."""
    slip = differing_word(a, b)
    if slip or not len(a) == len(b) == _TWO:
        return (slip,) if slip else ()
    pairs = tuple(zip(a, b, strict=True))
    is_twice = all(x != y and len(x) >= _LONG and is_misspelling(x, y) for x, y in pairs)
    return pairs if is_twice and not (gazetteer().find(a) and gazetteer().find(b)) else ()


def _spelt(view: StoryView, index: int, person: Person) -> list[Claim]:
    """Every naming of the person that shows how the last word is spelt."""
    text = view.witnesses[index].article.text
    return [mention_claim(view, index, m, person, m.span.of(text)) for m in person.mentions if m.form in NAMED]


def _two_spellings(claims: list[Claim]) -> tuple[str, str]:
    """The first naming, and the first that ends in another word."""
    words = [claim.evidence.quote.split()[-1].casefold() for claim in claims]
    others = [n for n, word in enumerate(words) if word != words[0]]
    other = next((n for n in others if is_misspelling(words[n], words[0])), (others or [len(claims) - 1])[0])
    return claims[0].evidence.quote, claims[other].evidence.quote


def _rows(people: list[tuple[int, Person]], rows: dict[tuple[int, int], int]) -> set[int]:
    return {rows[k, m.sentence] for k, p in people for m in p.mentions if m.form in NAMED and (k, m.sentence) in rows}


def _side_by_side(a: Person, b: Person) -> bool:
    return bool({m.sentence for m in a.mentions} & {m.sentence for m in b.mentions})


def _by_witness(pair: tuple[int, Person]) -> tuple[int, tuple[str, ...]]:
    return pair[0], pair[1].tokens
