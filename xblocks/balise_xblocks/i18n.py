"""Words by the platform's XBlock service ``i18n``, where it speaks the language that is wanted.

The platform takes a catalogue that its administrator pulled (atlas, domain ``django``), else the
one of ``translations/`` (domain ``text``). Ours are made of what stands in ``texts.py`` and in the
player's tables, which also serve alone: a word is never missing.
"""

from __future__ import annotations

import re
from typing import Any

HOLE = re.compile(r"\{\w*\}")


def platform_language() -> str:
    """Return the language in which the platform speaks to this person; "" when it does not say."""
    try:
        from django.conf import settings
        from django.utils.translation import get_language
    except ImportError:
        return ""
    return str((settings.configured and get_language()) or "")


def translated(context: str, english: str, own: str, language: str, service: Any) -> str:
    """Return a text in ``language``.

    :param context: name of the text in the catalogues (``msgctxt``); ``english`` is its ``msgid``.
    :param own: the text as this distribution has it, for ``language`` or the nearest known.
    :param service: the runtime's ``i18n``, or ``None``. It speaks the platform's language only, and
        a translation that lost a placeholder is left out.
    """
    if service is None or _base(platform_language()) != _base(language):
        return own
    found = service.pgettext(context, english)
    holes, ours, mine = (set(HOLE.findall(text)) for text in (found, english, own))
    whole = ours & mine <= holes <= ours | mine
    return str(found) if found != english and whole else own


def _base(language: str) -> str:
    return language.lower().replace("_", "-").partition("-")[0]
