import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from compare import Article, CompareError, Config, find_copies
from compare.cluster import bands, copies
from compare.cluster.clusters import LOOSE, redundant
from compare.cluster.copies import copy_groups
from compare.cluster.left_out import left_out
from compare.cluster.story_index import StoryIndex
from compare.config import CopyConfig
from compare.pipeline import compare_all

NUMPY = Config(copies=CopyConfig(fast=False))
FOOTER = (
    "Sign up for our {} newsletter to get the top stories of the day in your inbox. Follow the Harbor Herald on social "
    "media. Copyright {} Harbor Herald. All rights reserved. This material may not be published or broadcast."
)


def articles(texts):
    return [Article(str(name), text) for name, text in texts.items()]


def groups(texts, config=NUMPY):
    return {cluster.members for cluster in find_copies(articles(texts), config)}


@pytest.fixture
def desk(newsroom):
    """A day's wire: two hundred unrelated articles, forty market lines, a footer under every fifth article."""
    room = newsroom(5)
    texts = {f"a{i:03}": room.prose(random.Random(i).randint(150, 500)) for i in range(200)}
    texts |= {
        name: f"{text}\n\n{FOOTER.format('daily', 2020 + i)}"
        for i, (name, text) in enumerate(texts.items())
        if i % 5 == 0
    }
    texts |= {f"m{i:02}": room.market_line() for i in range(40)}
    return room, texts


def test_nothing_unrelated_is_joined_by_template_furniture_or_idiom(desk):
    assert groups(desk[1]) == set()


@pytest.mark.parametrize("share", [0.0, 0.02, 0.10, 0.25])
def test_a_text_is_known_again_with_up_to_a_quarter_of_its_words_changed(desk, share):
    room, texts = desk
    copies = {f"copy of {name}": room.edited(texts[name], share) for name in ("a001", "a002", "a003", "a004")}
    assert groups(texts | copies) == {(name.removeprefix("copy of "), name) for name in copies}


@pytest.mark.parametrize(
    "reprint",
    [
        lambda text: text[: len(text) // 2],
        lambda text: "HANOI, March 3 (Wire) - " + text,
        lambda text: text + "\n\n" + FOOTER.format("weekly", 2031),
        lambda text: text + " " + text[::-1],
        lambda text: text.upper().replace(" ", "\u00a0\n"),
    ],
)
def test_a_text_is_known_again_cut_or_with_something_added(desk, reprint):
    texts = desk[1]
    assert groups(texts | {"copy": reprint(texts["a007"])}) == {("a007", "copy")}


def test_two_articles_with_nothing_in_common_but_their_furniture_are_apart(desk):
    room, texts = desk
    short = {f"s{i}": room.prose(30) + "\n\n" + FOOTER.format("daily", 2000 + i) for i in range(6)}
    assert groups(texts | short) == set()


def test_a_widely_printed_story_is_no_furniture(desk):
    room, texts = desk
    story = room.prose(200)
    printed = {f"w{i:02}": room.edited(story, 0.03) for i in range(30)}
    assert groups(texts | printed) == {tuple(printed)}


def test_a_half_that_two_different_texts_hold_is_told_with_its_true_containment(newsroom):
    room = newsroom(9)
    half, other = room.prose(120), room.prose(140)
    (cluster,) = find_copies(articles({"half": half, "whole": f"{half} {other}"}), NUMPY)
    assert (cluster.edges[0].containment, cluster.fullest) == (1.0, "whole")
    assert cluster.edges[0].jaccard == pytest.approx(120 / 262, abs=0.02)


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        ("Correction", "correction.", True),
        ("No comment", "No, comment!", True),
        (
            "A fire destroyed a school in Leeds late on Monday",
            "A fire destroyed a school in Leeds late on Monday (AP)",
            True,
        ),
        ("Police arrested 4 men on Monday after a robbery", "Police arrested 7 men on Friday after a robbery", False),
        ("Rovers beat United 3-1 on Monday", "Rovers beat Albion 3-2 on Sunday", False),
        ("", "", False),
        ("...", "!!!", False),
    ],
)
def test_short_texts_are_copies_only_where_nothing_differs_but_what_is_added(a, b, joined):
    assert bool(groups({"a": a, "b": b})) == joined


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng Chính phủ chủ trì phiên họp thường kỳ tháng ba tại Hà Nội và yêu cầu các bộ báo cáo trước thứ sáu",
        "الرئيس يستقبل وفدا من الأمم المتحدة في العاصمة لمناقشة خطة السلام الجديدة بعد أسابيع من المفاوضات",
        "प्रधानमंत्री ने बुधवार को नई दिल्ली में मंत्रिमंडल की बैठक की अध्यक्षता की और नई योजना की घोषणा की",
        "国务院总理星期三在北京主持召开国务院常务会议研究部署进一步促进就业工作的措施",
        "政府は水曜日に東京で閣議を開き新しい経済対策を決定したと発表した関係者が明らかにした",
    ],
)
def test_copies_are_found_in_other_scripts(text):
    assert groups({"a": text, "b": text + "。", "c": text[::-1]}) == {("a", "b")}


def test_the_order_of_the_articles_the_workers_and_numba_change_nothing(desk):
    room, texts = desk
    given = articles(texts | {f"c{i}": room.edited(texts[f"a00{i}"], 0.1) for i in range(9)})
    expected = find_copies(given, NUMPY)
    assert len(expected) == 9
    random.Random(1).shuffle(given)
    assert find_copies(given, NUMPY) == expected
    assert find_copies(given, replace(NUMPY, workers=3)) == expected
    assert find_copies(given) == expected


def test_a_cluster_tells_its_fullest_and_its_earliest_text(newsroom):
    text = newsroom(3).prose(100)
    first, second = datetime(2026, 3, 3, 8), datetime(2026, 3, 3, 9, tzinfo=UTC)
    given = [
        Article("a", text, published=second),
        Article("b", text + " more to read", published=first),
        Article("c", text),
    ]
    (cluster,) = find_copies(given, NUMPY)
    assert (cluster.members, cluster.fullest, cluster.earliest) == (("a", "b", "c"), "b", "b")
    assert redundant([cluster]) == {"a", "c"}


def test_a_loose_pair_stands_beside_the_clusters_and_makes_nothing_redundant(newsroom):
    room = newsroom(4)
    first = room.words(60)
    second = [*first[:45], *room.words(15)]
    third = [*room.words(15), *second[15:]]
    clusters = find_copies(articles({"1": " ".join(first), "2": " ".join(second), "3": " ".join(third)}), NUMPY)
    assert [cluster.members for cluster in clusters] == [("1", "2"), ("2", "3")]
    assert LOOSE in clusters[1].notes
    assert redundant(clusters[1:]) == set()
    assert [c.members for c in copy_groups(articles({"1": " ".join(first), "2": " ".join(second)}))] == [("1", "2")]


def test_a_bucket_too_large_for_all_pairs_is_told_and_still_joined(newsroom):
    text = newsroom(6).prose(150)
    same = {f"{i:03}": f"{text} edition {i}" for i in range(120)}
    (cluster,) = find_copies(articles(same), NUMPY)
    assert len(cluster.members) == 120
    assert any("nearest 30 only" in note for note in cluster.notes)


def test_two_articles_with_one_id_are_an_error_that_names_them():
    with pytest.raises(CompareError, match="given twice: 'x'"):
        find_copies([Article("x", "one"), Article("x", "two"), Article("y", "three")])


@pytest.mark.parametrize("text", ["word " * 1_000_000, "x" * 3_000_000, "1." * 500_000, "中" * 500_000])
def test_monstrous_texts_cost_seconds_and_no_more(text):
    assert groups({"a": text, "b": "an ordinary text of some words that is not like the other"}) == set()


def test_no_article_or_one_has_no_copy():
    assert find_copies([]) == []
    assert find_copies([Article("a", "text")]) == []


def test_what_is_left_out_as_furniture_is_listed(desk):
    phrases = {phrase.text: phrase.articles for phrase in left_out(articles(desk[1]))}
    assert any("all rights reserved" in phrase and count == 40 for phrase, count in phrases.items())
    assert any("thousand shares changed hands" in phrase for phrase in phrases)
    assert not left_out(articles({"a": "one text", "b": "another text"}))


@pytest.mark.parametrize(
    "wrong", [{"scheme": "legacy"}, {"permutations": 1}, {"permutations": 10**12}, {"shingle": 0}, {"jaccard": 1.5}]
)
def test_an_impossible_setting_is_refused(wrong):
    with pytest.raises(CompareError, match="copies"):
        CopyConfig(**wrong)


def test_a_setting_that_is_no_number_is_refused():
    with pytest.raises(CompareError, match="cut must be a number, not nan"):
        Config.from_dict({"stories": {"cut": float("nan")}})


def test_what_was_not_compared_in_full_is_told_though_nothing_was_joined(newsroom, monkeypatch, caplog, tmp_path):
    monkeypatch.setattr(bands, "BUCKET", 1)
    monkeypatch.setattr(copies, "BUCKET", 1)
    room = newsroom(5)
    shared = [room.prose(60) for _ in range(8)]
    made = [Article(f"{group}-{i}", f"{shared[group]} {room.prose(110)}") for group in range(8) for i in range(3)]
    clusters, notes = copies.copies_and_notes(made, NUMPY)
    assert (clusters, len(notes)) == ([], 1)
    assert find_copies(made, NUMPY) == []
    assert notes[0] in caplog.text
    assert notes[0] in compare_all(made, NUMPY).notes
    with StoryIndex(tmp_path / "wire.sqlite", NUMPY) as index:
        told = []
        index.add(made[:-1], tell=told.append)
        index.query(made[-1:], tell=told.append)
        with index.updating(made[-1:], tell=told.append):
            assert any(notes[0] == note for note in told)  # of the folder that the new one is laid beside
