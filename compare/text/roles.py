"""What each sentence is in its article: headline, caption, dateline, byline, signature, teaser, furniture or body."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from compare.config import TextConfig
from compare.model import Article, Role, Sentence, Span
from compare.text.announced import announces_one, announces_others, tells_another, words_of
from compare.text.credits import is_signature, short_agency, signed_by
from compare.text.dateline import OPENING_LINES, Dateline, find_dateline, opening_dateline
from compare.text.furniture import ends_as_sentence, is_byline, why_caption, why_furniture
from compare.text.recurring import line_key
from compare.text.tails import end_mark, tail_start

_CLOSING_LINES = 3
_LONGEST_HEADLINE = 220
ANNOUNCES = "a line that announces other stories"


@dataclass(frozen=True, slots=True)
class Roles:
    """Sentences with their roles, the dateline's span, and the agencies that the text credits."""

    sentences: tuple[Sentence, ...]
    dateline: Span | None = None
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text with the indexes of its sentences."""

    text: str
    sentences: tuple[int, ...]
    first: bool


def find_roles(
    article: Article, sentences: Sequence[Sentence], config: TextConfig, recurring: Collection[str] = ()
) -> Roles:
    """Give each sentence its role, with the reason; `keep_furniture` leaves only headline and dateline apart.

    `recurring` are lines that `compare.text.recurring.find_recurring` found in unrelated articles of the outlet.
    """
    lines = list(_lines(article.text, sentences))
    dateline = opening_dateline(article.text)
    roles: dict[int, tuple[Role, str]] = {}
    around = _around(lines, dateline, sentences)
    for index, role in chain(
        _recurring(lines, recurring), _headline(article, lines), _ends(article.text, sentences, lines), around
    ):
        roles.setdefault(index, role)
    for index, role in _tail(lines, sentences, roles):
        roles.setdefault(index, role)
    agencies = _agencies(dateline, sentences, roles)
    if len(roles) == len(sentences) and not any(role.is_compared for role, _ in roles.values()):
        roles = {}  # nothing would be left to compare: an article of one line is its body
    if config.keep_furniture:
        roles = {index: role for index, role in roles.items() if role[0] in (Role.HEADLINE, Role.DATELINE)}
    given = tuple(
        replace(s, role=roles[i][0], reason=roles[i][1]) if i in roles else s for i, s in enumerate(sentences)
    )
    return Roles(given, dateline.span if dateline else None, agencies)


Found = Iterator[tuple[int, tuple[Role, str]]]


def _lines(text: str, sentences: Sequence[Sentence]) -> Iterator[_Line]:
    """Sentences gathered by the line of the text that they stand on."""
    at = 0
    while at < len(sentences):
        start = text.rfind("\n", 0, sentences[at].span.start) + 1
        end = text.find("\n", sentences[at].span.start)
        end = len(text) if end < 0 else end
        last = at
        while last < len(sentences) and sentences[last].span.start < end:
            last += 1
        yield _Line(text[start:end].strip(), tuple(range(at, last)), at == 0)
        at = last


def _recurring(lines: Sequence[_Line], recurring: Collection[str]) -> Found:
    """Lines that the outlet prints in articles which have nothing else in common."""
    reason = "the outlet prints this line in unrelated articles"
    for line in lines if recurring else ():
        if line_key(line.text) in recurring:
            yield from ((i, (Role.FURNITURE, reason)) for i in line.sentences)


def _headline(article: Article, lines: Sequence[_Line]) -> Found:
    """The first line where it is the title, or short and without a full stop above more text."""
    first = lines[0] if lines else None
    if first is None or len(first.text) > _LONGEST_HEADLINE or find_dateline(first.text):
        return
    if article.title and _same(first.text, article.title):
        yield from ((i, (Role.HEADLINE, "it is the title")) for i in first.sentences)
    elif len(lines) > 1 and len(first.sentences) == 1 and not ends_as_sentence(first.text) and not _is_page(first.text):
        yield first.sentences[0], (Role.HEADLINE, "the first line, without a full stop")


def _same(a: str, b: str) -> bool:
    return "".join(filter(str.isalnum, a)).lower() == "".join(filter(str.isalnum, b)).lower()


def _is_page(line: str) -> bool:
    return bool(_why_page(line) or why_caption(line) or is_byline(line))


def _ends(text: str, sentences: Sequence[Sentence], lines: Sequence[_Line]) -> Found:
    """Signatures among the closing sentences, and what comes after the report's end."""
    mark = end_mark(text)
    limit = mark[0] if mark else len(text)
    inside = [i for i, s in enumerate(sentences) if s.span.start < limit]
    if mark:
        yield from ((i, (Role.TEASER, f"after the end mark {mark[1]}")) for i in range(len(inside), len(sentences)))
    for index in reversed(inside[-2 * _CLOSING_LINES :]):
        if is_signature(sentences[index].text):
            yield index, (Role.SIGNATURE, "it credits who wrote or sent the report")
    for line in lines:
        if line.sentences[0] in inside[-2 * _CLOSING_LINES :] and is_signature(line.text):
            yield from ((i, (Role.SIGNATURE, "it credits who wrote or sent the report")) for i in line.sentences)


def _around(lines: Sequence[_Line], dateline: Dateline | None, sentences: Sequence[Sentence]) -> Found:
    """Bylines, captions, lines of the page, and other stories that such a line announces."""
    above = _Above(lines)
    announced = False
    for number, line in enumerate(lines):
        caption, page = why_caption(line.text), _why_page(line.text)
        announced = page == ANNOUNCES or (announced and above.leaves_out(number))
        if announced and not page:
            yield from ((i, (Role.TEASER, "under a line that announces other stories")) for i in line.sentences)
        elif page:
            yield from ((i, (Role.FURNITURE, page)) for i in line.sentences)
        elif number < OPENING_LINES and is_byline(line.text):
            yield from ((i, (Role.BYLINE, "it names the author")) for i in line.sentences)
        elif caption:
            yield from ((i, (Role.CAPTION, caption)) for i in line.sentences)
    if dateline:
        for index, sentence in enumerate(sentences[: 2 * OPENING_LINES]):
            if dateline.span.start <= sentence.span.start and sentence.span.end <= dateline.span.end:
                yield index, (Role.DATELINE, "place and date of the report")


@dataclass(slots=True)
class _Above:
    """The words of the report above lines that announce others, read as far as is asked for."""

    lines: Sequence[_Line]
    words: set[str] = field(default_factory=set)
    read: int = 0

    def leaves_out(self, number: int) -> bool:
        """Whether an announced line is a headline or tells another matter than the report; else that goes on."""
        for line in self.lines[self.read : number]:
            self.words |= words_of(line.text)
        other = _may_be_headline(self.lines, number) or tells_another(self.lines[number].text, self.words)
        self.read = number + 1 if other else number
        return other


def _why_page(line: str) -> str:
    """What shows that a line belongs to the page, "" where nothing does."""
    if announces_others(line):
        return ANNOUNCES
    return "a line that announces another story" if announces_one(line) else why_furniture(line)


def _may_be_headline(lines: Sequence[_Line], number: int) -> bool:
    """Whether a line could be one: short, without a full stop, and no sentence that goes on in the next line."""
    line, after = lines[number], lines[number + 1 : number + 2]
    goes_on = any(following.text[:1].islower() for following in after)
    return len(line.text) <= _LONGEST_HEADLINE and not ends_as_sentence(line.text) and not goes_on


def _tail(lines: Sequence[_Line], sentences: Sequence[Sentence], roles: dict[int, tuple[Role, str]]) -> Found:
    """Closing paragraphs that have nothing to do with the report."""
    body = [line for line in lines if not all(i in roles for i in line.sentences)]
    start = tail_start([[sentences[i].text for i in line.sentences] for line in body])
    if start is not None:
        reason = "closing paragraphs that share nothing with the report"
        yield from ((i, (Role.TEASER, reason)) for line in body[start:] for i in line.sentences)


def _agencies(
    dateline: Dateline | None, sentences: Sequence[Sentence], roles: dict[int, tuple[Role, str]]
) -> tuple[str, ...]:
    """Agencies credited in the dateline and the signatures, in order, each once."""
    found = [short_agency(dateline.agency) or dateline.agency] if dateline and dateline.agency else []
    for index in sorted(roles):
        if roles[index][0] in (Role.SIGNATURE, Role.BYLINE):
            found += signed_by(sentences[index].text)
    return tuple(dict.fromkeys(found))
