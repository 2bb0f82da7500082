from itertools import permutations

import pytest

from compare import (
    Article,
    Claim,
    Config,
    ConfigError,
    Evidence,
    FindingConfig,
    Origin,
    Severity,
    Story,
    Verdict,
    compare_story,
)
from compare.findings import find as find_module
from compare.findings.comparer import Level
from compare.findings.plugins import brought

QUAKE = "Rescue teams pulled {} survivors from the ruins of a dormitory on Wednesday."


def differences(found, kind):
    return [f for f in found if f.verdict is Verdict.DIFFER and f.kind == kind]


def test_two_witnesses_with_another_figure_differ_once(findings):
    (found,) = differences(findings(QUAKE.format(19), QUAKE.format(31)), "number")
    assert [c.evidence.article for c in found.claims] == ["a", "b"]
    assert found.severity is Severity.HIGH


def test_many_witnesses_with_one_value_give_one_finding_with_all_claims(findings):
    texts = [QUAKE.format(19), *[QUAKE.format(31)] * 6]
    (found,) = differences(findings(*texts), "number")
    assert [c.evidence.article for c in found.claims] == list("abcdefg")
    assert {c.evidence.quote for c in found.claims[1:]} == {found.claims[1].evidence.quote}


def test_a_third_value_joins_the_finding_and_is_told(findings):
    (found,) = differences(findings(QUAKE.format(19), QUAKE.format(31), QUAKE.format(47)), "number")
    assert len(found.claims) == 3
    assert "47" in found.note


def test_the_same_difference_in_two_passages_is_one_finding(findings):
    a = QUAKE.format(19) + "\nThe ministry said that 19 survivors were pulled from the ruins of the dormitory."
    b = QUAKE.format(31) + "\nThe ministry said that 31 survivors were pulled from the ruins of the dormitory."
    (found,) = differences(findings(a, b), "number")
    assert len(found.claims) == 4
    assert found.row == 0


def test_agreement_holds_the_claims_of_every_witness(findings):
    agreed = [f for f in findings(*[QUAKE.format(19)] * 4) if f.kind == "statement"]
    assert [len(f.claims) for f in agreed] == [4]
    assert agreed[0].note.startswith("All say this")


def test_one_quotation_of_many_witnesses_is_one_agreement_and_one_difference(findings):
    said = '"We have reached every village in the valley and nobody will {} tonight," Karatay told reporters.'
    found = [f for f in findings(*[said.format("starve")] * 3, said.format("sleep")) if f.kind == "quote_wording"]
    assert sorted((f.verdict.value, len({c.evidence.article for c in f.claims})) for f in found) == [
        ("AGREE", 3),
        ("DIFFER", 4),
    ]


def test_only_and_ignore_choose_the_kinds(findings):
    texts = (QUAKE.format(19), QUAKE.format(31))
    only = Config(findings=FindingConfig(only=("number",)))
    assert {f.kind for f in findings(*texts, config=only)} == {"number"}
    without = Config(findings=FindingConfig(ignore=("number",)))
    assert "number" not in {f.kind for f in findings(*texts, config=without)}


@pytest.mark.parametrize("field", ["only", "ignore"])
def test_an_unknown_kind_is_refused_and_the_known_are_named(findings, field):
    with pytest.raises(ConfigError, match=r"numbr.*known: .*number"):
        findings(QUAKE.format(19), config=Config(findings=FindingConfig(**{field: ("numbr",)})))


@pytest.mark.parametrize(
    ("wanted", "severity"),
    [
        (("number=medium",), Severity.MEDIUM),
        (("number.disjoint=low",), Severity.LOW),
        (("number=info", "number.disjoint=medium"), Severity.MEDIUM),
        (("date=low",), Severity.HIGH),
    ],
)
def test_a_house_has_its_own_severities_by_kind_and_by_rule(findings, wanted, severity):
    config = Config(findings=FindingConfig(severities=wanted))
    found = findings(QUAKE.format(19), QUAKE.format(31), config=config)
    assert [f.severity for f in differences(found, "number")] == [severity]
    assert all(f.severity is Severity.INFO for f in found if f.verdict is Verdict.AGREE)


@pytest.mark.parametrize("wanted", ["number", "number=grave", "numbers=low", "=low"])
def test_a_severity_of_what_is_unknown_is_refused(findings, wanted):
    with pytest.raises(ConfigError, match=r"findings\.severities"):
        findings("The king is dead.", "The king died.", config=Config(findings=FindingConfig(severities=(wanted,))))


@pytest.mark.parametrize(
    ("high_from", "medium_from", "severity"),
    [(0.5, 0.3, Severity.HIGH), (0.99, 0.3, Severity.MEDIUM), (0.99, 0.99, Severity.LOW)],
)
def test_the_gate_lowers_what_stands_in_unlike_sentences(findings, high_from, medium_from, severity):
    config = Config(findings=FindingConfig(high_from=high_from, medium_from=medium_from))
    (found,) = differences(findings(QUAKE.format(19), QUAKE.format(31) + " Nobody died.", config=config), "number")
    assert found.severity is severity
    assert ("cannot both" in found.note) is (severity is not Severity.LOW)  # a doubt is not worded as a certainty


@pytest.mark.parametrize("bounds", [{"high_from": 0.2, "medium_from": 0.4}, {"high_from": 1.5}, {"medium_from": -0.1}])
def test_impossible_bounds_of_the_gate_are_refused(bounds):
    with pytest.raises(ConfigError, match="medium_from"):
        FindingConfig(**bounds)


def test_findings_do_not_depend_on_the_order_of_the_articles():
    articles = [Article("x", QUAKE.format(19)), Article("y", QUAKE.format(31)), Article("z", QUAKE.format(31))]
    results = {repr(compare_story(list(order)).findings) for order in permutations(articles)}
    assert len(results) == 1


def test_every_claim_quotes_its_article():
    texts = {"x": QUAKE.format(19), "y": QUAKE.format(31) + " Nobody died."}
    found = compare_story([Article(name, text) for name, text in texts.items()]).findings
    assert found
    for claim in (c for f in found for c in f.claims):
        assert claim.evidence.span.of(texts[claim.evidence.article]) == claim.evidence.quote


class Exclamations:
    kind = "exclamation"
    levels = (Level("exclamation.loud", Verdict.DIFFER, Severity.LOW, "One shouts “{a}”, the other says “{b}”."),)

    def compare(self, passage):
        for pair in passage.sentence_pairs:
            ends = [said.span.of(said.witness.article.text)[-1] for said in (pair.a, pair.b)]
            if ends == ["!", "."]:
                yield self.levels[0].finding(self.kind, [s.claim("end", "", s.words[-1:]) for s in (pair.a, pair.b)])


class Point:
    name, value = "loud", "house:Exclamations"

    def __init__(self, made):
        self.load = lambda: made


@pytest.fixture
def install(monkeypatch):
    """Pretend that a package brings these comparers."""

    def bring(*made):
        brought.cache_clear()
        monkeypatch.setattr("compare.findings.plugins.entry_points", lambda **_: [Point(m) for m in made])

    yield bring
    monkeypatch.undo()
    brought.cache_clear()


def test_a_comparer_of_another_package_takes_part(install, findings):
    install(Exclamations)
    assert "exclamation" in find_module.known_kinds()
    (found,) = differences(findings("The king is dead!", "The king is dead."), "exclamation")
    assert found.note == "One shouts “dead”, the other says “dead”."
    assert found.row == 0


def test_a_broken_comparer_of_another_package_is_named(install, findings):
    install(object())
    with pytest.raises(ConfigError, match="comparer loud"):
        findings("The king is dead!", "The king is dead.")


class Failing(Exclamations):
    def compare(self, passage):
        raise ValueError(f"oh no, {passage.index}")


class Careless(Exclamations):
    def compare(self, passage):
        return [passage.index]


class Inventive(Exclamations):
    def compare(self, passage):
        claim = passage.sides[0].said[0].claim("end", "", [])
        made = Claim("end", "", Evidence(claim.evidence.article, claim.evidence.span, "what nobody said"))
        return [self.levels[0].finding(self.kind, [made])]


@pytest.mark.parametrize(
    ("made", "says"),
    [(Failing, "failed: ValueError: oh no, 0"), (Careless, "gave int"), (Inventive, "does not stand there")],
)
def test_what_a_comparer_of_another_package_does_wrong_is_told_by_its_name(install, findings, made, says):
    install(made)
    with pytest.raises(ConfigError, match=f"comparer loud .house:Exclamations. .*{says}"):
        findings("The king is dead!", "The king is dead.")


def test_a_table_of_figures_without_sentence_ends_gives_no_conflict(findings):
    table = " ".join(f"Ward {n} had {n * 7 % 90} votes" for n in range(200))
    assert not [f for f in findings(table, table.replace("had 7 votes", "had 8 votes")) if f.verdict is Verdict.DIFFER]


@pytest.mark.parametrize(
    ("values", "together"),
    [
        (("212", "more than 200", "221"), [["a", "b"], ["b", "c"]]),
        (("over 200", "212", "221", "221"), [["a", "b"], ["a", "c", "d"]]),
        (("19", "nineteen", "19"), [["a", "b", "c"]]),
    ],
)
def test_agreements_join_only_where_no_two_of_them_conflict(findings, values, together):
    found = [f for f in findings(*map(QUAKE.format, values)) if f.kind == "number" and f.verdict is Verdict.AGREE]
    assert sorted([c.evidence.article for c in f.claims] for f in found) == together


def test_a_difference_between_copies_of_one_text_says_so():
    more = " The mayor thanked the teams. Snow fell over the hills of the north and the army sent four helicopters."
    articles = (Article("a", QUAKE.format(19) + more), Article("b", QUAKE.format(31) + more))
    copies = Story("s", articles, copies=(("a", "b"),), origins=(Origin(("a", "b")),))
    (copied,) = differences(compare_story(copies).findings, "number")
    (apart,) = differences(compare_story(articles).findings, "number")
    assert copied.note == apart.note + " Copies of one text: one voice, changed since."


def test_text_without_sentence_ends_is_named_in_a_note():
    table = "The table has " + ", ".join(f"{n} apples and {n + 3} pears" for n in range(90)) + "."
    (note, _) = compare_story([Article("a", table), Article("b", table.replace("88 apples", "86 apples"))]).notes
    assert note.startswith("“The table has 0 apples and 3 pears")
    assert "453 words without the end of a sentence" in note


def test_prose_has_no_note():
    assert compare_story([Article("a", QUAKE.format(19)), Article("b", QUAKE.format(31))]).notes == ()


def test_reports_of_several_sentences_alarm_only_in_sentences_told_alike():
    rest = " The council sat for two hours. Nobody else spoke at the meeting. A vote follows in a week."
    a = "The mayor of Bern rejected the plan for a new tram along the river on Monday."
    b = "A plan for trams was accepted by farmers and mayor Ann Lee after a long debate in Bern about water."
    severities = {
        f.severity
        for tail in ("", rest)
        for f in compare_story([Article("a", a + tail), Article("b", b + tail)]).discrepancies
        if f.kind == "antonym"
    }
    assert Severity.HIGH not in severities
    alike = [Article("a", a + rest), Article("b", a.replace("rejected", "accepted") + rest)]
    assert [f.severity for f in compare_story(alike).discrepancies if f.kind == "antonym"] == [Severity.HIGH]


def test_a_story_made_by_hand_has_as_many_origins_as_articles():
    articles = tuple(Article(id=name, text=QUAKE.format(count)) for name, count in (("a", 19), ("b", 31)))
    story = Story("quake", articles)
    assert [story.origin_of("a"), story.origin_of("b")] == [0, 1]
    assert differences(compare_story(story).findings, "number")
