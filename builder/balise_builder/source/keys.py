"""Keys of the front matter and their fixed values: French first, an English alias for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from balise_builder.source.folding import fold_key


@dataclass(frozen=True, slots=True)
class Key:
    """A key: its English name (the one used in code), then every accepted spelling."""

    name: str
    spellings: tuple[str, ...]
    """The guide's form first; compared folded, ``name`` is accepted too."""
    shape: str = "text"
    """``text``, ``list``, ``text or list`` (commas) or ``keys``."""
    children: tuple[Key, ...] = ()
    required: bool = False

    @property
    def label(self) -> str:
        """The guide's spelling, shown in messages."""
        return self.spellings[0]


COMPLETION = (
    Key("pages", ("pages",)),
    Key("assessment", ("évaluation",)),
    Key("threshold", ("seuil",)),
    Key("threshold set by", ("seuil fixé par",)),
    Key("attempts", ("tentatives",)),
    Key("on failure", ("en cas d’échec", "si échec", "if failed")),
)

COURSE = (
    Key("id", ("id", "identifiant"), required=True),
    Key("title", ("titre",), required=True),
    Key("version", ("version",), required=True),
    Key("language", ("langue", "lang"), required=True),
    Key("audience", ("public", "publics", "audiences"), "text or list"),
    Key("territory", ("territoire", "territoires", "territories"), "text or list"),
    Key("level", ("niveau",)),
    Key("format", ("format",)),
    Key("objectives", ("objectifs", "objectif", "objective"), "list"),
    Key("completion", ("réussite",), "keys", COMPLETION),
    Key("reporting", ("transmission",)),
    Key("status", ("statut",)),
    Key(
        "co-authors",
        ("coautrices et coauteurs", "coauteurs et coautrices", "coautrices", "coauteurs"),
        "list",
    ),
    Key("people", ("personnes", "personne"), "list"),
    Key("duration", ("durée",)),
    Key("suspend-limit", ("limite-suspend",)),
    Key("date", ("date",)),
    Key("sensitive", ("sensible",)),
    Key("quick-exit", ("sortie rapide",)),
)

CAPSULE = (
    Key("title", ("titre",), required=True),
    Key("id", ("id", "identifiant")),
    Key("duration", ("durée",)),
    Key("sensitive", ("sensible",)),
    Key("objective", ("objectif",)),
    Key("former-id", ("ancien-id",)),
)

PLAIN = (Key("title", ("titre",)), Key("id", ("id",)))
"""``banque.md``."""

SESSION = (
    Key("title", ("titre",)),
    Key("duration", ("durée",)),
    Key("group", ("groupe",)),
    Key("place", ("lieu",)),
    Key("signal", ("signal", "signal d’arrêt")),
    Key("material", ("matériel",), "text or list"),
)
"""``seance.md``."""


def spellings(keys: tuple[Key, ...]) -> Mapping[str, Key]:
    """Return every accepted spelling, folded, with its key."""
    return {fold_key(s): key for key in keys for s in (*key.spellings, key.name)}


@dataclass(frozen=True, slots=True)
class Choice:
    """A key whose value is one of a few words."""

    values: Mapping[str, str]
    """Spelling → value used in code; the guide's spelling of each value comes first."""
    folded: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", {fold_key(k): v for k, v in self.values.items()})

    def read(self, text: str) -> str | None:
        """Return the value that ``text`` means; ``None`` when it is not one of them."""
        return self.folded.get(fold_key(text))

    @property
    def labels(self) -> str:
        """The guide's spellings, for a message."""
        seen: dict[str, str] = {}
        for label, value in self.values.items():
            seen.setdefault(value, label)
        return ", ".join(seen.values())


STATUS = Choice(
    {
        "ébauche": "draft", "en révision": "in-review", "approuvé": "approved",
        "approuvée": "approved", "brouillon": "draft", "draft": "draft",
        "in review": "in-review", "approved": "approved",
    }
)  # fmt: skip
REPORTING = Choice(
    {
        "statut": "status", "résultat": "result", "réponses": "answers", "résultats": "result",
        "status": "status", "result": "result", "answers": "answers",
    }
)  # fmt: skip
YES_NO = Choice({"oui": "yes", "non": "no", "yes": "yes", "no": "no"})
FAILURE = Choice(
    {
        "incomplet": "no", "échec": "yes", "incomplete": "no", "failed": "yes", "fail": "yes",
    }
)  # fmt: skip
