"""The kinds of findings, a family a file. Each family module has a tuple ``KINDS``."""

from types import ModuleType

from balise_builder.diagnostics.catalog import items, structure

FAMILIES: tuple[ModuleType, ...] = (structure, items)
