"""Restores Library Archives with ``openedx-core``, in its environment: one JSON line an archive.

``python restore.py ARCHIVE…``; nothing of Balise can be imported here. What was restored is dumped
again: its files by name are what the platform understood.
"""

from __future__ import annotations

import json
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any


def ready() -> None:
    """Set Django up with a database in memory."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from openedx_content.settings_api import openedx_content_backcompat_apps_to_install

    media = tempfile.mkdtemp()
    settings.configure(
        USE_TZ=True,
        SECRET_KEY="test",
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "openedx_content",
            *openedx_content_backcompat_apps_to_install(),
            "openedx_catalog",
            "openedx_tagging",
            "organizations",
        ],
        STORAGES={"default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}},
        OPENEDX_LEARNING={
            "MEDIA": {
                "BACKEND": "django.core.files.storage.FileSystemStorage",
                "OPTIONS": {"location": media},
            }
        },
        MEDIA_ROOT=media,
    )
    django.setup()
    call_command("migrate", verbosity=0)


def restored(path: Path, number: int) -> dict[str, Any]:
    """Restore one archive; return what the platform says and what it dumps of it."""
    from openedx_content.applets.backup_restore.api import create_zip_file, load_learning_package

    key = f"lib:Test:l{number}"
    result = load_learning_package(str(path), key=key)
    log = result["log_file_error"]
    if result["status"] != "success":
        return {"status": result["status"], "log": log.getvalue() if log else ""}
    dump = path.with_suffix(f".{number}.dump.zip")
    create_zip_file(key, str(dump))
    with zipfile.ZipFile(dump) as archive:
        texts = {
            name: archive.read(name).decode("utf-8", "replace")
            for name in archive.namelist()
            if not name.endswith("/")
        }
    dump.unlink()
    counts = {k: v for k, v in result["lp_restored_data"].items() if k.startswith("num_")}
    return {"status": "success", **counts, "files": texts}


if __name__ == "__main__":
    ready()
    for at, name in enumerate(sys.argv[1:]):
        print(json.dumps(restored(Path(name), at)), flush=True)
