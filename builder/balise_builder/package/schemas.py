"""The SCORM schemas, compiled once a process.

``ims_xml.xsd`` of SCORM 1.2 makes the XML namespace the default one, which libxml2 refuses ("xml
namespace URI cannot be the default namespace"). For validation only, a resolver answers with an
equivalent schema of our own; the file in the packages stays unchanged.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from balise_builder.editions import SCHEMAS, control_files

if TYPE_CHECKING:
    from lxml.etree import XMLSchema

    from balise_builder.editions import Edition

_XML_ATTRIBUTES = """\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
           targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="lang" type="xs:language"/>
  <xs:attribute name="base" type="xs:anyURI"/>
</xs:schema>
"""


@cache
def compiled(edition: Edition) -> XMLSchema:
    """Return one schema made of the control files of an edition (2 to 4 ms, once a process).

    :raises MissingPartError: the control files are absent.
    """
    from lxml import etree

    class Resolver(etree.Resolver):
        def resolve(self, system_url: str, public_id: str, context: Any) -> Any:  # type: ignore[override]
            if system_url.rpartition("/")[2] == "ims_xml.xsd":
                return self.resolve_string(_XML_ATTRIBUTES, context, base_url=system_url)
            return None

    control_files(edition)
    parser = etree.XMLParser(no_network=True, load_dtd=False, resolve_entities=False)
    parser.resolvers.add(Resolver())
    folder = SCHEMAS / edition.name
    imports = "".join(
        f'<xs:import namespace="{namespace}" schemaLocation="{(folder / name).as_uri()}"/>'
        for namespace, name in edition.control_files.items()
    )
    driver = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(driver, parser))
