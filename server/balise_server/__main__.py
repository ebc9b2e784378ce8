"""``python -m balise_server``: the command ``balise-server``."""

from __future__ import annotations

from balise_server.cli import main

main(prog_name="balise-server")
