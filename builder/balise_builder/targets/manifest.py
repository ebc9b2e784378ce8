"""imsmanifest.xml for one SCO, in either edition of SCORM.

One organization, one item, one resource. The packaging namespace is the *default* namespace: Open
edX's SCORM player reads element names under the first default namespace it meets.

Neither ``adlcp:masteryscore`` (1.2) nor ``imsss:minNormalizedMeasure`` and
``adlcp:completionThreshold`` (2004) is written. Each lets the platform overrule the status that the
course reports: an attempt below the threshold would become *failed* while tries are left, and one
above it *passed* with pages unread. Our runtime decides by points and pages together, so there is
no number that both would use alike (docs/decisions/0003).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from balise_builder.editions import LAUNCH, TITLE_LIMIT, VERSION_LIMIT, XSI

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from balise_builder.editions import Edition
    from balise_builder.model import Course

HIDDEN_CONTROLS = ("previous", "continue", "abandon", "abandonAll")
"""One SCO with its own navigation: previous and continue lead nowhere, and the two *abandon* throw
away what was just acknowledged. The ways out of the platform stay."""


def manifest(course: Course, edition: Edition, files: Iterable[str]) -> bytes:
    """Return imsmanifest.xml, UTF-8.

    :param files: names of the content files, index.html among them; control files and the manifest
        itself are not listed (SCORM 2004 CAM, 3.4.1.16).
    """
    from lxml import etree

    spaces: Any = {None: edition.namespace, **edition.extensions, "xsi": XSI}
    root = etree.Element(f"{{{edition.namespace}}}manifest", nsmap=spaces)
    root.set("identifier", f"manifest-{course.id}")
    root.set("version", course.version[:VERSION_LIMIT])
    pairs = " ".join(f"{space} {file}" for space, file in edition.control_files.items())
    root.set(f"{{{XSI}}}schemaLocation", pairs)
    metadata = _add(root, edition, "metadata")
    _add(metadata, edition, "schema", "ADL SCORM")
    _add(metadata, edition, "schemaversion", edition.schema_version)
    _organization(root, course, edition)
    _resource(root, course, edition, files)
    etree.indent(root, "  ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _add(parent: _Element, edition: Edition, name: str, text: str = "") -> _Element:
    from lxml import etree

    prefix, _, local = name.rpartition(":")
    space = edition.extensions[prefix] if prefix else edition.namespace
    child = etree.SubElement(parent, f"{{{space}}}{local}")
    if text:
        child.text = text
    return child


def _organization(root: _Element, course: Course, edition: Edition) -> None:
    organizations = _add(root, edition, "organizations")
    organizations.set("default", f"organization-{course.id}")
    organization = _add(organizations, edition, "organization")
    organization.set("identifier", f"organization-{course.id}")
    _add(organization, edition, "title", shorten(course.title, TITLE_LIMIT))
    item = _add(organization, edition, "item")
    item.set("identifier", f"item-{course.id}")
    item.set("identifierref", f"resource-{course.id}")
    _add(item, edition, "title", shorten(course.title, TITLE_LIMIT))
    if edition.sequenced:
        organization.set(f"{{{edition.extensions['adlseq']}}}objectivesGlobalToSystem", "false")
        _sequencing(organization, item, edition)


def _sequencing(organization: _Element, item: _Element, edition: Edition) -> None:
    """Say who decides and what the platform shows (SCORM 2004 SN 3.2 and 3.13.2; CAM 5.2).

    Without delivery controls a platform marks a SCO that has set nothing completed and satisfied.
    """
    sequencing = _add(item, edition, "imsss:sequencing")
    delivery = _add(sequencing, edition, "imsss:deliveryControls")
    delivery.set("completionSetByContent", "true")
    delivery.set("objectiveSetByContent", "true")
    presentation = _add(item, edition, "adlnav:presentation")
    interface = _add(presentation, edition, "adlnav:navigationInterface")
    for control in HIDDEN_CONTROLS:
        _add(interface, edition, "adlnav:hideLMSUI", control)
    control_mode = _add(
        _add(organization, edition, "imsss:sequencing"), edition, "imsss:controlMode"
    )
    control_mode.set("choice", "true")
    control_mode.set("flow", "true")


def _resource(root: _Element, course: Course, edition: Edition, files: Iterable[str]) -> None:
    resource = _add(_add(root, edition, "resources"), edition, "resource")
    resource.set("identifier", f"resource-{course.id}")
    resource.set("type", "webcontent")
    resource.set(f"{{{edition.extensions['adlcp']}}}{edition.sco_attribute}", "sco")
    resource.set("href", LAUNCH)
    for name in [LAUNCH, *sorted(set(files) - {LAUNCH})]:
        _add(resource, edition, "file").set("href", name)


def shorten(text: str, limit: int) -> str:
    """Return ``text`` in at most ``limit`` characters, cut between words and marked « … »."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip() + "…"
