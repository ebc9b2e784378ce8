"""Settings of the workbench of xblock-sdk: its own, in a folder of ours."""

from __future__ import annotations

import os
from pathlib import Path

from workbench import settings

globals().update({name: value for name, value in vars(settings).items() if name.isupper()})

FOLDER = Path(os.environ["BALISE_WORKBENCH"])
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(FOLDER / "var/workbench.db")}
}
LOGGING = {"version": 1, "disable_existing_loggers": False}
LANGUAGE_CODE = "fr"
# django-pyfs, which files of XBlocks may use and ours do not, stops at Django 5.0.
INSTALLED_APPS = [name for name in settings.INSTALLED_APPS if name != "djpyfs"]
WORKBENCH = {**settings.WORKBENCH, "services": {"i18n": "tests.xblocks.catalogue.PlatformI18n"}}
USE_I18N = True
LANGUAGES = [("fr", "Français"), ("en", "English")]
MIDDLEWARE = [*settings.MIDDLEWARE, "django.middleware.locale.LocaleMiddleware"]
