"""The two lists of help resources: « Pour moi » first, then for a person one supports."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.render.registers import (
    in_source,
    is_verified,
    shown_address,
    spoken,
    telephone,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from balise_builder.model import Resource
    from balise_builder.render.context import PageContext

# A survivor who looks for help for herself must not meet the authorities first: somebody else
# decides with her whether to call them.
_AUTHORITIES = re.compile(
    r"\b(police|surete|dpj|protection de la jeunesse|youth protection|spvm|grc|rcmp)\b"
)


def is_authority(resource: Resource) -> bool:
    """Return whether a resource is the police or youth protection, by its name."""
    folded = unicodedata.normalize("NFKD", resource.name.casefold())
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return bool(_AUTHORITIES.search(plain))


def for_me(resources: Sequence[Resource]) -> list[Resource]:
    """Return what « Pour moi » lists: never the police nor youth protection."""
    return [r for r in resources if "me" in r.for_whom and not is_authority(r)]


def for_others(resources: Sequence[Resource]) -> list[Resource]:
    """Return what « Pour une personne que j'accompagne » lists."""
    return [r for r in resources if "accompany" in r.for_whom]


def help_lists(
    page: PageContext, territories: Sequence[str] = (), audiences: Sequence[str] = ()
) -> Markup:
    """Return both lists, filtered by territory and audience.

    An empty filter takes what serves the variant being built, which is everything by default. A
    resource that names no territory (or audience) serves all of them.
    """
    variant = page.course.course.variant
    territories = territories or tuple(filter(None, [variant.territory]))
    audiences = audiences or tuple(filter(None, [variant.audience]))
    found = [
        resource
        for resource in page.course.course.registers.resources.values()
        if _serves(resource.territories, territories) and _serves(resource.audiences, audiences)
    ]
    texts = page.course.texts.document
    return Markup('<div class="b-help">\n{}{}</div>\n').format(
        _list(texts["help-me"], for_me(found), page),
        _list(texts["help-accompany"], for_others(found), page),
    )


def _serves(served: Sequence[str], wanted: Sequence[str]) -> bool:
    return not served or not wanted or bool(set(served) & set(wanted))


def _list(title: str, resources: Sequence[Resource], page: PageContext) -> Markup:
    if resources:
        entries = Markup('<ul class="b-resources">\n{}</ul>\n').format(
            Markup("").join(_entry(resource, page) for resource in resources)
        )
    else:
        entries = Markup("<p>{}</p>\n").format(page.course.texts.document["help-empty"])
    return Markup("<h2>{}</h2>\n{}").format(title, entries)


def _entry(resource: Resource, page: PageContext) -> Markup:
    texts = page.course.texts.document
    language = page.course.course.registers.language("resources", resource.id)

    def typeset(text: str) -> str:
        return page.course.typeset(text, language)

    colon = "\N{NO-BREAK SPACE}: " if page.course.texts.lang == "fr" else ": "
    ways = [
        (texts["help-phone"], telephone(resource.phone) if resource.phone else ""),
        (texts["help-text"], telephone(resource.text_message, "sms")),
        (texts["help-chat"], _link(resource.chat)),
        (texts["help-site"], _link(resource.site)),
        (texts["help-hours"], typeset(resource.hours)),
        (texts["help-languages"], typeset(resource.languages)),
    ]
    said = spoken("resources", resource.id, page) if language else ""
    lines = Markup("").join(
        Markup("<li>{}{}{}</li>\n").format(label, colon, value) for label, value in ways if value
    )
    marks = [in_source("resources", resource.id, page)]
    marks += [] if is_verified(resource) else [texts["help-unverified"]]
    mark = Markup("").join(
        Markup(' <span class="b-unverified">({})</span>').format(text) for text in marks if text
    )
    description = Markup("")
    if resource.description:
        description = Markup("<p{}>{}</p>\n").format(said, typeset(resource.description))
    ways_list = Markup('<ul class="b-ways">\n{}</ul>\n').format(lines) if lines else lines
    return Markup('<li class="b-resource">\n<p><strong{}>{}</strong>{}</p>\n{}{}</li>\n').format(
        said, typeset(resource.name), mark, description, ways_list
    )


def _link(target: str) -> Markup:
    if not target.startswith(("http://", "https://")):
        return Markup("{}").format(target)
    return Markup(
        '<a class="b-external" href="{}" target="_blank" rel="noopener noreferrer">{}</a>'
    ).format(target, shown_address(target))
