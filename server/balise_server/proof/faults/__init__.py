"""The faults that a package is played through: the list of ``docs/contribution/tracking.md``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_server.proof.faults import hosts, people, saving, updates, visits
from balise_server.typography import no_break

if TYPE_CHECKING:
    from collections.abc import Callable

    from balise_server.proof.trial import Trial


@dataclass(frozen=True, slots=True)
class Fault:
    """One path: what happens, on which profile, and how it is played."""

    id: str
    profile: str
    fr: str
    en: str
    play: Callable[[Trial], None]
    pages: int = 1
    """How many pages a course must have for this to mean anything."""

    def title(self, lang: str) -> str:
        """Return what happens, in ``lang``."""
        return self.en if lang == "en" else no_break(self.fr)


FAULTS = (
    Fault(
        "first-visit",
        "strict",
        "Première visite, jusqu’au bout",
        "First visit, to the end",
        visits.first_visit,
    ),
    Fault(
        "leave-button",
        "strict",
        "Quitter à mi-parcours par le bouton",
        "Leave half-way by the button",
        visits.leave_by_button,
    ),
    Fault(
        "leave-navigation",
        "strict",
        "Quitter en allant ailleurs",
        "Leave by going elsewhere",
        visits.leave_by_navigation,
    ),
    Fault(
        "leave-closed",
        "strict",
        "Quitter en fermant l’onglet",
        "Leave by closing the tab",
        visits.leave_by_closing,
    ),
    Fault("leave-killed", "strict", "Navigateur tué", "Browser killed", visits.leave_by_kill),
    Fault(
        "resume",
        "strict",
        "Reprendre, terminer, revenir",
        "Resume, finish, come back",
        visits.resume,
        3,
    ),
    Fault(
        "threshold",
        "strict",
        "Sous le seuil, puis réussite",
        "Below the threshold, then passed",
        visits.below_the_threshold,
    ),
    Fault(
        "refused-once",
        "refuses-commits",
        "Enregistrement refusé une fois",
        "Save refused once",
        saving.refused_once,
        2,
    ),
    Fault(
        "refused-thrice",
        "refuses-commits",
        "Enregistrement refusé trois fois",
        "Save refused three times",
        saving.refused_thrice,
        3,
    ),
    Fault(
        "refused-always",
        "refuses-commits",
        "Enregistrement toujours refusé",
        "Save always refused",
        saving.refused_always,
        2,
    ),
    Fault("slow", "slow", "Deux secondes par enregistrement", "Two seconds a save", saving.slow),
    Fault(
        "network",
        "offline",
        "Réseau perdu, puis revenu",
        "Network gone, then back",
        saving.network,
        4,
    ),
    Fault(
        "throws",
        "throws",
        "API en panne, pour de bon ou un moment",
        "API that fails, for good or for a while",
        saving.throws,
        2,
    ),
    Fault(
        "late-api",
        "late-api",
        "API trouvée après une seconde",
        "API found after a second",
        saving.late,
        2,
    ),
    Fault(
        "ab-initio",
        "always-ab-initio",
        "Hôte qui annonce toujours une première visite",
        "Host that always announces a first visit",
        hosts.on("always-ab-initio"),
    ),
    Fault(
        "truncated",
        "truncating-4096",
        "Hôte qui coupe à 4 096 caractères",
        "Host that cuts at 4,096 characters",
        hosts.truncating,
    ),
    Fault(
        "no-interactions",
        "no-interactions",
        "Hôte sans détail des réponses",
        "Host without interactions",
        hosts.without_interactions,
    ),
    Fault(
        "open-edx",
        "open-edx",
        "Hôte du genre Open edX",
        "Host of the Open edX kind",
        hosts.on("open-edx"),
    ),
    Fault(
        "moodle", "moodle", "Hôte du genre Moodle", "Host of the Moodle kind", hosts.on("moodle")
    ),
    Fault(
        "updated",
        "strict",
        "Contenu modifié entre deux visites",
        "Content updated between two visits",
        updates.updated,
        3,
    ),
    Fault("two-tabs", "strict", "Deux onglets à la fois", "Two tabs at once", people.two_tabs, 3),
    Fault(
        "two-people",
        "strict",
        "Deux personnes, un même navigateur",
        "Two people in one browser",
        people.two_people,
        3,
    ),
    Fault(
        "generic-account",
        "shared-account",
        "Compte partagé",
        "Shared account",
        people.generic_account,
    ),
    Fault(
        "back-forward",
        "strict",
        "Page mise en réserve, puis rendue",
        "Page frozen, then restored",
        people.back_forward,
        3,
    ),
    Fault(
        "no-storage",
        "no-storage",
        "Stockage du navigateur refusé",
        "Browser storage denied",
        hosts.on("no-storage"),
    ),
    Fault("tiny-frame", "tiny-frame", "Cadre minuscule", "Tiny frame", hosts.on("tiny-frame")),
    Fault(
        "cross-origin",
        "cross-origin-parents",
        "Fenêtres d’un autre site autour",
        "Windows of another site around",
        hosts.on("cross-origin-parents"),
    ),
)
BY_ID = {fault.id: fault for fault in FAULTS}
