"""What every page has: language, texts, formats, addresses of the built files."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from flask import g, request, url_for

from balise_server import __version__
from balise_server.i18n import COOKIE, Lang, choose, formats, translate

if TYPE_CHECKING:
    from flask import Flask, Response

    from balise_server.config import Config

BUILT = Path(__file__).resolve().parent.parent / "static/built"
YEAR = 365 * 24 * 3600


def language() -> Lang:
    """Return the language of the page being answered."""
    if "lang" not in g:
        g.lang = choose(
            request.args.get("lang"), request.cookies.get(COOKIE), request.accept_languages
        )
    lang: Lang = g.lang
    return lang


def text(key: str, **params: object) -> str:
    """Return a text of the catalogue in the language of the page."""
    return translate(language(), key, **params)


def furnish(app: Flask, config: Config) -> None:
    """Give the templates of ``app`` their functions, filters and common values."""
    env = app.jinja_env
    env.trim_blocks = env.lstrip_blocks = True
    env.globals.update(t=text, asset=asset, version=__version__, preview=config.preview)
    for name in ("number", "percent", "size", "duration", "moment"):
        env.filters[name] = partial(_localised, getattr(formats, name))
    env.filters["iso"] = formats.iso

    @app.context_processor
    def _common() -> dict[str, Any]:
        return {"lang": language(), "other_language_url": other_language_url()}

    @app.after_request
    def _keep_language(response: Response) -> Response:
        return keep_language(response)


def keep_language(response: Response) -> Response:
    """Remember a choice made by ``?lang=``: a preference, so a cookie of its own, for a year."""
    if getattr(g, "content", True):
        return response
    asked = request.args.get("lang")
    if asked in ("fr", "en"):
        response.set_cookie(COOKIE, asked, max_age=YEAR, samesite="Lax", httponly=True)
    if response.mimetype == "text/html":
        response.headers.setdefault("Content-Language", language())
        response.vary.update(("Accept-Language", "Cookie"))
    return response


def other_language_url() -> str:
    """Return the address of the same page in the other language."""
    query = {**request.args.to_dict(), "lang": "en" if language() == "fr" else "fr"}
    path = request.path if request.method == "GET" else "/"
    return f"{path}?{urlencode(query)}"


def asset(name: str) -> str:
    """Return the address of a built file; it changes with the file, so browsers may keep it."""
    path = BUILT / name
    stamp = path.stat().st_mtime_ns if path.is_file() else 0
    return url_for("static", filename=f"built/{name}", v=_mark(name, stamp))


@lru_cache(maxsize=64)
def _mark(name: str, _stamp: int) -> str:
    from hashlib import sha256

    path = BUILT / name
    return sha256(path.read_bytes()).hexdigest()[:8] if path.is_file() else "0"


def _localised(function: Any, value: Any, *args: Any) -> str:
    result: str = function(value, language(), *args)
    return result
