"""Who says what: the content of speech and thought, quoted or reported, with its speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compare.facts.people import Person
from compare.facts.quotations import find_quotations
from compare.facts.sayings import find_sayings
from compare.model import Claim, Evidence, Span
from compare.text.witness import Witness

_TRIMMED = " ,:;.\n\u00a0—–-"


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said, as folded words, and by whom; a pronoun is resolved to its person where that is plain."""

    content: str
    speaker: str = ""
    quoted: bool = False
    person: tuple[str, ...] = ()
    """The name of the speaker in folded words, if the article tells that it is a person."""
    asserted: bool = True
    """False for a wish, a demand or a judgement, of which nothing is said to be so."""

    def __str__(self) -> str:
        return f"{self.speaker}: {self.content}" if self.speaker else self.content


def extract_attribution(witness: Witness, people: tuple[Person, ...]) -> Iterable[Claim]:
    """Claims of kind "attribution": the evidence is the content, the subject the speaker as written.

    A quotation may run over several sentences; the claim is filed under the one where it begins.
    """
    text, article = witness.article.text, witness.article.id
    meant = {m.span.start: (p, m.span) for p in people for m in p.mentions}
    quotations = find_quotations(text)
    for saying in find_sayings(witness, quotations):
        content = _trim(text, saying.content)
        if len(content) < 4:
            continue
        speaker = saying.source.of(text).rstrip(" .,")
        named = (meant[at] for at in range(saying.source.start, saying.source.end) if at in meant)
        person = next((p for p, where in named if not _owns_speaker(text, where, saying.source)), None)
        quoted = any(q.overlap(content) * 2 > len(content) for q in _inside(quotations, content))
        words = " ".join(re.findall(r"\w+", content.of(text).lower()))
        value = Statement(
            words, person.name if person else speaker, quoted, person.tokens if person else (), saying.asserted
        )
        yield Claim("attribution", value, Evidence(article, content, content.of(text)), speaker)


def _owns_speaker(text: str, named: Span, source: Span) -> bool:
    """True for "Mr. Strzok’s lawyer" and "her agent": it is not the one named that speaks."""
    behind = text[named.end : source.end]
    owner = text[named.end - 2 : named.end] in ("'s", "’s") or behind.startswith(("'s ", "’s "))
    return bool(behind.strip(" .,")) and (owner or named.of(text).lower() in ("his", "her", "their"))


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
