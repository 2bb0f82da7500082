"""Acronyms that a story spells out are compared with their long forms, in any article of it."""

from __future__ import annotations

import pytest

from compare.align.acronyms import give_acronyms
from compare.align.links import align_articles
from compare.align.stack import stack_witnesses
from compare.config import Config
from compare.model import Article
from compare.text.witness import read_witness

SPELT = [
    (
        "The Federal Aviation Administration (FAA) was asked.",
        "Inspectors of the Federal Aviation Administration grounded the old jets.",
        "On Friday the FAA grounded twelve jets.",
        "faa",
    ),
    (
        "The Federal Aviation Administration (F.A.A.) was asked.",
        "The jets were grounded by the Federal Aviation Administration's inspectors.",
        "The F.A.A. grounded twelve jets.",
        "faa",
    ),
    (
        "The World Health Organization (WHO) was asked.",
        "Nurses came from the World Health Organization with vaccines.",
        "The WHO brought vaccines to nurses.",
        "who",
    ),
    (
        "Habló el Fondo Monetario Internacional (FMI).",
        "El Fondo Monetario Internacional elevó la previsión para Chile.",
        "La previsión para Chile la elevó el FMI.",
        "fmi",
    ),
    (
        "It met as the Commission on Crime Prevention and Criminal Justice (CCPCJ34).",
        "Delegates reached Vienna for the 34th session of the Commission on Crime Prevention and Criminal Justice.",
        "Delegates came to Vienna for CCPCJ34.",
        "ccpcj34",
    ),
]


@pytest.mark.parametrize(("spelt", "long", "short", "acronym"), SPELT, ids=[case[3] for case in SPELT])
@pytest.mark.parametrize("where", ["a", "b"])
def test_a_long_form_meets_its_acronym_wherever_the_story_spells_it_out(
    spelt: str, long: str, short: str, acronym: str, where: str
) -> None:
    texts = {"a": [long], "b": [short]}
    (apart,) = align_articles(*(Article(k, "\n".join(texts[k])) for k in "ab")) or [None]
    texts[where].append(spelt)
    links = align_articles(*(Article(k, "\n".join(texts[k])) for k in "ab"))
    (link,) = (x for x in links if (x.a, x.b) == (0, 0))
    assert f"name: {acronym}" in link.reasons
    assert apart is None or f"name: {acronym}" not in apart.reasons


@pytest.mark.parametrize(
    ("spelt", "said", "given"),
    [
        ("The Federal Aviation Administration (FAA) spoke.", "An aviation administration of a federal state.", []),
        ("The Federal Aviation Administration (FAA) spoke.", "The Federal Aviation Administration (FAA) left.", []),
        ("The World Health Organization (WHO) spoke.", "Those who left the World Health Organization.", ["who"]),
        ("The Crime Prevention Commission (CPC34) met.", "The 33rd Crime Prevention Commission met.", []),
        ("The Crime Prevention Commission (CPC34) met.", "The 34th Crime Prevention Commission met.", ["cpc34"]),
        ("The harbour opened.", "The Federal Aviation Administration left.", []),
    ],
)
def test_an_acronym_is_given_behind_its_long_form_alone_and_once(spelt: str, said: str, given: list[str]) -> None:
    witness = read_witness(Article("a", f"{spelt}\n{said}"), Config())
    stack = stack_witnesses([witness], [witness.compared])
    _, plain = stack.forms
    _, read = give_acronyms(stack, [witness.article.text]).forms
    added = [form.folded for form in read]
    for form in plain:
        added.remove(form.folded)
    assert added == given
