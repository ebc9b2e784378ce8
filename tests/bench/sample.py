"""A course of any length for measurements: the same arguments give the same files.

``python -m tests.bench.sample FOLDER [PAGES]`` writes it.
"""

from __future__ import annotations

import sys
from pathlib import Path

PAGES = 10
KINDS = ("single",) * 5 + ("multiple",) * 2 + ("true-false",) * 2 + ("text",)
WORDS = (
    "Une collègue du service de nuit remarque une situation inhabituelle à la réception et se"
    " demande quoi faire : elle prend une minute, note les faits qu’elle a vus elle-même, puis"
    " prévient la personne responsable, sans rien promettre et sans enquêter. "
)


def write_sample(folder: Path, pages: int = PAGES) -> Path:
    """Write a course with ``pages`` capsules, each with one question and one vector image.

    Of every ten questions five are single choice, two multiple, two true or false and one a short
    text. Returns ``folder``.
    """
    (folder / "media").mkdir(parents=True, exist_ok=True)
    _write(folder / "cours.md", _presentation(pages))
    for number in range(1, pages + 1):
        _write(folder / "media" / f"plan-{number:03}.svg", _image(number))
        _write(folder / f"{number:03}-capsule.md", _capsule(number))
    return folder


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _presentation(pages: int) -> str:
    return (
        "---\nid : banc\ntitre : Une formation pour mesurer\nversion : 1.0.0\nlangue : fr-CA\n"
        "public : hôtellerie\nniveau : initiale\nformat : capsules\nobjectifs :\n"
        "  - o1 : Choisir l'action juste dans 8 situations sur 10\n"
        "réussite :\n  pages : toutes\ntransmission : statut\nstatut : ébauche\n---\n\n"
        f"Cette formation compte {pages} capsules. {WORDS}\n"
    )


def _capsule(number: int) -> str:
    paragraphs = "\n\n".join(WORDS * (2 + (number + turn) % 3) for turn in range(3))
    return (
        f"---\nid : capsule-{number}\ntitre : Capsule numéro {number}\ndurée : 4 min\n---\n\n"
        f"## Ce qu'on voit\n\n{paragraphs}\n\n"
        f"![Plan de la réception, version {number}](media/plan-{number:03}.svg)\n\n"
        "> [!CONSEIL]\n> Notez **ce que vous avez vu**, pas ce que vous supposez.\n\n"
        "| Moment | Geste |\n| --- | --- |\n| Arrivée | Accueillir |\n| Départ | Saluer |\n\n"
        "- Prendre une minute\n- Noter les faits\n- Prévenir la personne responsable\n\n"
        f"{_question(number)}"
    )


def _question(number: int) -> str:
    kind = KINDS[(number - 1) % len(KINDS)]
    head = f"::: question {{#q-{number}}}\nsituation : ordinaire\n"
    stem = f"\n**Situation {number} : que faire d'abord?**\n\n"
    if kind == "text":
        return f"{head}{stem}- réponse : prévenir la responsable\n- réponse : le dire\n:::\n"
    if kind == "true-false":
        return (
            f"{head}type : vrai-faux\n{stem}- [x] Vrai\n  > C'est bien cela.\n"
            "- [ ] Faux\n  > Relisez la capsule.\n:::\n"
        )
    second = "x" if kind == "multiple" else " "
    return (
        f"{head}{stem}- [x] Noter les faits\n  > Les faits aident tout le monde.\n"
        f"- [{second}] Prévenir la personne responsable\n  > C'est la chaîne interne.\n"
        "- [ ] Interroger la personne\n  > Ce n'est pas notre rôle.\n"
        "- [ ] Ne rien dire à personne\n  > Une équipe se parle.\n:::\n"
    )


def _image(number: int) -> str:
    shapes = "".join(
        f'<rect x="{20 + 70 * n}" y="{40 + (number * 7 + n * 13) % 60}" width="52" height="80"/>'
        for n in range(8)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 220" role="img">'
        f'<title>Plan {number}</title><g fill="#2f5d62">{shapes}</g></svg>\n'
    )


if __name__ == "__main__":
    write_sample(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PAGES)
