import pytest

from compare import Severity, Verdict

KINDS = {"name", "name_spelling", "internal", "name_conflict", "title_role", "gender"}


@pytest.fixture
def told(findings):
    def tell(*texts, **articles):
        found = findings(*texts, **articles)
        return {(f.rule, f.severity.value) for f in found if f.kind in KINDS and f.verdict is Verdict.DIFFER}

    return tell


@pytest.mark.parametrize(
    ("a", "b", "rules"),
    [
        (
            "Hang met Director General Rafael Mariano Gross on Monday.",
            "Hang met Director General Rafael Mariano Grossi on Monday.",
            {("name_spelling.slip", "high")},
        ),
        (
            "36-year-old Duncan Rait died after he slipped and fell.",
            "36-year-old Duncan Raite died after he slipped and fell.",
            {("name_spelling.slip", "high")},
        ),
        (
            "The engines failed, Captain Emma Marcon said on Monday.",
            "The engines failed on Monday, said Captain Emma Marconi.",
            {("name_spelling.slip", "high")},
        ),
        (
            "They walked through Kestrel Vallley to the hut on Monday.",
            "They walked through Kestrel Valley to the hut on Monday.",
            {("name_spelling.slip", "high")},
        ),
        (
            "The fund named the diplomat Marta Lindqvist as its director on Monday.",
            "The diplomat Martha Lindquist was named as the director of the fund.",
            {("name_spelling.slip", "high")},
        ),
        (
            "Director General Rafael Gross spoke on Monday. Hang invited Grossi again.",
            "Director General Rafael Someone spoke on Monday. Hang invited him again.",
            {("name_spelling.internal", "high")},
        ),
    ],
)
def test_two_spellings_of_one_name_are_flagged(told, a, b, rules):
    assert rules <= told(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Minister Bùi Thanh Sơn spoke in Hanoi.", "Minister Bui Thanh Son spoke in Hanoi."),
        ("Minister BUI Thanh Son spoke in Hanoi.", "Minister Bui Thanh Son spoke in Hanoi."),
        ("Minister Jean-Marc Ayrault spoke in Paris.", "Minister Jean Marc Ayrault spoke in Paris."),
        ("Director John R. Smith spoke in Hanoi.", "Director John Smith spoke in Hanoi."),
        ("Director Ghada Fathi Waly spoke in Hanoi.", "Director Ghada Waly spoke in Hanoi."),
        ("President Luong Cuong spoke in Hanoi.", "President Cuong Luong spoke in Hanoi."),
        ("They met in Ha Noi and in Da Nang.", "They met in Hanoi and in Danang."),
        ("Minister Marta Lindholm spoke in Hanoi.", "Minister Martha Lindquist spoke in Hanoi."),
        ("They flew from Austria to Iran.", "They flew from Australia to Iraq."),
        ("Minister John Smith met Minister Joan Smith.", "Minister John Smith met Minister Joan Smith."),
        ("Deputy Minister Le Thi Thu Hang spoke to them.", "Spokeswoman Pham Thu Hang spoke to them."),
        ("Senate Democrats left. The Democracy of Bonn won.", "Democracy won in Bonn with Senate Democrats."),
        ("They drove with Punjab Police to the camp.", "They drove with Punjabi Police to the camp."),
        ("The South Korean team beat South Korea.", "The South Koreans team beat South Korean."),
    ],
)
def test_forms_of_one_name_and_names_of_two_are_not_flagged(told, a, b):
    assert not {rule for rule, _ in told(a, b) if "spelling" in rule}


def test_the_finding_shows_every_place_of_both_spellings(findings):
    a = "Director General Rafael Gross spoke on Monday. Hang invited Grossi again."
    b = "Director General Rafael Grossi spoke on Monday. Hang invited Grossi again."
    (found,) = [f for f in findings(a, b) if f.severity is Severity.HIGH]
    assert [(c.evidence.article, c.evidence.quote) for c in found.claims] == [
        ("a", "Rafael Gross"),
        ("a", "Grossi"),
        ("b", "Rafael Grossi"),
        ("b", "Grossi"),
    ]


def test_pronouns_that_differ_with_strong_evidence_on_both_sides(told):
    a = "Director Ghada Waly expressed his optimism about the ceremony."
    b = "Director Ghada Waly backed the ceremony. She expressed confidence in it."
    assert told(a, b) == {("gender.pronouns_differ", "high")}


def test_pronouns_that_differ_in_one_place(told):
    a = "Reinhardt said on Friday that he welcomed the decision of the court."
    b = "Reinhardt said on Friday that she welcomed the decision of the court."
    assert told(a, b) == {("gender.same_place", "high")}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Director Ghada Waly expressed his optimism.", "Director Ghada Waly praised her work."),
        (
            "Director Ghada Waly expressed his optimism.",
            "Director Ghada Waly met Minister Bui Son. She was glad of it.",
        ),
        ("Director Ghada Waly expressed his optimism.", "Director Ghada Waly expressed their optimism."),
        ("Director Mary Smith spoke.", "Director Mary Smith spoke. For his part, Minister Son left."),
        (
            "Director Ghada Waly expressed his optimism. For her part, Waly left.",
            "Director Ghada Waly expressed her optimism.",
        ),
    ],
)
def test_weak_evidence_of_pronouns_is_silent(told, a, b):
    assert not {rule for rule, _ in told(a, b) if rule == "gender.pronouns_differ"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Deputy Minister Le Thi Thu Hang opened the seminar in Vienna.",
            "Minister Le Thi Thu Hang opened the seminar in Vienna.",
        ),
        (
            "President Luong Cuong opened the seminar in Vienna.",
            "Vice President Luong Cuong opened the seminar in Vienna.",
        ),
        ("Judge Annika Vollmer opened the trial in Vienna.", "Prosecutor Annika Vollmer opened the trial in Vienna."),
        (
            "Finance Minister Katrin Aldinger opened it in Vienna.",
            "Justice Minister Katrin Aldinger opened it in Vienna.",
        ),
    ],
)
def test_another_grade_or_office_of_one_person_is_flagged(told, a, b):
    assert told(a, b) == {("title_role.grade", "medium")}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Deputy Minister of Foreign Affairs Le Thi Thu Hang spoke.", "Deputy Minister Le Thi Thu Hang spoke."),
        ("Deputy FM Le Thi Thu Hang spoke.", "Deputy Minister Le Thi Thu Hang spoke."),
        ("Vietnamese State President Luong Cuong spoke.", "President Luong Cuong spoke."),
        ("Gov. Mike Huckabee spoke.", "Governor Mike Huckabee spoke."),
        ("Mr Mike Huckabee spoke.", "Governor Mike Huckabee spoke."),
        (
            "Deputy Prime Minister and Minister of Foreign Affairs Bui Thanh Son spoke.",
            "Deputy Prime Minister Bui Thanh Son spoke.",
        ),
        ("Ambassador Vu Le Hoang spoke.", "Vu Le Hoang, chair of the group, spoke."),
    ],
)
def test_forms_of_one_title_are_not_flagged(told, a, b):
    assert told(a, b) == set()


def test_a_role_that_may_have_changed_is_info(told):
    texts = "Deputy Minister Le Thi Thu Hang opened it in Vienna.", "Minister Le Thi Thu Hang opened it in Vienna."
    assert told(*texts, published=("2025-01-01", "2025-06-01")) == {("title_role.over_time", "info")}


HOLDERS = (
    "UNODC Executive Director Ghada Waly opened the seminar in Vienna on Monday.",
    "UNODC Executive Director Maria Lopez opened the seminar in Vienna on Monday.",
)


def test_two_holders_of_one_office_are_flagged(told):
    assert ("name_conflict.holder", "high") in told(*HOLDERS)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (HOLDERS[0], HOLDERS[1].replace("UNODC", "WHO")),
        (HOLDERS[0], HOLDERS[1].replace("Executive Director", "Deputy Executive Director")),
        (HOLDERS[0], HOLDERS[0].replace("Ghada Waly", "Waly Ghada")),
        (HOLDERS[0], HOLDERS[1] + " Ghada Waly, the founder, left."),
        ("Minister Ghada Waly opened the seminar.", "Minister Maria Lopez opened the seminar."),
    ],
)
def test_other_offices_and_bodies_are_no_conflict_of_names(told, a, b):
    assert "name_conflict.holder" not in {rule for rule, _ in told(a, b)}


def test_a_plausible_successor_is_info(told):
    assert ("name_conflict.over_time", "info") in told(*HOLDERS, published=("2025-01-01", "2025-06-01"))


def test_witnesses_agree_on_who_is_named(findings):
    found = findings("Director Ghada Fathi Waly spoke.", "Director Ghada Waly spoke.")
    (name,) = [f for f in found if f.kind == "name"]
    assert (name.verdict, name.rule) == (Verdict.AGREE, "name.form")
    assert {f.rule for f in found if f.kind == "title_role"} == {"title_role.equal"}


def test_one_home_and_one_spelling_are_told_once_wherever_they_stand(findings):
    a = "Ann Lee, 36, of Oslo met the board of Gordon Advisers. The board of Gordon Advisers is small."
    b = "Ann Lee, 36, of Bergen met the board of Gordon Advisors. The board of Gordon Advisors is small."
    b += " Ann Lee of Bergen sang."
    found = [f for f in findings(a, b) if f.kind in ("name_spelling", "place") and f.verdict is Verdict.DIFFER]
    assert sorted(f.rule for f in found) == ["name_spelling.slip", "place.home"]
