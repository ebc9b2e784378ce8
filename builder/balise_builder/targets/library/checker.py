"""``balise check -t library``: what would stop an archive from being restored whole.

The counterpart, in the standard library alone, of what ``openedx-core`` checks before it restores
an archive, and of what it would drop without a word (children that are not there, files that no
component has).
"""

from __future__ import annotations

import tomllib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from balise_builder.diagnostics import Collector
from balise_builder.model import Span
from balise_builder.targets.library.archive import FORMAT, STATIC

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.diagnostics import Diagnostic
    from balise_builder.render import Content

PACKAGE = "package.toml"
_HOLDS = {"section": "subsection", "subsection": "unit", "unit": "component"}


def refused(files: Mapping[str, Content]) -> tuple[Diagnostic, ...]:
    """Return the faults of an archive; empty when none.

    :param files: those of :func:`~balise_builder.targets.library.files`.
    """
    return _Checker(files).findings()


class _Checker:
    def __init__(self, files: Mapping[str, Content]) -> None:
        self.files, self.found = files, Collector()
        self.kinds: dict[str, str] = {}
        self.children: list[tuple[str, str, list[Any]]] = []

    def findings(self) -> tuple[Diagnostic, ...]:
        package = self._read(PACKAGE)
        if package is not None:
            self._package(package)
        for name in self.files:
            if name.startswith("entities/") and name.endswith(".toml"):
                self._entity(name)
        for name, kind, keys in self.children:
            for key in keys:
                if self.kinds.get(key) != _HOLDS[kind]:
                    self._say(name, f"{kind} : {key}")
        for name in self.files:
            if name.startswith("collections/"):
                fields = (self._read(name) or {}).get("collection", {})
                missing = [key for key in fields.get("entities", [""]) if key not in self.kinds]
                if missing or not fields.get("key"):
                    self._say(name, f"collection : {', '.join(missing)}")
        return tuple(self.found.sorted())

    def _package(self, package: dict[str, Any]) -> None:
        about, meta = package.get("learning_package", {}), package.get("meta", {})
        missing = {"title", "key", "description", "created"} - about.keys()
        if missing or meta.get("format_version") != FORMAT or "created_at" not in meta:
            self._say(PACKAGE, ", ".join(sorted(missing)) or "meta")

    def _entity(self, name: str) -> None:
        data = self._read(name) or {}
        entity, versions = data.get("entity", {}), data.get("version", [])
        key = str(entity.get("key", ""))
        titled = all(version.get("title") for version in versions)
        if not key or key in self.kinds or len(versions) != 1 or not titled:
            self._say(name, f"entity : {key}")
            return
        inside = PurePosixPath(name).parts[1:]
        if len(inside) > 1:
            self._component(name, key, inside)
            return
        [kind] = [*entity.get("container", {})][:1] or [""]
        self.kinds[key] = kind
        if kind not in _HOLDS:
            self._say(name, f"container : {kind}")
            return
        self.children.append((name, kind, versions[0].get("container", {}).get("children", [""])))

    def _component(self, name: str, key: str, inside: tuple[str, ...]) -> None:
        """Check a component; ``openedx-core`` finds its files by the names of its folders."""
        from lxml import etree

        self.kinds[key] = "component"
        *place, file = inside
        if key != ":".join([*place, file.removesuffix(".toml")]):
            self._say(name, f"entity : {key}")
        folder = f"{name.removesuffix('.toml')}/component_versions/v1"
        block = self.files.get(f"{folder}/block.xml")
        try:
            root = etree.fromstring(block if isinstance(block, bytes) else b"")
        except etree.XMLSyntaxError as problem:
            self._say(f"{folder}/block.xml", str(problem))
            return
        if root.tag != place[-1]:
            self._say(f"{folder}/block.xml", f"<{root.tag}>")
        for file in STATIC.findall(etree.tostring(root, encoding="unicode", method="html")):
            if f"{folder}/static/{file}" not in self.files:
                self._say(f"{folder}/block.xml", f"/static/{file}")

    def _read(self, name: str) -> dict[str, Any] | None:
        content = self.files.get(name, b"\xff")
        try:
            return tomllib.loads((content if isinstance(content, bytes) else b"\xff").decode())
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
            self._say(name, str(problem))
            return None

    def _say(self, name: str, text: str) -> None:
        self.found.add("olx-bibliotheque-refusee", Span.whole(name), text=text)
