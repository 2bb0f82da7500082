"""Stories made by hand: three sources, two origins, a finding of every sort."""

from datetime import datetime

from compare.model import (
    Article,
    Change,
    Claim,
    Comparison,
    Diff,
    Evidence,
    Finding,
    Origin,
    Role,
    Row,
    Run,
    Sentence,
    Severity,
    Span,
    Story,
    Unread,
    Verdict,
)

TEXTS = {
    "courier": "Dam wall fails near Ostby\nThe Ostby dam failed on Tuesday, 4 March 2025, and 120 people fled. "
    "Mayor Rafael Gross said the gates had been checked. Repairs are expected to take two years. Read also: Weather.",
    "herald": "Some 150 people fled when the Ostby dam failed on 4 March 2025. "
    "Mayor Rafael Grossi said that the gates had been checked. Rain is forecast.",
    "tribune": "The Ostby dam failed on 4 March 2025, and 120 people fled. No one was hurt.",
}


def sentence(article, text, role=Role.BODY, reason=""):
    start = article.text.index(text)
    return Sentence(Span(start, start + len(text)), text, role, reason)


def claim(article, kind, value, quote, subject=""):
    start = article.text.index(quote)
    return Claim(kind, value, Evidence(article.id, Span(start, start + len(quote)), quote), subject)


def article(name, text=None, **more):
    return Article(name, TEXTS.get(name, "") if text is None else text, source=name.title(), **more)


def dam_story():
    a = article(
        "courier", title="Dam wall fails near Ostby", published=datetime(2025, 3, 5), url="https://courier.example/1"
    )
    b = article("herald", published=datetime(2025, 3, 5, 9, 30))
    c = article("tribune")
    flight_a = sentence(a, "The Ostby dam failed on Tuesday, 4 March 2025, and 120 people fled.")
    flight_b = sentence(b, "Some 150 people fled when the Ostby dam failed on 4 March 2025.")
    flight_c = sentence(c, "The Ostby dam failed on 4 March 2025, and 120 people fled.")
    mayor_a = sentence(a, "Mayor Rafael Gross said the gates had been checked.")
    mayor_b = sentence(b, "Mayor Rafael Grossi said that the gates had been checked.")
    cut_at = flight_a.span.start + len("The Ostby dam failed on ")
    gone = Span(cut_at, cut_at + len("Tuesday, "))
    place = flight_c.span.start + len("The Ostby dam failed on ")
    a_to_c = Diff(
        0,
        2,
        0.9,
        (
            Change("=", Span(flight_a.span.start, gone.start), Span(flight_c.span.start, place)),
            Change("-", gone, Span(place, place)),
            Change("=", Span(gone.end, flight_a.span.end), Span(place, flight_c.span.end)),
        ),
    )
    rows = (
        Row(((sentence(a, "Dam wall fails near Ostby", Role.HEADLINE),), (), ())),
        Row(((flight_a,), (flight_b,), (flight_c,)), 0.7, ("shared words",), (1,), (a_to_c,)),
        Row(((mayor_a,), (mayor_b,), ()), 0.8),
        Row(((sentence(a, "Repairs are expected to take two years."),), (), ())),
        Row(((), (sentence(b, "Rain is forecast."),), ())),
        Row(((), (), (sentence(c, "No one was hurt."),))),
    )
    people = [claim(a, "number", 120, "120"), claim(b, "number", "about 150", "150"), claim(c, "number", 120, "120")]
    dates = [claim(x, "date", "2025-03-04", "4 March 2025") for x in (a, b, c)]
    names = [claim(a, "person", "Rafael Gross", "Rafael Gross"), claim(b, "person", "Rafael Grossi", "Rafael Grossi")]
    findings = (
        Finding(
            "number", Verdict.DIFFER, Severity.HIGH, "disjoint", tuple(people), "A says 120, B says 150 people.", 1
        ),
        Finding("name_spelling", Verdict.DIFFER, Severity.MEDIUM, "one-letter", tuple(names), "", 2),
        Finding("hedge", Verdict.DIFFER, Severity.INFO, "some", (people[0], people[1]), "Only B hedges.", 1),
        Finding("date", Verdict.AGREE, Severity.INFO, "equal", tuple(dates), "Same day.", 1),
        Finding("number", Verdict.AGREE, Severity.INFO, "equal", (people[0], people[2]), "Equal.", 1),
        Finding(
            "only_in",
            Verdict.ONLY_IN,
            Severity.INFO,
            "sentence",
            (claim(c, "sentence", "x", "No one was hurt."),),
            "",
            5,
        ),
        Finding("only_in", Verdict.ONLY_IN, Severity.INFO, "fact", (claim(a, "weekday", "Tuesday", "Tuesday"),), "", 1),
    )
    left_out = ((sentence(a, "Read also: Weather.", Role.TEASER, "invites to another article"),), (), ())
    origins = (Origin(("courier", "tribune"), "one text"), Origin(("herald",)))
    story = Story("courier-herald-tribune", (a, b, c), (("courier", "tribune"),), (), origins, notes=("A note on it.",))
    return Comparison(story, rows, findings, left_out, tuple(people + dates + names))


def lone_story(text="A quiet day.", name="lone", title="A quiet day"):
    a = article(name, text, title=title)
    whole = Sentence(Span(0, len(text)), text)
    return Comparison(Story(name, (a,), origins=(Origin((name,)),)), (Row(((whole,),)),), ())


def made_run():
    return Run(
        (dam_story(), lone_story()),
        (Unread("news/broken.pdf", "no text in it"),),
        ("2 files were read twice",),
        {"twosource": "0.1", "config": "abc"},
        {"courier": "0123"},
    )


def story_of(texts, name="many", titles=None, origins=None):
    """A story whose n-th sentences answer one another; `texts` are lists of sentences."""
    articles, readings = [], []
    for k, sentences in enumerate(texts):
        article_id, text = f"{name}-{k:02d}", " ".join(sentences)
        articles.append(Article(article_id, text, title=(titles or {}).get(k, ""), source=f"Paper {k}"))
        at, spans = 0, []
        for one in sentences:
            spans.append(Sentence(Span(at, at + len(one)), one))
            at += len(one) + 1
        readings.append(spans)
    rows = tuple(
        Row(tuple((spans[i],) if i < len(spans) else () for spans in readings)) for i in range(max(map(len, texts)))
    )
    groups = origins or [[k] for k in range(len(texts))]
    made = tuple(Origin(tuple(articles[k].id for k in group)) for group in groups)
    return Comparison(Story(name, tuple(articles), origins=made), rows, ())
