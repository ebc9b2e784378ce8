"""A block as readable OLX, both ways: the course part and its HTML as the text of two elements."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lxml import etree
from xblock.fields import Scope

if TYPE_CHECKING:
    from lxml.etree import _Element

PARTS = ("course", "document", "markdown", "draft", "lock")
"""Fields that stand as elements; every other authored field is an attribute."""


def without_parts(node: _Element) -> tuple[_Element, dict[str, str]]:
    """Return the element as XBlock reads it, and the texts of its parts."""
    bare = deepcopy(node)
    found = {}
    for child in list(bare):
        if isinstance(child.tag, str) and child.tag in PARTS:
            found[child.tag] = "".join(str(text) for text in child.itertext())
            bare.remove(child)
    bare.text = None
    return bare, found


def write(block: Any, node: _Element) -> None:
    """Put what an author gave into ``node``."""
    node.tag = block.scope_ids.block_type
    node.set("xblock-family", block.entry_point)
    for name, field in block.fields.items():
        authored = field.scope in (Scope.content, Scope.settings)
        if authored and name not in PARTS and field.is_set_on(block):
            node.set(name, field.to_string(field.read_from(block)))
    for name in PARTS:
        text = getattr(block, name)
        if text:
            child = etree.SubElement(node, name)
            child.text = text if "]]>" in text else etree.CDATA(text)
