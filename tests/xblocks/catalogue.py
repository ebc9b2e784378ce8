"""The service ``i18n`` of a platform, over the catalogue that the package brings."""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import Any

from balise_xblocks import __file__ as package

TRANSLATIONS = Path(package).parent / "translations"


def speaking(language: str, folder: Path = TRANSLATIONS) -> gettext.NullTranslations:
    """Return what a platform in ``language`` hands to a block; English where it has nothing."""
    base, _, region = language.partition("-")
    locale = f"{base}_{region.upper()}" if region else base
    return gettext.translation("text", str(folder), [locale], fallback=True)


class PlatformI18n:
    """The service in the workbench: the language is the one that Django has for the request."""

    runtime: Any = None

    def __getattr__(self, name: str) -> Any:
        from django.utils.translation import get_language

        return getattr(speaking(get_language() or "en"), name)
