"""A course with a scenario and every container, for the tests of the player in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

BODY = Path(__file__).parent / "fixtures/outils.html"


def _page(name: str, n: int, title: str, **more: Any) -> dict[str, Any]:
    page = {
        "id": name, "n": n, "title": title, "kind": "capsule", "counted": n > 0, "minutes": None,
        "sensitive": False, "notice": False, "light": False,
        "items": [], "evaluations": [], "scenarios": [],
    }  # fmt: skip
    return page | more


def _choice(letter: str, text: str, to: str, **more: Any) -> dict[str, Any]:
    choice = {"id": letter, "html": f"<p>{text}</p>", "to": to, "feedback": "",
              "conditions": [], "effects": []}  # fmt: skip
    return choice | more


def _scene(name: str, n: int, title: str, *choices: Any, **more: Any) -> dict[str, Any]:
    scene = {"id": name, "n": n, "title": title, "end": False, "points": None}
    return scene | {"choices": list(choices)} | more


def _item(name: str, n: int, kind: str, stem: str, *choices: str) -> dict[str, Any]:
    empty = {"right": False, "fixed": False, "target": None, "idea": None, "feedback": ""}
    listed = [
        {"id": letter, "html": f"<p>{text}</p>", **empty}
        for letter, text in zip("abc", choices, strict=False)
    ]
    return {
        "id": name, "n": n, "kind": kind, "page": "sondage", "points": 0, "tries": None,
        "shuffle": False, "partial": False, "exact": False, "certainty": False, "objective": None,
        "situation": None, "stem": f"<p>{stem}</p>", "choices": listed, "targets": [],
        "answers": [], "variants": [], "light": None, "general": "",
    }  # fmt: skip


SCENARIO = {
    "id": "nuit", "n": 1, "page": "nuit", "start": "comptoir",
    "variables": [{"name": "confiance", "value": 0}],
    "scenes": [
        _scene(
            "comptoir", 1, "Au comptoir",
            _choice(
                "a", "Noter les faits et prévenir la responsable", "la-suite",
                feedback="<blockquote><p>Vous transmettez tôt, et des faits.</p></blockquote>",
            ),
            _choice(
                "b", "Monter vérifier", "couloir",
                feedback="<p>Votre inquiétude est juste; y aller seule vous expose.</p>",
                effects=[{"variable": 0, "operator": "+", "value": 1}],
            ),
            _choice(
                "c", "Demander l’aide d’une collègue qui vous fait confiance", "la-suite",
                conditions=[{"variable": 0, "operator": ">", "value": 0}],
            ),
        ),
        _scene(
            "couloir", 2, "Dans le couloir",
            _choice("a", "Redescendre ensemble et appeler la responsable", "la-suite"),
            _choice("b", "Attendre le matin", "matin"),
        ),
        _scene("la-suite", 3, "La suite", end=True, points=2),
        _scene("matin", 4, "Au matin",
               _choice("a", "Revenir au début de la nuit", "comptoir"), end=True, points=1),
    ],
}  # fmt: skip


def tools(data: dict[str, Any]) -> None:
    """Turn the sample course into the one that stands in ``fixtures/outils.html``."""
    data.update(
        id="exemple-outils", key="Tq81Ab", title="Une nuit à l’accueil", status="approved",
        items=[
            _item("utile", 1, "scale", "Cette formation m’aidera dans mon travail.",
                  "Pas du tout", "Un peu", "Beaucoup"),
            _item("mot", 2, "open", "Que changeriez-vous?"),
        ],
        pages=[
            _page("nuit", 1, "Une nuit à l’accueil", kind="presentation", scenarios=["nuit"]),
            _page("outils", 2, "Vos outils"),
            _page("sondage", 3, "Votre avis", items=["utile", "mot"]),
            _page("b_privacy", 0, "Qui voit quoi", kind="privacy"),
            _page("b_help", 0, "Aide", kind="help"),
        ],
        evaluations=[], notes=[], scenarios=[SCENARIO], objectives=[],
        protocols=[{"id": "contacts", "page": "outils"}],
        checklists=[{"id": "avant-quart", "n": 1, "page": "outils"}],
    )  # fmt: skip
    data["rule"].update(evaluation=None, threshold=None, of=None)
