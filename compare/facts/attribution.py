"""Who says what: the content of speech and thought, quoted or reported, with its speaker.

A verb of reporting, the noun phrase before it (or behind it, "said X"), and the clause or quotation that it governs;
"according to X"; turns of a transcript; quotations that nobody claims go to the subject of their sentence or to the
last speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compare.facts.finite import is_verb
from compare.facts.orphans import find_orphans
from compare.facts.people import Person
from compare.facts.quotations import find_quotations, quotation_at
from compare.facts.reporting import reporting_verbs
from compare.facts.sources import Saying, source_after, source_before
from compare.model import Claim, Evidence, Span
from compare.text.witness import Witness

_TURN = re.compile(r"([A-Z][A-Z.’'-]{1,30}(?: [A-Z][A-Z.’'-]{1,30}){0,3}):\s{1,3}(?=\S)")
_HEADLINE = re.compile(r"([A-Z][\w.’'-]{1,30}(?: [A-Z][\w.’'-]{1,30}){0,4}):\s{1,3}(?=\S)")
_ACCORDING = re.compile(
    r"\b[Aa]ccording to\s+((?:[^,.;:\"”“\n]|\.(?=[A-Z]\b)|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.){2,100})"
)
_OBJECT = re.compile(
    r"\s+(?:me|him|her|them|us|you|reporters|journalists|voters|lawmakers"
    r"|(?:the |a )?[A-Z][\w’']{1,30}(?: [A-Z][\w’']{1,30}){0,3})"
    r"(?=\s+(?:that|in|on|he|she|\"|“|the|they|it|his|her|there|[a-z]+)|,)"
)
_TELLING = frozenset("told tells asked reminded telling asking informed assured".split())
_OPENING = re.compile(
    r"(?:In|On|At|For|But|And|After|When|As|While|However|During|By|With|Earlier|Later)\b[^,]{0,60},$"
)
_CAPITAL_NEXT = re.compile(
    r"\s+(?:[A-Z]|(?:the|a|an|one) |(?!(?:on|in|at|to|that|during|after|before|when|as|while|from|by|last|this|of)\b)"
    r"(?:[a-z-]{1,20} ){1,4}[A-Z])"
)
_CLAUSE_NEXT = re.compile(r"\s+(?:the .{1,40}? (?:is|was|are)|\w+day)\b")
_NOUNS = frozenset(
    "claims reports states notes comments remarks calls doubts estimates charges mentions shows hopes fears points "
    "reads finds promises pledges complaints demands protests vows quips jokes boasts brags hints tweets feels worries "
    "guesses".split()
)
"""Third persons that are plurals of nouns too: verbs only before a clause."""
_GOVERNED = re.compile(
    r",?:?\s*[\"“‘«]|\s+(?:that|the|a|an|he|she|it|they|we|his|her|their|there|this|these|[A-Z]\w*)\b"
)
_TRIMMED = " ,:;.\n\u00a0—–-"
_WINDOW = 400


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said, as folded words, and by whom; a pronoun is resolved to its person where that is plain."""

    content: str
    speaker: str = ""
    quoted: bool = False
    person: tuple[str, ...] = ()
    """The name of the speaker in folded words, if the article tells that it is a person."""

    def __str__(self) -> str:
        return f"{self.speaker}: {self.content}" if self.speaker else self.content


def extract_attribution(witness: Witness, people: tuple[Person, ...]) -> Iterable[Claim]:
    """Claims of kind "attribution": the evidence is the content, the subject the speaker as written.

    A quotation may run over several sentences; the claim is filed under the one where it begins.
    """
    text, article = witness.article.text, witness.article.id
    meant = {m.span.start: p for p in people for m in p.mentions}
    quotations = find_quotations(text)
    for saying in find_sayings(witness, quotations):
        content = _trim(text, saying.content)
        if len(content) < 4:
            continue
        speaker = saying.source.of(text).rstrip(" .,")
        person = next((meant[at] for at in range(saying.source.start, saying.source.end) if at in meant), None)
        quoted = any(q.overlap(content) * 2 > len(content) for q in _inside(quotations, content))
        words = " ".join(re.findall(r"\w+", content.of(text).lower()))
        value = Statement(words, person.name if person else speaker, quoted, person.tokens if person else ())
        yield Claim("attribution", value, Evidence(article, content, content.of(text)), speaker)


def find_sayings(witness: Witness, quotations: Sequence[Span]) -> list[Saying]:
    """The attributions of an article, in order of their content."""
    found: list[Saying] = []
    for index in witness.compared:
        found += _sentence(witness, index, quotations)
    found += find_orphans(witness, quotations, found)
    return sorted(found, key=lambda s: (s.content, s.source))


def _sentence(witness: Witness, index: int, quotations: Sequence[Span]) -> Iterator[Saying]:
    text, span = witness.article.text, witness.sentences[index].span
    turn = _TURN.match(text, span.start, span.end) or _HEADLINE.match(text, span.start, span.end)
    if turn:
        line = text.find("\n", span.start)
        end = len(text) if line < 0 else line
        yield Saying(Span(*turn.span(1)), Span(turn.end(), max(span.end, end) if turn.re is _TURN else span.end))
        return
    for match in _ACCORDING.finditer(text, span.start, span.end):
        before = Span(span.start, match.start())
        yield Saying(Span(*match.span(1)), before if len(before) > 15 else Span(match.end(), span.end))
    yield from _by_verbs(witness, index, quotations)


def _by_verbs(witness: Witness, index: int, quotations: Sequence[Span]) -> Iterator[Saying]:
    text, span = witness.article.text, witness.sentences[index].span
    verbs = reporting_verbs()
    for word in witness.words[index]:
        kind = verbs.get(word.folded)
        if kind is None or quotation_at(quotations, word.span.start):
            continue
        saying = _saying(text, span, word.span, kind, quotations)
        if saying:
            yield saying
            return


def _saying(text: str, sentence: Span, verb: Span, kind: str, quotations: Sequence[Span]) -> Saying | None:
    """What this verb reports, if it does: "…", said X; X said …; …, X said."""
    written = verb.of(text).lower()
    before = text[max(sentence.start, verb.start - _WINDOW) : verb.start].rstrip()
    if written not in ("said", "says") and re.search(r"\b(?:to|the|a|an|of|his|her|their|its|our|my)$", before):
        return None  # a noun or an infinitive
    if written in _NOUNS and not _GOVERNED.match(text, verb.end, sentence.end):
        return None
    if not before and (quotation := _just_before(text, quotations, sentence.start)):
        source = source_after(text, verb.end, sentence.end)  # the sentence was cut behind the quotation
        return Saying(source, quotation) if source else None
    if before[-1:] in (",", "”", '"', "’") and (source := _inverted(text, sentence, verb, before)):
        return Saying(source, Span(sentence.start, verb.start))
    subject = source_before(text, sentence.start, _finite(text, sentence, verb, before))
    if subject is None:
        return None
    head = text[max(sentence.start, subject.start - _WINDOW) : subject.start].rstrip()
    tail = text[verb.end : min(sentence.end, verb.end + _WINDOW)].strip(" .")
    if not head and len(tail.split()) <= 6 and (quotation := _just_before(text, quotations, sentence.start)):
        return Saying(subject, quotation)
    if _closes(head, tail) and (kind == "say" or head.endswith(("”", '"', "’"))):
        return Saying(subject, Span(sentence.start, subject.start))
    return _behind(text, sentence, verb, subject, kind, quotations)


def _finite(text: str, sentence: Span, verb: Span, before: str) -> int:
    """Where the verb stands whose subject speaks: the verb itself, or for ", saying" the first verb of the sentence."""
    if not (before.endswith(",") and verb.of(text).endswith("ing")):
        return verb.start
    words = re.finditer(r"\w+", text[max(sentence.start, verb.start - _WINDOW) : verb.start])
    start = max(sentence.start, verb.start - _WINDOW)
    return next((start + m.start() for m in words if is_verb(m.group())), verb.start)


def _just_before(text: str, quotations: Sequence[Span], at: int) -> Span | None:
    """The quotation that ends right before a sentence, in the same paragraph."""
    index = bisect_right(quotations, at, key=lambda q: q.start) - 1
    if index < 0 or not 0 <= at - quotations[index].end <= 2:
        return None
    return quotations[index] if "\n" not in text[quotations[index].end : at] else None


def _inverted(text: str, sentence: Span, verb: Span, before: str) -> Span | None:
    """The speaker in "…," said X; without quotation marks only where X closes the sentence."""
    if verb.of(text).endswith("ing") or not _CAPITAL_NEXT.match(text, verb.end, verb.end + 90):
        return None
    if _CLAUSE_NEXT.match(text, verb.end, verb.end + 60):
        return None
    source = source_after(text, verb.end, sentence.end)
    if source and before.endswith(",") and len(text[source.end : min(sentence.end, source.end + _WINDOW)].split()) > 3:
        return None
    return source


def _closes(head: str, tail: str) -> bool:
    """True for "…," X said: the content stands before the speaker."""
    quoted = head.endswith(("”", '"', "’"))
    if not re.search(r"[,?!][\"”’]?$", head) or (not quoted and len(head.split()) < 4):
        return False
    return (quoted or len(tail.split()) <= 6) and not _OPENING.match(head.strip())


def _behind(
    text: str, sentence: Span, verb: Span, subject: Span, kind: str, quotations: Sequence[Span]
) -> Saying | None:
    """The clause or quotation behind the verb; a quotation that runs past the sentence is taken whole."""
    start = verb.end
    if text[verb.start : verb.end].lower() in _TELLING and (match := _OBJECT.match(text, start, sentence.end)):
        start = match.end()
    following = text[start : start + 12].lstrip(" ,:")
    if kind == "clause" and not following.startswith(("that ", "“", '"', "‘", "«")):
        return None
    end = sentence.end
    opened = quotation_at(quotations, end - 1)
    return Saying(subject, Span(start, opened.end if opened and opened.start >= start else end))


def _inside(quotations: Sequence[Span], span: Span) -> Iterator[Span]:
    """The quotations that begin inside the span, or around its start."""
    at = max(0, bisect_right(quotations, span.start, key=lambda q: q.start) - 1)
    while at < len(quotations) and quotations[at].start < span.end:
        if quotations[at].end > span.start:
            yield quotations[at]
        at += 1


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _TRIMMED:
        start += 1
    while end > start and text[end - 1] in _TRIMMED:
        end -= 1
    return Span(start, end)
