"""Made-up news: prose of invented words with Zipf's frequencies, and the ways in which outlets reprint it."""

from __future__ import annotations

import random
from itertools import accumulate

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # compiling and a busy machine are no failures
settings.load_profile("untimed")

SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]


class Newsroom:
    """Writes articles and reprints them; the same seed writes the same."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.vocabulary = ["".join(self.rng.choices(SYLLABLES, k=self.rng.randint(1, 4))) for _ in range(8000)]
        self.weights = list(accumulate(1 / (rank + 8) for rank in range(len(self.vocabulary))))

    def words(self, count):
        return self.rng.choices(self.vocabulary, cum_weights=self.weights, k=count)

    def prose(self, count):
        words = self.words(count)
        for i in range(0, count, 12):
            words[i] = words[i].capitalize()
            words[min(i + 11, count - 1)] += "."
        return " ".join(words)

    def edited(self, text, share):
        """Delete, replace or insert a word at this share of the places."""
        out = []
        for word in text.split():
            kind = self.rng.randrange(3) if self.rng.random() < share else 3
            out += [[], self.words(1), [word, *self.words(1)], [word]][kind]
        return " ".join(out)

    def market_line(self):
        n = self.rng.randint
        company = " ".join(self.words(2)).title()
        return (
            f"Shares of {company} rose {n(1, 99)}.{n(0, 9)} percent to {n(10, 999)}.{n(10, 99)} dollars in trading on "
            f"the main exchange. Some {n(100, 999)} thousand shares changed hands, against a daily average of "
            f"{n(100, 999)} thousand over the past thirty days. The index was at {n(1000, 9999)} points. Traders said "
            f"volumes were thin."
        )


@pytest.fixture
def newsroom():
    return Newsroom
