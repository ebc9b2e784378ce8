"""Settings of the workbench of xblock-sdk: its own, in a folder of ours."""

from __future__ import annotations

import os
from pathlib import Path

from workbench.settings import *  # noqa: F403

FOLDER = Path(os.environ["BALISE_WORKBENCH"])
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(FOLDER / "var/workbench.db")}
}
LOGGING = {"version": 1, "disable_existing_loggers": False}
LANGUAGE_CODE = "fr"
# django-pyfs, which files of XBlocks may use and ours do not, stops at Django 5.0.
INSTALLED_APPS = [name for name in INSTALLED_APPS if name != "djpyfs"]  # noqa: F405
WORKBENCH["services"].pop("fs")  # noqa: F405
