"""The built front end: what a package carries of the player, named by its content."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from balise_builder.errors import MissingPartError

STATIC = Path(__file__).resolve().parent.parent / "static"


def built(name: str) -> bytes:
    """Return a built file.

    :raises MissingPartError: the front end has not been built: a package without its player would
        look finished and record nothing.
    """
    try:
        stamp = (STATIC / name).stat().st_mtime_ns
    except OSError:
        raise MissingPartError(
            f"Le lecteur ({name}) n’est pas construit. Lancez « make install », ou"
            " « python builder/frontend.py », puis recommencez.",
            f"The player ({name}) has not been built. Run “make install”, or"
            " “python builder/frontend.py”, and try again.",
        ) from None
    return _read(STATIC / name, stamp)


@cache
def _read(path: Path, _stamp: int) -> bytes:
    return path.read_bytes()


def asset_name(name: str, content: bytes) -> str:
    """Return the name of an asset in a package: ``player.css`` is ``assets/player-<hash8>.css``."""
    stem, _, suffix = name.rpartition(".")
    return f"assets/{stem}-{hashlib.sha256(content).hexdigest()[:8]}.{suffix}"


def player_asset(name: str) -> tuple[str, bytes]:
    """Return the name in the package and the bytes of a built file.

    :raises MissingPartError: the front end has not been built.
    """
    content = built(name)
    return asset_name(name, content), content


def player_mark() -> str:
    """Return what changes with the built player: what is kept of rendered courses hangs on it.

    :raises MissingPartError: the front end has not been built.
    """
    built("pieces.json")
    digest = hashlib.sha256()
    for path in sorted(p for p in STATIC.rglob("*") if p.suffix in (".js", ".css", ".json")):
        digest.update(path.name.encode() + _read(path, path.stat().st_mtime_ns))
    return digest.hexdigest()
