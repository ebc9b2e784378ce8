"""Durations of both editions, in milliseconds."""

from __future__ import annotations

import re

TIMESPAN = re.compile(r"(\d{1,6}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,3})\d*)?")
DURATION = re.compile(
    r"P(?=.)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?"
    r"(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})(?:\.(\d{1,3})\d*)?S)?)?"
)
SECOND, MINUTE, HOUR = 1000, 60_000, 3_600_000
DAY = 24 * HOUR
LONGEST = 9999 * HOUR + 59 * MINUTE + 59 * SECOND + 990
"""The longest CMITimespan that SCORM 1.2 can write: ``9999:59:59.99``."""


def parse_timespan(text: str) -> int | None:
    """Return a SCORM 1.2 CMITimespan ``HHHH:MM:SS.SS`` in ms; None when it is not one."""
    found = TIMESPAN.fullmatch(text)
    if not found:
        return None
    hours, minutes, seconds = (int(part) for part in found.group(1, 2, 3))
    if minutes > 59 or seconds > 59:
        return None
    return hours * HOUR + minutes * MINUTE + seconds * SECOND + _thousandths(found[4])


def format_timespan(ms: int) -> str:
    """Return milliseconds as a CMITimespan, cut to hundredths (SCORM 1.2 RTE 3.4.4)."""
    ms = min(max(ms, 0), LONGEST)
    minutes, rest = divmod(ms, MINUTE)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:04d}:{minutes:02d}:{rest // SECOND:02d}.{rest % SECOND // 10:02d}"


def parse_duration(text: str) -> int | None:
    """Return a SCORM 2004 ``timeinterval(second,10,2)`` in ms; None when it is not one.

    A year counts 365 days and a month 30: the standard leaves it open, and no session lasts one.
    """
    found = DURATION.fullmatch(text)
    if not found or text.endswith("T"):
        return None
    years, months, days, hours, minutes, seconds = (
        int(part or 0) for part in found.group(1, 2, 3, 4, 5, 6)
    )
    days += 365 * years + 30 * months
    whole = days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND
    return whole + _thousandths(found[7])


def format_duration(ms: int) -> str:
    """Return milliseconds as ``PT…H…M…S`` with at most two decimals (SCORM 2004 RTE 4.1.1.7)."""
    minutes, rest = divmod(max(ms, 0), MINUTE)
    hours, minutes = divmod(minutes, 60)
    hundredths = rest % SECOND // 10
    decimals = f".{hundredths:02d}".rstrip("0") if hundredths else ""
    return f"PT{hours}H{minutes}M{rest // SECOND}{decimals}S"


def _thousandths(digits: str | None) -> int:
    return int((digits or "").ljust(3, "0")[:3])
