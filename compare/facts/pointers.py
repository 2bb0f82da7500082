"""Bare titles and pronouns that point at a person named elsewhere in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from compare.facts.finite import is_verb
from compare.facts.naming import Naming, index_at
from compare.facts.people import Mention, Person, mentions_by_sentence, title_of
from compare.facts.quotations import find_quotations, quotation_at
from compare.facts.reporting import reporting_verbs
from compare.facts.titles import Office, read_offices
from compare.model import Span
from compare.text.witness import Witness

PRONOUNS = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}
"""Third-person singular pronouns and the form that they are counted under."""
_SUBJECTS = frozenset(("he", "she"))
_GOES_ON = frozenset("said says added adds".split())
"""What one who has spoken does next."""


def find_pointers(witness: Witness, people: Sequence[Person], namings: Sequence[Naming]) -> list[Person]:
    """The people with the mentions by title and by pronoun added, where only one person can be meant."""
    extra: dict[tuple[str, ...], list[Mention]] = {p.tokens: [] for p in people}
    holders = _Holders(people)
    for naming in namings:
        if not naming.name and (meant := holders.of(title_of(witness, naming.sentence, naming.title).folded)):
            span = Span(naming.title[0].start, naming.title[-1].end)
            extra[meant.tokens].append(Mention(span, naming.sentence, "title"))
    titled = [replace(p, mentions=tuple(sorted((*p.mentions, *extra[p.tokens])))) for p in people]
    for mention, tokens in _pronouns(witness, titled):
        extra[tokens].append(mention)
    return [replace(p, mentions=tuple(sorted((*p.mentions, *extra[p.tokens])))) for p in people]


def subject_of(witness: Witness, here: Sequence[tuple[Mention, Person]]) -> tuple[Mention, Person] | None:
    """The one person whom a sentence is about, of those whom it mentions: named first, right before the verb."""
    named = [(m, p) for m, p in here if m.form != "pronoun"]
    if not named:
        return None
    first, person = named[0]
    words = witness.words[first.sentence]
    at = index_at(words, first.span.end)
    return (first, person) if at < len(words) and is_verb(words[at].written) and _leads(witness, first) else None


def _leads(witness: Witness, mention: Mention) -> bool:
    """True when nothing but an opening phrase ("In her remarks,") and a title stand before the mention."""
    sentence = witness.sentences[mention.sentence].span
    before = witness.article.text[sentence.start : mention.span.start]
    clause = before.rpartition(", ")[2]
    return len(clause.split()) <= 6 and not any(is_verb(w) for w in clause.split())


def fits(bare: Office, held: Office) -> bool:
    """True where a bare title can mean the office that somebody holds: one head and grade, no other field."""
    return bare.head == held.head and bare.grades == held.grades and set(bare.domain) <= set(held.domain)


class _Holders:
    """The people by their offices and by each word of an office's field, so that a bare title is held against few."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._by_word: dict[tuple[str, tuple[str, ...], str], list[tuple[Person, Office]]] = {}
        for person in people:
            for held in person.offices:
                for word in ("", *held.domain):
                    self._by_word.setdefault((held.head, held.grades, word), []).append((person, held))

    def of(self, title: str) -> Person | None:
        """The one person of the article who holds this office, whatever more their title says."""
        offices = read_offices(title)
        if not offices:
            return None
        bare = offices[0]
        known = [self._by_word.get((bare.head, bare.grades, word), []) for word in bare.domain or ("",)]
        meant: Person | None = None
        for person, held in min(known, key=len):
            if fits(bare, held):
                if meant is not None and person is not meant:
                    return None
                meant = person
        return meant


def _pronouns(witness: Witness, people: Sequence[Person]) -> Iterator[tuple[Mention, tuple[str, ...]]]:
    """ "She" that opens a sentence, or a clause of saying, is the subject of the sentence before.

    Where somebody else was named there as who says it ("Roe won, Doe said"), "he said" is the one who spoke, and any
    other pronoun may be either.
    """
    topic: Person | None = None
    voice: Person | None = None
    last = -2
    placed = mentions_by_sentence(people)
    quotations = find_quotations(witness.article.text)
    for index in witness.compared:
        subject = subject_of(witness, placed.get(index, ()))
        named = [m for m, _ in placed.get(index, ())]
        topic, voice = (topic, voice) if index - last == 1 else (None, None)
        words = witness.words[index]
        for at, word in enumerate(words):
            if word.folded not in _SUBJECTS or quotation_at(quotations, word.start):
                continue
            says = at + 1 < len(words) and words[at + 1].folded in _GOES_ON
            meant = topic if voice in (None, topic) else voice if says else None
            if meant and not any(m.span.start < word.start for m in named):
                yield Mention(word.span, index, "pronoun"), meant.tokens
                break
        if subject:
            topic = subject[1]
        elif named:
            topic = None
        voice = _voice(witness, placed.get(index, ())) if named else voice
        last = index


def _voice(witness: Witness, here: Sequence[tuple[Mention, Person]]) -> Person | None:
    """Who is named at the end of a sentence as who says it: "…, Doe said", "…, said Doe"."""
    mention, person = here[-1]
    if mention.form == "pronoun":
        return None
    words = witness.words[mention.sentence]
    first, behind = index_at(words, mention.span.start), index_at(words, mention.span.end)
    verb = (
        words[behind : behind + 1]
        if len(words) - behind == 1
        else words[first - 1 : first]
        if behind == len(words)
        else ()
    )
    return person if any(word.folded in reporting_verbs() for word in verb) else None
