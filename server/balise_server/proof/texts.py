"""Words of the report and of the command, French first."""

from __future__ import annotations

from balise_server.typography import no_break

EDITIONS = {"scorm12": "SCORM 1.2", "scorm2004": "SCORM 2004"}
TEXTS: dict[str, tuple[str, str]] = {
    "title": ("Preuve de fonctionnement", "Proof of operation"),
    "lead": (
        "Ce paquet a été joué dans un vrai navigateur contre un LMS strict, qui vérifie chaque "
        "appel et imite les pannes que les plateformes connaissent. Voici ce qui a été vu.",
        "This package was played in a real browser against a strict LMS, which checks every call "
        "and imitates the failures that platforms meet. This is what was seen.",
    ),
    "holds": (
        "Le paquet tient : rien de ce qui a été joué n’a échoué.",
        "The package holds: nothing that was played failed.",
    ),
    "fails": (
        "Le paquet ne tient pas partout : {n} parcours a échoué.",
        "The package does not hold everywhere: {n} path failed.",
    ),
    "fails_many": (
        "Le paquet ne tient pas partout : {n} parcours ont échoué.",
        "The package does not hold everywhere: {n} paths failed.",
    ),
    "foreign": (
        "Ce paquet vient d’un autre outil : la preuve ne connaît pas ses pages ni ses questions. "
        "Elle juge ce que tout paquet doit à sa plateforme, et dit ce qu’elle n’a pu juger.",
        "This package comes from another tool: the proof knows neither its pages nor its "
        "questions. It judges what any package owes its platform, and says what it could not "
        "judge.",
    ),
    "promise": (
        "Ce qui est attendu partout : rien d’enregistré n’est perdu, personne ne voit le travail "
        "d’une autre personne, le statut est celui que la règle donne, personne n’est bloqué.",
        "Expected everywhere: nothing saved is lost, nobody sees another person’s work, the "
        "status is the one the rule gives, nobody is stuck.",
    ),
    "package": ("Paquet", "Package"),
    "edition": ("Édition", "Edition"),
    "version": ("Version du cours", "Version of the course"),
    "hash": ("Empreinte SHA-256", "SHA-256 hash"),
    "date": ("Date", "Date"),
    "made_with": ("Joué avec", "Played with"),
    "summary": ("En un coup d’œil", "At a glance"),
    "fault": ("Ce qui arrive", "What happens"),
    "profile": ("Plateforme imitée", "Platform imitated"),
    "verdict": ("Verdict", "Verdict"),
    "held": ("tient", "holds"),
    "failed": ("échoue", "fails"),
    "not-judged": ("non jugé", "not judged"),
    "details": ("Parcours par parcours", "Path by path"),
    "checks": ("Ce qui a été vérifié", "What was checked"),
    "found": ("Vu : {found}", "Seen: {found}"),
    "recorded": ("Ce que la plateforme a retenu à la fin", "What the platform had at the end"),
    "visit": (
        "Visite {n}, {profile} : {calls} appels, {stored} enregistrements, {refused} refusés",
        "Visit {n}, {profile}: {calls} calls, {stored} saves, {refused} refused",
    ),
    "not_played": (
        "Rien n’a pu être joué ici : ce parcours demande de connaître le cours, ou le cours n’a "
        "pas ce qu’il met à l’épreuve.",
        "Nothing could be played here: this path needs to know the course, or the course has "
        "nothing that it tests.",
    ),
    "limits": (
        "Ce que cette preuve ne dit pas : votre plateforme elle-même, ses réglages et son réseau. "
        "Un essai d’un quart d’heure par une personne reste utile.",
        "What this proof does not say: your own platform, its settings and its network. A "
        "quarter-hour trial by a person is still useful.",
    ),
}


def text(key: str, lang: str, **values: object) -> str:
    """Return a text in ``lang``; ``n`` above 1 takes the plural where there is one."""
    n = values.get("n")
    if isinstance(n, int) and n > 1 and f"{key}_many" in TEXTS:
        key += "_many"
    french, english = TEXTS[key]
    template = english if lang == "en" else no_break(french)
    return template.format_map(values) if values else template
