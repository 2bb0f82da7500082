"""Sentence links: any order, both directions alike, and every kind of thin or huge article."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.link import Link
from compare.align.links import align_articles, link_all
from compare.config import AlignConfig, Config
from compare.errors import ConfigError
from compare.model import Article
from compare.text.sentences import split_sentences
from compare.text.witness import read_witness

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
FIRST = [
    "The harbour of Vinh Tan was opened by the transport minister on Monday after four years of work.",
    "Some 1,200 workers built the two piers and a road to the coast.",
    "Fishermen fear that larger ships will drive the shoals away.",
    "A ferry to the islands starts next spring.",
]
SECOND = [
    "Fishers said they feared the shoals would leave because of the larger ships.",
    "Transport minister Lan opened Vinh Tan harbour on Monday.",
    "About 1,200 workers had been busy with its piers and the coast road.",
    "The weather was fine.",
]


def article(name: str, paragraphs: list[str]) -> Article:
    return Article(name, "\n".join(paragraphs))


def pairs(links: list[Link]) -> set[tuple[int, int]]:
    return {(link.a, link.b) for link in links}


def said(a: Article, b: Article) -> set[tuple[str, str]]:
    left, right = split_sentences(a.text), split_sentences(b.text)
    return {(left[link.a].text, right[link.b].text) for link in align_articles(a, b)}


def test_reworded_sentences_are_linked_in_any_order() -> None:
    found = align_articles(article("a", FIRST), article("b", SECOND))
    assert pairs(found) == {(0, 1), (1, 2), (2, 0)}
    assert all(0 < link.score <= 1 for link in found)
    assert {"figure: 1200", "word: workers", "word: piers"} <= set(found[1].reasons)


def test_a_sentence_that_is_split_in_two_answers_both() -> None:
    whole = ["The council raised the bus fare to 3 euros and closed the night line to Brandt.", *FIRST]
    parts = ["The council raised the bus fare to 3 euros.", "It also closed the night line to Brandt.", *SECOND]
    assert {(0, 0), (0, 1)} <= pairs(align_articles(article("a", whole), article("b", parts)))


def test_names_cost_nothing_in_another_spelling() -> None:
    a = article("a", ["Việt Nam will sign the Hà Nội Convention in October.", FIRST[1]])
    b = article("b", ["In October Vietnam will sign the Hanoi Convention.", FIRST[3]])
    assert pairs(align_articles(a, b)) == {(0, 0)}


@given(st.permutations(range(4)), st.permutations(range(4)))
@settings(max_examples=30, deadline=None)
def test_shuffling_paragraphs_changes_no_link(left: list[int], right: list[int]) -> None:
    plain = said(article("a", FIRST), article("b", SECOND))
    assert said(article("a", [FIRST[k] for k in left]), article("b", [SECOND[k] for k in right])) == plain


@pytest.mark.parametrize(("one", "two"), [(0, 1), (1, 3), (2, 4)])
def test_links_mirror(one: int, two: int) -> None:
    a, b = (Article(SEEDS[k].stem, SEEDS[k].read_text(encoding="utf-8")) for k in (one, two))
    there, back = align_articles(a, b), align_articles(b, a)
    assert sorted((link.a, link.b, link.score) for link in there) == sorted((x.b, x.a, x.score) for x in back)


def test_links_between_two_witnesses_of_many_are_those_of_their_own_words() -> None:
    witnesses = [read_witness(article(n, p), Config()) for n, p in (("a", FIRST), ("b", SECOND), ("c", FIRST))]
    found = link_all(witnesses, [w.compared for w in witnesses], Config()).between
    assert set(found) == {(0, 1), (0, 2), (1, 2)}
    assert {(0, 0), (1, 1), (2, 2), (3, 3)} == pairs(found[0, 2])


ABROAD = {
    "vi": (
        "Bộ trưởng Giao thông Nguyễn Văn Lan khánh thành cảng Vĩnh Tân hôm thứ Hai.\n"
        "Khoảng 1.200 công nhân đã xây hai cầu tàu và một con đường ven biển.\nNgư dân lo ngại tàu lớn "
        "sẽ xua đuổi đàn cá.",
        "Các ngư dân cho biết họ lo đàn cá sẽ bỏ đi vì tàu lớn.\n"
        "Cảng Vĩnh Tân được Bộ trưởng Nguyễn Văn Lan khánh thành.\n"
        "1.200 công nhân tham gia xây cầu tàu và đường ven biển.\nThời tiết hôm nay đẹp.",
    ),
    "zh": (
        "交通部长周一为永新港揭幕。\n约1200名工人修建了两座码头和一条沿海公路。\n渔民担心大型船只会赶走鱼群。",
        "渔民表示担心鱼群因大型船只离开。\n永新港周一由交通部长揭幕。\n1200名工人参与修建码头和公路。\n天气很好。",
    ),
    "de": (
        "Der Verkehrsminister eröffnete am Montag den Hafen von Vinh Tan.\nRund 1.200 Arbeiter bauten zwei Molen und "
        "eine Straße.\nDie Fischer fürchten, dass große Schiffe die Schwärme vertreiben.",
        "Fischer befürchten, die Schwärme könnten wegen der großen Schiffe verschwinden.\nDer Hafen Vinh Tan wurde am "
        "Montag vom Verkehrsminister eröffnet.\n1200 Arbeiter bauten die Molen und die Straße.\nDas Wetter war schön.",
    ),
}


@pytest.mark.parametrize("language", ABROAD)
def test_links_need_no_english(language: str) -> None:
    a, b = (Article(n, text, language=language) for n, text in zip("ab", ABROAD[language], strict=True))
    assert pairs(align_articles(a, b)) == {(0, 1), (1, 2), (2, 0)}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("", "", set()),
        ("", "The harbour opened on Monday.", set()),
        ("***\n---", "The harbour opened on Monday.", set()),
        ("The harbour opened on Monday.", "The harbour opened on Monday.", {(0, 0)}),
        ("The of and to.", "The of and to.", set()),
        ("The harbour of Vinh Tan opened on Monday.", "Snow fell in the north.", set()),
    ],
)
def test_thin_articles(a: str, b: str, expected: set[tuple[int, int]]) -> None:
    assert pairs(align_articles(Article("a", a), Article("b", b))) == expected


def test_text_without_punctuation_is_one_sentence_and_still_linked() -> None:
    a = " ".join(FIRST).replace(".", "").replace(",", "")
    assert pairs(align_articles(Article("a", a), Article("b", a))) == {(0, 0)}


def test_articles_of_thousands_of_sentences_are_linked() -> None:
    chance = random.Random(7)
    names = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("rin", "lot", "mak", "sun", "dov", "pel")]
    texts = [f"{' '.join(chance.choices(names, k=9)).capitalize()}." for _ in range(5000)]
    moved = chance.sample(range(5000), 5000)
    found = align_articles(article("a", texts), article("b", [texts[k] for k in moved]))
    assert {(k, n) for n, k in enumerate(moved)} <= pairs(found)


REWORDED = {
    "ar": (
        "وصل وزير الخارجية إلى القاهرة يوم الأحد لإجراء محادثات مع نظيره المصري.",
        "وزير الخارجية وصل القاهرة الأحد وأجرى محادثات مع نظيره المصري.",
    ),
    "vi": (
        "Bộ trưởng Giao thông khánh thành cảng mới hôm thứ Hai sau bốn năm xây dựng.",
        "Cảng mới được Bộ trưởng Giao thông khánh thành vào thứ Hai.",
    ),
    "en": (
        "Transport minister Lan Pham opened the deep harbour of Vinh Tan on Monday after four years of noisy work.",
        "The harbour of Vinh Tan was opened on Monday by transport minister Lan Pham amid protests of fishermen.",
    ),
}


@pytest.mark.parametrize("language", REWORDED)
def test_what_is_told_in_other_words_scores_high_and_less_than_the_same_words(language: str) -> None:
    a, b = (Article(n, text, language=language) for n, text in zip("ab", REWORDED[language], strict=True))
    (apart,), (same,) = align_articles(a, b), align_articles(a, Article("c", a.text, language=language))
    assert 0.6 < apart.score < 0.95 < same.score == 1.0


FUNCTION_WORDS_SHARED = {
    "ar": ("وصل الوزير إلى القاهرة بعد أن كان في بيروت.", "عاد الفريق إلى الرياض بعد أن كان في دبي."),
    "zh": ("他们因为下雨没有出门。", "他们因为这个很高兴。"),
    "vi": ("Những người này đã đến trong khi trời mưa.", "Các em ấy đã về trong khi những cô kia hát."),
    "es": ("Cuando hubo llegado también él estaba cansado.", "Cuando haya nieve también él estará contento."),
    "fr": ("Elle était aussi venue parce qu’il avait neigé.", "Elle était aussi triste parce qu’il avait menti."),
    "de": ("Er war auch dann noch bei ihnen gewesen.", "Sie war auch dann noch bei ihnen geblieben."),
    "ja": ("これはとても大きいものである。", "これはとても新しいものである。"),
}


@pytest.mark.parametrize("language", FUNCTION_WORDS_SHARED)
def test_function_words_tie_nothing_in_any_language(language: str) -> None:
    a, b = (Article(n, text, language=language) for n, text in zip("ab", FUNCTION_WORDS_SHARED[language], strict=True))
    assert align_articles(a, b) == []


def test_a_share_beyond_one_is_told() -> None:
    with pytest.raises(ConfigError, match=r"align\.threshold"):
        Config(align=AlignConfig(threshold=26))
