"""Names as a sentence gives them: each run of capitals cut into title and name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.facts.gazetteer import gazetteer
from compare.facts.names import Run
from compare.facts.nicknames import are_nicknames
from compare.facts.reporting import reporting_verbs
from compare.facts.titles import domain_length, ends_as_body, is_acronym, title_length, title_words
from compare.model import Span
from compare.text.witness import Witness
from compare.text.words import Word

_BRIDGE = re.compile(r" (?:of|for)(?: the)? | and | & |, | \(|\) ")
_EVIDENT = re.compile(
    r",? \(?(?:aged )?\d{1,3}(?:,|\)| years?|-year)"  # an age
    r"|,? (?:who|whose)\b"
    r"|,? (?:said|says|told|tells|added|wrote|tweeted|explained|noted|insisted|recalled|testified"
    r"|pleaded|died|resigned|married)\b"
)
_AGED = re.compile(r"year ?- ?old $|years? old $|, aged \d+, $")
OPENERS = frozenset(
    "later earlier meanwhile however then still yet also instead moreover nevertheless nonetheless otherwise "
    "thus hence therefore today yesterday tomorrow once now soon again afterwards eventually finally first "
    "second third last next speaking addressing according following despite besides perhaps maybe even only "
    "just never often sometimes".split()
)
"""Adverbs and the like that open a sentence; their capital says nothing."""
_SUFFIXES = frozenset("jr junior sr senior ii iii iv".split())
_VERBS = frozenset("is was are were has had have said says told will would who which that met".split())


@dataclass(frozen=True)
class Naming:
    """A name as one sentence gives it: title words (maybe none), name words (none for a bare title).

    `after` are the words of a title behind the name ("Ghada Waly, UN Under-Secretary-General and …"); `evident` says
    that a title, an age or a verb of speech shows a person.
    """

    sentence: int
    title: tuple[Word, ...]
    name: tuple[Word, ...]
    evident: bool = False
    after: tuple[Word, ...] = ()

    @property
    def tokens(self) -> tuple[str, ...]:
        """The folded words of the name, without "Jr." and the like."""
        tokens = tuple(word.folded for word in self.name)
        return tokens[:-1] if len(tokens) > 2 and tokens[-1] in _SUFFIXES else tokens


def name_people(witness: Witness, sentence: int, runs: Sequence[Run], lower: frozenset[str]) -> Iterator[Naming]:
    """The namings of one sentence; titles are carried over "of the …". `lower` are the article's lower-case words."""
    text = witness.article.text
    pending: tuple[Word, ...] = ()
    ended = 0
    for at, run in enumerate(runs):
        words = without_opener(run, lower)
        if not words or _owns_body(run, runs[at + 1 : at + 2]):
            continue
        gap = text[ended : words[0].start]
        bridge = bool(pending) and bool(_BRIDGE.fullmatch(gap))
        cut = (_domain(words, gap) or title_length(words)) if bridge else 0
        if cut or (bridge and gap == ") "):
            title = pending + words[:cut]
        else:
            if pending:
                yield Naming(sentence, pending, ())
            cut = 0 if _is_place(words) else title_length(words)
            title = words[:cut] or _lower_title(witness, sentence, words[0])
        name, ended = words[cut:], words[-1].end
        pending = title if not name else ()
        if name and not _is_body(name) and (title or len(name) == 1 or not _is_place(name)):
            after = find_apposition(witness, sentence, name[-1])
            yield Naming(sentence, title, name, bool(title or after) or _is_evident(text, name), after)
    if pending:
        yield Naming(sentence, pending, ())


def name_span(words: Sequence[Word]) -> Span:
    """From the first to the last word, without a possessive ending."""
    last = words[-1]
    end = last.end - (2 if last.written[-2:] in ("'s", "’s") else 0)
    return Span(words[0].start, end)


def without_opener(run: Run, lower: frozenset[str]) -> tuple[Word, ...]:
    """The run without a first word that is a capital only because it opens the sentence."""
    first = run.words[0]
    opener = not first.stem or first.folded in OPENERS
    if not run.opens or (not opener and first.written.lower() not in lower):
        return run.words
    if len(run.words) == 1:
        return () if opener else run.words
    return run.words if title_words().is_title_part(first.folded) else run.words[1:]


def index_at(words: Sequence[Word], start: int) -> int:
    """Index of the first word that starts at this character or behind it."""
    return bisect_left(words, start, key=lambda word: word.start)


def same_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """True when two full names can be one: equal in any order, a middle name or initial more, hyphens aside."""
    if len(a) > len(b):
        a, b = b, a
    if len(a) < 2:
        return False
    if tuple(a) == tuple(b) or sorted(a) == sorted(b) or "".join(a) == "".join(b):
        return True
    if not (_alike(a[0], b[0]) and a[-1] == b[-1]):
        return False
    rest = iter(b[1:-1])
    return all(any(_alike(token, other) for other in rest) for token in a[1:-1])


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) or are_nicknames(a, b)


def _is_body(name: Sequence[Word]) -> bool:
    alone = len(name) == 1 and is_acronym(name[0])
    return alone or ends_as_body([w.folded for w in name])


def _owns_body(run: Run, following: Sequence[Run]) -> bool:
    """True for "Sam’s" in "Sam’s Club"."""
    if not following or run.words[-1].written[-2:] not in ("'s", "’s") or following[0].span.start != run.span.end + 1:
        return False
    return ends_as_body(following[0].folded)


def _is_place(words: Sequence[Word]) -> bool:
    length = gazetteer().longest_at([w.folded for w in words], 0)
    return length == len(words) or (length > 1 and words[0].folded == "saint")


def _domain(words: Sequence[Word], gap: str) -> int:
    """How many leading words belong to the office: "of Foreign Affairs", "and Trade", "of Canterbury Justin Welby"."""
    cut = max(domain_length(words), gazetteer().longest_at([w.folded for w in words], 0))
    if cut or (" of" not in gap and " for" not in gap):
        return cut
    return 1 if len(words) > 2 else len(words)


def _lower_title(witness: Witness, sentence: int, first: Word) -> tuple[Word, ...]:
    """The title in lower case that stands right before a name: "former inspector Dave Gaskin"."""
    words, known = witness.words[sentence], title_words()
    at = index_at(words, first.start)
    start = at
    while start and at - start < 4:
        word = words[start - 1]
        joined = witness.article.text[word.end : words[start].start] in (" ", "-")
        opens = start == 1 and at > start  # "Assistant general manager Tony DiLeo" opens a sentence
        if not (joined and (word.written.islower() or opens) and known.is_title_part(word.folded)):
            break
        start -= 1
    return tuple(words[start:at]) if start < at and known.is_title(words[at - 1].folded) else ()


def find_apposition(witness: Witness, sentence: int, name: Word) -> tuple[Word, ...]:
    """The title set off by a comma behind a name, up to its office and what that is over."""
    text, words, known = witness.article.text, witness.words[sentence], title_words()
    if not text.startswith(", ", name_span([name]).end) or text.startswith(", and ", name_span([name]).end):
        return ()
    start = index_at(words, name.start) + 1
    if start < len(words) and words[start].folded in reporting_verbs():
        return ()  # "Hilary Dunmore, told the judge" has what explains her before her name
    end = 0
    for at in range(start, min(start + 14, len(words))):
        gap = text[words[at - 1].end : words[at].start] if at > start else " "
        if gap not in (" ", "-", "/", " (", ") ", ")/"):
            break
        if known.is_title(words[at].folded):
            end = at + 1
        elif end and not (
            words[at].written[0].isupper() or words[at].folded in ("of", "for", "the", "and", "at", "on")
        ):
            end += at == end and _closes_name(text, words[at])
            break
        elif end and words[at].written[0].isupper():
            end = at + 1
    while start < end and not (words[start].written[0].isupper() or known.is_title_part(words[start].folded)):
        start += 1  # "in his capacity as Chair"
    if not end or any(w.folded in _VERBS for w in words[start:end]):
        return ()
    return () if words[end - 1].written[0].isupper() and _names_another(words, start, end) else tuple(words[start:end])


def _closes_name(text: str, word: Word) -> bool:
    """True for the noun that a capitalised name is set before: "a spokeswoman for the Obama campaign, said"."""
    return bool(word.stem) and word.folded not in _VERBS and text[word.end : word.end + 1] in tuple(",.;)")


def _names_another(words: Sequence[Word], start: int, end: int) -> bool:
    """True for ", President Donald Trump said": a title with its own name behind it, and no "of"."""
    last = max(i for i in range(start, end) if title_words().is_title(words[i].folded))
    return last + 1 < end and not any(w.folded in ("of", "for", "at", "and") for w in words[last + 1 : end])


def _is_evident(text: str, name: Sequence[Word]) -> bool:
    if any(len(word.written.rstrip(".")) == 1 for word in name[1:]):
        return True  # an initial
    if len(name) < 2:
        return False
    span = name_span(name)
    return bool(_EVIDENT.match(text, span.end)) or bool(_AGED.search(text, max(0, span.start - 16), span.start))
