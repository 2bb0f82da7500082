from __future__ import annotations

import pytest

from compare.model import Severity, Verdict

PAIRS = [
    # language, a sentence, one with the same values, one with another value, the kind that differs
    (
        "de",
        "Der Schaden in Köln beträgt 3,5 Millionen Euro.",
        "Der Schaden in Köln beträgt 3,5 Mio. Euro.",
        "Der Schaden in Köln beträgt 5,3 Mio. Euro.",
        "number",
    ),
    (
        "es",
        "El terremoto dejó 1.250 heridos en Valparaíso, informó el ministro.",
        "El ministro informó de que el terremoto dejó 1250 heridos en Valparaíso.",
        "El ministro informó de que el terremoto dejó 1250 heridos en Concepción.",
        "place",
    ),
    (
        "fr",
        "Le séisme a fait 1 250 blessés à Marseille, a annoncé le ministre.",
        "Le ministre a annoncé que le séisme a fait 1250 blessés à Marseille.",
        "Le ministre a annoncé que le séisme a fait 1250 blessés à Bordeaux.",
        "place",
    ),
    (
        "vi",
        "Sáng 19/5, Bộ Công an họp tại Hà Nội với 45 đại biểu.",
        "Bộ Công an sáng ngày 19/5 họp tại Hà Nội với 45 đại biểu.",
        "Bộ Công an sáng ngày 21/5 họp tại Hà Nội với 45 đại biểu.",
        "date",
    ),
    (
        "vi",
        "Bộ Công an họp tại Hà Nội với 45 đại biểu.",
        "Bộ Công an họp tại Hà Nội với 45 đại biểu, theo VNA.",
        "Bộ Công an họp tại Đà Nẵng với 45 đại biểu.",
        "place",
    ),
    (
        "ar",
        "أدى الزلزال الذي وقع في 3 مارس 2024 إلى إصابة 1250 شخصا.",
        "أدى الزلزال الذي وقع في ٣ مارس ٢٠٢٤ إلى إصابة ١٢٥٠ شخصا.",
        "أدى الزلزال الذي وقع في ٥ مارس ٢٠٢٤ إلى إصابة ١٢٥٠ شخصا.",
        "date",
    ),
    (
        "es",
        "Más de 1.000 delegados asistieron en Madrid.",
        "Asistieron en Madrid más de 1000 delegados.",
        "Unos 300 delegados asistieron en Madrid.",
        "number",
    ),
    (
        "fr",
        "Le sommet de Lyon a réuni 1 200 délégués.",
        "Le sommet de Lyon a réuni 1200 délégués.",
        "Le sommet de Lyon a réuni 900 délégués.",
        "number",
    ),
    (
        "de",
        "Das Treffen in Bonn findet am 25. Oktober 2025 statt.",
        "Das Treffen in Bonn findet am 25.10.2025 statt.",
        "Das Treffen in Bonn findet am 27. Oktober 2025 statt.",
        "date",
    ),
    (
        "vi",
        "Lễ ký diễn ra tại Huế ngày 25 tháng 10 năm 2025.",
        "Lễ ký diễn ra tại Huế ngày 25/10/2025.",
        "Lễ ký diễn ra tại Huế ngày 28 tháng 10 năm 2025.",
        "date",
    ),
    (
        "zh",
        "签字仪式于2025年10月25日在河内举行。",
        "签字仪式于10月25日在河内举行。",
        "签字仪式于2025年10月27日在河内举行。",
        "date",
    ),
    ("zh", "共有3万人参加河内的活动。", "共有30000人参加河内的活动。", "共有5万人参加河内的活动。", "number"),
]


@pytest.mark.parametrize(("language", "a", "same", "other", "kind"), PAIRS)
def test_equal_values_agree_and_different_ones_differ(findings, language, a, same, other, kind):
    alike = [f for f in findings(a, same, language=[language] * 2) if f.kind == kind]
    apart = [f for f in findings(a, other, language=[language] * 2) if f.kind == kind]
    assert [f.verdict for f in alike] == [Verdict.AGREE]
    assert [(f.verdict, f.severity) for f in apart] == [(Verdict.DIFFER, Severity.HIGH)]


def test_english_words_of_mood_and_denial_are_not_read_in_other_languages(findings):
    made = findings(
        "Die Stadt will das Rathaus in Bonn bauen.", "Die Stadt Bonn baute das Rathaus.", language=["de"] * 2
    )
    assert {f.kind for f in made} & {"modality", "negation", "antonym"} == set()


@pytest.mark.parametrize(
    ("language", "a", "b", "is_alarm"),
    [
        (
            "es",
            "El Consejo de Ministros aprobó el jueves la subida del salario a 1.184 euros.",
            "El Gobierno aprobó el jueves la subida del salario a 1.184 euros.",
            False,
        ),
        ("es", "La ministra Rosa Prieto aprobó la subida.", "La ministra Rosa Lozano aprobó la subida.", True),
        ("fr", "Le Conseil a voté la hausse du salaire jeudi.", "Le Sénat a voté la hausse du salaire jeudi.", False),
        ("it", "Il rogo è scoppiato sabato a Napoli.", "Il rogo è scoppiato sabato a Torino.", True),
        ("pt", "O Senado aprovou a lei na quinta-feira.", "O Congresso aprovou a lei na quinta-feira.", False),
        ("fr", "La France a gagné la finale jeudi à Lyon.", "La Belgique a gagné la finale jeudi à Lyon.", True),
    ],
)
def test_what_an_article_stands_before_is_no_name_unless_it_is_a_place(findings, language, a, b, is_alarm):
    made = [f for f in findings(a, b, language=[language] * 2) if f.rule == "swap.name"]
    assert bool(made) is is_alarm
