"""Settings of one server, typed, read once at start."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from balise_server.errors import BaliseError, why

if TYPE_CHECKING:
    from collections.abc import Mapping

MIB = 1024 * 1024
HOUR = 3600


@dataclass(frozen=True, slots=True)
class Config:
    """What the application needs to know. Sizes are bytes, times seconds."""

    data: Path
    """Folder of the database, of the extracted packages and of the secret."""
    page_origin: str = "http://127.0.0.1:8000"
    """Where people read pages: scheme, host and port, nothing after."""
    content_origin: str = "http://localhost:8000"
    """Where course content plays. Another origin than the pages', and no cookie there."""
    secret: str = field(default="", repr=False)
    """Signs tokens and keys the pseudonyms. Empty: kept in ``data/secret``, made once."""
    database_url: str = ""
    """SQLAlchemy URL; empty means SQLite in ``data``."""
    packages: tuple[Path, ...] = ()
    """Folders scanned for packages, besides ``data/packages``."""
    preview: bool = False
    """A trainer's own machine: learners by name, small groups shown."""
    org_id: str = "local"
    small_cell: int = 5
    max_commit: int = 1 * MIB
    max_package: int = 512 * MIB
    token_lifetime: int = 12 * HOUR
    """How long a launch can be opened; its sessions may write for four times as long."""

    def __post_init__(self) -> None:
        pages, content = check_origin(self.page_origin), check_origin(self.content_origin)
        if pages == content:
            raise BaliseError("same-origin", origin=pages)
        object.__setattr__(self, "page_origin", pages)
        object.__setattr__(self, "content_origin", content)
        if not self.secret:
            try:
                object.__setattr__(self, "secret", _kept_secret(self.data))
            except OSError as error:
                raise BaliseError("data-refused", path=self.data, **why(error)) from error
        if not self.database_url:
            path = (self.data / "balise.sqlite").resolve()
            object.__setattr__(self, "database_url", f"sqlite:///{path.as_posix()}")

    @property
    def dropped(self) -> Path:
        """Folder that receives the packages added through ``balise-server add`` or a page."""
        return self.data / "packages"

    @property
    def extracted(self) -> Path:
        """Folder with one sub-folder per package, named by the hash of its content."""
        return self.data / "content"


def check_origin(origin: str) -> str:
    """Return ``origin`` as a browser writes it: lower case, no default port, no path.

    :raises BaliseError: ``bad-origin`` when it is not ``http(s)://host[:port]``.
    """
    try:
        parts = urlsplit(origin.strip().lower())
        port = parts.port
    except ValueError:
        raise BaliseError("bad-origin", origin=origin) from None
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or parts.path not in ("", "/")
        or parts.query
        or parts.fragment
        or parts.username
    ):
        raise BaliseError("bad-origin", origin=origin)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    if port in (None, {"http": 80, "https": 443}[parts.scheme]):
        return f"{parts.scheme}://{host}"
    return f"{parts.scheme}://{host}:{port}"


def from_environment(
    environ: Mapping[str, str] = os.environ, *, preview: bool = False, **given: object
) -> Config:
    """Return the settings of ``BALISE_*`` and ``DATABASE_URL``; ``given`` (not None) wins.

    :raises BaliseError: a setting cannot be used.
    """
    settings: dict[str, object] = {
        "data": Path(environ.get("BALISE_DATA", ".balise")),
        "page_origin": environ.get("BALISE_PAGE_ORIGIN", "http://127.0.0.1:8000"),
        "content_origin": environ.get("BALISE_CONTENT_ORIGIN", "http://localhost:8000"),
        "secret": environ.get("BALISE_SECRET", ""),
        "database_url": environ.get("DATABASE_URL", ""),
        "packages": tuple(
            Path(p) for p in environ.get("BALISE_PACKAGES", "").split(os.pathsep) if p
        ),
        "org_id": environ.get("BALISE_ORG", "local"),
        "preview": preview,
    }
    settings.update({name: value for name, value in given.items() if value is not None})
    return Config(**settings)  # type: ignore[arg-type]


def _kept_secret(data: Path) -> str:
    """Return the secret of ``data/secret``; the first caller makes it, also among processes."""
    data.mkdir(parents=True, exist_ok=True)
    path = data / "secret"
    draft = data / f".secret-{secrets.token_hex(8)}"
    if not path.is_file():
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            # A link fails when the name exists, so two starting workers agree on one secret.
            os.link(draft, path)
        except FileExistsError:
            pass
        except OSError:
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    return path.read_text(encoding="ascii").strip()
