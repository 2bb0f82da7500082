"""Facts of the news in other languages than English: a changed one is found, another word for one thing is none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from compare import Article, Severity, compare_story

FACTS = tomllib.loads(Path(__file__).with_name("told_abroad.toml").read_text("utf-8"))["fact"]
AROUND = {
    fact["language"]: [f["text"].format(f["told"][0]) for f in FACTS if f["language"] == fact["language"]]
    for fact in FACTS
}
OTHERWISE = [
    ("de", "Die Regierung investiert 250 Millionen Euro in die Bahnstrecke.", "Bahnstrecke", "Eisenbahnlinie"),
    ("de", "Der Minister sprach am Montag mit Gewerkschaften über den Streik.", "Gewerkschaften", "Verbänden"),
    ("de", "Das Feuer zerstörte 340 Häuser am Rand der Stadt.", "Häuser", "Gebäude"),
    ("de", "Am Abend traf Kanzler Karl Weber in Rostock ein.", "Kanzler Karl", "Regierungschef Karl"),
    ("fr", "Le ministre a visité mardi le chantier naval de la ville.", "chantier naval", "port"),
    ("vi", "Bộ trưởng hôm qua đã thăm nhà máy ở ngoại ô thành phố.", "nhà máy", "xí nghiệp"),
    ("ar", "زار الوزير أمس مصنعا في ضواحي المدينة.", "مصنعا", "معملا"),
    ("zh", "部长昨日参观了郊区的工厂。", "工厂", "厂房"),
]


def alarms(language: str, sentence: str, changed: str) -> list[tuple[str, str]]:
    """Kind and rule of the grave differences between two reports that tell all else alike."""
    around = [text for text in AROUND[language] if text not in (sentence, changed)][:6]
    reports = ["\n".join([*around[:2], text, *around[2:]]) for text in (sentence, changed)]
    made = [Article(name, text, language=language) for name, text in zip("ab", reports, strict=True)]
    found = compare_story(made).discrepancies
    return [(f.kind, f.rule) for f in found if f.severity in (Severity.HIGH, Severity.MEDIUM)]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact['language']} {fact['about']} {fact['told'][1]}")
def test_a_changed_fact_is_found_in_every_language(fact):
    first, second = (fact["text"].format(told) for told in fact["told"])
    assert alarms(fact["language"], first, second)
    assert alarms(fact["language"], second, first)


@pytest.mark.parametrize(("language", "text", "told", "otherwise"), OTHERWISE)
def test_another_word_for_one_thing_is_no_conflict(language, text, told, otherwise):
    assert not alarms(language, text, text.replace(told, otherwise))
