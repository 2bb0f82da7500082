"""Who is who within one article: full names, short forms, titles, and the pronouns that point at them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from compare.facts.gazetteer import gazetteer
from compare.facts.names import find_runs
from compare.facts.naming import Naming, index_at, name_people, name_span, same_name
from compare.facts.titles import Office, read_offices
from compare.model import Span
from compare.text.witness import Witness
from compare.text.words import Word

_LARGE = 500


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

    def add(self, witness: Witness, naming: Naming, form: str) -> None:
        self.mentions.append(Mention(name_span(naming.name), naming.sentence, form))
        for words in (naming.title, naming.after):
            if words:
                self.titles.append(title_of(witness, naming.sentence, words))


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
    alone = Counter(n.tokens[0] for n in namings if len(n.name) == 1)
    named: dict[tuple[str, ...], list[Naming]] = {}
    for naming in namings:
        if 2 <= len(naming.name) <= 6:
            named.setdefault(naming.tokens, []).append(naming)
    drafts: dict[str, list[_Draft]] = {}
    found = []
    for tokens in sorted(named, key=lambda t: (-len(t), t)):
        seen = named[tokens]
        same = [d for end in {tokens[0], tokens[-1]} for d in drafts.get(end, ()) if same_name(d.tokens, tokens)]
        if same:
            draft = min(same, key=lambda d: d.tokens)
        elif any(n.evident for n in seen) or (lower.isdisjoint(tokens) and _is_reused(tokens[-1], alone)):
            draft = _Draft(name_span(seen[0].name).of(witness.article.text), tokens)
            found.append(draft)
            for end in {tokens[0], tokens[-1]}:
                drafts.setdefault(end, []).append(draft)
        else:
            continue
        for naming in seen:
            draft.add(witness, naming, "full")
    return found


def _is_reused(last: str, alone: Counter[str]) -> bool:
    """True where the last word of a name stands alone elsewhere, as persons' names do, and is no well-known place."""
    if any(place.kind != "city" or place.people >= _LARGE for place in gazetteer().find((last,))):
        return False
    return last in alone or any(is_misspelling(last, token) for token in alone if token[0] == last[0])


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
        if len(owners) > 1 and naming.title:
            owners = [d for d in owners if _shares_office(d, title_of(witness, naming.sentence, naming.title))]
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
    full = [d for d in drafts if len(d.tokens) > 1 and len(d.tokens[-1]) >= 4]
    lone: dict[str, list[Naming]] = {}
    for naming in namings:
        if len(naming.name) == 1 and len(naming.tokens[0]) >= 4 and naming.tokens[0] not in known:
            lone.setdefault(naming.tokens[0], []).append(naming)
    for token, seen in lone.items():
        near = [d for d in full if is_misspelling(token, d.tokens[-1])]
        if len(near) == 1:
            for naming in seen:
                near[0].add(witness, naming, "variant")


def is_misspelling(a: str, b: str, initial: bool = True) -> bool:
    """Two spellings of one name: four letters or more, one slip apart (two from eight letters); not a mere ending.

    With `initial` the first letters must be equal.
    """
    short, long = sorted((a, b), key=len)
    if a == b or len(short) < 4 or (initial and short[0] != long[0]):
        return False
    if long.startswith(short) and long[len(short) :] in ("s", "n", "an", "es"):
        return False
    allowed = 2 if len(short) >= 8 else 1
    return DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed


def _shares_office(draft: _Draft, title: Title) -> bool:
    heads = {office.head for office in title.offices}
    return any(office.head in heads for known in draft.titles for office in known.offices)


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
