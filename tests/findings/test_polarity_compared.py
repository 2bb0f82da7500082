from __future__ import annotations

import pytest

from compare.model import Verdict

KINDS = {"modality", "negation", "antonym"}

FLAGGED = [
    (
        "The author wrote for a television show.",
        "The author has yet to write for a television show.",
        "negation",
        "high",
    ),
    (
        "Co-chaired by President Cuong and Secretary-General Guterres, the signing is a milestone.",
        "The signing is expected to be co-chaired by President Cuong and Secretary-General Guterres.",
        "modality",
        "medium",
    ),
    ("The minister signed the accord in Geneva.", "The minister may sign the accord in Geneva.", "modality", "medium"),
    (
        "The bank transferred the money to a fund.",
        "The bank reportedly transferred the money to a fund.",
        "modality",
        "medium",
    ),
    ("The firm will build the line in Chile.", "The firm may build the line in Chile.", "modality", "medium"),
    ("The firm plans to build the line in Chile.", "The firm could build the line in Chile.", "modality", "low"),
    ("The company won the contract in Chile.", "The company plans to win the contract in Chile.", "modality", "medium"),
    (
        "Officials have found evidence of poison in Qom.",
        "Officials have not found evidence of poison in Qom.",
        "negation",
        "high",
    ),
    ("The minister signed the letter in Rome.", "The minister denied signing the letter in Rome.", "negation", "high"),
    ("The club paid its players in June.", "The club failed to pay its players in June.", "negation", "high"),
    ("The minister discussed a tax in Rome.", "The minister did not discuss a tax in Rome.", "negation", "high"),
    ("She is a writer for a daily in Rome.", "She has yet to write for a daily in Rome.", "negation", "high"),
    ("The plan has support in Rome and Bari.", "The plan lacks support in Rome and Bari.", "negation", "high"),
    (
        "Gin takes its predominant flavour from juniper.",
        "Gin does not take its main flavour from juniper.",
        "negation",
        "high",
    ),
    (
        "The rider crossed the bridge in Bern without a helmet.",
        "The rider with a helmet crossed the bridge in Bern.",
        "negation",
        "high",
    ),
    (
        "Crews of the port in Bari went without wages in May.",
        "Crews of the port in Bari had wages in May.",
        "negation",
        "high",
    ),
    ("Profits at the bank rose in March.", "Profits at the bank fell in March.", "antonym", "high"),
    ("The senate approved the tax bill.", "The senate rejected the tax bill.", "antonym", "high"),
    ("The driver was killed in the crash near Lille.", "The driver survived the crash near Lille.", "antonym", "high"),
    ("The debt of the port was reduced in May.", "The debt of the port was increased in May.", "antonym", "high"),
    ("The court upheld the fine in Bonn.", "The court overturned the fine in Bonn.", "antonym", "high"),
    ("The struggling port asked for help.", "The thriving port asked for help.", "antonym", "high"),
    ("The staff must keep the app in Rome.", "The staff must remove the app in Rome.", "antonym", "high"),
    ("A tool for small, uncrewed aircraft is ready.", "A tool for small, crewed aircraft is ready.", "antonym", "high"),
]

SILENT = [
    ("The painting is by Ann Lee, the gallery said.", "The painting is not by Bea Kay, the gallery said."),
    ("The club has turned down the offer to work in Bonn.", "The club refused to work in Bonn."),
    ("The firm will build the line in Chile.", "The firm is expected to build the line in Chile."),
    ("The firm may build the line in Chile.", "The firm could build the line in Chile."),
    ("The launch is scheduled to take place in May.", "The launch is expected to take place in May."),
    ("The fair opened in May in Bonn.", "The fair in Bonn opened in May."),
    ("It is not only a formal event but a call to act.", "It is a formal event and a call to act."),
    ("It is not merely a formal event but a call to act.", "It is a formal event and a call to act."),
    ("No fewer than 40 homes burned in Evia.", "40 homes burned in Evia."),
    ("She did not sign the treaty in Oslo.", "She signed the declaration in Oslo."),
    ("They are houses, not villages, the mayor said.", "They are houses more than villages, the mayor said."),
    ("Whether or not the club pays is open.", "Whether the club pays is open."),
    ("The bank could not be reached.", "The bank couldn't be reached."),
    ("Exports rose and imports fell in May.", "Imports fell and exports rose in May."),
    ("The shares were little changed in Paris.", "The shares were unchanged in Paris."),
    ("The firm did not accept the offer from Bonn.", "The firm rejected the offer from Bonn."),
    ("The bank reportedly sold the fund.", "The bank sold the fund, a report said."),
    # a noun is not the verb that it comes from
    ("The mayor will not negotiate with the union.", "The negotiation of the mayor with the union went on."),
    # the same sentence denies it of one thing and tells it of another
    ("The fund does not offer loans but offers grants to farms.", "The fund offers grants to farms."),
    # who it was not is no predicate
    ("The winner was not Ann Lee but a farmer from Bonn.", "The winner Ann Lee met a farmer from Bonn."),
    # another subject
    ("Ann Keller was not signed for the second film of the studio.", "The three leads signed for the second film."),
    # what may not be done, and what was done
    ("The league cannot restrict the pay of its players.", "The league restricted the pay of its players."),
    # a purpose, a condition, another particle
    ("The cause of the fire was not determined.", "Inspectors came to determine the cause of the fire."),
    ("Crops fail if the farms do not get water in May.", "The farms get water in May."),
    ("The club will not stand by and wait in Bonn.", "The club will stand up and wait in Bonn."),
    # set phrases
    ("The man was arrested without incident in Bari.", "The man was arrested after the incident in Bari."),
    ("The coach has not so much as looked at the much younger team.", "The coach looked at a much younger team."),
    ("Sentences are not usually long in Bern.", "Sentences are usually between two and five years in Bern."),
    # two true accounts of one order of events
    (
        "The driver was arrested after a chase on the coast road.",
        "The driver led a chase on the coast road before the arrest.",
    ),
    ("It was the second time that she won the race in Bern.", "In Bern she won a race for the first time in May."),
    ("Police locked down the street.", "The gunman in the street gave himself up to police."),
    # one word, with a hyphen and closed up
    ("Bonn shut all non-essential shops in May.", "Bonn shut all nonessential shops in May."),
    # to be without it, and another mention of it
    ("Pupils in Bern may sit in class without masks in May.", "In May Bern wrote new mask rules for pupils in class."),
    (
        "Crews of the port in Bari went without wages in May.",
        "Crews of the port in Bari missed their second wage in May.",
    ),
    # a comparison, a kind, other people
    (
        "The report on the spill did not go as far as to blame the port.",
        "The new report on the spill goes beyond the port.",
    ),
    ("The site bans posts that deny the existence of the virus.", "Posts on the existence of the virus fill the site."),
    (
        "The harbour law helps crews and others who did not work at the port.",
        "The harbour law helps women working at the port.",
    ),
    # a verb, and the noun of an owner
    ("The museum in Bari did not offer Keller a post.", "Keller turned from the museum's offer of a post in Bari."),
    # a purpose leaves nothing open
    (
        "Talks on the port in Bari went on so that work may go ahead.",
        "Talks on the port in Bari went on and work went ahead.",
    ),
    # what some have done, another will do
    (
        "I will impose a ban on travel to the island, which most doctors like, Keller said.",
        "Last week Bonn and Trier imposed a ban on travel to the island.",
    ),
    # attributed on both sides
    ("The driver allegedly struck a cyclist in Bern.", "Police say the driver struck a cyclist in Bern."),
]


@pytest.mark.parametrize(("a", "b", "kind", "severity"), FLAGGED)
def test_a_claim_and_its_opposite_are_a_finding_either_way_round(findings, a, b, kind, severity):
    for first, second in ((a, b), (b, a)):
        made = [f for f in findings(first, second) if f.verdict is Verdict.DIFFER and f.kind in KINDS]
        assert [(f.kind, f.severity) for f in made] == [(kind, severity)]
        assert [c.evidence.article for c in made[0].claims] == ["a", "b"]


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_what_only_looks_opposed_is_never_flagged(findings, a, b):
    for first, second in ((a, b), (b, a)):
        assert [f for f in findings(first, second) if f.verdict is Verdict.DIFFER and f.kind in KINDS] == []


def test_a_plan_that_a_later_report_tells_as_done_does_not_alarm(findings):
    texts = ("The minister will sign the accord in Geneva.", "The minister signed the accord in Geneva.")
    made = findings(*texts, published=["2025-05-01", "2025-05-03"])
    assert [(f.severity, f.rule) for f in made if f.kind == "modality"] == [("info", "modality.in_between")]


EVE = "Mayor Ada Kern will announce a plan to widen the port of Bari on Friday, aides said."
DAY = "In a speech to dockers, Mayor Ada Kern announced a new plan for the old port of Bari, praising its tugs."


@pytest.mark.parametrize(
    ("published", "severity"),
    [(None, "info"), (["2025-05-01", "2025-05-02"], "info"), (["2025-05-02", "2025-05-01"], "medium")],
)
def test_a_past_tense_alarms_only_where_it_is_known_to_be_no_later_report(findings, published, severity):
    made = findings(EVE, DAY, **({"published": published} if published else {}))
    assert [f.severity for f in made if f.kind == "modality" and f.verdict is Verdict.DIFFER] == [severity]


@pytest.mark.parametrize(
    ("a", "b", "quotes"),
    [
        (
            "Co-chaired by the minister and the envoy in Oslo, the talks are open.",
            "The talks in Oslo are expected to be co-chaired by the minister and the envoy.",
            ["Co-chaired", "are expected to be co-chaired"],
        ),
        (
            "The senate re-elected the speaker on Monday.",
            "The senate has not re-elected the speaker on Monday.",
            ["re-elected", "not re-elected the speaker"],
        ),
        (
            "The senate of Chile pre-approved the bill.",
            "The senate of Chile pre-rejected the bill.",
            ["pre-approved", "pre-rejected"],
        ),
    ],
)
def test_the_evidence_holds_the_whole_hyphenated_word(findings, a, b, quotes):
    made = [f for f in findings(a, b) if f.verdict is Verdict.DIFFER and f.kind in KINDS]
    assert [c.evidence.quote for c in made[0].claims] == quotes
