"""Edits of wording: what was done or not or may be, what was quoted, who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from name_edits import full_names
from one_edit import Edit, each

_OPPOSITES = (
    "rose fell|fell rose|rejected accepted|accepted rejected|won lost|opened closed|closed opened|"
    "approved rejected|began ended|increase decrease|arrested released|released arrested|confirmed denied|"
    "denied confirmed|supported opposed|acquitted convicted|guilty innocent|weaken strengthen|reduced increased|"
    "dropped rose|failed succeeded"
)


def verbs(text: str) -> Iterator[Edit]:
    """What was done, and what was not, is only expected, or is its opposite."""
    done = "cancelled|damaged|signed|rejected|published|closed|opened|rescued|sold|built|planned|called|discovered"
    done += "|approved|arrested|injured|confirmed|inspected|measured|elected|ordered|accepted"
    passive = rf"\b((was|were) )(?!not\b)(?:{done})\b"
    yield from each(text, "negation", passive, lambda m: f"{m[2]} not ")
    for match in re.finditer(passive, text):
        verb = "is" if match[2] == "was" else "are"
        yield Edit("modality", match.start(1), match.end(1), f"{verb} expected to be ")
    yield from each(text, "modality", r"\b(is expected to be) [a-z]+ed\b", lambda _: "was")
    yield from each(text, "negation", r"\b(will) (?!not\b|be\b)[a-z]+", lambda _: "will not")
    pairs = dict(pair.split() for pair in _OPPOSITES.split("|"))
    yield from each(text, "antonym", rf"\b({'|'.join(pairs)})\b", lambda m: pairs[m[1]])


def quotes(text: str) -> Iterator[Edit]:
    """A word of a quotation, and who is quoted."""
    for match in re.finditer(r"[\"“]([^\"“”\n]{40,250}?)[,.]?[\"”]", text):
        words = list(re.finditer(r"\b[a-z]{5,}\b", match[1]))
        if len(match[1].split()) >= 7 and words:
            word = words[len(words) // 2]
            start = match.start(1) + word.start()
            yield Edit("quote_wording", start, start + len(word.group()), "remarkable")
    surnames = list(dict.fromkeys(person[2] for person in full_names(text)))
    for match in re.finditer(r"\b([A-Z][a-z]{4,})(?= (?:said|told))|(?<=said )([A-Z][a-z]{4,})(?=[.,])", text):
        name = match.group()
        before = text[: match.start()].split(" ")[-2:-1] or [""]
        if name in surnames and len(surnames) > 1 and not before[0][:1].isupper():
            other = surnames[surnames.index(name) - 1]
            yield Edit("attribution", match.start(), match.end(), other)


def voices(text: str) -> Iterator[Edit]:
    """Who says it is left out: the narrator says it then. Quotations stay as they are, and so does what police or
    officials say: they are nobody in particular.
    """
    name = r"(?:[A-Z][a-z]+|prosecutors|scientists|the [A-Za-z ]{3,40})"
    for match in re.finditer(rf"(?<=[a-z0-9])(, {name} said|, according to {name})\.", text):
        sentence = text[max(text.rfind(sign, 0, match.start()) for sign in (". ", "\n", "”", '"')) + 1 : match.start()]
        nobody = re.search(r"\b(?:police|officials)\b", match[1])
        if not nobody and "“" not in sentence and '"' not in sentence and len(sentence.split()) >= 5:
            yield Edit("narrator", match.start(1), match.end(1), "")


def futures(text: str) -> Iterator[Edit]:
    """What will be, and what may be."""
    yield from each(text, "will_may", r"\b(will) (?!not\b|have\b)[a-z]+", lambda _: "may")
