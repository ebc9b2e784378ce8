"""Vocabulary of the dialect: containers, attributes and fixed values, French with English aliases.

Everything is compared folded (:func:`~balise_builder.source.folding.fold_key`): without accents
and case, ``-`` and ``_`` as spaces.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from balise_builder.source.folding import fold_key, nearest

ValueKind = Literal["flag", "number", "choice", "text", "id", "list", "minutes"]


@dataclass(frozen=True, slots=True, eq=False)
class AttributeSpec:
    """What one attribute of a container may be."""

    key: str
    """Canonical English key, as the compile stage reads it."""
    names: tuple[str, ...]
    """French name first, then aliases."""
    kind: ValueKind = "text"
    values: Mapping[str, str] = field(default_factory=dict)
    """For ``choice``: folded value as written → canonical value."""
    shown: str = ""
    """Values as the messages list them."""
    default: str = ""
    """Value of the bare word; empty when a value is needed."""


@dataclass(frozen=True, slots=True, eq=False)
class ContainerSpec:
    """What one container may be, hold and carry."""

    key: str
    names: tuple[str, ...]
    has_id: bool = False
    attributes: tuple[AttributeSpec, ...] = ()
    holds: frozenset[str] = frozenset()
    """Containers allowed inside, by canonical key."""


def _choice(
    key: str, names: tuple[str, ...], values: Mapping[str, str], shown: str, default: str = ""
) -> AttributeSpec:
    folded = {fold_key(name): value for name, value in values.items()}
    return AttributeSpec(key, names, "choice", folded, shown, default=default)


TRIES = AttributeSpec("attempts", ("tentatives", "attempts"), "number")
FORMER = AttributeSpec("former-id", ("ancien-id", "former-id"), "id")
"""The id that a block had before; what learners did under it is kept."""

QUESTION = (
    AttributeSpec("points", ("points",), "number"),
    AttributeSpec("objective", ("objectif", "objective"), "id"),
    _choice(
        "situation",
        ("situation",),
        {
            "préoccupante": "concerning",
            "concerning": "concerning",
            "ordinaire": "ordinary",
            "ordinary": "ordinary",
        },
        "préoccupante, ordinaire",
    ),
    _choice(
        "type",
        ("type",),
        {
            "unique": "single",
            "single": "single",
            "multiple": "multiple",
            "vrai-faux": "true-false",
            "true-false": "true-false",
            "texte": "short-text",
            "text": "short-text",
            "nombre": "number",
            "number": "number",
            "association": "matching",
            "matching": "matching",
            "classement": "categorising",
            "categorising": "categorising",
            "ordre": "ordering",
            "ordering": "ordering",
            "échelle": "scale",
            "scale": "scale",
            "ouverte": "open",
            "open": "open",
        },
        "unique, multiple, vrai-faux, texte, nombre, association, classement, ordre, échelle, "
        "ouverte",
    ),
    TRIES,
    AttributeSpec("shuffle", ("mélanger", "shuffle"), "flag"),
    AttributeSpec("partial", ("partiel", "partial"), "flag"),
    AttributeSpec("exact", ("exact",), "flag"),
    _choice("form", ("forme", "form"), {"A": "A", "B": "B", "C": "C"}, "A, B, C"),
    FORMER,
    AttributeSpec("certainty", ("certitude", "certainty"), "flag"),
    AttributeSpec("variants", ("variantes", "variants"), "list"),
    AttributeSpec("sent", ("transmis", "sent"), "flag"),
)

ASSESSMENT = (
    _choice(
        "moment",
        ("moment",),
        {
            "avant": "before",
            "before": "before",
            "après": "after",
            "after": "after",
            "suivi": "followup",
            "followup": "followup",
        },
        "avant, après, suivi",
    ),
    AttributeSpec("bank", ("banque", "bank"), "id"),
    AttributeSpec("draw", ("tirage", "draw"), "number"),
    TRIES,
    FORMER,
)

FACILITATION = (
    _choice(
        "role",
        ("rôle", "role"),
        {
            "formation": "training",
            "training": "training",
            "communautaire": "community",
            "community": "community",
            "les deux": "both",
            "both": "both",
        },
        "formation, communautaire, les deux",
    ),
    AttributeSpec("minutes", ("durée", "duration"), "minutes"),
)

HELP = (
    AttributeSpec("territories", ("territoire", "territory", "territoires"), "list"),
    AttributeSpec("audiences", ("public", "audience", "publics"), "list"),
)

SCENARIO = (
    AttributeSpec("start", ("début", "start")),
    AttributeSpec("variables", ("variables",)),
    FORMER,
)

CHOICE = (
    AttributeSpec("fixed", ("fixe", "fixed"), "flag"),
    AttributeSpec("idea", ("idée", "idea")),
    AttributeSpec("target", ("cible", "target")),
)
"""Attributes of a choice, beside its letter (``#b``); ``target`` is the letter of a definition."""

CATEGORY: tuple[AttributeSpec, ...] = ()
"""A category of a question has a letter (``#b``) and nothing else."""

VARIANTS = {
    "prenom": "name", "name": "name", "first name": "name", "genre": "gender", "gender": "gender",
    "origine": "origin", "origin": "origin", "feminin": "f", "feminine": "f", "masculin": "m",
    "masculine": "m",
}  # fmt: skip
"""Words of ``variantes``, folded: what varies, and the gender that is held."""

IMAGE = (AttributeSpec("decorative", ("décoratif", "decorative"), "flag"),)

PLAYER = (
    AttributeSpec("captions", ("sous-titres", "captions")),
    AttributeSpec("transcript", ("transcription", "transcript")),
    AttributeSpec("poster", ("affiche", "poster")),
)
"""Attributes of a link to a film or a recording: files of ``media/``."""

DOCUMENT = (
    _choice(
        "type",
        ("type",),
        {
            "courriel": "mail",
            "mail": "mail",
            "email": "mail",
            "registre": "log",
            "log": "log",
            "texto": "text",
            "text": "text",
            "formulaire": "form",
            "form": "form",
        },
        "courriel, registre, texto, formulaire",
    ),
)
"""Attributes of the title of a document in a case."""

PROTOCOL = (AttributeSpec("title", ("titre", "title"), shown="« Après coup »"), FORMER)

FOR_WHOM = (
    AttributeSpec("audiences", ("pour", "for"), "list"),
    AttributeSpec("territories", ("territoire", "territory", "territoires"), "list"),
)

SHARED = (AttributeSpec("page", ("page",)),)
"""The page of ``_commun/pages`` that a block ``commun`` puts in place."""

IN_PARTS = frozenset({
    "question", "reflection", "help", "protocol", "facilitation", "steps", "checklist", "audience",
})  # fmt: skip
"""What may stand in most containers that arrange a page."""
IN_PROTOCOL = frozenset({"help", "steps", "audience"})
IN_SCENES = IN_PROTOCOL - {"audience"} | {"protocol", "facilitation", "tabs", "details", "case"}

CONTAINERS = (
    ContainerSpec("question", ("question",), True, QUESTION),
    ContainerSpec(
        "assessment", ("évaluation", "assessment"), True, ASSESSMENT, frozenset({"question"})
    ),
    ContainerSpec("bank", ("banque", "bank"), True, (), frozenset({"question", "facilitation"})),
    ContainerSpec(
        "notice",
        ("avis", "avertissement", "notice"),
        holds=frozenset({"help", "facilitation", "audience"}),
    ),
    ContainerSpec(
        "light",
        ("version-allégée", "light"),
        holds=IN_PARTS | {"tabs", "details", "case", "shared"},
    ),
    ContainerSpec("reflection", ("réflexion", "reflection"), True, (FORMER,)),
    ContainerSpec("facilitation", ("notes-animation", "facilitation"), False, FACILITATION),
    ContainerSpec("help", ("aide", "help"), False, HELP),
    ContainerSpec("protocol", ("protocole", "protocol"), True, PROTOCOL, IN_PROTOCOL),
    ContainerSpec("checklist", ("liste-à-cocher", "checklist"), True, (FORMER,)),
    ContainerSpec("steps", ("étapes", "steps"), holds=IN_PARTS - {"question", "steps"}),
    ContainerSpec("tabs", ("onglets", "tabs"), holds=IN_PARTS | {"details"}),
    ContainerSpec("details", ("détails", "details"), holds=IN_PARTS),
    ContainerSpec("case", ("cas", "case"), holds=IN_PARTS - {"question"}),
    ContainerSpec(
        "audience",
        ("public", "audience"),
        False,
        FOR_WHOM,
        IN_PARTS | {"tabs", "details", "case", "scenario", "survey", "shared"},
    ),
    ContainerSpec("survey", ("sondage", "survey"), holds=frozenset({"question"})),
    ContainerSpec("shared", ("commun", "shared"), False, SHARED),
    ContainerSpec("scenario", ("scénario", "scenario"), True, SCENARIO, IN_SCENES),
)

ALERTS = {
    "NOTE": "note", "REMARQUE": "note",
    "TIP": "tip", "CONSEIL": "tip",
    "IMPORTANT": "important",
    "WARNING": "warning", "ATTENTION": "warning",
    "CAUTION": "caution", "DANGER": "caution",
}  # fmt: skip
ALERTS_SHOWN = "[!REMARQUE], [!CONSEIL], [!IMPORTANT], [!ATTENTION], [!DANGER]"

REGISTER_WORDS = {
    "chiffre": "figure", "figure": "figure",
    "droit": "law", "law": "law",
    "aide": "help", "help": "help",
}  # fmt: skip

YES = frozenset({"oui", "yes"})
NO = frozenset({"non", "no"})
END_WORDS = frozenset({"fin", "end"})


@cache
def containers() -> Mapping[str, ContainerSpec]:
    """Return every container by each of its folded names."""
    return {fold_key(name): spec for spec in CONTAINERS for name in spec.names}


@cache
def container_names() -> tuple[str, ...]:
    """Return the French names, for suggestions."""
    return tuple(name for spec in CONTAINERS for name in spec.names)


@cache
def attributes_of(specs: tuple[AttributeSpec, ...]) -> Mapping[str, AttributeSpec]:
    """Return the attributes by each of their folded names."""
    return {fold_key(name): spec for spec in specs for name in spec.names}


def suggestion(name: str, known: tuple[str, ...]) -> str:
    """Return the known name that looks most like ``name``, else all of them."""
    found = nearest(name, known)
    return found if found is not None else ", ".join(known) or "—"
