"""A course made by hand with every kind of question, on a page and in an evaluation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

BODY = Path(__file__).parent / "fixtures/questions.html"

NAMES = (
    "q-appariement", "q-longues", "q-tri", "q-tri-long", "q-ordre", "q-nombre", "q-aise",
    "q-intention", "q-certaine",
)  # fmt: skip
"""The practice items, in the order of the page; each has a twin ``e-…`` in the evaluation."""

PAIRS = {
    "Consigner": "Écrire ce qu’on",
    "Transmettre": "Dire ce qu’on",
    "Accueillir": "Écouter",
    "Une famille demande une deuxième clé": "Ordinaire",
    "Plusieurs faits se répondent": "À transmettre",
    "Une cliente paie comptant": "Ordinaire",
    "Un registre": "Accueil",
    "Un couloir": "Étage",
}
"""What goes with each thing: a part of its definition, or its category."""

ORDER = (
    "Noter les faits et l’heure",
    "Prévenir la personne responsable",
    "Reprendre son service",
    "Lire la réponse reçue",
)
"""The steps of the ordering, in the right order."""

_LONG = [
    "Écrire ce qu’on a vu et entendu, avec l’heure et le lieu, sans interprétation ni jugement",
    "Dire ce qu’on a noté à la personne responsable du quart, le jour même, de vive voix",
    "Écouter la personne avec calme, lui laisser le choix de parler ou non, et ne rien promettre",
]


def _item(name: str, kind: str, stem: str, **fields: Any) -> dict[str, Any]:
    blank: dict[str, Any] = {
        "id": name, "n": 0, "kind": kind, "page": "exercices", "points": 1, "tries": None,
        "shuffle": False, "partial": False, "exact": False, "certainty": False, "objective": None,
        "situation": None, "stem": f"<p>{stem}</p>", "choices": [], "targets": [], "answers": [],
        "variants": [], "light": None, "general": "",
    }  # fmt: skip
    return {**blank, **fields}


def _choices(*texts: str, **fields: list[Any]) -> list[dict[str, Any]]:
    """Return choices a, b, c…; each of ``fields`` holds a value a choice."""
    blank = {"right": False, "fixed": False, "target": None, "idea": None, "feedback": ""}
    return [
        {"id": chr(97 + at), "html": f"<p>{text}</p>", **blank}
        | {name: values[at] for name, values in fields.items()}
        for at, text in enumerate(texts)
    ]


def _targets(*texts: str) -> list[dict[str, str]]:
    return [{"id": chr(97 + at), "html": f"<p>{text}</p>"} for at, text in enumerate(texts)]


def _placing() -> list[dict[str, Any]]:
    terms = _choices("Consigner", "Transmettre", "Accueillir", target=["a", "b", "c"])
    short = _targets("Écrire ce qu’on voit", "Dire ce qu’on a noté", "Écouter")
    things = _choices(
        "Une famille demande une deuxième clé", "Plusieurs faits se répondent",
        "Une cliente paie comptant", target=["a", "b", "a"],
        feedback=["<p>Une demande de tous les jours.</p>", "", ""],
    )  # fmt: skip
    many = _targets("Accueil", "Étage", "Nuit", "Cuisine", "Direction")
    steps = _choices(*ORDER)
    return [
        _item("q-appariement", "matching", "Que veut dire chaque mot?", choices=terms,
              targets=short, partial=True, points=3),
        _item("q-longues", "matching", "Que fait-on à chaque étape?", choices=terms,
              targets=_targets(*_LONG)),
        _item("q-tri", "categorising", "Ordinaire ou à transmettre?", choices=things,
              targets=_targets("Ordinaire", "À transmettre"), partial=True),
        _item("q-tri-long", "categorising", "Qui le remarque?", targets=many,
              choices=_choices("Un registre", "Un couloir", target=["a", "b"])),
        _item("q-ordre", "ordering", "Dans quel ordre agit-on?", choices=steps, partial=True,
              general="<p>Chacun de ces gestes est de votre rôle.</p>"),
    ]  # fmt: skip


def _other() -> list[dict[str, Any]]:
    ways = _choices(
        "{{Elle}} a peut-être besoin d’aide", "{{prénom}} doit tout raconter", "On ne sait rien",
        right=[True, False, False], idea=[None, "recit", None],
        feedback=["", "<p>Trop pressant pour {{prénom}}.</p>", ""],
    )  # fmt: skip
    variants = [{"prénom": name, "Elle": "Elle"} for name in ("Maya", "Léa")]
    return [
        _item("q-nombre", "number", "Combien de minutes dure cette capsule, environ?",
              answers=[{"id": "a", "text": "4 ± 1", "value": 4, "tolerance": 1}]),
        _item("q-aise", "scale", "Je me sens à l’aise de transmettre un fait.", points=0,
              choices=_choices("Pas du tout", "Un peu", "Assez", "Beaucoup", "Tout à fait")),
        _item("q-intention", "open", "Que ferez-vous au prochain quart?", points=0),
        _item("q-certaine", "single", "{{prénom}} regarde le sol. Que peut-on en dire?",
              choices=ways, certainty=True, variants=variants),
    ]  # fmt: skip


def questions(data: dict[str, Any]) -> None:
    """Make of the sample course: the page ``exercices``, then ``bilan`` with the same items."""
    practice = [*_placing(), *_other()]
    for number, item in enumerate(practice, 1):
        item["n"] = number
    scored = [
        item | {"id": item["id"].replace("q-", "e-"), "n": item["n"] + 20, "page": None}
        for item in practice
    ]
    pages = [page for page in data["pages"] if page["id"] in ("chaine", "bilan-page")]
    for page, name, items in zip(pages, ("exercices", "bilan"), (NAMES, ()), strict=True):
        page |= {"id": name, "title": name.capitalize(), "items": list(items)}
    bilan = next(e for e in data["evaluations"] if e["id"] == "bilan")
    bilan |= {"page": "bilan", "draw": None,
              "forms": [{"name": "-", "items": [item["id"] for item in scored]}]}  # fmt: skip
    idea = {"id": "recit", "idea": "<p>Il faut tout savoir pour aider.</p>",
            "reality": "<p>On aide sans savoir : on assure la sécurité, puis on transmet.</p>",
            "source": "<p>Source exemple (2024).</p>"}  # fmt: skip
    data |= {
        "id": "exemple-questions", "pages": pages, "items": [*practice, *scored],
        "evaluations": [bilan], "notes": [], "protocols": [], "ideas": [idea],
        "scenarios": [], "checklists": [], "pathways": [],
        "rule": {"pages": 100, "evaluation": "bilan", "threshold": None, "of": None,
                 "failed": False},
    }  # fmt: skip
