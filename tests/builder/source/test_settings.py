"""Typed settings: French keys however they are typed, English aliases, one finding a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.diagnostics import Diagnostic
from balise_builder.source import CapsuleSettings, CourseSettings
from tests.builder.source.folders import CAPSULE, COURSE, places, put, read, write

FULL = """---
id : hotellerie-personnel
titre : Accueillir, remarquer : agir sans nuire
version : 0.3.0
langue : fr-ca
public : hotellerie, Police
niveau : initiale
objectifs :
  - o1 : Choisir l'action juste
  - o2 : Nommer la chaîne : le 911
réussite :
  pages : 80 %
  évaluation : bilan
  seuil : 8 sur 10
  seuil fixé par :
  en cas d’échec : échec
transmission : résultat
statut : en révision
coautrices et coauteurs :
  - Organisme X, rôle communautaire
durée : 1 h 30
limite-suspend : 48 000
sortie rapide : https://exemple.org/meteo?ville=Alma
date : 2026-03-31
---
"""
ENGLISH = """---
id: x
title: T
version: 1.0.0-rc.1
language: en
audience: police
completion:
  pages: all
  assessment: final
  threshold: 3 of 4
  threshold set by: Board
  on failure: failed
reporting: answers
status: approved
co-authors:
  - A
duration: 4 min
sensitive: yes
---
"""


def course(tmp_path: Path, content: str) -> tuple[CourseSettings, tuple[Diagnostic, ...]]:
    folder, found = read(write(tmp_path, cours_md=content))
    assert folder.settings is not None
    return folder.settings, found


def capsule(tmp_path: Path, content: str) -> tuple[CapsuleSettings, list[str]]:
    folder, found = read(write(tmp_path, cours_md=COURSE, a_md=content))
    return folder.capsules[0].settings, places(found)


def with_line(line: str) -> str:
    return COURSE.replace("\n---\n\n", f"\n{line}\n---\n\n")


PEOPLE = """---
id : x
titre : T
version : 1.0.0
langue : fr-CA
personnes :
  - aminata : Personnel, jeune personne
  - Kevin : adulte concernée
---
"""


def test_people_have_the_name_of_the_bank_and_roles_in_any_spelling(tmp_path: Path) -> None:
    write(tmp_path / "c", cours_md=PEOPLE + "\nTexte.\n")
    put(tmp_path, "_commun/prenoms.yaml", "- {prénom: Aminata, genre: féminin, origine: x}\n")
    folder, found = read(tmp_path / "c")
    assert folder.settings is not None
    people = [(p.name, p.roles, p.span.line) for p in folder.settings.people]
    assert people == [("Aminata", ("staff", "young"), 7), ("Kevin", ("adult",), 8)]
    assert places(found) == ["cours.md:8:5 personne-hors-banque"]


def test_every_key_of_a_course_is_understood(tmp_path: Path) -> None:
    settings, found = course(tmp_path, FULL)
    assert places(found) == []
    assert settings.title == "Accueillir, remarquer : agir sans nuire"
    assert (settings.language, settings.audiences) == ("fr-CA", ("hôtellerie", "police"))
    assert [(o.id, o.text) for o in settings.objectives][1] == ("o2", "Nommer la chaîne : le 911")
    rule = settings.rule
    assert (rule.pages_percent, rule.evaluation_id) == (80, "bilan")
    assert (rule.threshold_points, rule.threshold_of, rule.threshold_set_by) == (8, 10, "")
    assert rule.report_failed
    assert (settings.reporting, settings.status) == ("result", "in-review")
    assert settings.co_authors == ("Organisme X, rôle communautaire",)
    assert (settings.minutes, settings.suspend_limit, settings.date) == (90, 48000, "2026-03-31")
    assert settings.quick_exit == "https://exemple.org/meteo?ville=Alma"
    where = settings.where("threshold")
    assert (where.file, where.line, where.column) == ("cours.md", 14, 11)


def test_every_key_has_an_english_alias(tmp_path: Path) -> None:
    settings, found = course(tmp_path, ENGLISH)
    assert places(found) == []
    assert (settings.rule.threshold_points, settings.rule.threshold_set_by) == (3, "Board")
    assert (settings.reporting, settings.status) == ("answers", "approved")
    assert (settings.minutes, settings.sensitive, settings.co_authors) == (4, True, ("A",))


@pytest.mark.parametrize("key", ["TITRE", "Titré", "titre\u00a0", "Title"])
def test_keys_are_compared_without_accents_and_capitals(tmp_path: Path, key: str) -> None:
    settings, found = course(tmp_path, COURSE.replace("titre", key))
    assert places(found) == []
    assert settings.title == "Accueillir : agir sans nuire"


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("transmision : statut", "cle-mal-ecrite", "« transmission »"),
        ("zzz : 1", "cle-inconnue", "titre"),
        ("titre : Deux", "cle-repetee", "ligne 3"),
        ("statut : fini", "valeur-incomprise", "ébauche, en révision, approuvé"),
        ("durée : longue", "valeur-incomprise", "4 min"),
        ("date : 31 mars", "valeur-incomprise", "2026-03-31"),
        ("limite-suspend : 99999999", "valeur-incomprise", "64000"),
        ("sortie rapide : meteo.gc.ca", "valeur-incomprise", "https://meteo.gc.ca/"),
        ("sortie rapide : http://meteo.gc.ca/", "valeur-incomprise", "https://"),
        ("sortie rapide : https://a@exemple.org/", "valeur-incomprise", "https://"),
        ("public : hotelerie", "public-inconnu", "hôtellerie"),
        ("territoire : Mars", "territoire-inconnu", "territoires.yaml"),
        ("objectifs :\n  - sans deux-points", "objectif-incompris", "o1 :"),
        ("objectifs : o1", "cle-forme-list", "- "),
        ("niveau :\n  - a", "cle-forme-text", "niveau"),
        ("réussite : toutes", "cle-forme-keys", "en retrait"),
        ("réussite :\n  seuil : 12 sur 10", "valeur-incomprise", "8 sur 10"),
        ("réussite :\n  seuil : 8 sur 10", "seuil-sans-evaluation", "évaluation"),
        ("réussite :\n  pages : 120 %", "valeur-incomprise", "toutes"),
        ("réussite :\n  évaluation : Le Bilan", "id-invalide", "le-bilan"),
        ("réussite :\n  seuill : 1 sur 2", "cle-mal-ecrite", "« seuil »"),
    ],
)
def test_each_mistake_is_one_finding_that_says_what_to_write(
    tmp_path: Path, line: str, code: str, said: str
) -> None:
    _, found = course(tmp_path, with_line(line))
    assert [d.code for d in found] == [code]
    text = f"{found[0].message()} {found[0].hint()}".replace("\u00a0", " ")
    assert said in text


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id : accueil\n", "", "cle-requise"),
        ("id : accueil", "id : Mon Accueil", "id-invalide"),
        ("version : 0.3.0", "version : 1", "valeur-incomprise"),
        ("langue : fr-CA", "langue : français", "valeur-incomprise"),
        ("titre : Accueillir : agir sans nuire", "titre :", "cle-requise"),
    ],
)
def test_what_a_course_cannot_do_without_is_required(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    _, found = course(tmp_path, COURSE.replace(old, new))
    assert [d.code for d in found] == [code]


@pytest.mark.parametrize(
    ("line", "code"), [("titre Accueillir", "en-tete-ligne"), ("tittre : A", "cle-mal-ecrite")]
)
def test_one_mistake_is_not_reported_twice_as_a_missing_key(
    tmp_path: Path, line: str, code: str
) -> None:
    _, found = course(tmp_path, COURSE.replace("titre : Accueillir : agir sans nuire", line))
    assert [d.code for d in found] == [code]


def test_a_capsule_is_typed_and_its_objective_checked(tmp_path: Path) -> None:
    lines = "---\ntitre : A\nid : a\nduree : 4 minutes\nsensible : oui\nobjectif : o9\n---\n"
    settings, found = capsule(tmp_path, lines)
    assert (settings.title, settings.id) == ("A", "a")
    assert (settings.minutes, settings.sensitive) == (4, True)
    assert found == ["a.md:6:12 objectif-inconnu"]


def test_a_capsule_without_id_gets_a_provisional_one_and_a_fix(tmp_path: Path) -> None:
    write(tmp_path, cours_md=COURSE)
    (tmp_path / "02 - Été à l'hôtel.md").write_bytes(b"---\r\ntitre : A\r\n---\r\nTexte\r\n")
    folder, found = read(tmp_path)
    assert [c.settings.id for c in folder.capsules] == ["ete-a-l-hotel"]
    assert not folder.capsules[0].settings.has_id
    (missing,) = found
    assert (missing.code, missing.severity) == ("page-sans-id", "info")
    assert missing.fix is not None
    assert missing.fix.text == "id : ete-a-l-hotel\r\n"


def test_two_capsules_with_one_id_are_told_apart(tmp_path: Path) -> None:
    folder, found = read(write(tmp_path, cours_md=COURSE, a_md=CAPSULE, b_md=CAPSULE))
    assert [c.settings.id for c in folder.capsules] == ["notre-role", "b"]
    assert places(found) == ["b.md:3:6 page-id-en-double"]
    assert found[0].fix is not None
    assert found[0].fix.text == "b"
