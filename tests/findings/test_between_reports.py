"""Two reports of several sentences each: what stands side by side need not speak of one thing."""

from __future__ import annotations

import pytest

from compare.model import Severity, Verdict

_GOES_ON = " The harbour lay quiet at noon. Nobody came to the pier. A ferry left for Oslo."

QUIET = [
    ("Police said the ship carried 12 guns.", "In five raids so far the ship had carried 31 guns, police said."),
    (
        "The gunman shot three people at the office in Troy.",
        "The gunman shot one person and two others at the office in Troy.",
    ),
    (
        "The quake shook Zarand, a town of about 15,000 people in Kerman.",
        "The quake shook Zarand in Kerman and killed 612 people in the town.",
    ),
    (
        "The shutdown of the government over border money lasted 35 days.",
        "The government reopened for three weeks of talks over border money.",
    ),
    ("Palin was not at the church in Wasilla on Friday.", "Palin stopped by the church in Wasilla on Friday."),
    (
        "His name will not be released until charges are laid in court.",
        "His name will be released after charges are laid in court.",
    ),
    (
        "The inspector came to help determine the cause of the fire in Palmer.",
        "The cause of the fire in Palmer has not been determined.",
    ),
    (
        "The agencies check if their plans will harm rare species in Utah.",
        "The agencies said their plans would not harm rare species in Utah.",
    ),
    ("The driver allegedly hit a woman near the store in Bern.", "The driver fled after the woman was hit in Bern."),
    (
        "Fanning said that nobody was hurt in the office.",
        "Fanning couldn't say if others were hurt in the office.",
    ),
    ("It was the first purge of the rolls since 2019.", "It was the first purge of the rolls following the 2020 vote."),
    ("The house went to Anchorage attorney William Lund.", "The house went to Anchorage attorney Bill Lund."),
    (
        "She posed for the monthlies Wink, Titter, and Parade.",
        "She posed for the monthlies Wink, Flirt, and Parade.",
    ),
    (
        "Assistant chief fire officer Peter Guest called the building a loss.",
        "Peter Guest, Assistant Chief Fire Officer of Surrey, called the building a loss.",
    ),
    ("Officers shot the father of two sons, police said.", "His wife and two sons live, police said."),
    (
        "The climbers were insufficiently equipped and experienced.",
        "The climbers were insufficiently equipped and inexperienced.",
    ),
    ("Iran said Masoud Dalman led the relief in Qeshm.", "Iran said Massoud Dalman led the relief in Qeshm."),
    ("The police do not have suspects in the blast in Salem.", "The police in Salem began to identify suspects."),
    ("The law allows citizens to sue a clinic in Texas.", "The law bans abortions once a heart beats in Texas."),
    (
        "Reid has checked into a clinic in Malibu, her agent told UsMagazine.",
        "Reid has checked into a clinic in Malibu, her agent told People.",
    ),
    ("See also Fox News.", "See also Yahoo News."),
    (
        "On behalf of Howard Sanders, posted in Pedestrian Accidents on Wednesday.",
        "On behalf of Peter Newman, posted in Hit Accidents on Friday.",
    ),
    (
        "He shot and killed Deputy Sgt. Hoyt Teasley outside the court.",
        "He shot and killed Sgt. Hoyt Teasley outside the court.",
    ),
    (
        "Police in Staunton have made an arrest in a 41-year-old murder case.",
        "Police in Staunton on Friday made an arrest of a 60-year-old woman in the murder case.",
    ),
    (
        "The club reached a deal after telling Ross of its decision on the staff.",
        "No decision has been reached by the club on the staff of Ross.",
    ),
    (
        "Other teams in the race for Lund are the Reds and the Orioles.",
        "None of the other teams in the race for Lund, the Reds and the Orioles, has offered more.",
    ),
    (
        "The objections to the treaty are legally questionable, she said of the vote.",
        "The objections to the treaty are not completely legal, she said of the vote.",
    ),
    (
        "Well-being in the apes fell in middle age and climbed again later.",
        "Well-being in the apes decreased in middle age and increased again later.",
    ),
    (
        "Getting Indians, and others, stretching has become a focus for Modi.",
        "Encouraging Indians, and others, to stretch has become a focus for Modi.",
    ),
    (
        "A British court has ruled that three Kenyans can sue for torture.",
        "The High Court has ruled that three Kenyans can sue for torture.",
    ),
    (
        "The former Tory prime minister John Major spoke of her courage.",
        "The former Conservative prime minister John Major spoke of her courage.",
    ),
    (
        "The chef served British ants at the hotel in Mayfair last spring.",
        "The chef served British ants at the hotel in London last spring.",
    ),
    ("Most people in Homs do not expect things to get better.", "Few people in Homs expect things to get better."),
    (
        "The cafe, called Lady Dinah's Emporium, will serve cats and coffee in London.",
        "The cafe in London will be called Lady Dinah's Emporium, and serve cats and coffee.",
    ),
    (
        "The senator praised the prime minister for the bill on schools.",
        "The senator said no one can deny that the prime minister wrote the bill on schools.",
    ),
    (
        "The agency is a grassroots non- governmental body in Dhaka.",
        "The agency is a grassroots nongovernmental body in Dhaka.",
    ),
    (
        "Cloudy weather is closing the airport in Lukla more often.",
        "More cloud in normally clear weather is closing the airport in Lukla more often.",
    ),
    (
        "She was in hospital and off work for five months after the crash.",
        "She was in hospital and could not work for five months after the crash.",
    ),
    (
        "The teenager was shot by police in Athens eight days ago.",
        "The teenager was shot by police in Athens a week ago.",
    ),
    (
        "Nadia Prentice, the lawyer, told the judge that the cameras had failed.",
        "Cameras failed near the farm, the prosecutor, Nadia Prentice, told the judge.",
    ),
    (
        "The group of seven wealthy nations met for two days and pledged 1 billion doses.",
        "In two days of talks its leaders pledged 1 billion doses to 100 nations in need.",
    ),
    (
        "Profit was 412 million euros, up from 384 million a year earlier, and sales were 3 billion.",
        "Sales were 3 billion euros; the profit of 412 million was above the 384 million of 2023.",
    ),
    (
        "Her party lost its majority in the chamber; it fell from 118 seats to 104 of the 211.",
        "In the chamber the party loses 14 seats and will hold 104 of the 211 in future.",
    ),
    (
        "Shares of the brewer rose 2.8 percent in Oslo, while those of its rival in Bergen fell.",
        "Trade in Oslo was slow. The brewer's rival in Bergen lost 2.8 percent and its own shares gained.",
    ),
    (
        "Lindner refused to talk to reporters on Sunday and left through the garden.",
        "Lindner talked to his party on Sunday night and stayed until the morning.",
    ),
    (
        "Officers have been hurt 12 times in that street in May, the mayor told the council.",
        "The mayor told a union that officers had been hurt 31 times so far in other streets.",
    ),
]
FLAGGED = [
    (
        "The composer is survived by his wife, Anneke, two daughters and five grandchildren.",
        "The composer leaves his wife, Anneke, three daughters and five grandchildren.",
        "number",
    ),
    (
        "The envoy will succeed Paulo Mendes of Brazil on 1 October for a term of five years.",
        "The envoy takes over from Paulo Mendes of Brazil on 1 October for a four-year term.",
        "duration",
    ),
    (
        "The former mayor of Dunmore, Ned Halloran, was sentenced to seven years in prison on Thursday.",
        "A judge on Thursday jailed the former Dunmore mayor Ned Halloran for eight years.",
        "duration",
    ),
    (
        "His lawyer, Simon Abbot, said that he would appeal against the verdict.",
        "His lawyer Simon Abbot said that there would be no appeal.",
        "negation",
    ),
    ("Police said 12 people were hurt in the riot.", "Police said 18 people were hurt in the riot.", "number"),
    ("He was married two weeks ago, friends said.", "He was wed three weeks ago, friends said.", "duration"),
    ("The pirates came on two boats at noon.", "The pirates came in three boats at noon.", "number"),
    ("The 6. 1 - magnitude quake shook Qeshm island.", "The 5. 9 - magnitude quake shook Qeshm island.", "number"),
    ("Lund was paid $3 million for the film.", "Lund was reportedly paid $3 million for the film.", "modality"),
    ("Judge Philip Hickock set the hearing for May.", "Judge Philip Hickok set the hearing for May.", "name_spelling"),
    ("Voters in 2009 approved the bond for the dairy.", "Voters in 2010 approved the bond for the dairy.", "date"),
    (
        "Hauge denied that workers had warned the company of the leak on Monday.",
        "But workers had warned the firm of a leak on Monday, two of them told the paper.",
        "negation",
    ),
    (
        "The finance minister, Rui Tavares, will leave the government, party officials said.",
        "Rui Tavares, the minister of finance, will stay in the government, friends of his said.",
        "antonym",
    ),
    (
        "The inspection by Tomas Hauge of the firm in May found minor cracks.",
        "The inspection by Thomas Hauge of the firm in May found minor cracks.",
        "name_spelling",
    ),
    (
        "Profit climbed to 412 million euros from 384 million a year earlier; banks had forecast 398 million.",
        "It made €421m, above last year's €384m, and beat the consensus of €398m for profit.",
        "number",
    ),
    (
        "The quake has levelled villages in the south, killing 10 persons and wounding 70, a paper said.",
        "A powerful quake hit the south on Sunday, causing destruction, killing 10 people and injuring 80.",
        "number",
    ),
    (
        "The island, home to 120,000 people, was shaken by the strong quake at noon, state media said.",
        "Some residents of the rocky island, which is home to about 90,000 people, slept outside in tents.",
        "number",
    ),
    (
        "The trouble began soon after more than 200 people set off from the church for a vigil.",
        "At about 8 p.m. nearly 100 people set off from the church to march to the stationhouse.",
        "number",
    ),
    (
        "Shares in the group rose 2.8 percent in early trade in Oslo.",
        "The shares opened almost 3% lower on the Oslo exchange.",
        "antonym",
    ),
    (
        "A poll for the daily Le Matin found that 52 percent of people support the drivers.",
        "According to a survey for Le Matin, 52% of the population oppose the strike.",
        "antonym",
    ),
    (
        "Mauro Lindner conceded late on Sunday and wished his rival success in the town hall.",
        "Mauro Lindner refused to concede and announced that he would ask for a recount.",
        "negation",
    ),
    (
        "The works, two landscapes and a portrait, are insured for a total of 12 million dollars.",
        "Two portraits and a landscape are gone, with an insured value of 12 million dollars.",
        "number",
    ),
]


def _alarms(found):
    grave = (Severity.HIGH, Severity.MEDIUM)
    return {f.kind for f in found if f.verdict is Verdict.DIFFER and f.severity in grave}


@pytest.mark.parametrize(("a", "b"), QUIET)
def test_what_two_reports_say_of_two_things_is_no_alarm(findings, a, b):
    assert _alarms(findings(a + _GOES_ON, b + _GOES_ON)) == set()


@pytest.mark.parametrize(("a", "b", "kind"), FLAGGED)
def test_what_two_reports_say_otherwise_of_one_thing_is_an_alarm(findings, a, b, kind):
    assert kind in _alarms(findings(a + _GOES_ON, b + _GOES_ON))


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        (
            "number",
            "The seats of the new parliament rise from 65, the commission for the vote told the papers.",
            "The commission for the vote says 288 candidates stand for the parliament in its new form.",
        ),
        (
            "number",
            "A survey on Sunday put the popularity of the party at a dismal 20.6 percent, far below its rival.",
            "On Sunday a survey said that 83.3 percent of islanders were unhappy with the police and the courts.",
        ),
        (
            "date",
            "Flights from the airport of Qeshm resumed on Monday morning, guards told a paper at the gate.",
            "The head of Qeshm airport was quoted as saying that all had resumed after the halt on Sunday.",
        ),
    ],
)
def test_counts_of_two_nouns_and_days_of_two_deeds_are_not_told_even_as_doubtful(findings, kind, a, b):
    found = findings(a + _GOES_ON, b + _GOES_ON)
    assert [f.note for f in found if f.verdict is Verdict.DIFFER and f.kind == kind] == []


def test_opposites_of_two_matters_are_not_told_even_as_doubtful(findings):
    a = "The former leader has voiced support for same-sex marriage and a bill of rights." + _GOES_ON
    b = (
        "The daughter of the former leader criticized her sister's opposition to same-sex marriage in a post on Friday."
        + _GOES_ON
    )
    assert not [f for f in findings(a, b) if f.kind == "antonym"]
