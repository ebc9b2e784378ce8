"""The content origin: the LMS shell, commits, and the packages' own files. No cookie here."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("play", __name__)
