"""Any Unicode text, any number of articles: the pipeline holds, every span quotes, nothing is lost."""

import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import compare

ANY = st.text(max_size=300)
NEWSY = st.lists(
    st.sampled_from(
        [
            "Over 1,000 delegates met in Vienna on May 19.",
            "She said: “We will not sign it.”",
            "He said she would sign it.",
            "Deputy Minister Le Thi Thu Hang met Rafael Mariano Grossi.",
            "Twelve people died, police said, and 31 February came.",
            "It was the 34th session of the UN Commission (UNC34).",
            "“Never closed, said the man",
            "The toll rose to 1" + "0" * 400 + " people.",
            "VIENNA — May may march in May.",
            "Source: VNA",
            "他说，会议于五月十九日举行。",
            "قال إن الاجتماع عقد في فيينا؟",
            "\n",
            "\u202eevil\u202c <script>alert(1)</script>",
            string.punctuation,
        ]
    ),
    max_size=8,
).map(" ".join)
ARTICLES = st.lists(st.one_of(ANY, NEWSY), max_size=5)
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def made(texts):
    return [compare.Article(id=f"a{i}", text=text) for i, text in enumerate(texts)]


@RELAXED
@given(ARTICLES)
def test_the_whole_pipeline_holds_for_any_text(texts):
    articles = made(texts)
    comparisons = compare.compare_articles(articles)
    assert sorted(a.id for c in comparisons for a in c.story.articles) == sorted(a.id for a in articles)
    for comparison in comparisons:
        check(comparison)


@RELAXED
@given(ARTICLES.filter(bool))
def test_any_texts_taken_as_one_story_hold(texts):
    check(compare.compare_story(made(texts)))


def check(comparison):
    text = {a.id: a.text for a in comparison.story.articles}
    for claim in [*comparison.claims, *(c for f in comparison.findings for c in f.claims)]:
        assert claim.evidence.span.of(text[claim.evidence.article]) == claim.evidence.quote
    for k, article in enumerate(comparison.story.articles):
        told = [s.span for row in comparison.rows for s in row.readings[k]] + [s.span for s in comparison.left_out[k]]
        assert sorted(told) == sorted(s.span for s in compare.split_sentences(article.text))


def test_half_a_character_goes_through_the_whole_pipeline(tmp_path):
    comparisons = compare.compare_articles(
        made(["\ud800Over 1,000 met in \udfffVienna.", "Over 900 met in Vienna \ud83d."])
    )
    for comparison in comparisons:
        check(comparison)
    compare.write_report(comparisons, tmp_path, "html,json,jsonl,csv,md,annotations")
    assert (tmp_path / "comparison.json").read_text("utf-8").count("\\ud800") >= 1
