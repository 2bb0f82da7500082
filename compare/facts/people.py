"""Who is who within one article: full names, short forms, titles, and the pronouns that point at them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from compare.facts.gazetteer import gazetteer
from compare.facts.names import find_runs
from compare.facts.namesakes import MOST_NAMESAKES, Namesakes, Spellings
from compare.facts.naming import Naming, index_at, name_people, name_span
from compare.facts.titles import Office, read_offices
from compare.model import Span
from compare.text.witness import Witness
from compare.text.words import Word

_LARGE = 500
_MUCH_OFTENER = 3
"""A lone word that comes so much oftener than a full name is a name of its own, and not that one misspelt."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One place where a person is named or meant: the span, its sentence's index, and the form.

    Forms: "full" (two words of the name or more), "short" (one word of it), "variant" (one word of it, spelt in another
    way), "title" ("the Deputy Minister") and "pronoun".
    """

    span: Span
    sentence: int
    form: str


@dataclass(frozen=True, slots=True)
class Title:
    """A title as written before or after a name, in folded words, with the offices that it names."""

    span: Span
    sentence: int
    folded: str

    @property
    def offices(self) -> tuple[Office, ...]:
        """What it names; nothing for a mere form of address."""
        return read_offices(self.folded)


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one article: the fullest name as written, folded name tokens, titles seen, and every mention."""

    name: str
    tokens: tuple[str, ...]
    titles: tuple[Title, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def offices(self) -> tuple[Office, ...]:
        """The offices that the titles name, in order."""
        return tuple(dict.fromkeys(office for title in self.titles for office in title.offices))


@dataclass
class _Draft:
    name: str
    tokens: tuple[str, ...]
    titles: list[Title] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)

    def add(self, witness: Witness, naming: Naming, form: str) -> None:
        self.mentions.append(Mention(name_span(naming.name), naming.sentence, form))
        for words in (naming.title, naming.after):
            if words:
                self.titles.append(title_of(witness, naming.sentence, words))
                self.heads.update(office.head for office in self.titles[-1].offices)


def find_people(witness: Witness) -> tuple[Person, ...]:
    """The people of the article, in order of first mention.

    A name of two words or more is a person when a title, an age, a verb of speech or its own short form says so. A
    short form that fits two people is linked to neither.
    """
    from compare.facts.pointers import find_pointers  # it reads the people found here

    lower = frozenset(w.written for words in witness.words for w in words if w.written.islower())
    runs = find_runs(witness)
    namings = [n for index in runs for n in name_people(witness, index, runs[index], lower)]
    drafts = _full_names(witness, namings, lower)
    _add_short_forms(witness, namings, drafts)
    people = [Person(d.name, d.tokens, tuple(d.titles), tuple(sorted(d.mentions))) for d in drafts if d.mentions]
    return tuple(sorted(find_pointers(witness, people, namings), key=lambda p: (p.mentions[0].span, p.tokens)))


def _full_names(witness: Witness, namings: Sequence[Naming], lower: frozenset[str]) -> list[_Draft]:
    """One draft for each person with a name of two words or more; forms of one name are joined, longest first."""
    alone = frozenset(n.tokens[0] for n in namings if len(n.name) == 1)
    named: dict[tuple[str, ...], list[Naming]] = {}
    for naming in namings:
        if 2 <= len(naming.name) <= 6:
            named.setdefault(naming.tokens, []).append(naming)
    slips = Spellings(alone, asked=len(named))
    known: Namesakes[_Draft] = Namesakes()
    found = []
    for tokens in sorted(named, key=lambda t: (-len(t), t)):
        seen = named[tokens]
        same = min(known.find(tokens), key=lambda d: d.tokens, default=None)
        if same:
            draft = same
        elif any(n.evident for n in seen) or (lower.isdisjoint(tokens) and _is_reused(tokens[-1], alone, slips)):
            draft = _Draft(name_span(seen[0].name).of(witness.article.text), tokens)
            found.append(draft)
            known.add(draft)
        else:
            continue
        for naming in seen:
            draft.add(witness, naming, "full")
    return found


def _is_reused(last: str, alone: frozenset[str], slips: Spellings) -> bool:
    """True where the last word of a name stands alone elsewhere, as persons' names do, and is no well-known place."""
    if any(place.kind != "city" or place.people >= _LARGE for place in gazetteer().find((last,))):
        return False
    return last in alone or any(slips.near(last))


def _add_short_forms(witness: Witness, namings: Sequence[Naming], drafts: list[_Draft]) -> None:
    """Link single words to the one person they fit; a form of address makes a person of a name never given in full."""
    last: dict[str, list[_Draft]] = {}
    first: dict[str, list[_Draft]] = {}
    for draft in drafts:
        last.setdefault(draft.tokens[-1], []).append(draft)
        first.setdefault(draft.tokens[0], []).append(draft)
    for naming in namings:
        if len(naming.name) != 1:
            continue
        token = naming.tokens[0]
        owners = last.get(token) or first.get(token) or []
        if 1 < len(owners) <= MOST_NAMESAKES and naming.title:
            offices = title_of(witness, naming.sentence, naming.title).offices
            owners = [d for d in owners if not d.heads.isdisjoint(office.head for office in offices)]
        if len(owners) == 1:
            owners[0].add(witness, naming, "short")
        elif not owners and naming.title and not first.get(token) and not last.get(token):
            draft = _Draft(name_span(naming.name).of(witness.article.text), (token,))
            draft.add(witness, naming, "short")
            drafts.append(draft)
            last[token] = [draft]
    _join_variants(witness, drafts, namings)


def _join_variants(witness: Witness, drafts: list[_Draft], namings: Sequence[Naming]) -> None:
    """A lone name that is nearly the last word of one full name, and of no other person, is that name misspelt."""
    known = {token for d in drafts for token in d.tokens}
    full: dict[str, list[_Draft]] = {}
    for draft in drafts:
        if len(draft.tokens) > 1 and len(draft.tokens[-1]) >= 4:
            full.setdefault(draft.tokens[-1], []).append(draft)
    lone: dict[str, list[Naming]] = {}
    text = witness.article.text
    for naming in namings:
        if len(naming.name) == 1 and len(naming.tokens[0]) >= 4 and naming.tokens[0] not in known:
            if gazetteer().find((naming.tokens[0].removesuffix("s"),)):
                continue  # "Indias" has lost its apostrophe
            if text.startswith(" of ", naming.name[0].end):
                continue  # "the Pool of London" is no Gene Poole
            lone.setdefault(naming.tokens[0], []).append(naming)
    slips = Spellings(full, asked=len(lone))
    for token, seen in lone.items():
        near = [d for last in islice(slips.near(token), 2) for d in full[last]]
        if len(near) == 1 and len(seen) <= _MUCH_OFTENER * len(near[0].mentions):
            for naming in seen:
                near[0].add(witness, naming, "variant")


def title_of(witness: Witness, sentence: int, words: Sequence[Word]) -> Title:
    """The title from its first word to its last, with the words between them."""
    span = name_span(words)
    every = witness.words[sentence]
    inside = every[index_at(every, span.start) : index_at(every, span.end)]
    return Title(span, sentence, " ".join(word.folded for word in inside))


def mentions_by_sentence(people: Iterable[Person]) -> dict[int, list[tuple[Mention, Person]]]:
    """Sentence index → who is named or meant there, by place."""
    found: dict[int, list[tuple[Mention, Person]]] = {}
    for mention, person in sorted(((m, p) for p in people for m in p.mentions), key=lambda pair: pair[0]):
        found.setdefault(mention.sentence, []).append((mention, person))
    return found
