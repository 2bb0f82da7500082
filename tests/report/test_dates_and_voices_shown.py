from dataclasses import replace

from made_pages import page_of
from made_stories import claim, story_of


def test_dates_stand_in_the_order_of_the_calendar_and_a_day_without_year_finds_its_own():
    story = story_of([["Set for May 19, 2025 and October."], ["Set for 19 May or 26 October."]])
    a, b = story.story.articles
    claims = (
        claim(a, "date", "2025-05-19", "May 19, 2025"),
        claim(a, "date", "--10", "October"),
        claim(b, "date", "--05-19", "19 May"),
        claim(b, "date", "--10-25..26", "26 October"),
    )
    dates = page_of(replace(story, claims=claims)).dates
    assert [d.day for d in dates] == ["19 May 2025", "October", "25–26 October"]
    assert [f.text for f in dates[0].forms] == ["May 19, 2025", "19 May"]


def test_speakers_are_one_whatever_their_title_and_a_pronoun_is_none():
    story = story_of([["Mayor Eva Berg said yes. She said no."], ["Berg said yes."]])
    a, b = story.story.articles
    claims = (
        claim(a, "attribution", "x", "yes", "Mayor Eva Berg"),
        claim(a, "attribution", "y", "no", "She"),
        claim(b, "attribution", "x", "yes", "Berg"),
    )
    voices = page_of(replace(story, claims=claims)).voices
    assert [(v.speaker, [s.siglum for s in v.sources], len(v.statements)) for v in voices] == [
        ("Mayor Eva Berg", ["A", "B"], 1)
    ]


def test_two_speakers_of_one_surname_stay_two_and_the_bare_surname_is_neither():
    story = story_of([["Eva Berg said yes. Jon Berg said no. Berg said so."], ["x"]])
    a, _ = story.story.articles
    claims = (
        claim(a, "attribution", "Eva Berg: yes", "yes", "Eva Berg"),
        claim(a, "attribution", "Jon Berg: no", "no", "Jon Berg"),
        claim(a, "attribution", "Berg: so", "so", "Berg"),
    )
    assert sorted(v.speaker for v in page_of(replace(story, claims=claims)).voices) == ["Berg", "Eva Berg", "Jon Berg"]


def test_a_statement_is_brought_in_by_the_words_behind_its_speaker_and_counts_with_the_person_meant():
    story = story_of(
        [["Mayor Eva Berg, chair of the board, praised the dam and warned of rain. She asked for help."], ["x"]]
    )
    a, _ = story.story.articles
    claims = (
        claim(a, "attribution", "Eva Berg: the dam", "the dam", "Mayor Eva Berg, chair of the board,"),
        claim(a, "attribution", "Eva Berg: of rain", "of rain", "Mayor Eva Berg, chair of the board,"),
        claim(a, "attribution", "Eva Berg: for help", "for help", "She"),
    )
    (voice,) = page_of(replace(story, claims=claims)).voices
    assert [(s.lead, s.text) for s in voice.statements] == [
        ("praised", "the dam"),
        ("and warned", "of rain"),
        ("asked", "for help"),
    ]
