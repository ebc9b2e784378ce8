"""The files of a Library Archive: ``package.toml``, entities with their versions, collections."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from balise_builder.model import Course, Medium
    from balise_builder.render import Content
    from balise_builder.targets.library.parts import Component, Group, Parts

FORMAT = 1
ORGANISATION = "Balise"
"""Studio asks for the organisation and the code of the library when it restores it."""
VERSION = "v1"
STATIC = re.compile(r'"/static/([^"/\\]+)')


def archive(course: Course, found: Parts) -> dict[str, Content]:
    """Return every file by its name; the same course gives the same files."""
    created = f"{course.date or '1980-01-01'}T00:00:00Z"
    files: dict[str, Content] = {"package.toml": _package(course, found, created)}
    media = {medium.name.rpartition("/")[2]: medium for medium in course.media}
    for component in found.components.values():
        files.update(_component(component, created, media))
    for group in found.groups:
        container = f"\n[entity.container.{group.kind}]\n"
        held = f"\n[version.container]\nchildren = {_list(group.children)}\n"
        files[f"entities/{group.key}.toml"] = _toml(
            _entity(group.key, created), container, _version(group.title), held
        )
    for collection in found.collections:
        files[f"collections/{collection.key}.toml"] = _collection(collection, created)
    return files


def _package(course: Course, found: Parts, created: str) -> bytes:
    return _toml(
        f"[meta]\nformat_version = {FORMAT}\ncreated_at = {created}\n",
        f"\n[learning_package]\ntitle = {_text(found.title)}\n",
        f"key = {_text(f'lib:{ORGANISATION}:{course.id}')}\ndescription = {_text(found.about)}\n",
        f"created = {created}\nupdated = {created}\n",
    )


def _component(
    component: Component, created: str, media: dict[str, Medium]
) -> Iterator[tuple[str, Content]]:
    """Yield a component: its TOML, its OLX, and the files that only it shows."""
    from lxml import etree

    place = f"entities/xblock.v1/{component.kind}/{component.code}"
    yield f"{place}.toml", _toml(_entity(component.key, created), _version(component.title))
    block: bytes = etree.tostring(component.block, encoding="utf-8", pretty_print=True)
    version = f"{place}/component_versions/{VERSION}"
    yield f"{version}/block.xml", block
    text = block.decode().replace("&quot;", '"')
    for name in sorted(set(STATIC.findall(text)) & media.keys()):
        yield f"{version}/static/{name}", media[name].path


def _collection(collection: Group, created: str) -> bytes:
    return _toml(
        f"[collection]\ntitle = {_text(collection.title)}\nkey = {_text(collection.key)}\n",
        f'description = ""\ncreated = {created}\nentities = {_list(collection.children)}\n',
    )


def _entity(key: str, created: str) -> str:
    return (
        f"[entity]\ncan_stand_alone = true\nkey = {_text(key)}\ncreated = {created}\n\n"
        "[entity.draft]\nversion_num = 1\n\n[entity.published]\nversion_num = 1\n"
    )


def _version(title: str) -> str:
    return f"\n[[version]]\ntitle = {_text(title)}\nversion_num = 1\n"


def _toml(*parts: str) -> bytes:
    return "".join(parts).encode()


def _text(value: str) -> str:
    """Return a basic string: TOML escapes as JSON does, but for U+007F (TOML 1.0, String)."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(values: tuple[str, ...]) -> str:
    return "[" + "".join(f"\n    {_text(value)}," for value in values) + ("\n]" if values else "]")
