"""The templates of messages, for people: placeholders between chevrons."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


def readable(template: str) -> str:
    """Return a template with ``{name}`` shown as ‹name› and doubled braces single."""
    text = PLACEHOLDER.sub(r"‹\1›", template)
    return text.replace("{{", "{").replace("}}", "}")
