"""Roles: which lines are the report and which stand around it, on texts written here and on the sample articles."""

import re
from pathlib import Path

import pytest

from compare import Article, Config, Role, TextConfig, split_sentences
from compare.text.credits import is_signature, short_agency, signed_by
from compare.text.dateline import find_dateline
from compare.text.furniture import is_byline, why_caption, why_furniture
from compare.text.languages import language_of
from compare.text.tails import end_mark
from compare.text.witness import read_witness

SEEDS = Path(__file__).parents[2] / "seeds"
REPORTS = Path(__file__).parents[1] / "accuracy" / "texts"
REPORT = """Council approves pier for new ferry
By Jane Doe
QUAYTOWN, May 21 (Reuters) - The harbour council on Tuesday approved a pier for the ferry.
Fishermen look at the quay on Monday. (AP Photo/John Roe)
The vote was nine to four. Work starts in September.
Read more: Ten ferries that never sailed
“We are glad,” the chair said.
(Reporting by Jane Doe; Editing by John Roe)
Our Standards: The Thomson Reuters Trust Principles."""


def roles_of(text, **more):
    return read_witness(Article("a", text, **more), Config())


def test_a_report_is_told_from_what_stands_around_it():
    witness = roles_of(REPORT)
    assert [s.role.value for s in witness.sentences] == [
        "headline", "byline", "dateline", "body", "caption", "caption", "body", "body", "furniture", "body",
        "signature", "furniture",
    ]  # fmt: skip
    assert all(s.reason for s in witness.sentences if s.role is not Role.BODY)
    assert witness.agencies == ("Reuters",)
    assert [s.text for s in witness.sentences if s.role is Role.DATELINE] == ["QUAYTOWN, May 21 (Reuters) -"]


def test_keep_furniture_takes_every_role_back_but_headline_and_dateline():
    witness = read_witness(Article("a", REPORT), Config(text=TextConfig(keep_furniture=True)))
    assert {s.role for s in witness.sentences} == {Role.HEADLINE, Role.DATELINE, Role.BODY}


def test_sentences_stay_those_of_split_sentences():
    assert [(s.span, s.text) for s in roles_of(REPORT).sentences] == [(s.span, s.text) for s in split_sentences(REPORT)]


DATELINES = [
    ("Hanoi (VNA) – A delegation", "Hanoi", "VNA"),
    (
        " date 2025-05-21 VIENNA — Việt Nam, Chair of the group at the United Nations (UN), held a workshop in Vienna",
        "VIENNA",
        "",
    ),
    (
        "HÀ NỘI — Deputy Prime Minister Bùi Thanh Sơn on Tuesday received the head of the office in the capital",
        "HÀ NỘI",
        "",
    ),
    ("BEIJING, May 19 (Xinhua) -- The council", "BEIJING", "Xinhua"),
    ("ST. LOUIS, Mo. (AP) — The council", "ST. LOUIS", "AP"),
    ("(CNN) -- The council met", "", "CNN"),
    (
        "NEW DELHI: The council met on Tuesday to vote on the pier, which has been in dispute for two years now.",
        "NEW DELHI",
        "",
    ),
    (
        "Quaytown, Harbourshire — The council met on Tuesday to vote on the pier, in dispute for two years now.",
        "Quaytown",
        "",
    ),
]


@pytest.mark.parametrize(("text", "place", "agency"), DATELINES)
def test_a_dateline_gives_place_and_agency(text, place, agency):
    found = find_dateline(text)
    assert (found.place, found.agency) == (place, agency)


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: The council met on Tuesday to vote on the pier, which has been in dispute for two years or more now.",
        "The bill (HR 5) - passed",
        "WHO (UN) said",
        "U.S. President — The man",
        "SALES - Up by half",
        "Council - the pier is safe",
        "2025-13-41 nonsense",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(text):
    assert find_dateline(text) is None


SIGNATURES = [
    ("VNA/VNS", ("VNA", "VNS")),
    ("— VNA/VNS", ("VNA", "VNS")),
    ("Source: VNA", ("VNA",)),
    ("Source: Harbour Post", ("Harbour Post",)),
    ("(AFP)", ("AFP",)),
    ("- Reuters", ("Reuters",)),
    ("The Associated Press contributed to this report.", ("AP",)),
    ("(With inputs from PTI)", ("PTI",)),
    ("(Reporting by Jane Doe; Editing by John Roe)", ()),
]


@pytest.mark.parametrize(("line", "agencies"), SIGNATURES)
def test_a_signature_names_its_agencies(line, agencies):
    assert is_signature(line)
    assert signed_by(line) == agencies


@pytest.mark.parametrize(
    "line", ["He left.", "Council", "Sources: three men said that the pier, which was old, fell down", "We paid AP."]
)
def test_a_closing_sentence_is_no_signature(line):
    assert not is_signature(line)


LINES = [
    (is_byline, "By Jane Doe", True),
    (is_byline, "By JANE DOE and John Roe, Staff Writers", True),
    (is_byline, "By Friday", False),
    (is_byline, "By contrast the pier held.", False),
    (why_caption, "Fishermen at work (Photo: VNA)", True),
    (why_caption, "Members attend the session. (Photo courtesy of the Ministry) |", True),
    (why_caption, "Minister Doe (L) meets Chairman Roe", True),
    (why_caption, "FILE PHOTO: A pier", True),
    (why_caption, "John Roe/Getty Images", True),
    (why_caption, "The big picture: the council is split.", False),
    (why_caption, "The minister (left) the room.", False),
    (why_caption, "He showed the photo to the council.", False),
    (why_furniture, "Subscribe to our newsletter", True),
    (why_furniture, "CLICK HERE TO GET THE APP", True),
    (why_furniture, "Related: Ten ferries", True),
    (why_furniture, "© 2025 Harbour Post. All rights reserved.", True),
    (why_furniture, "Advertisement", True),
    (why_furniture, "Last updated: May 21, 2025 10:00", True),
    (why_furniture, "3 de abril de 2025", True),
    (why_furniture, "Donnerstag, 12. September 2024", True),
    (why_furniture, "jeudi 3 avril 2025", True),
    (why_furniture, "Mai 2025: 12 Tote", False),
    (why_furniture, "Share", True),
    (why_furniture, "Share prices fell by a tenth.", False),
    (why_furniture, "More than 200 people came.", False),
    (why_furniture, "Read more about the ferry", True),
    (why_furniture, "Read more", True),
    (why_furniture, "Read more books, the minister told pupils.", False),
    (why_furniture, "Tags on the fish were wrong.", False),
    (why_furniture, "Copyrighted works are safe.", False),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "line", "expected"), LINES)
def test_lines_around_a_report_are_known_by_their_form(rule, line, expected):
    assert bool(rule(line)) is expected


@pytest.mark.parametrize("text", ["One line without a stop", "VNA/VNS", "Advertisement", "By Jane Doe", "Photo: VNA"])
def test_an_article_of_one_line_is_compared_whatever_it_says(text):
    assert any(s.role.is_compared for s in roles_of(text).sentences)


def test_an_article_without_words_has_no_sentences():
    witness = roles_of("— …\n")
    assert (witness.sentences, witness.compared, witness.agencies) == ((), (), ())


@pytest.mark.parametrize(
    ("mark", "found"), [("./.", "./."), ("\n###\n", "###"), ("\n-30-\n", "-30-"), ("\nENDS\n", "ENDS"), (".", None)]
)
def test_what_follows_an_end_mark_is_a_teaser(mark, found):
    text = f"The council met on Tuesday. It voted for the pier{mark}\nA man won the lottery in another town."
    assert (end_mark(text) or (0, None))[1] == found
    assert (roles_of(text).sentences[-1].role is Role.TEASER) is (found is not None)


TEASERS = (
    "Scientists in Lima have found a frog that sings.",
    "Central bank governor Ito raised interest rates again.",
    "Striker Okafor scored twice as Lagos won the cup.",
    "Heavy snow closed mountain passes across Austria.",
    "Singer Mara Lind cancelled a concert in Oslo.",
    "Astronomers photographed a comet near Jupiter.",
)
PIER = (
    "The harbour council approved a pier for the new ferry line on Tuesday after a long debate.",
    "The pier will stand beside the customs quay, where fishermen sell their catch.",
    "Fishermen had fought the pier because the ferry would close the quay in summer.",
    "The council promised that the quay would stay open for fishermen while the pier is built.",
    "Hotel owners welcomed the ferry line and said the pier would bring guests.",
    "Work on the pier starts in September and costs two million, the council said.",
    "The ferry line will carry guests from the harbour to the island in spring.",
)


def test_a_tail_of_unrelated_paragraphs_is_teasers():
    roles = [s.role for s in roles_of("\n".join(PIER + TEASERS)).sentences]
    assert roles == [Role.BODY] * len(PIER) + [Role.TEASER] * len(TEASERS)


def test_a_report_without_a_tail_keeps_every_paragraph():
    assert {s.role for s in roles_of("\n".join(PIER + PIER)).sentences} == {Role.BODY}


@pytest.mark.parametrize(
    "path", sorted((SEEDS.parent / "tests" / "accuracy" / "texts").glob("*.txt")), ids=lambda p: p.stem
)
def test_a_report_loses_no_paragraph_whichever_name_is_misspelt_in_it(path):
    text = path.read_text("utf-8")
    for name in list(re.finditer(r"\b[A-Z][a-z]{4,}", text))[::2]:
        misspelt = text[: name.start() + 2] + "x" + text[name.start() + 2 :]
        assert Role.TEASER not in {s.role for s in roles_of(misspelt).sentences}, name.group()


def test_the_samples_have_their_datelines_agencies_captions_and_teasers():
    read = {p.name[:3]: roles_of(p.read_text("utf-8")) for p in SEEDS.glob("*.txt")}
    assert {name: w.agencies for name, w in read.items()} == {
        "000": ("VNA", "VNS"), "001": ("VNA",), "002": ("VNA", "VNS"), "003": (), "004": ("VNA",),
    }  # fmt: skip
    assert [i for i, s in enumerate(read["001"].sentences) if s.role is Role.TEASER] == list(range(22, 44))
    assert [i for i, s in enumerate(read["001"].sentences) if s.role is Role.CAPTION] == [2, 18]
    assert [i for i, s in enumerate(read["003"].sentences) if s.role is Role.CAPTION] == [4, 5, 13, 14, 23, 24]
    assert [i for i, s in enumerate(read["004"].sentences) if s.role is Role.CAPTION] == [1]
    assert [s.text for s in read["000"].sentences if s.role is Role.SIGNATURE] == ["VNA/VNS"]


@pytest.mark.parametrize(
    ("text", "given", "language"),
    [
        (REPORT, "", "en"),
        (REPORT, "en-GB", "en"),
        (REPORT, "fr", "fr"),
        ("Le conseil du port a approuvé mardi la construction d’une jetée pour la nouvelle ligne de ferry, après "
         "deux ans de conflit entre les pêcheurs et les hôteliers.", "", "fr"),
        ("港务委员会周二批准为新渡轮航线修建码头，结束了渔民与酒店业主之间两年的争执。", "", "zh"),
        ("Hội đồng cảng hôm thứ Ba đã thông qua cầu tàu mới cho tuyến phà, chấm dứt hai năm tranh cãi."
         " Ngư dân đã phản đối.", "", "vi"),
        ("Un incendio destruyó un almacén en Delburgo", "", "es"),
        ("Der Kanzler reist nach Paris", "", "de"),
        ("Amazon serves a la carte menu in Las Vegas", "", "en"),
        ("Cháy nhà máy giấy Tân Lộc Phát: 340 công nhân sơ tán", "", "vi"),
        ("Việt Nam’s prime minister visits Tokyo", "", "en"),
        ("Oil up 5 pct", "", "en"),
        ("", "", "en"),
    ],
)  # fmt: skip
def test_the_language_is_the_given_one_or_what_the_text_shows(text, given, language):
    assert language_of(text, given) == language


def test_agencies_have_one_short_form():
    assert [short_agency(name) for name in ("The Associated Press", "reuters", "Vietnam News Agency", "Post")] == [
        "AP", "Reuters", "VNA", "",
    ]  # fmt: skip


CLIMBERS = (
    "Climbers die near the summit\n{}\nTwo climbers fell on Saturday, police said.\nA third man was rescued on Sunday."
)


@pytest.mark.parametrize("line", ["September 15, 2013 11:26 pm", "THURSDAY, MARCH 14, 2013", "Updated on 14.09.2013"])
def test_a_line_of_nothing_but_a_date_is_no_claim_of_the_report(line):
    sentences = read_witness(Article("a", CLIMBERS.format(line)), Config()).sentences
    assert sentences[1].text == line
    assert [sentence.role.is_compared for sentence in sentences] == [True, False, True, True]


def test_a_score_on_a_line_of_its_own_stays():
    sentences = read_witness(Article("a", CLIMBERS.format("5 of 7")), Config()).sentences
    assert all(sentence.role.is_compared for sentence in sentences)


def test_headlines_under_a_line_that_announces_other_stories_are_teasers():
    others = ["Ferry crews strike: all crossings cancelled", "Bank chief Tomas Wexmund jailed for nine years"]
    text = "\n".join([*PIER[:3], "READ MORE", *others, PIER[3], "Top stories", others[0]])
    roles = [s.role for s in roles_of(text).sentences]
    assert roles[3:] == [Role.FURNITURE, Role.TEASER, Role.TEASER, Role.BODY, Role.FURNITURE, Role.TEASER]


def test_a_sentence_under_such_a_line_stays_though_it_is_wrapped():
    text = "\n".join([*PIER[:3], "Read more", "The council of the harbour said on Tuesday that the", "pier will open."])
    assert Role.TEASER not in {s.role for s in roles_of(text).sentences}
