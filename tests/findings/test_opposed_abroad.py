"""Opposites in German, Spanish and French: told between two reports, and not where nothing is opposed."""

from __future__ import annotations

import pytest

from compare.facts.polarity_abroad import polarity_of
from compare.model import Severity, Verdict

FLAGGED = [
    (
        "de",
        "Die Zahl der Bahnunfälle ist im vergangenen Jahr um acht Prozent gestiegen.",
        "Im vergangenen Jahr ist die Zahl der Unfälle bei der Bahn um acht Prozent gesunken.",
    ),
    ("de", "Der Rat hat den Bau der Straßenbahn gebilligt.", "Der Rat hat den Bau der Straßenbahn abgelehnt."),
    ("de", "Der Kapitän der Fähre überlebte das Unglück.", "Der Kapitän der Fähre ist bei dem Unglück gestorben."),
    (
        "es",
        "La carretera N-234 permanece cerrada al tráfico.",
        "La carretera N-234 fue abierta al tráfico el domingo.",
    ),
    (
        "es",
        "Su secretario general, Hugo Paredes, rechazó negociar con el Gobierno.",
        "Hugo Paredes, secretario general de la CGT, aceptó negociar con el Gobierno.",
    ),
    (
        "es",
        "El precio del trigo subirá en mayo un cinco por ciento.",
        "En mayo el precio del trigo bajará un cinco por ciento.",
    ),
    ("fr", "Le prix du blé a augmenté en mai à Lyon.", "À Lyon, le prix du blé a baissé en mai."),
    ("fr", "Le pilote du ferry a survécu au naufrage.", "Le pilote du ferry est mort dans le naufrage."),
]
QUIET = [
    ("de", "Der Rat hat den Bau der Straßenbahn gebilligt.", "Der Rat hat den Bau der Straßenbahn nicht abgelehnt."),
    (
        "de",
        "Die Preise für Weizen sind im Mai gesunken, nachdem sie im April gestiegen waren.",
        "Die Preise für Weizen sind im April gestiegen.",
    ),
    (
        "de",
        "Während Energie um drei Prozent billiger wurde, stiegen die Preise für Nahrungsmittel um drei Prozent.",
        "Nahrungsmittel verteuerten sich um drei Prozent, die Preise für Energie sanken um drei Prozent.",
    ),
    ("de", "Die Zahl der Unfälle ist im Mai gestiegen.", "Die Zahl der Unfälle hat sich im Mai erhöht."),
    ("de", "Der Rat hat die Schule in Moorfeld geöffnet.", "Die Brücke über den Fluss bleibt bis Freitag gesperrt."),
    ("es", "El Senado no rechazó la ley del agua.", "El Senado aprobó la ley del agua."),
    (
        "es",
        "El precio del trigo cayó en mayo tras subir en abril.",
        "El precio del trigo había subido en abril; en mayo bajó.",
    ),
    ("es", "El puerto cerró en mayo.", "La oposición criticó la ley del agua y el alcalde la apoyó."),
    ("fr", "Le maire n'a pas refusé le projet du port.", "Le maire a accepté le projet du port."),
]


def _alarms(found):
    grave = (Severity.HIGH, Severity.MEDIUM)
    return [f.kind for f in found if f.verdict is Verdict.DIFFER and f.severity in grave]


@pytest.mark.parametrize(("language", "a", "b"), FLAGGED)
def test_opposites_of_one_deed_are_an_alarm(findings, language, a, b):
    assert _alarms(findings(a, b, language=(language, language))) == ["antonym"]
    assert _alarms(findings(b, a, language=(language, language))) == ["antonym"]


@pytest.mark.parametrize(("language", "a", "b"), QUIET)
def test_what_is_denied_told_twice_or_told_of_two_things_is_none(findings, language, a, b):
    assert "antonym" not in _alarms(findings(a, b, language=(language, language)))


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_no_form_stands_on_two_sides(language):
    known = polarity_of(language)
    places = list(known.sides.values())
    assert {side for _, side in places} == {0, 1}
    assert not known.negators & known.sides.keys()
    assert {number for number, _ in places} == set(range(max(number for number, _ in places) + 1))
