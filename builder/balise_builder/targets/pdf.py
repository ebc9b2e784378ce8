"""Pages of the kit as tagged PDF (PDF/UA-1, ISO 14289-1), by WeasyPrint: extra ``pdf``.

The same page gives the same bytes with the same WeasyPrint, Pango and fonts: the identifier comes
from the page and the dates from its metadata. Other fonts or versions give other bytes, so that a
PDF stands outside what « byte-identical » promises for packages.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from balise_builder.errors import MissingPartError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.render import Content

BASE = "https://kit.invalid/"
"""Stands for the folder of the kit; nothing is ever fetched from a network."""
VARIANT = "pdf/ua-1"


def make(page: bytes, files: Mapping[str, Content]) -> bytes:
    """Return an HTML page as PDF.

    :param files: the kit; its images are read there and nowhere else.
    :raises MissingPartError: WeasyPrint, or the libraries that it needs, are not installed.
    """
    weasyprint = _weasyprint()
    html = weasyprint.HTML(string=page.decode("utf-8"), base_url=BASE, url_fetcher=_fetcher(files))
    made: bytes = html.write_pdf(
        pdf_variant=VARIANT, pdf_tags=True, pdf_identifier=hashlib.sha256(page).digest()[:16]
    )
    return made


def _weasyprint() -> Any:
    try:
        import weasyprint
    except ImportError as problem:
        raise MissingPartError(
            "Le PDF demande WeasyPrint, qui n’est pas installé. Lancez :"
            ' pip install "balise-builder[pdf]" (avec pipx : pipx inject balise-builder'
            " weasyprint). Sans lui, ouvrez guide.html dans un navigateur et imprimez-le en PDF.",
            "PDF needs WeasyPrint, which is not installed. Run: pip install"
            ' "balise-builder[pdf]" (with pipx: pipx inject balise-builder weasyprint). Without'
            " it, open guide.html in a browser and print it to PDF.",
        ) from problem
    except OSError as problem:
        raise MissingPartError(
            "Le PDF demande la bibliothèque Pango, qui manque à cet ordinateur. Sous Debian ou"
            " Ubuntu : sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0."
            " Sous Mac : brew install pango. Sinon, imprimez guide.html en PDF d’un navigateur.",
            "PDF needs the library Pango, which this computer lacks. On Debian or Ubuntu: sudo"
            " apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. On a Mac: brew"
            " install pango. Otherwise print guide.html to PDF from a browser.",
        ) from problem
    return weasyprint


def _fetcher(files: Mapping[str, Content]) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Kit(URLFetcher):  # type: ignore[misc,unused-ignore]
        """Serves the files of the kit only."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            content = files.get(unquote(url.removeprefix(BASE)))
            if content is None:
                raise ValueError(f"not in the kit: {url}")
            body = content.read_bytes() if isinstance(content, Path) else content
            return URLFetcherResponse(url, body, {"Content-Type": _type(url)})

    return Kit()


def _type(url: str) -> str:
    from mimetypes import guess_type

    return guess_type(url)[0] or "application/octet-stream"
