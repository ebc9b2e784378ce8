"""The editions of SCORM that packages are made for: namespaces, control files, versions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from balise_builder.errors import MissingPartError

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST = "imsmanifest.xml"
LAUNCH = "index.html"
COURSE_FILE = "course.json"
TITLE_LIMIT = 200
VERSION_LIMIT = 20
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMAS = Path(__file__).resolve().parent / "schemas"


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """What differs between the editions of SCORM in a manifest with one SCO."""

    name: str
    """Of the target and of the folder of control files."""
    runtime: str
    """The player's: both editions of 2004 have the same API."""
    schema_version: str
    namespace: str
    """Content packaging: the default namespace."""
    extensions: Mapping[str, str]
    """ADL's and IMS's other namespaces, by prefix."""
    control_files: Mapping[str, str]
    """For ``xsi:schemaLocation``: the file of each namespace, at the root of the package."""
    sco_attribute: str
    sequenced: bool


SCORM_12 = Edition(
    name="scorm12",
    runtime="scorm12",
    schema_version="1.2",
    namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    extensions={"adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2"},
    control_files={
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
    },
    sco_attribute="scormtype",
    sequenced=False,
)
SCORM_2004 = Edition(
    name="scorm2004",
    runtime="scorm2004",
    schema_version="2004 4th Edition",
    namespace="http://www.imsglobal.org/xsd/imscp_v1p1",
    extensions={
        "adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
        "adlseq": "http://www.adlnet.org/xsd/adlseq_v1p3",
        "adlnav": "http://www.adlnet.org/xsd/adlnav_v1p3",
        "imsss": "http://www.imsglobal.org/xsd/imsss",
    },
    control_files={
        "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
        "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
        "http://www.adlnet.org/xsd/adlseq_v1p3": "adlseq_v1p3.xsd",
        "http://www.adlnet.org/xsd/adlnav_v1p3": "adlnav_v1p3.xsd",
        "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
    },
    sco_attribute="scormType",
    sequenced=True,
)
SCORM_2004_3 = replace(SCORM_2004, name="scorm2004-3", schema_version="2004 3rd Edition")
"""For platforms that do not know the 4th: what we use of the manifest is the same in both."""
EDITIONS = {edition.schema_version: edition for edition in (SCORM_12, SCORM_2004, SCORM_2004_3)}


@cache
def control_files(edition: Edition) -> Mapping[str, bytes]:
    """Return the schemas that stand at the root of a package, unchanged, with their notices.

    :raises MissingPartError: the front end, which copies them, has not been built.
    """
    folder = SCHEMAS / edition.name
    found = {path.name: path.read_bytes() for path in sorted(folder.glob("*")) if path.is_file()}
    if not set(edition.control_files.values()) <= set(found):
        raise MissingPartError(
            f"Les schémas SCORM ({edition.name}) manquent. Lancez « make install », ou"
            " « python builder/frontend.py », puis recommencez.",
            f"The SCORM schemas ({edition.name}) are missing. Run “make install”, or"
            " “python builder/frontend.py”, and try again.",
        )
    return found
