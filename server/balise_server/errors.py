"""What can go wrong for a person or a client, and the one JSON shape that says so."""

from __future__ import annotations

import errno
from typing import Any, NamedTuple

from balise_server.typography import no_break


class Text(NamedTuple):
    """HTTP status and the sentence in both languages; ``{name}`` takes a detail."""

    status: int
    fr: str
    en: str


CATALOG: dict[str, Text] = {
    "bad-origin": Text(
        500,
        "L’adresse « {origin} » ne peut pas servir : écrivez-la comme http://hôte:port, "
        "sans rien après.",
        "The address “{origin}” cannot be used: write it as http://host:port "
        "with nothing after it.",
    ),
    "same-origin": Text(
        500,
        "Les pages et le contenu ont la même adresse ({origin}) : donnez-leur deux hôtes "
        "différents (BALISE_PAGE_ORIGIN et BALISE_CONTENT_ORIGIN).",
        "Pages and content have the same address ({origin}): give them two different hosts "
        "(BALISE_PAGE_ORIGIN and BALISE_CONTENT_ORIGIN).",
    ),
    "data-refused": Text(
        500,
        "Le dossier des données « {path} » ne peut pas être écrit ({reason}). Vérifiez son nom, "
        "ses droits et la place qui reste, ou donnez-en un autre avec --data.",
        "The data folder “{path}” cannot be written ({reason_en}). Check its name, its rights and "
        "the room left, or give another one with --data.",
    ),
    "unknown-host": Text(
        421,
        "Ce serveur ne répond pas à l’adresse « {host} ». Ouvrez {page_origin}.",
        "This server does not answer at “{host}”. Open {page_origin}.",
    ),
    "not-found": Text(404, "Il n’y a rien à cette adresse.", "There is nothing at this address."),
    "method-not-allowed": Text(
        405, "Cette adresse ne s’emploie pas ainsi.", "This address cannot be used that way."
    ),
    "bad-request": Text(
        400,
        "La demande n’est pas lisible. Rechargez la page et recommencez.",
        "The request cannot be read. Reload the page and try again.",
    ),
    "internal": Text(
        500,
        "Le serveur n’a pas pu répondre. Rien de ce qui était déjà enregistré n’est perdu; "
        "recommencez dans un moment.",
        "The server could not answer. Nothing already saved is lost; try again in a moment.",
    ),
    "busy": Text(
        503,
        "La base de données est occupée. Rien n’est perdu; recommencez dans un moment.",
        "The database is busy. Nothing is lost; try again in a moment.",
    ),
    "unsupported-database": Text(
        500,
        "La base « {dialect} » n’est pas prise en charge : employez SQLite ou PostgreSQL.",
        "The database “{dialect}” is not supported: use SQLite or PostgreSQL.",
    ),
    "not-migrated": Text(
        500,
        "La base de données n’est pas à jour. Lancez « balise-server migrate », puis recommencez.",
        "The database is not up to date. Run “balise-server migrate”, then try again.",
    ),
    "token-forged": Text(
        403,
        "Ce lien de lancement n’est pas valable. Rouvrez le cours depuis sa page.",
        "This launch link is not valid. Open the course again from its page.",
    ),
    "token-expired": Text(
        403,
        "Cette séance est restée ouverte trop longtemps : elle ne peut plus enregistrer. "
        "Rouvrez le cours depuis sa page.",
        "This session has been open for too long and can no longer save. "
        "Open the course again from its page.",
    ),
    "unknown-package": Text(
        404,
        "Ce cours n’est plus dans la bibliothèque. Retournez à la liste des cours.",
        "This course is no longer in the library. Go back to the list of courses.",
    ),
    "unknown-course": Text(
        404,
        "Personne n’a encore ouvert le cours « {course} », ou il n’existe pas.",
        "Nobody has opened the course “{course}” yet, or it does not exist.",
    ),
    "unknown-attempt": Text(
        404,
        "Cette tentative n’existe pas, ou n’est pas la vôtre. Rouvrez le cours depuis sa page.",
        "This attempt does not exist, or is not yours. Open the course again from its page.",
    ),
    "unknown-learner": Text(
        404,
        "Cette personne n’est pas connue. Indiquez de nouveau votre nom.",
        "This person is not known. Give your name again.",
    ),
    "empty-name": Text(400, "Écrivez votre nom pour commencer.", "Write your name to start."),
    "commit-too-large": Text(
        413,
        "L’envoi du cours dépasse la limite ({limit} octets). Rien n’a été modifié; "
        "ce qui était enregistré est intact.",
        "What the course sent is over the limit ({limit} bytes). Nothing was changed; "
        "what was saved is intact.",
    ),
    "commit-unreadable": Text(
        400,
        "L’envoi du cours n’est pas lisible ({reason}). Rien n’a été modifié; "
        "ce qui était enregistré est intact.",
        "What the course sent cannot be read ({reason}). Nothing was changed; "
        "what was saved is intact.",
    ),
    "commit-invalid": Text(
        400,
        "L’envoi du cours contient une valeur que SCORM n’admet pas pour {elements}. "
        "Rien n’a été modifié; ce qui était enregistré est intact.",
        "What the course sent holds a value that SCORM does not allow for {elements}. "
        "Nothing was changed; what was saved is intact.",
    ),
    "commit-stale": Text(
        409,
        "Un envoi plus récent de cette séance est déjà enregistré (nº {last}); celui-ci "
        "(nº {sequence}) est ignoré.",
        "A later message of this session is already saved (no. {last}); this one "
        "(no. {sequence}) is ignored.",
    ),
    "session-superseded": Text(
        409,
        "Le cours est ouvert ailleurs depuis : cette fenêtre ne peut plus changer la place "
        "de reprise. Les résultats obtenus ici sont gardés. Fermez cette fenêtre et continuez "
        "dans l’autre.",
        "The course has since been opened elsewhere: this window can no longer change where it "
        "resumes. Results obtained here are kept. Close this window and go on in the other one.",
    ),
    "unknown-profile": Text(
        404,
        "Le profil « {profile} » n’existe pas, ou a trop de nombres. Ceux du banc : {names}.",
        "There is no profile “{profile}”, or it has too many numbers. Those of the bench: {names}.",
    ),
    "unknown-run": Text(
        404,
        "Cet essai n’est plus en mémoire. Recommencez depuis le banc d’essai.",
        "This run is no longer in memory. Start again from the bench.",
    ),
    "wrong-edition": Text(
        409,
        "L’envoi suit {found}, mais le cours ouvert suit {expected}. Rien n’a été modifié; "
        "rouvrez le cours depuis sa page.",
        "The message follows {found}, but the open course follows {expected}. Nothing was changed; "
        "open the course again from its page.",
    ),
}


REASONS_OF_THE_SYSTEM = {
    errno.EACCES: ("accès refusé", "access denied"),
    errno.EPERM: ("accès refusé", "access denied"),
    errno.ENOENT: ("il n’existe pas", "it does not exist"),
    errno.EISDIR: ("c’est un dossier", "it is a folder"),
    errno.ENOTDIR: ("ce n’est pas un dossier", "it is not a folder"),
    errno.EEXIST: ("un fichier porte ce nom", "a file has that name"),
    errno.ELOOP: ("ses liens tournent en rond", "its links go round in circles"),
    errno.ENAMETOOLONG: ("son nom est trop long", "its name is too long"),
    errno.ENOSPC: ("le disque est plein", "the disk is full"),
    errno.EROFS: ("le disque est en lecture seule", "the disk is read-only"),
    errno.EIO: ("le disque ne répond pas", "the disk does not answer"),
}


def why(error: OSError) -> dict[str, str]:
    """Return why the system refused, as the details ``reason`` and ``reason_en``."""
    said = error.strerror or type(error).__name__
    french, english = REASONS_OF_THE_SYSTEM.get(error.errno or 0, (said, said))
    return {"reason": french, "reason_en": english}


class BaliseError(Exception):
    """A mistake of a person or a client, with one clear message in both languages."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
        self.status = CATALOG[code].status if code in CATALOG else 400

    def message(self, lang: str = "fr") -> str:
        """Return the sentence in ``lang`` (``fr`` or ``en``)."""
        text = CATALOG[self.code]
        template = text.en if lang == "en" else no_break(text.fr)
        return template.format_map(self.details)

    def __str__(self) -> str:
        return f"{self.message('fr')} / {self.message('en')}"

    def as_json(self) -> dict[str, Any]:
        """Return the one error shape: ``{"error": {code, message_fr, message_en, details}}``.

        ``result`` and ``errorCode`` stand beside it because scorm-again reads those two
        (391: the standard's « general commit failure », SCORM 2004 RTE 3.1.7.6).
        """
        return {
            "error": {
                "code": self.code,
                "message_fr": self.message("fr"),
                "message_en": self.message("en"),
                "details": {name: str(value) for name, value in self.details.items()},
            },
            "result": False,
            "errorCode": 391,
        }
