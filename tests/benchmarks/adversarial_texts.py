"""Texts made to be slow, of any length, and edited copies of them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

CHANGED = 0.05
"""Share of the words that an edited copy has otherwise."""
LONG = 200
OTHERS = ("river", "Kofi", "never", "market,", "Monday", "Ljubljana")


def name(number: int) -> str:
    """One of half a million made names."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(4)).title()


def many(make: Callable[[int], str]) -> Callable[[int], str]:
    """A text of so many characters whose parts are numbered, so that no two are alike."""
    return lambda n: "".join(make(i) for i in range(n // len(make(1000)) + 1))


WORDS = "market river school police church bridge winter garden office doctor hunger summer island".split()
PLACES = "Vienna Geneva Paris Berlin London Nairobi".split()
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
CYRILLIC = "Иван Петр Волг Горн Север Южн Ново".split()
SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS: dict[str, Callable[[int], str]] = {
    "prose": lambda n: (SEEDS / "003_89399890a234e51b.txt").read_text("utf-8") * (n // 5000 + 1),
    "digits": lambda n: "9" * n,
    "digits and commas": lambda n: "1,234," * (n // 6),
    "numbers in words": lambda n: "twenty-five hundred million " * (n // 28),
    "open quotation marks": lambda n: "“" * n,
    "nested quotations": lambda n: "“he said ‘she said " * (n // 19),
    "one word": lambda n: "x" * n,
    "no space": lambda n: "word." * (n // 5),
    "capitals": lambda n: "Aaa Bbb Ccc " * (n // 12),
    "capitals without end": lambda n: "A" * n,
    "months": lambda n: "May May 31 February " * (n // 20),
    "brackets": lambda n: "(" * n,
    "dashes": lambda n: "-" * n,
    "commas": lambda n: "a, " * (n // 3),
    "said": lambda n: "said that he said " * (n // 18),
    "not": lambda n: "not never no " * (n // 13),
    "short lines": lambda n: "a b\n" * (n // 4),
    "combining marks": lambda n: "e" + "\u0301" * n,
    "chinese": lambda n: "他说会议举行" * (n // 18),
    "titles": lambda n: "President Minister Deputy Director " * (n // 35),
    "acronyms": lambda n: "U.N. (UN) " * (n // 10),
    "one surname": many(lambda i: f"{name(i * 7919)} Smith said so. "),
    "one first name": many(lambda i: f"John {name(i * 7919)} said so. "),
    "lone names": many(lambda i: f"He saw {name(i * 7919)} {name(i * 104729)} said and {name(i * 1299709)}. "),
    "ministers": many(lambda i: f"Minister {name(i * 7919)} {name(i * 104729)} spoke. The Minister left. "),
    "numbered toll": many(lambda i: f"{i} people died, {i * 7} others. "),
    "numbered quotations": many(lambda i: f'"Words number {i} are four," said {name(i * 7919)} {name(i)}. '),
    "days": many(lambda i: f"on May {i % 28 + 1}, {1900 + i % 150} "),
    "one common word": many(lambda i: f"{name(i * 7919)} {name(i * 104729)} market {name(i * 1299709)}.\n"),
    "some common words": many(lambda i: f"{name(i * 7919)} {WORDS[i % 7]} {WORDS[i % 11]} {WORDS[i % 13]}.\n"),
    "many templates": many(lambda i: f"The {name(i % 53)} of {name(i % 53 + 90)} saw {name(i * 7919)} there.\n"),
    "names in one sentence": many(lambda i: f"John {name(i * 7919)} and "),
    "long names alike": many(lambda i: f"John Alexandropoulos{name(i * 7919).lower()} said so. "),
    "lone long names": many(lambda i: f"He saw Alexandropoulos{name(i * 7919).lower()} and John Alexandropou{i}. "),
    "slips of one name": many(lambda i: f"Robert {name(i % 26 * 7)}{name(i)} and John Sm{name(i).lower()}ith met. "),
    "spaces": lambda n: "a" + " " * n + "b",
    "line ends": lambda n: "\n" * n,
    "dots": lambda n: "." * n,
    "marks in turn": lambda n: "e" + "\u0301\u0323" * (n // 2),
    "many marked letters": lambda n: ("e" + "\u0301" * 400 + " and ") * (n // 406 + 1),
    "quotations and brackets": lambda n: "“he said (‘no [ever {yes} not] so’) then” " * (n // 42 + 1),
    "open quotations and brackets": lambda n: '“((‘[{" ' * (n // 8),
    "long numbers": lambda n: "1234567890" * 300 * (n // 3000 + 1),
    "dates": many(lambda i: f"On {i % 28 + 1} May {1950 + i % 70} they met, and on 2021-0{i % 9 + 1}-1{i % 10}. "),
    "one day": many(lambda i: f"{name(i * 7919)} {name(i * 104729)} left on May 19. "),
    "many days": many(lambda i: f"{name(i * 7919)} left on May {i % 28 + 1}. "),
    "addresses": many(lambda i: f"https://example.com/{name(i)}/{i}?q={name(i * 7919)}&x=%20%41 "),
    "one address": lambda n: "https://example.com/" + "a/b?c=d&" * (n // 8),
    "emoji": lambda n: f"{FAMILY} " * (n // 6),
    "bidi controls": lambda n: "\u202eabc\u202c \u2066def\u2069 " * (n // 12),
    "half characters": lambda n: "\ud800x \udfff" * (n // 4),
    "chinese characters": lambda n: "".join(chr(0x4E00 + i * 7919 % 20000) for i in range(n)),
    "chinese sentences": many(lambda i: "".join(chr(0x4E00 + (i * 131 + k * 7919) % 20000) for k in range(12)) + "。"),
    "arabic": many(lambda i: f"قال إن الاجتماع عقد في فيينا يوم {i}. "),
    "thai": lambda n: "สวัสดีชาวโลก" * (n // 12),
    "table of figures": many(lambda i: f"{i * 7919 % 100003}\t{i * 104729 % 99991}\t{i}\n"),
    "row of figures": many(lambda i: f"{i * 7919 % 100003} {i}.{i % 10}% "),
    "table with names": many(lambda i: f"{name(i * 7919)} | {i * 104729 % 99991} | {i % 100}%\n"),
    "one template": many(lambda i: f"The firm sold {i * 37 + 11} cars in the north last year. "),
    "wire template": many(lambda i: f"The minister said on Monday that {i * 3} people were hurt in {name(i * 7919)}. "),
    "names in a list": many(lambda i: f"{name(i * 104729)} {name(i * 7919)}, "),
    "long names": many(lambda i: f"John {name(i)}{'abcdefghij' * 1000} said so. "),
    "slips of words": many(lambda i: f"The {name(i * 7919).lower()}ernment spoke of govern{name(i).lower()}. "),
    "initials": many(lambda i: f"J. K. {name(i * 7919)} and B. {name(i * 104729)}. "),
    "lines shuffled": lambda n: "".join(_line(k) for k in range(n // 9000 + 1)),
    "by-lines": many(lambda i: f"By {name(i * 7919)} {name(i * 104729)}\n"),
    "captions": many(lambda i: f"Photo: {name(i * 7919)}/AFP\n"),
    "tags": many(lambda i: f"<b><i>&amp;&#{i};<script>"),
    "any signs": lambda n: "".join(random.Random(3).choices("ab AB12,.-'\"()“”‘’\n$%&;:/éЖ中ा\u0301\u200d", k=n)),
    "names by the thousand": many(
        lambda i: f"{name(i * 7919)} {name(i * 104729)} met {name(i * 1299709)} {name(i * 15485863)}. "
    ),
    "figures by the thousand": many(
        lambda i: f"Sales rose {i * 7 % 97}.{i % 10}% to ${i * 31} million from {i * 13} on {i * 3} orders. "
    ),
    "one speaker": many(
        lambda i: f'"We {name(i * 7919).lower()} the {name(i * 31).lower()} of {i}," said John Smith. '
    ),
    "one phrase in every quotation": many(
        lambda i: f'"We want to go on with {name(i * 7919).lower()}, and {name(i * 31).lower()}," said {name(i * 7)}. '
    ),
    "all but one word": many(lambda i: f"The council votes in the old hall of {name(i * 7919)} today. "),
    "all but one small word": many(lambda i: f"The council of the old town votes on {name(i * 7919).lower()} today. "),
    "two sentences in turn": many(
        lambda i: ("The council voted on Monday. ", "Two men were hurt in Vienna, police said. ")[i % 2]
    ),
    "long words": many(lambda i: f"{name(i * 7919) * 50} {name(i * 104729).lower() * 50} said. "),
    "rows of a table": many(
        lambda i: f"{name(i * 7919)} {name(i * 31)}, {i % 40} points, {i % 13} rebounds, {i % 48} minutes.\n"
    ),
    "deep brackets": lambda n: "".join(f"He ({name(i * 7919)} said " for i in range(n // 20)) + ")" * (n // 20 * 3),
    "direction marks": many(
        lambda i: f"\u200f{name(i * 7919)}\u200f \u200eאמר\u200f ביום {i}\u200e כי הפגישה\u200f נערכה. "
    ),
    "marks on every letter": many(
        lambda i: "".join(c + "\u0301\u0323\u0308" for c in f"{name(i * 7919)} said {name(i).lower()}") + ". "
    ),
    "emoji sentences": many(lambda i: f"{FAMILY} {name(i * 7919)} \U0001f44d\U0001f3fd said \U0001f1e6\U0001f1f9! "),
    "long and short": many(lambda i: _long_and_short(i)),
    "places and days": many(
        lambda i: (
            f"{i % 9 + 2} men left {PLACES[i % 6]} for {PLACES[i % 5]} on May {i % 28 + 1}, {name(i * 7919)} said. "
        )
    ),
    "denials": many(lambda i: f"The {name(i * 7919).lower()} did not {name(i * 31).lower()} and may never rise. "),
    "sets of names": many(
        lambda i: (
            f"{name(i * 7919)}, {name(i * 104729)}, {name(i * 31)} and {name(i * 1299709)} won in {PLACES[i % 6]}. "
        )
    ),
    "headlines": many(lambda i: f"{name(i * 7919)} {name(i * 31)} wins {i} seats in {PLACES[i % 6]} vote\n\n"),
    "cyrillic": many(
        lambda i: (
            f"Министр {CYRILLIC[i % 7]}ов заявил, что {i} человек погибли в "
            f"{CYRILLIC[i % 5]}{CYRILLIC[i * 7919 % 7]}ске. "
        )
    ),
}
"""Named texts of at least so many characters."""


def _long_and_short(number: int) -> str:
    """A sentence of twelve parts, and each part again as a sentence: one sentence answers many."""
    parts = [f"the {name(number * 104729 + k * 7919).lower()} of {name(number * 31 + k)} rose" for k in range(12)]
    return ", ".join(parts) + ". " + "".join(f"{part[0].upper()}{part[1:]}. " for part in parts)


def _line(number: int) -> str:
    """A line of nineteen hundred words, each twice, in an order of its own."""
    words = [name(number * 1900 + k * 7919).lower() for k in range(950)] * 2
    random.Random(number).shuffle(words)
    return " ".join(words) + "\n"


def edited(text: str) -> str:
    """The text as another outlet may print it: one word in twenty changed, figures counted on; lines in disorder where
    they are long."""
    chance = random.Random(5)
    parts = re.split(r"(\s+)", text)
    for at in range(0, len(parts), 2):
        if parts[at] and chance.random() < CHANGED:
            parts[at] = _changed(parts[at], chance)
    lines = "".join(parts).split("\n")
    return "\n".join(_shuffled(line, chance) if line.count(" ") > LONG else line for line in lines)


def _changed(word: str, chance: random.Random) -> str:
    if any(c in "0123456789" for c in word):
        return re.sub("[0-9]", lambda digit: str((int(digit[0]) + 1) % 10), word)
    return re.sub("(?s)(.{199}).", r"\1Q", word) if len(word) > LONG else chance.choice(OTHERS)


def _shuffled(line: str, chance: random.Random) -> str:
    words = line.split(" ")
    chance.shuffle(words)
    return " ".join(words)
