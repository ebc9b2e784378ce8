"""What keeps a proof from being made: one sentence in both languages."""

from __future__ import annotations

from balise_server.typography import no_break

SENTENCES = {
    "no-browser": (
        "Aucun navigateur de la famille Chromium sur ce poste. Installez Chromium, Chrome ou Edge, "
        "ou donnez son chemin avec --browser.",
        "No browser of the Chromium family on this machine. Install Chromium, Chrome or Edge, or "
        "give its path with --browser.",
    ),
    "no-browser-there": (
        "Il n’y a pas de navigateur à « {path} ». Vérifiez --browser, ou la variable "
        "BALISE_CHROMIUM.",
        "There is no browser at “{path}”. Check --browser, or the variable BALISE_CHROMIUM.",
    ),
    "no-playwright": (
        "La preuve pilote un navigateur par Playwright, qui n’est pas installé. Lancez : "
        'pipx inject balise-builder "balise-server[preview,prove]".',
        "The proof drives a browser through Playwright, which is not installed. Run: "
        'pipx inject balise-builder "balise-server[preview,prove]".',
    ),
    "browser-failed": (
        "Le navigateur ne s’est pas ouvert : {reason}",
        "The browser did not open: {reason}",
    ),
    "not-scorm": (
        "« {file} » n’est pas un paquet SCORM : la preuve joue ce qu’un LMS joue.",
        "“{file}” is not a SCORM package: the proof plays what an LMS plays.",
    ),
    "not-written": (
        "Le rapport « {file} » ne peut pas être écrit : {reason}",
        "The report “{file}” cannot be written: {reason}",
    ),
}


class ProofError(Exception):
    """The proof could not be made; this is no verdict on the package."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        fr, en = SENTENCES[code]
        self.fr = no_break(fr.format_map(details))
        self.en = en.format_map(details)

    def __str__(self) -> str:
        return self.fr
