"""Names without end: how often two names are compared grows with the text, not with its square."""

import pytest

from compare import Article, extract_claims
from compare.facts import namesakes, pointers


def name(number):
    return "".join(chr(97 + number // 26**place % 26) for place in range(4)).title()


TEXTS = {
    "one surname": lambda i: f"{name(i * 7919)} Smith said so. ",
    "one first name": lambda i: f"John {name(i * 7919)} said so. ",
    "one first name and surname": lambda i: f"John {name(i * 7919)} Smith said so. ",
    "lone names": lambda i: f"He saw {name(i * 7919)} {name(i * 104729)} said and {name(i * 1299709)}. ",
    "one office": lambda i: f"Minister {name(i * 7919)} {name(i * 104729)} spoke. The Minister left. ",
    "offices of many fields": lambda i: (
        f"Minister of {name(i)} {name(i * 7919)} {name(i * 104729)} spoke. The Minister of {name(i)} left. "
    ),
}


@pytest.fixture
def compared(monkeypatch):
    """How often two names or two offices were compared."""
    count = [0]

    def counting(function):
        def counted(*args, **more):
            count[0] += 1
            return function(*args, **more)

        return counted

    for module, called in ((namesakes, "same_name"), (namesakes, "is_misspelling"), (pointers, "fits")):
        monkeypatch.setattr(module, called, counting(getattr(module, called)))
    return count


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS)
def test_twice_the_names_are_twice_the_work(make, compared, monkeypatch):
    monkeypatch.setattr(namesakes, "MOST_NAMESAKES", 10)
    monkeypatch.setattr(namesakes, "_FEW", 5_000)

    def work(names):
        compared[0] = 0
        extract_claims(Article("a", "".join(make(i) for i in range(names)), language="en"))
        return compared[0]

    assert work(800) <= 2.5 * work(400) + 1_000
