"""Rules for imsmanifest.xml (SCORM 1.2 CAM 2.3; SCORM 2004 4th edition CAM 3.4, SN 5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from balise_builder.editions import EDITIONS, MANIFEST, TITLE_LIMIT, VERSION_LIMIT, XSI
from balise_builder.model import Span
from balise_builder.package.contents import line_of
from balise_builder.package.schemas import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from balise_builder.diagnostics import Collector
    from balise_builder.editions import Edition

_NAME = re.compile(r"[^\W\d][\w.-]*")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_CONTROL = (".xsd", ".dtd")
_KNOWN_12 = frozenset(
    {
        "location",
        "prerequisites",
        "maxtimeallowed",
        "timelimitaction",
        "datafromlms",
        "masteryscore",
    }
)
_KNOWN_2004 = frozenset(
    {"location", "timeLimitAction", "dataFromLMS", "completionThreshold", "data", "map"}
)
_LENGTHS = {"prerequisites": 200, "datafromlms": 255, "dataFromLMS": 4000, "maxtimeallowed": 13}


class _Manifest:
    """A parsed manifest with the look-ups that the rules share."""

    def __init__(self, root: _Element, edition: Edition, found: Collector) -> None:
        self.root = root
        self.edition = edition
        self.found = found

    def all(self, name: str) -> Iterator[_Element]:
        """Yield elements ``name`` of the packaging namespace anywhere in the manifest."""
        return self.root.iter(f"{{{self.edition.namespace}}}{name}")

    def children(self, parent: _Element, name: str) -> list[_Element]:
        """Return the children ``name`` of the packaging namespace."""
        return parent.findall(f"{{{self.edition.namespace}}}{name}")

    def add(self, code: str, element: _Element | None = None, **params: str) -> None:
        """Record a finding at the line of ``element``."""
        line = 1 if element is None else line_of(element)
        self.found.add(code, Span(MANIFEST, line), fix=None, severity=None, **params)


def check_manifest(data: bytes, names: frozenset[str], found: Collector) -> None:
    """Check a manifest against the schemas of its edition and against what schemas cannot say.

    :param names: every file of the package, the manifest included.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        found.add("manifeste-illisible", Span(MANIFEST, problem.lineno or 1), detail=problem.msg)
        return
    if _has_doctype(root):
        found.add("manifeste-illisible", Span.whole(MANIFEST), detail="DOCTYPE")
        return
    edition = _edition(root, found)
    if edition is None:
        return
    schema = compiled(edition)
    if not schema.validate(root):
        errors: Any = schema.error_log
        for error in errors:
            found.add("manifeste-invalide", Span(MANIFEST, error.line or 1), detail=error.message)
    manifest = _Manifest(root, edition, found)
    _check_namespaces(manifest, names)
    _check_identifiers(manifest)
    _check_organizations(manifest)
    _check_items(manifest)
    _check_resources(manifest, names)
    _check_extensions(manifest)


def _has_doctype(root: _Element) -> bool:
    information: Any = root.getroottree().docinfo
    return bool(information.doctype)


def _edition(root: _Element, found: Collector) -> Edition | None:
    """Return the edition by ``schema`` and ``schemaversion``, the first in ``metadata``."""
    local = [
        (str(child.tag).rpartition("}")[2], (child.text or "").strip())
        for metadata in root
        if str(metadata.tag).rpartition("}")[2] == "metadata"
        for child in metadata
        if isinstance(child.tag, str)
    ]
    version = local[1][1] if len(local) > 1 and local[1][0] == "schemaversion" else ""
    if local[:1] != [("schema", "ADL SCORM")] or version not in EDITIONS:
        words = " / ".join(text for _, text in local[:2])
        found.add("manifeste-edition", Span.whole(MANIFEST), found=words)
        return None
    return EDITIONS[version]


def _check_namespaces(manifest: _Manifest, names: frozenset[str]) -> None:
    root, edition = manifest.root, manifest.edition
    default = root.nsmap.get(None) or ""
    if default != edition.namespace or root.tag != f"{{{edition.namespace}}}manifest":
        manifest.add("manifeste-espace-de-noms", root, found=default, expected=edition.namespace)
    words = (root.get(f"{{{XSI}}}schemaLocation") or "").split()
    located = dict(zip(words[::2], words[1::2], strict=False))
    used = {str(e.tag)[1:].partition("}")[0] for e in root.iter() if isinstance(e.tag, str)}
    used |= {
        n[1:].partition("}")[0] for e in root.iter() for n in map(str, e.attrib) if n[0] == "{"
    }
    for namespace in sorted(used - {XSI, "http://www.w3.org/XML/1998/namespace"}):
        file = located.get(namespace, "")
        if "/" in file or file not in names:
            manifest.add("manifeste-schema-local", root, name=namespace)


def _check_identifiers(manifest: _Manifest) -> None:
    seen: set[str] = set()
    for element in manifest.root.iter():
        identifier = element.get("identifier")
        if identifier is None:
            continue
        if identifier in seen or not _NAME.fullmatch(identifier):
            manifest.add("manifeste-identifiant", element, found=identifier)
        seen.add(identifier)
    version = manifest.root.get("version", "")
    if len(version) > VERSION_LIMIT:
        manifest.add(
            "manifeste-valeur",
            manifest.root,
            name="version",
            found=version,
            expected=f"≤ {VERSION_LIMIT}",
        )


def _check_organizations(manifest: _Manifest) -> None:
    for organizations in manifest.all("organizations"):
        default = organizations.get("default", "")
        every = manifest.children(organizations, "organization")
        chosen = [o for o in every if o.get("identifier") == default]
        complete = all(
            len(manifest.children(o, "title")) == 1 and manifest.children(o, "item") for o in every
        )
        if not (chosen and complete):
            manifest.add("manifeste-organisation", organizations, found=default)
    for title in manifest.all("title"):
        text = (title.text or "").strip()
        if not 0 < len(text) <= TITLE_LIMIT:
            manifest.add(
                "manifeste-valeur", title, name="title", found=text, expected=f"1–{TITLE_LIMIT}"
            )


def _check_items(manifest: _Manifest) -> None:
    resources = {r.get("identifier") for r in manifest.all("resource")}
    for item in manifest.all("item"):
        reference = item.get("identifierref")
        leaf = not manifest.children(item, "item")
        wrong_place = (reference is None) == leaf
        stray = item.get("parameters") is not None and reference is None
        if wrong_place or stray or (reference is not None and reference not in resources):
            manifest.add(
                "manifeste-reference", item, name=item.get("identifier", ""), found=reference or ""
            )


def _check_resources(manifest: _Manifest, names: frozenset[str]) -> None:
    edition = manifest.edition
    kind = f"{{{edition.extensions['adlcp']}}}{edition.sco_attribute}"
    declared: set[str] = set()
    for resource in manifest.all("resource"):
        name, href = resource.get("identifier", ""), resource.get("href", "")
        base = resource.get("{http://www.w3.org/XML/1998/namespace}base", "")
        files = [file.get("href", "") for file in manifest.children(resource, "file")]
        wrong = {
            "type": (resource.get("type", ""), ("webcontent",)),
            edition.sco_attribute: (resource.get(kind, ""), ("sco", "asset")),
            "href": (href, tuple(files)),
        }
        for attribute, (value, allowed) in wrong.items():
            if value not in allowed:
                manifest.add(
                    "manifeste-ressource", resource, name=name, attribute=attribute, found=value
                )
        for file in files:
            path = unquote((base + file).partition("?")[0])
            declared.add(path)
            if path not in names:
                manifest.add("paquet-fichier-absent", resource, name=path)
    ours = {n for n in names if n != MANIFEST and not n.endswith(_CONTROL)}
    for name in sorted(ours - declared):
        manifest.add("paquet-fichier-non-declare", name=name)


def _check_extensions(manifest: _Manifest) -> None:
    """CAM 3.4.1 and SN: values that the schemas leave open, and elements that they let through."""
    edition = manifest.edition
    known = _KNOWN_2004 if edition.sequenced else _KNOWN_12
    prefix = f"{{{edition.extensions['adlcp']}}}"
    for element in manifest.root.iter(f"{prefix}*"):
        name, text = str(element.tag).removeprefix(prefix), (element.text or "").strip()
        if name not in known:
            manifest.add("manifeste-element-inconnu", element, name=f"adlcp:{name}")
        if name == "masteryscore" and not _between(text, 0, 100):
            manifest.add(
                "manifeste-valeur", element, name="adlcp:masteryscore", found=text, expected="0–100"
            )
        if len(text) > _LENGTHS.get(name, len(text)):
            manifest.add(
                "manifeste-valeur",
                element,
                name=f"adlcp:{name}",
                found=text,
                expected=f"≤ {_LENGTHS[name]}",
            )
    if edition.sequenced:
        _check_sequencing(manifest)


def _check_sequencing(manifest: _Manifest) -> None:
    imsss = f"{{{manifest.edition.extensions['imsss']}}}"
    for measure in manifest.root.iter(f"{imsss}minNormalizedMeasure"):
        text = (measure.text or "").strip()
        if not _between(text, -1, 1):
            manifest.add(
                "manifeste-valeur",
                measure,
                name="imsss:minNormalizedMeasure",
                found=text,
                expected="-1–1",
            )
    for collection in manifest.root.iter(f"{imsss}sequencingCollection"):
        if collection.getnext() is not None or collection.getparent() is not manifest.root:
            manifest.add("manifeste-element-inconnu", collection, name="imsss:sequencingCollection")
    for sequencing in manifest.root.iter(f"{imsss}sequencing"):
        parent = sequencing.getparent()
        collected = parent is not None and parent.tag == f"{imsss}sequencingCollection"
        if collected != (sequencing.get("ID") is not None):
            manifest.add(
                "manifeste-identifiant",
                sequencing,
                found=sequencing.get("ID") or "imsss:sequencing",
            )


def _between(text: str, low: float, high: float) -> bool:
    return bool(_NUMBER.fullmatch(text)) and low <= float(text) <= high
