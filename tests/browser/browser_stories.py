"""Stories that try the page: variants, a hostile article, other scripts of the world, sixty sources."""

from dataclasses import replace

from made_stories import claim, dam_story, lone_story, story_of

from compare.model import Change, Diff, Finding, Run, Severity, Span, Unread, Verdict

HOSTILE = (
    '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2"> "\'> '
    '<svg onload="window.hacked=7"></svg><iframe srcdoc="<script>parent.hacked=8</script>"></iframe> ${7*7} '
    '</script><style>body{display:none}</style><base href="https://evil.example/"><math><mi xlink:href="data:x,1">'
    "<a href='javascript:window.hacked=3'>x</a> {{ 7*7 }} \u202ereversed\u202c zero\u200bwidth bell\x07 end."
)


def ferry_story():
    """Five sources in variants: equal wordings, a diff, a gap, a difference."""
    texts = [
        ["The old ferry sank on Friday.", "Ten people swam ashore."],
        ["The ferry sank on Friday.", "Nine people swam ashore."],
        ["The ferry sank on Friday.", "Ten people swam ashore."],
        ["Nobody knows why it went down.", "The sea was calm."],
        ["The old ferry sank on Friday."],
    ]
    story = story_of(texts, "ferry", {0: "Ferry sinks"})
    changes = (
        Change("=", Span(0, 4), Span(0, 4)),
        Change("-", Span(4, 8), Span(4, 4)),
        Change("=", Span(8, 29), Span(4, 25)),
    )
    rows = (replace(story.rows[0], diffs=(Diff(0, 1, 0.9, changes), Diff(0, 2, 0.9, changes))), story.rows[1])
    a, b, c, *_ = story.story.articles
    people = (claim(a, "number", 10, "Ten"), claim(b, "number", 9, "Nine"), claim(c, "number", 10, "Ten"))
    finding = Finding("number", Verdict.DIFFER, Severity.HIGH, "x", people, "“Ten” and “Nine” cannot both hold.", 1)
    low = Finding("hedge", Verdict.DIFFER, Severity.LOW, "x", people[:2], "One hedges.", 1)
    return replace(story, rows=rows, findings=(finding, low), claims=people)


def hostile_story():
    story = story_of([[HOSTILE, "Rest."], [HOSTILE.replace("end", "END")]], "hostile", {0: HOSTILE})
    a, b = story.story.articles
    b = replace(b, url="javascript:window.hacked=4", source=HOSTILE)
    ends = (claim(a, "name", "end", "end", HOSTILE), claim(b, "name", "END", "END"))
    finding = Finding("name_spelling", Verdict.DIFFER, Severity.MEDIUM, "x", ends, HOSTILE, 0)
    return replace(story, story=replace(story.story, articles=(a, b)), findings=(finding,), claims=ends)


def scripts_story():
    """Right to left, and text without spaces."""
    story = story_of([["السد انهار يوم الثلاثاء."], ["大坝于周二决堤，一百二十人逃离，" * 20 + "。"]], "scripts")
    a, b = story.story.articles
    articles = (replace(a, language="ar", title="انهيار السد", source="وكالة الشمال"), replace(b, language="zh"))
    days = (claim(a, "date", "Tue", "الثلاثاء"), claim(b, "date", "Tue", "周二"))
    found = Finding("date", Verdict.DIFFER, Severity.MEDIUM, "x", days, "“الثلاثاء” and “周二” differ.", 0)
    return replace(story, story=replace(story.story, articles=articles), findings=(found,), claims=days)


def large_story():
    """Sixty sources, a sentence of 20,000 words, a word of 3,000 letters."""
    texts = [[f"Report {k} says {k} people came."] for k in range(58)]
    return story_of([*texts, ["word " * 20_000 + "end."], ["x" * 3000]], "large")


def browser_run():
    return Run(
        (dam_story(), ferry_story(), hostile_story(), scripts_story(), lone_story()),
        (Unread("news/<b>broken</b>.pdf", "no text in it"),),
        ("2 files were read twice",),
        {"twosource": "0.1"},
    )
