"""The kinds of findings, a family a file.

Each family module has a tuple ``KINDS``, and where needed ``RELEASE``: the codes that a release
(``--release`` or ``statut : approuvé``) makes errors.
"""

from types import ModuleType

from balise_builder.diagnostics.catalog import (
    containers,
    evaluations,
    frontmatter,
    ids,
    items,
    kinds,
    language,
    media,
    openedx,
    packages,
    pedagogy,
    people,
    registers,
    safety,
    scenarios,
    session,
    shared,
    source,
    structure,
    text,
    translations,
)

FAMILIES: tuple[ModuleType, ...] = (
    source, frontmatter, registers, ids, structure, containers, shared, text, media, items, kinds,
    scenarios, evaluations, session, pedagogy, people, safety, language, translations, packages,
    openedx,
)  # fmt: skip


def release_codes() -> frozenset[str]:
    """Return the codes of findings that are errors in a release whatever they are in a draft."""
    return frozenset().union(*(getattr(family, "RELEASE", ()) for family in FAMILIES))
