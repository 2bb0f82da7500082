from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import Article, Config
from compare.facts.figures import extract_figures
from compare.facts.locales import signs_of
from compare.text.witness import read_witness

LANGUAGES = ("es", "fr", "de", "vi", "zh", "ja", "ar", "hi", "ru", "pt", "it", "ko")


def read(language: str, text: str) -> list[tuple[str, str, str]]:
    """Kind, quotation and normal form of each figure of a text that was published on Thursday, 23 October 2025."""
    article = Article("a", text, published=datetime(2025, 10, 23), language=language)
    return [(c.kind, c.evidence.quote, str(c.value)) for c in extract_figures(read_witness(article, Config()), ())]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Vinieron más de 1.000 delegados.", ("number", "más de 1.000 delegados", "over 1000 deleg")),
        ("es", "Vinieron 1,500 delegados.", ("number", "1,500 delegados", "1500 deleg")),
        ("es", "Costó 3,5 millones de euros.", ("number", "3,5 millones de euros", "3500000 EUR")),
        ("es", "Costó 200 mil millones de dólares.", ("number", "200 mil millones de dólares", "200000000000 $")),
        ("es", "Costó 20€ allí.", ("number", "20€", "20 EUR")),
        ("es", "Está a 12,5 km de aquí.", ("unit", "12,5 km", "12500 m")),
        ("es", "La 34ª sesión acabó.", ("ordinal", "34ª sesión", "#34 sesion")),
        ("es", "Fue el 25 de octubre de 2025.", ("date", "25 de octubre de 2025", "2025-10-25")),
        ("es", "Fue el lunes.", ("date", "lunes", "Mon (2025-10-20)")),
        ("es", "Fue en 2024.", ("date", "2024", "2024")),
        ("fr", "Plus de 1 200 délégués sont là.", ("number", "Plus de 1 200 délégués", "over 1200 delegu")),
        ("fr", "Il a coûté 2,5 milliards d’euros.", ("number", "2,5 milliards d’euros", "2500000000 EUR")),
        ("fr", "Le 1er mars 2025 à 15h30.", ("date", "1er mars 2025", "2025-03-01")),
        ("fr", "Le 1er mars 2025 à 15h30.", ("time", "15h30", "15:30")),
        ("de", "Es kamen rund 1.500 Menschen.", ("number", "rund 1.500 Menschen", "about 1500 mensch")),
        ("de", "Es war am 25. Oktober 2025.", ("date", "25. Oktober 2025", "2025-10-25")),
        ("de", "Es war am 25.10.2025 in Bonn.", ("date", "25.10.2025", "2025-10-25")),
        ("de", "Das geschah in 10 Jahren.", ("duration", "10 Jahren", "10 years")),
        ("de", "Es waren 12,5 Prozent.", ("number", "12,5 Prozent", "12.5 %")),
        ("vi", "Hơn 1.000 đại biểu dự.", ("number", "Hơn 1.000 đại", "over 1000 dai")),
        ("vi", "Vào ngày 25 tháng 10 năm 2025.", ("date", "25 tháng 10 năm 2025", "2025-10-25")),
        ("vi", "Vào ngày 25/10/2025.", ("date", "25/10/2025", "2025-10-25")),
        ("vi", "Trị giá 3,5 triệu USD.", ("number", "3,5 triệu USD", "3500000 USD")),
        ("zh", "会议于2025年10月25日至26日举行。", ("date", "2025年10月25日至26日", "2025-10-25..26")),
        ("zh", "约3万人参加。", ("number", "约3万人", "about 30000 人")),
        ("zh", "耗资1.5亿美元。", ("number", "1.5亿美元", "150000000 USD")),
        ("zh", "这是第34届会议。", ("ordinal", "34届会议", "#34 会议")),
        ("ja", "2025年10月25日に行われた。", ("date", "2025年10月25日", "2025-10-25")),
        ("ar", "في ٢٥ أكتوبر ٢٠٢٥ هناك", ("date", "٢٥ أكتوبر ٢٠٢٥", "2025-10-25")),
        ("ar", "حضر ١٢٠٠ مندوب هناك", ("number", "١٢٠٠ مندوب", "1200 mndwb")),
        ("hi", "२५ अक्टूबर २०२५ को आए", ("date", "२५ अक्टूबर २०२५", "2025-10-25")),
        ("ru", "Это стоит 3,5 млн долларов.", ("number", "3,5 млн долларов", "3500000 $")),
    ],
)
def test_figures_and_dates_are_read_as_the_language_writes_them(language, text, expected):
    assert expected in read(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Es war am 31. Februar 2025."),
        ("es", "El A320 y la ley 3/2025 y el 4x4."),
        ("de", "Das Tor fiel zum 3:2 in Bonn."),
        ("fr", "Code " + "7" * 400 + " donc."),
    ],
)
def test_codes_scores_and_impossible_days_are_no_figures(language, text):
    assert read(language, text) == []


def test_a_language_that_cldr_does_not_know_has_no_signs():
    assert signs_of("xx") is None
    assert signs_of("not a language") is None


def test_the_tables_of_other_languages_are_not_loaded_for_english():
    code = (
        "import sys; from compare import Article, extract_claims;"
        "extract_claims(Article('a', 'Over 200 delegates met on May 5, 2025.', language='en'));"
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(LANGUAGES),
    st.text(alphabet="0123456789٣५.,-–/:%€$ 年月日第亿万人名mild eoctubre\u00a0ngàythá", max_size=120),
)
def test_any_text_gives_claims_that_quote_it_in_order(language, text):
    article = Article("a", text, published=datetime(2025, 10, 23), language=language)
    claims = list(extract_figures(read_witness(article, Config()), ()))
    assert all(c.evidence.span.of(text) == c.evidence.quote != "" for c in claims)
    spans = sorted(c.evidence.span for c in claims)
    assert all(a.start < b.start for a, b in pairwise(spans))
