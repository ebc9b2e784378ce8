"""Numbers, dates, durations and sizes as people of Québec (or English readers) write them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from babel.dates import format_datetime
from babel.numbers import format_decimal, format_percent

if TYPE_CHECKING:
    from balise_server.i18n import Lang

NBSP = "\u00a0"
LOCALES = {"fr": "fr_CA", "en": "en_CA"}
MEBIBYTE = 1024 * 1024


def number(value: float, lang: Lang, digits: int = 0) -> str:
    """Return ``value`` with at most ``digits`` decimals, grouped: ``1 234,5``."""
    pattern = "#,##0." + "#" * digits if digits else "#,##0"
    return format_decimal(value, format=pattern, locale=LOCALES[lang])


def percent(share: float, lang: Lang) -> str:
    """Return the share (0 to 1) as a whole percentage: ``36 %``, ``36%``."""
    return format_percent(share, locale=LOCALES[lang])


def size(octets: int, lang: Lang) -> str:
    """Return a file size with its unit: ``112 ko``, ``1,4 Mo``."""
    kilo, mega = ("ko", "Mo") if lang == "fr" else ("KB", "MB")
    if octets < MEBIBYTE:
        return f"{number(max(1, round(octets / 1024)), lang)}{NBSP}{kilo}"
    return f"{number(octets / MEBIBYTE, lang, 1)}{NBSP}{mega}"


def duration(seconds: float, lang: Lang) -> str:
    """Return a length of time to read: ``45 s``, ``4 min 05 s``, ``1 h 12 min``."""
    del lang  # the symbols are the same in both languages
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    hours, minutes_left = divmod(minutes, 60)
    if whole < 60:
        return f"{whole}{NBSP}s"
    if hours == 0:
        return f"{minutes}{NBSP}min" + (f"{NBSP}{rest:02d}{NBSP}s" if rest else "")
    return f"{hours}{NBSP}h" + (f"{NBSP}{minutes_left:02d}{NBSP}min" if minutes_left else "")


def moment(milliseconds: int, lang: Lang) -> str:
    """Return a UTC time in milliseconds as a local date and time: ``22 nov. 2026, 14 h 05``."""
    local = datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone()
    pattern = "d MMM y, HH 'h' mm" if lang == "fr" else "MMM d, y, h:mm a"
    text = format_datetime(local, pattern, locale=LOCALES[lang])
    return text.replace(" h ", f"{NBSP}h{NBSP}")


def iso(milliseconds: int) -> str:
    """Return a UTC time in milliseconds for the ``datetime`` attribute of ``<time>``."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="seconds")
