"""Titles and offices: which words of a run are the title, and what office a title names."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from compare.text.remembered import remembered
from compare.text.words import Word

GRADES = frozenset("deputy vice acting former ex assistant associate under interim".split())
"""Modifiers that make another office of the same head."""


_UNGRADED = frozenset("sergeant corporal private lieutenant captain trooper officer constable detective".split())
"""Ranks that have no deputies: in "sheriff's deputy Sgt." the deputy is what he is, and the rank is his rank."""


@dataclass(frozen=True, slots=True)
class Office:
    """A title in its normal form: the head ("minister"), its grade ("deputy") and what it is over ("foreign affairs").

    `grades` are sorted; "prime minister" and "general secretary" keep their word in the head.
    """

    head: str
    grades: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()

    def __str__(self) -> str:
        name = " ".join((*self.grades, self.head))
        return f"{name} of {' '.join(self.domain)}" if self.domain else name


@dataclass(frozen=True)
class TitleWords:
    """The closed classes of `data/titles.toml`."""

    honorifics: frozenset[str]
    ranks: frozenset[str]
    offices: frozenset[str]
    modifiers: frozenset[str]
    ambiguous: frozenset[str]
    given: frozenset[str]
    portfolios: frozenset[str]
    bodies: frozenset[str]
    abbreviations: dict[str, str]

    def is_title(self, folded: str) -> bool:
        """True for a form of address, a rank or an office."""
        return folded in self.offices or folded in self.honorifics or folded in self.ranks

    def is_title_part(self, folded: str) -> bool:
        """True for a title's head and for the words that grade it."""
        return self.is_title(folded) or folded in self.modifiers


@lru_cache(maxsize=1)
def title_words() -> TitleWords:
    """The table, read once."""
    table = tomllib.loads((Path(__file__).parent / "data" / "titles.toml").read_text("utf-8"))
    classes = {name: frozenset(words.split()) for name, words in table.items() if isinstance(words, str)}
    return TitleWords(**classes, abbreviations=table["abbreviations"])


def title_length(words: Sequence[Word]) -> int:
    """How many leading words of a run are its title: 3 in "UNODC Executive Director Ghada Waly", 0 without one."""
    known = title_words()
    end = 0
    for at, word in enumerate(words):
        folded = word.folded
        if folded not in known.modifiers and not known.is_title(folded):
            continue
        graded = at == end  # nothing but title words before it
        if folded in known.given or (folded in known.ambiguous and not graded):
            continue
        if known.is_title(folded) or (graded and at + 1 < len(words) and known.is_title_part(words[at + 1].folded)):
            end = at + 1
    return end


def domain_length(words: Sequence[Word]) -> int:
    """How many leading words of a run are an office's field or body: 2 in "Foreign Affairs Bui Thanh Son"."""
    known = title_words()
    end = 0
    for at, word in enumerate(words):
        if word.folded in known.portfolios or word.folded in known.bodies or is_acronym(word):
            end = at + 1
    return end


def ends_as_body(folded: Sequence[str]) -> bool:
    """True for a run that names a body or a landscape rather than a person."""
    known = title_words()
    return (
        folded[-1] in known.bodies
        or folded[-1] in known.portfolios
        or folded[0] in ("mount", "mt", "lake", "the", "fort", "new")
    )


@remembered
def read_offices(title: str) -> tuple[Office, ...]:
    """The offices that a title names, from its folded words; none for a mere form of address.

    >>> [str(office) for office in read_offices("deputy prime minister and minister of foreign affairs")]
    ['deputy prime minister', 'minister of foreign affairs']
    """
    known = title_words()
    words = [w for part in title.split() for w in known.abbreviations.get(part, part).split()]
    parts: list[list[str]] = [[]]
    for at, word in enumerate(words):
        if word == "and" and at + 1 < len(words) and known.is_title_part(words[at + 1]):
            parts.append([])
        else:
            parts[-1].append(word)
    found = (_office(part) for part in parts)
    return tuple(dict.fromkeys(office for office in found if office))


def _office(words: list[str]) -> Office | None:
    known = title_words()
    cut = next((i for i, w in enumerate(words) if w in ("of", "for", "at")), len(words))
    named, fields = words[:cut], [w for w in words[cut:] if w not in ("the", "of", "for", "at", "and")]
    heads = [w for w in named if w in known.offices or w in known.ranks]
    if not heads:
        return None
    head = heads[-1]
    if head == "minister" and "prime" in named:
        head = "prime minister"
    elif "general" in named and head != "general":
        head += " general"
    elif head == "general" and len(heads) > 1:
        head = f"{heads[-2]} general"
    grades = {w for w in named if w in GRADES and w != head and not (w == "deputy" and head in _UNGRADED)}
    fields += [w for w in named if w in known.portfolios and w not in ("state", "police")]
    return Office(head, tuple(sorted(grades)), tuple(dict.fromkeys(fields)))


def is_acronym(word: Word) -> bool:
    """True for two capitals or more and nothing else: UN, U.N., UNODC."""
    return len(word.written) >= 2 and word.written.isupper()
