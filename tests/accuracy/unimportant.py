"""Changes that must not matter to what is found: names, dates and spellings everywhere, order, furniture."""

from __future__ import annotations

import random
import re
from functools import cache

from scoring import TEASERS

from compare import Article, extract_claims

MONTHS = "January February March April May June July August September October November December".split()
FURNITURE = "\nAdvertisement\n\n(Photo: Reuters)\nFollow us on Facebook and Twitter\nRead more: The ten best soups\n"
BEHIND = tuple(TEASERS.values())
NEW_NAMES = (
    "Halvorsen Petridis Kowalczyk Anselmi Brannigan Castellan Dvorak Eriksen Fontaine Grimaldi Hadley Ibarra Jankovic "
    "Kessler Lombardi Marchetti Novotny Ottesen Pellegrin Quintero Rasmussen Sandoval Tavares Ulbricht Vasquez Wexford"
).split()
ANOTHER_WAY = {"Vietnam": "Việt Nam", "Hanoi": "Hà Nội", "Ha Noi": "Hà Nội", "Viet Nam": "Việt Nam", "Peru": "Perú"}
MARKED = dict(zip("aeiou", "áéíóú", strict=True))


@cache
def surnames(*texts: str) -> tuple[str, ...]:
    """The last words of the people whom these texts name in full, by the alphabet.

    None that is a slip away from another word: how those are spelt is a difference, and matters.
    """
    claims = (claim for n, text in enumerate(texts) for claim in extract_claims(Article(f"t{n}", text)))
    last = {claim.subject.split()[-1] for claim in claims if claim.kind == "person" and " " in claim.subject}
    words = {word for text in texts for word in re.findall(r"\b[A-Z][a-z]+\b", text)}
    shorter = {word[:at] + word[at + 1 :] for word in words for at in range(len(word))}
    names = {name for name in last if re.fullmatch("[A-Z][a-z]{3,}", name)}
    return tuple(sorted(n for n in names - shorter if words.isdisjoint(n[:at] + n[at + 1 :] for at in range(len(n)))))


def renamed(text: str, names: tuple[str, ...]) -> str:
    """These people under other names."""
    new = dict(zip(names, NEW_NAMES, strict=False))
    return re.sub(rf"\b(?:{'|'.join(new)})\b", lambda name: new[name[0]], text) if new else text


def later(text: str) -> str:
    """Every date with a day a month later."""
    named = "|".join(MONTHS)
    dated = rf"\b(?:(?<=\d )({named})\b|({named})(?= \d{{1,2}}\b(?!\d)))"
    return re.sub(dated, lambda m: MONTHS[(MONTHS.index(m[1] or m[2]) + 1) % 12], text)


def accented(text: str, names: tuple[str, ...]) -> str:
    """Places in another romanisation, and these people with a mark on the first vowel of the name."""
    marked = {name: re.sub("[aeiou]", lambda vowel: MARKED[vowel[0]], name, count=1) for name in names}
    written = ANOTHER_WAY | marked
    return re.sub(rf"\b(?:{'|'.join(written)})\b", lambda name: written[name[0]], text)


def shuffled(text: str) -> str:
    """The paragraphs in another order, the first one apart; the end mark and what stands behind it keep their place."""
    mark = next((mark for mark in BEHIND if mark in text), "")
    told, behind = text.split(mark, 1) if mark else (text, "")
    first, *paragraphs = told.split("\n")
    last = [paragraphs.pop()] if mark else []
    random.Random(7).shuffle(paragraphs)
    return "\n".join([first, *paragraphs, *last]) + mark + behind


def furnished(text: str) -> str:
    """With what a site prints around its articles, behind the first paragraph and at the end."""
    first, rest = text.split("\n", 1)
    return f"{first}\n{rest.replace(chr(10), FURNITURE, 1)}{FURNITURE}"
