"""How right the links are on two seeds, against links made by hand: a floor that may rise and never fall."""

from __future__ import annotations

from pathlib import Path

from compare.align.links import align_articles
from compare.model import Article
from compare.text.sentences import split_sentences

SEEDS = Path(__file__).parents[2] / "seeds"
FLOOR = 0.85
BY_HAND = """
Deputy Minister Hang highlighted | She highlighted Viet Nam’s initiative
Deputy Minister Hang highlighted | The Deputy Minister officially
🧸A Vietnamese delegation | Speaking at the opening session
The session served | With the participation
In her opening remarks | She highlighted Viet Nam’s initiative
In her opening remarks | The Deputy Minister officially
Co-chaired by | The Deputy Minister officially
Co-chaired by | A highlight of this year
She said through | Through high-level
Over 1,000 delegates | With the participation
Over 1,000 delegates | The session focused
At a hybrid seminar | Further details about
At a hybrid seminar | The seminar attracted
At a hybrid seminar | The seminar reflected
She stressed that the Hanoi | The Convention sets
She stressed that the Hanoi | In her remarks
She stressed that the Hanoi | It establishes
The signing ceremony is not | She stressed that the signing
The signing ceremony is not | She urged countries
Waly expressed | She expressed confidence
Representatives from Algeria | Representatives from regions
As part of the CCPCJ34 | Regarding preparations
As part of the CCPCJ34 | On the sidelines
The delegation also met | The delegation also met
During these meetings | The delegation also met
On the occasion | While in Vienna
On the occasion | The two sides discussed
Hang invited Grossi | Deputy Minister Hang invited
Hang invited Grossi | Grossi gladly accepted
Grossi expressed | Grossi gladly accepted
The Vietnamese delegation at | Members of the Vietnamese delegation
Deputy FM Hang (L) | Deputy Minister Le Thi Thu Hang receives
""".strip().splitlines()


def seed(number: str) -> Article:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return Article(number, path.read_text(encoding="utf-8"))


def by_hand(a: Article, b: Article) -> set[tuple[int, int]]:
    starts = [[s.text for s in split_sentences(article.text)] for article in (a, b)]

    def place(side: int, opening: str) -> int:
        (found,) = (i for i, text in enumerate(starts[side]) if text.startswith(opening.strip()))
        return found

    return {(place(0, left), place(1, right)) for left, right in (line.split("|") for line in BY_HAND)}


def test_links_of_two_rewrites_of_one_wire_report_are_right() -> None:
    a, b = seed("001"), seed("003")
    gold, found = by_hand(a, b), {(link.a, link.b) for link in align_articles(a, b)}
    score = 2 * len(gold & found) / (len(gold) + len(found))
    assert score >= FLOOR, (round(score, 3), sorted(found - gold), sorted(gold - found))


def test_no_teaser_is_linked() -> None:
    a, b = seed("001"), seed("003")
    sentences = split_sentences(a.text)
    (first,) = (i for i, s in enumerate(sentences) if s.text.startswith("Vice Chairwoman of the Vietnamese"))
    assert max(link.a for link in align_articles(a, b)) < first


def test_two_events_of_one_session_share_only_what_both_say() -> None:
    assert len(align_articles(seed("000"), seed("001"))) <= 4
