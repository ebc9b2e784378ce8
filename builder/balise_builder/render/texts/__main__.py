"""``python -m balise_builder.render.texts``: the template that translators fill in."""

from __future__ import annotations

import sys

from balise_builder.render.texts.po import template

if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(template())
