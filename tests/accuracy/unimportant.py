"""Changes that must not matter to what is found: names, dates and spellings everywhere, order, furniture."""

from __future__ import annotations

import random
import re

MONTHS = "January February March April May June July August September October November December".split()
FURNITURE = "\nAdvertisement\n\n(Photo: Reuters)\nFollow us on Facebook and Twitter\nRead more: The ten best soups\n"
RENAMED = {
    "Karatay": "Okafor",
    "Haslinger": "Tanaka",
    "Lindqvist": "Moreau",
    "Claessens": "Ivanova",
    "Ionescu": "Brandt",
    "Quispe": "Mamani",
    "Oakley": "Thornton",
    "Ekberg": "Nilsson",
    "Whitcombe": "Harding",
    "Doyle": "Brennan",
    "Solheim": "Kaminski",
    "Abegg": "Duarte",
    "Laine": "Kovac",
    "Seyidova": "Bergman",
    "Aldous": "Pembroke",
    "Cardoso": "Lindgren",
    "Waly": "Salim",
    "Grossi": "Weissi",
    "Gross": "Weiss",
}
ACCENTED = {
    "Vietnam": "Việt Nam",
    "Hanoi": "Hà Nội",
    "Ha Noi": "Hà Nội",
    "Viet Nam": "Việt Nam",
    "Karatay": "Karatáy",
    "Ionescu": "Ionéscu",
    "Moreau": "Moréau",
    "Malmo": "Malmö",
    "Peru": "Perú",
    "Quispe": "Quispé",
    "Ekberg": "Ékberg",
    "Oakley": "Oákley",
    "Lindqvist": "Líndqvist",
    "Whitcombe": "Whitcómbe",
    "Doyle": "Dóyle",
    "Solheim": "Sólheim",
    "Abegg": "Àbegg",
    "Laine": "Lainé",
    "Seyidova": "Seyídova",
    "Aldous": "Aldoús",
    "Cardoso": "Cardóso",
}


def renamed(text: str) -> str:
    """People under other names; a name and its slip stay a letter apart."""
    for old, new in RENAMED.items():
        text = re.sub(rf"\b{old}\b", new, text)
    return text


def later(text: str) -> str:
    """Every date with a day a month later."""
    named = "|".join(MONTHS)
    dated = rf"\b(?:(?<=\d )({named})\b|({named})(?= \d{{1,2}}\b(?!\d)))"
    return re.sub(dated, lambda m: MONTHS[(MONTHS.index(m[1] or m[2]) + 1) % 12], text)


def accented(text: str) -> str:
    """Names in another romanisation, or with their marks."""
    for plain, marked in ACCENTED.items():
        text = re.sub(rf"\b{plain}\b", marked, text)
    return text


def shuffled(text: str) -> str:
    """The paragraphs in another order, the first one apart."""
    first, *paragraphs = text.split("\n")
    random.Random(7).shuffle(paragraphs)
    return "\n".join([first, *paragraphs])


def furnished(text: str) -> str:
    """With what a site prints around its articles, behind the first paragraph and at the end."""
    first, rest = text.split("\n", 1)
    return f"{first}\n{rest.replace(chr(10), FURNITURE, 1)}{FURNITURE}"
