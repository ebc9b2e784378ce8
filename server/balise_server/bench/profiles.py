"""The ways of a host that a course must live with: names, numbers, and one sentence each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from balise_server.errors import BaliseError
from balise_server.typography import no_break

CALL = re.compile(r"([a-z0-9-]+)(?:\(\s*(\d+(?:\s*,\s*\d+)*)?\s*\))?")


@dataclass(frozen=True, slots=True)
class Kind:
    """A profile as it is listed."""

    name: str
    fr: str
    en: str
    parameters: tuple[str, ...] = ()
    """Names of its numbers, all of them optional."""

    def sentence(self, lang: str) -> str:
        """Return what this host does, in one sentence."""
        return self.en if lang == "en" else no_break(self.fr)


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile with its numbers."""

    name: str
    args: tuple[int, ...] = ()

    def __str__(self) -> str:
        return f"{self.name}({','.join(map(str, self.args))})" if self.args else self.name


KINDS = (
    Kind(
        "strict",
        "Applique la norme à la lettre et refuse tout le reste.",
        "Applies the standard to the letter and refuses everything else.",
    ),
    Kind(
        "moodle",
        "Limites de SCORM 1.2 élargies; certaines demandes de navigation ferment la séance.",
        "Wider limits in SCORM 1.2; some navigation requests close the session.",
    ),
    Kind(
        "open-edx",
        "Répond « true » à tout, lance la première ressource et divise la note par 100.",
        "Answers “true” to everything, launches the first resource, divides the score by 100.",
    ),
    Kind(
        "truncating-4096",
        "Coupe les données de reprise à 4 096 caractères sans le dire.",
        "Cuts suspend data at 4,096 characters without a word.",
    ),
    Kind(
        "always-ab-initio",
        "Annonce chaque visite comme la première.",
        "Announces every visit as the first.",
    ),
    Kind(
        "no-interactions",
        "Ne connaît pas le détail des réponses.",
        "Knows nothing of the detail of answers.",
    ),
    Kind(
        "refuses-commits",
        "Refuse d’enregistrer n fois de suite; sans nombre, toujours.",
        "Refuses to save n times in a row; without a number, always.",
        ("n",),
    ),
    Kind(
        "slow",
        "Met un temps donné (en millisecondes) à enregistrer.",
        "Takes a given time (in milliseconds) to save.",
        ("ms",),
    ),
    Kind(
        "offline",
        "Perd le réseau entre deux instants (en millisecondes depuis le lancement).",
        "Loses the network between two moments (in milliseconds since the launch).",
        ("from", "to"),
    ),
    Kind(
        "throws",
        "Lève une exception à chaque appel, ou entre deux instants (en millisecondes depuis le "
        "premier).",
        "Throws an exception at every call, or between two moments (in milliseconds since the "
        "first).",
        ("from", "to"),
    ),
    Kind(
        "late-api",
        "Ne montre son API qu’après un délai (en millisecondes).",
        "Shows its API only after a delay (in milliseconds).",
        ("ms",),
    ),
    Kind(
        "tiny-frame",
        "Donne au cours un cadre de 320 sur 256 pixels.",
        "Gives the course a frame of 320 by 256 pixels.",
    ),
    Kind(
        "cross-origin-parents",
        "Place une fenêtre d’un autre site entre le cours et son API.",
        "Puts a window of another site between the course and its API.",
    ),
    Kind(
        "no-storage",
        "Le navigateur refuse de garder quoi que ce soit.",
        "The browser refuses to keep anything.",
    ),
    Kind(
        "shared-account",
        "Toutes les personnes portent le même identifiant.",
        "Everyone has the same identifier.",
    ),
)
NAMES = tuple(kind.name for kind in KINDS)
STRICT = Profile("strict")


def parse(text: str) -> Profile:
    """Return the profile that ``text`` names: ``strict``, ``slow(2000)``, ``offline(3000,9000)``.

    :raises BaliseError: ``unknown-profile``: no such name, or more numbers than it has.
    """
    found = CALL.fullmatch(text.strip())
    kind = next((k for k in KINDS if found and k.name == found[1]), None)
    numbers = tuple(int(n) for n in (found[2] or "").split(",") if n.strip()) if found else ()
    if kind is None or len(numbers) > len(kind.parameters):
        raise BaliseError("unknown-profile", profile=text[:60], names=", ".join(NAMES))
    return Profile(kind.name, numbers)
