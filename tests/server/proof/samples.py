"""A proof made by hand: one path that holds, one that fails, one that could not be judged."""

from __future__ import annotations

from dataclasses import replace

from balise_server.proof.record import Check, Path, Proof

HELD = Check("Rien n’est perdu.", "Nothing is lost.", True)
MISSED = Check("La place est reprise.", "The place is resumed.", False, "<b>a → b</b>")
CALL = {
    "at": 65_400,
    "name": "LMSSetValue",
    "args": ["cmi.core.lesson_status", "<i>"],
    "result": "false",
    "error": "405",
}
SESSION = {
    "run": 1,
    "profile": "strict",
    "learner": "personne-1",
    "stored": 2,
    "refused": 1,
    "ended": True,
    "calls": [CALL],
}
FAILED = Path("leave-closed", "strict", "failed", (HELD, MISSED), (SESSION,), {"cmi.x": "1"}, 3.5)
GOOD = Path("first-visit", "strict", "held", (HELD,), (), {}, 1.0)
NOT = Path("two-tabs", "strict", "not-judged", (), (), {}, 0.0)
PROOF = Proof(
    package="cours-1.0.0-scorm12.zip",
    sha256="ab" * 32,
    size=10,
    title="Un cours <x>",
    version="1.0.0",
    edition="scorm12",
    by_balise=True,
    date="2026-11-22",
    versions={"balise": "1", "player": "0", "browser": "140", "python": "3"},
    paths=(GOOD, FAILED, NOT),
)
HOLDS = replace(PROOF, paths=(GOOD, NOT))
