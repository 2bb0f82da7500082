"""Encodings, repairs and moments: tables of what is written and what is read."""

import unicodedata
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import load_articles
from compare.read.decode import decode, repair
from compare.read.moments import parse_moment

FRENCH = (
    "Le président a déclaré mardi à Genève que l’accord « reste fragile », malgré tous les efforts des Européens. " * 3
)
RUSSIAN = "Президент заявил во вторник, что соглашение остаётся хрупким, несмотря на усилия переговорщиков. " * 3
POLISH = "Prezydent powiedział we wtorek, że porozumienie pozostaje kruche mimo wysiłków negocjatorów. " * 3
JAPANESE = "大統領は火曜日、交渉担当者の努力にもかかわらず、合意は依然として脆弱であると述べた。" * 4
CHINESE = "总统周二表示，尽管欧洲谈判代表作出努力，该协议仍然脆弱。双方将于下周继续会谈。" * 4
KOREAN = "대통령은 화요일 협상가들의 노력에도 불구하고 합의가 여전히 취약하다고 말했다. " * 4
VIETNAMESE = (
    "Phó Thủ tướng Bùi Thanh Sơn tiếp bà Ghada Waly tại Hà Nội và khẳng định chính sách nhất quán của Việt Nam. " * 3
)

ENCODED = [
    (FRENCH, "utf-8"),
    (FRENCH, "utf-8-sig"),
    (FRENCH, "utf-16"),
    (FRENCH, "utf-16-le"),
    (FRENCH, "utf-16-be"),
    (FRENCH, "utf-32"),
    (FRENCH, "cp1252"),
    (VIETNAMESE, "utf-8"),
    (VIETNAMESE, "utf-16"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (POLISH, "cp1250"),
    (POLISH, "iso-8859-2"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc-jp"),
    (CHINESE, "gb18030"),
    (CHINESE, "big5hkscs"),
    (KOREAN, "euc-kr"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_text_reads_the_same_in_every_encoding(text, encoding, tmp_path):
    if encoding.startswith("big5"):
        text = "總統週二表示，儘管談判代表作出努力，該協議仍然脆弱。雙方將於下週繼續會談。" * 4
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (article,) = load_articles(tmp_path / "a.txt")
    assert article.text == text


REPAIRED = [
    ("It’s a “café”", "It’s a “café”", ()),
    ("Itâ€™s a â€œcafÃ©â€\u009d", "It’s a “café”", ("mojibake repaired",)),
    ("Viá»‡t Nam vÃ\xa0 HÃ\xa0 Ná»™i", "Việt Nam và Hà Nội", ("mojibake repaired",)),
    (unicodedata.normalize("NFD", "Việt Nam"), "Việt Nam", ("put into Unicode NFC",)),
    ("a\x00b\x07c", "abc", ("control characters removed",)),
    ("a\ud800b", "a\ufffdb", ("broken surrogates replaced",)),
    ("one\r\ntwo\rthree", "one\ntwo\nthree", ()),
    ("ﬁne ﬀ ½ Ａ", "ﬁne ﬀ ½ Ａ", ()),
    ("&amp; stays", "&amp; stays", ()),
]


@pytest.mark.parametrize(("written", "text", "notes"), REPAIRED)
def test_repairs_are_made_and_told(written, text, notes):
    assert repair(written) == (text, list(notes))


@given(st.text())
def test_repair_is_idempotent_and_always_encodable(text):
    once, _ = repair(text)
    once.encode()
    assert repair(once)[0] == once


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"))))
def test_clean_utf8_reads_as_it_was_written(text):
    text = unicodedata.normalize("NFC", "ab " + text)
    assert decode(text.encode(), "a.txt")[0] == repair(text)[0]


def test_a_guessed_encoding_is_told(tmp_path):
    (tmp_path / "a.txt").write_bytes(FRENCH.encode("cp1252"))
    (article,) = load_articles(tmp_path)
    assert any("by its letters" in note for note in article.notes)


HANOI = timezone(timedelta(hours=7))
MOMENTS = [
    ("2025-05-21", datetime(2025, 5, 21)),
    ("2025-05-21T09:30:00+07:00", datetime(2025, 5, 21, 9, 30, tzinfo=HANOI)),
    ("2025-05-21T02:30:00Z", datetime(2025, 5, 21, 2, 30, tzinfo=UTC)),
    ("20250521T093000+0700", datetime(2025, 5, 21, 9, 30, tzinfo=HANOI)),
    ("20250521", datetime(2025, 5, 21)),
    ("Wed, 21 May 2025 09:30:00 +0700", datetime(2025, 5, 21, 9, 30, tzinfo=HANOI)),
    ("May 21, 2025", datetime(2025, 5, 21)),
    ("21 May 2025", datetime(2025, 5, 21)),
    ("May 21, 2025 at 3:05 p.m.", datetime(2025, 5, 21, 15, 5)),
    (1747794600, datetime(2025, 5, 21, 2, 30, tzinfo=UTC)),
    (1747794600000, datetime(2025, 5, 21, 2, 30, tzinfo=UTC)),
    ("1747794600", datetime(2025, 5, 21, 2, 30, tzinfo=UTC)),
    ("05/06/2025", None),
    ("yesterday", None),
    ("", None),
    (None, None),
    (True, None),
    (float("inf"), None),
    (["2025"], None),
    ("99999999999999999999", None),
    ("31 February 2025", None),
]


@pytest.mark.parametrize(("written", "moment"), MOMENTS)
def test_a_moment_is_read_as_it_is_written_or_not_at_all(written, moment):
    assert parse_moment(written) == moment


@given(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.lists(st.text(), max_size=2)))
def test_no_field_breaks_the_reading_of_moments(value):
    parse_moment(value)
