"""One name in the place of another: a block of names only, enclosed by the same words in both sentences.

Method: token-level replacements between two aligned sentences, as edit-based fact checks of summaries use them; a block
counts only when equal words enclose it and neither name occurs elsewhere in the other article's passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from compare.facts.gazetteer import gazetteer
from compare.facts.nicknames import are_nicknames
from compare.facts.reporting import reporting_verbs
from compare.facts.titles import title_words
from compare.findings.capitals import CALENDAR, names_of
from compare.findings.comparer import Level, PairComparer, Passage
from compare.findings.nationality import may_be_one_place, people_of, territories_near, territory_of
from compare.findings.noun_capitals import LANGUAGES, covers_surname
from compare.findings.pairing import Block, Said, SentencePair
from compare.model import Claim, Finding, Severity, Verdict
from compare.text.witness import Witness
from compare.text.words import Word

_ARTICLES_ABROAD = {
    "es": frozenset("el la los las al del".split()),
    "fr": frozenset("le la les au aux du des".split()),
    "it": frozenset("il lo la i gli le al allo alla del dello della dei degli delle".split()),
    "pt": frozenset("o a os as ao do da dos das".split()),
    "ca": frozenset("el la els les al del dels".split()),
}
"""Romance articles, alone or in a preposition: before a name of a person they seldom stand."""
_LONGEST = 3
_TONAL = frozenset({"vi"})
"""Languages whose words differ by accents alone, which the compared form leaves out."""
_ALIKE_FROM = 0.35
_PREFIX = 3
_SAME_FROM = 0.8
_SHORTEST = 4
_NEXT_MEMBER = re.compile(r",?\s(?:and\s|&\s|or\s)?(?:the\s)?(?=[^\W\d_])(?![a-z])")
"""What follows a member of a list: another name. A verb follows what only explains: "the second, Ann, was"."""
_ENDINGS = frozenset("sni")
_FEWEST_TOLD, _FILLED = 4, 3
_TELLING = frozenset("told tells telling".split())
_WHERE = frozenset("in at near".split())
_PEOPLES = ("ish", "ese", "an", "i", "ic")
_BYNAMES = {"tory": "conservative", "tories": "conservatives", "gop": "republican", "dems": "democrats"}
"""Parties by the names that headlines give them."""


class SwapComparer(PairComparer):
    """Another name in the same words: "Smith beat Jones" against "Brown beat Jones"."""

    kind = "swap"
    kinds = ("name_spelling", "attribution")
    levels = (
        Level("swap.none", Verdict.ONLY_IN, Severity.INFO, "Only one names “{a}”."),
        Level(
            "swap.name", Verdict.DIFFER, Severity.HIGH, "One says “{a}” where the other says “{b}”, in the same words."
        ),
        Level("swap.speaker", Verdict.DIFFER, Severity.MEDIUM, "One gives the words to “{a}”, the other to “{b}”."),
        Level("swap.one_letter", Verdict.DIFFER, Severity.MEDIUM, "One name in two spellings: “{a}” and “{b}”."),
    )

    def compare_pair(self, pair: SentencePair, passage: Passage) -> Iterator[Finding]:
        """Names that stand in each other's place in two sentences."""
        if pair.ratio < _ALIKE_FROM:
            return
        names_a, names_b = set(names_of(pair.a)), set(names_of(pair.b))
        if pair.of_reports and (_is_label(pair) or _is_form(pair, names_a | names_b)):
            return
        for block in pair.blocks:
            if pair.of_reports and (_is_listed(block, pair) or _is_told_to(block) or _may_lie_within(block, pair)):
                continue  # each may name some of many
            if _is_swap(block, pair, names_a, names_b) and _is_news(block, pair, passage):
                level, kind = ("speaker", "attribution") if _speaks(block) else ("name", self.kind)
                yield self.finding(level, _claims(pair, block), kind=kind)
        for a, b in _slips(pair):
            yield self.finding("one_letter", pair.words(a, b, "name"), kind="name_spelling")


def _is_label(pair: SentencePair) -> bool:
    """True for a link or a heading of so few words that it tells nothing: "(CNN News article)"."""
    return min(len(said.stems) for said in (pair.a, pair.b)) < _FEWEST_TOLD


def _is_form(pair: SentencePair, names: set[Word]) -> bool:
    """True where names and figures alone part the two, in three places and more: one form, filled twice."""
    filled = [block for block in pair.blocks if block.a and block.b and _is_filled(block, names)]
    return len(filled) >= _FILLED


def _is_filled(block: Block, names: set[Word]) -> bool:
    content = [w for w in (*block.a, *block.b) if w.stem]
    return bool(content) and all(w in names or w.is_number or w.folded in CALENDAR for w in content)


def _is_told_to(block: Block) -> bool:
    """True for whom a speaker told it: each outlet names itself."""
    return bool(block.before) and block.before[-1].folded in _TELLING


def _may_lie_within(block: Block, pair: SentencePair) -> bool:
    """True for a place that the table has and one that it lacks, both behind "in": Mayfair lies in London.

    The report with the place that the table lacks must speak of the other's land at all.
    """
    if not block.before or block.before[-1].folded not in _WHERE:
        return False
    a, b = (gazetteer().find([w.folded for w in words]) for words in (block.a, block.b))
    if bool(a) == bool(b):
        return False
    words = (pair.b if a else pair.a).witness.words
    lands = {place.country for place in a or b}
    return any(territories_near(word) & lands for sentence in words for word in sentence if word.written[0].isupper())


def _claims(pair: SentencePair, block: Block) -> tuple[Claim, Claim]:
    return (pair.a.claim("name", _written(block.a), block.a), pair.b.claim("name", _written(block.b), block.b))


def _is_listed(block: Block, pair: SentencePair) -> bool:
    """True for a member of a list on both sides, between commas or before its last."""
    return all(_is_between_commas(said, words) for said, words in ((pair.a, block.a), (pair.b, block.b)))


def _is_between_commas(said: Said, words: Sequence[Word]) -> bool:
    if not words:
        return False
    text = said.witness.article.text
    before = text[said.span.start : words[0].start].rstrip()
    return before.endswith(",") and bool(_NEXT_MEMBER.match(text, words[-1].end, said.span.end))


def _speaks(block: Block) -> bool:
    """True where the name is that of a speaker: another speaker of the same words is no other fact."""
    return any(word.folded in reporting_verbs() for word in block.after[:1])


def _slips(pair: SentencePair) -> Iterator[tuple[Word, Word]]:
    """A lone name with a letter more in one of two sentences that are the same otherwise (Rait, Raite).

    Single names are compared nowhere else: too many differ by a letter (Iran, Iraq) or by an ending (Korea, Korean).
    """
    if pair.ratio < _SAME_FROM:
        return
    a, b = _unshared(pair.a, pair.b), _unshared(pair.b, pair.a)
    if len(a) == len(b) == 1 and not territory_of(a[0]) and not territory_of(b[0]):
        short, long = sorted((a[0].folded, b[0].folded), key=len)
        if len(short) >= _SHORTEST and long[:-1] == short and long[-1] not in _ENDINGS:
            yield a[0], b[0]


def _unshared(said: Said, other: Said) -> list[Word]:
    """Its names that the other sentence does not have in this spelling."""
    there = {word.folded for word in other.words}
    return [word for word in names_of(said) if word.folded not in there]


def _is_swap(block: Block, pair: SentencePair, names_a: set[Word], names_b: set[Word]) -> bool:
    """True for an enclosed block of names only, on both sides, none of which the other sentence knows."""
    if not _is_held(block) or not (0 < len(block.a) <= _LONGEST and 0 < len(block.b) <= _LONGEST):
        return False
    a = [w for w in block.a if w.stem]
    b = [w for w in block.b if w.stem]
    if not a or not b or not set(a) <= names_a or not set(b) <= names_b:
        return False
    if _forms(pair.a, a) & _forms(pair.b) or _forms(pair.b, b) & _forms(pair.a):
        return False
    if pair.a.witness.language in LANGUAGES and not all(
        covers_surname(said.witness, said.words, words) for said, words in ((pair.a, block.a), (pair.b, block.b))
    ):
        return False
    if _is_description(block, names_a) or _is_people_of_one(a, b) or _are_offices(pair, a, b):
        return False
    return not may_be_one(a, b)


def _are_offices(pair: SentencePair, a: Sequence[Word], b: Sequence[Word]) -> bool:
    """True where an article stands before what is no known place: "el Gobierno" may be "el Consejo de Ministros"."""
    language = pair.a.witness.language
    if language not in _ARTICLES_ABROAD:
        return False
    known = gazetteer(language)
    return all(
        _follows_article(said, words[0]) and not known.find(tuple(word.folded for word in words))
        for said, words in ((pair.a, a), (pair.b, b))
    )


def _follows_article(said: Said, word: Word) -> bool:
    at = said.words.index(word)
    return at > 0 and said.words[at - 1].folded in _ARTICLES_ABROAD[said.witness.language]


def _is_people_of_one(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """True where one says of what land it is and the other something else: a British court, the High Court."""
    for one, other in ((a, b), (b, a)):
        if len(one) == 1 and people_of(one[0]) and not any(territory_of(w) for w in other):
            return not other[-1].folded.endswith(_PEOPLES)
    return False


def _is_description(block: Block, names: set[Word]) -> bool:
    """True in a title of a holder whom both name, Senate Minority and Democratic Leader Ann Lee.

    A country, a body or a portfolio there makes another office.
    """
    known = title_words()
    if not (len(block.after) > 1 and block.after[0].folded in known.offices and block.after[1] in names):
        return False
    words = (*block.a, *block.b)
    return not any(territory_of(w) or w.folded in known.bodies | known.portfolios for w in words)


def _is_news(block: Block, pair: SentencePair, passage: Passage) -> bool:
    last_a, last_b = ([w for w in words if w.stem][-1] for words in (block.a, block.b))
    if pair.a.witness.language in _TONAL:
        return last_a.written.lower() not in _vocabulary(pair.b.witness) or last_b.written.lower() not in _vocabulary(
            pair.a.witness
        )
    return passage.whole.is_news(pair.a, last_a.stem, pair.b, last_b.stem)


def _forms(said: Said, words: Sequence[Word] | None = None) -> frozenset[str]:
    """What tells the content words from others: the stem, but of Vietnamese the syllable with its tone."""
    tonal = said.witness.language in _TONAL
    return frozenset(w.written.lower() if tonal else w.stem for w in (said.words if words is None else words) if w.stem)


@lru_cache(maxsize=64)
def _vocabulary(witness: Witness) -> frozenset[str]:
    return frozenset(w.written.lower() for words in witness.words for w in words)


def may_be_one(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """True where two names may be forms of one: spellings, short forms, acronyms, aliases of a place."""
    if any(_may_be_one(x.folded, y.folded) or are_nicknames(x.folded, y.folded) for x in a for y in b):
        return True
    if _is_acronym_of(a, b) or _bare(a) == _bare(b):
        return True
    if any(_BYNAMES.get(x.folded) == y.folded or _BYNAMES.get(y.folded) == x.folded for x in a for y in b):
        return True
    return may_be_one_place(a, b)


def _bare(words: Sequence[Word]) -> str:
    """A name as a damaged file has it, its letters with accents lost: Rmer is Römer."""
    return " ".join("".join(letter for letter in word.written if letter.isascii()) for word in words)


def _is_held(block: Block) -> bool:
    """True where a content word of both sentences stands directly before or after the block's stop words."""
    return any(word.stem for word in (*block.before, *block.after))


def _may_be_one(x: str, y: str) -> bool:
    """True for spellings, inflections and short forms of one name (Russia, Russian; Bob, B.)."""
    short, long = sorted((x, y), key=len)
    return long.startswith(short[:_PREFIX]) or (len(short) <= _PREFIX and short[0] == long[0]) or short in long


def _is_acronym_of(a: Sequence[Word], b: Sequence[Word]) -> bool:
    for short, long in ((a, b), (b, a)):
        if len(short) == 1 and len(long) > 1 and short[0].written.isupper():
            return short[0].folded[0] == long[0].folded[0]
    return False


def _written(words: Sequence[Word]) -> str:
    return " ".join(word.folded for word in words)
