"""Read imsmanifest.xml (IMS Content Packaging 1.1.2/1.1.4, SCORM CAM 1.2 and 2004)."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urljoin, urlsplit

from balise_server.packages.package import Item, Target
from balise_server.packages.refusals import PackageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
INSIDE = "http://package.invalid/"
"""Stands for the package's root while addresses are resolved; anything else is outside."""
DEPTH = 50
QUERY = "%=&/?:@!$'()*+,;-._~"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest declares."""

    identifier: str
    version: str
    target: Target
    title: str
    language: str
    items: tuple[Item, ...]


def read_manifest(data: bytes, file: str, names: Collection[str]) -> Manifest:
    """Return what ``data``, the bytes of the manifest of package ``file``, declares.

    :param names: paths of the package's files; every launched page must be one of them.
    :raises PackageError: unreadable, DOCTYPE, not SCORM, nothing to launch, launched elsewhere.
    """
    root = _parse(data, file)
    organization = _organization(root)
    items = _items(root, organization, file, names) if organization is not None else ()
    if not items:
        raise PackageError("package-nothing-to-launch", file=file)
    title = _text(_child(organization, "title")) or items[0].title or file
    language = root.get(XML_LANG) or next(
        (e.text.strip() for e in root.iter() if _local(e) == "language" and e.text), ""
    )
    return Manifest(
        identifier=root.get("identifier", ""),
        version=root.get("version", "")[:20],
        target=_target(root, file),
        title=title[:200],
        language=language[:35],
        items=items,
    )


def _parse(data: bytes, file: str) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise PackageError("package-manifest-doctype", file=file) from None
        raise PackageError(
            "package-manifest-invalid", file=file, line=error.lineno or 1, reason=error.msg
        ) from None
    except ValueError as error:
        raise PackageError("package-manifest-invalid", file=file, line=1, reason=error) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise PackageError("package-manifest-doctype", file=file)
    if _local(root) != "manifest":
        reason = f"<{_local(root)}>, <manifest> …"
        raise PackageError("package-manifest-invalid", file=file, line=1, reason=reason)
    return root


def _target(root: _Element, file: str) -> Target:
    metadata = _child(root, "metadata")
    version = _text(_child(metadata, "schemaversion")) if metadata is not None else ""
    if version == "1.2":
        return "scorm12"
    if version.startswith("2004") or version == "CAM 1.3":
        return "scorm2004"
    uses = {str(uri) for element in root.iter() for uri in element.nsmap.values()}
    if not version and any("adlcp_v1p3" in uri for uri in uses):
        return "scorm2004"
    if not version and any("adlcp_rootv1p2" in uri for uri in uses):
        return "scorm12"
    raise PackageError("package-not-scorm", file=file, found=version[:60] or "-")


def _organization(root: _Element) -> _Element | None:
    organizations = _child(root, "organizations")
    if organizations is None:
        return None
    every = list(_children(organizations, "organization"))
    default = organizations.get("default")
    chosen = [o for o in every if o.get("identifier") == default]
    return next(iter(chosen or every), None)


def _items(
    root: _Element, organization: _Element, file: str, names: Collection[str]
) -> tuple[Item, ...]:
    resources = _child(root, "resources")
    by_id: dict[str, str] = {}
    base = urljoin(INSIDE, root.get(XML_BASE, ""))
    if resources is not None:
        base = urljoin(base, resources.get(XML_BASE, ""))
        for resource in _children(resources, "resource"):
            href = resource.get("href")
            if href:
                place = urljoin(base, resource.get(XML_BASE, ""))
                by_id[resource.get("identifier", "")] = urljoin(place, href)
    found = []
    for element in _walk(organization, 0):
        address = by_id.get(element.get("identifierref", ""))
        if address is not None:
            found.append(_item(element, address, file, names))
    return tuple(found)


def _item(element: _Element, address: str, file: str, names: Collection[str]) -> Item:
    values = {_local(e).lower(): e for e in element if isinstance(e.tag, str)}
    threshold = values.get("completionthreshold")
    mastery = _text(values.get("masteryscore"))
    for objective in element.iter("{*}primaryObjective"):
        if objective.get("satisfiedByMeasure") == "true":
            mastery = _text(_child(objective, "minNormalizedMeasure")) or "1.0"
    return Item(
        id=element.get("identifier", ""),
        title=_text(_child(element, "title")),
        href=_launch(address, element.get("parameters", ""), file, names),
        launch_data=_text(values.get("datafromlms")),
        mastery=mastery,
        threshold=(
            "" if threshold is None else _text(threshold) or threshold.get("minProgressMeasure", "")
        ),
        max_time=_text(values.get("maxtimeallowed")),
        time_limit_action=_text(values.get("timelimitaction")),
    )


def _launch(address: str, parameters: str, file: str, names: Collection[str]) -> str:
    """Return the path to launch: file, then the item's parameters (SCORM CAM 3.4.1.11)."""
    if not address.startswith(INSIDE):
        raise PackageError("package-external-launch", file=file, href=address[:200])
    parts = urlsplit(address)
    path = unquote(parts.path).removeprefix("/")
    if path not in names:
        near = difflib.get_close_matches(path, list(names), 1, 0.8)
        raise PackageError(
            "package-launch-missing",
            file=file,
            href=path[:200],
            near_fr=f" Le paquet contient « {near[0]} »." if near else "",
            near_en=f" The package holds “{near[0]}”." if near else "",
        )
    query = parts.query
    fragment = parts.fragment
    given = parameters.strip()
    if given.startswith("#"):
        fragment = fragment or given[1:]
    elif given.lstrip("?&"):
        query = "&".join(filter(None, (query, given.lstrip("?&"))))
    launch = quote(path, safe="/-._~!$&'()*+,;=:@")
    if query:
        launch += "?" + quote(query, safe=QUERY)
    return f"{launch}#{quote(fragment, safe=QUERY)}" if fragment else launch


def _walk(parent: _Element, depth: int) -> Iterator[_Element]:
    if depth > DEPTH:
        return
    for element in _children(parent, "item"):
        yield element
        yield from _walk(element, depth + 1)


def _children(parent: _Element, name: str) -> Iterator[_Element]:
    return (e for e in parent if _local(e) == name)


def _child(parent: _Element | None, name: str) -> _Element | None:
    return None if parent is None else next(_children(parent, name), None)


def _local(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(element: _Element | None) -> str:
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
