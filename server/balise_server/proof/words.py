"""Words of builder-made HTML."""

from __future__ import annotations

import re
from html import unescape


def squeezed(html: str) -> str:
    """Return the words of a fragment without any space: for comparing with what a page shows."""
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]+>", "", html)))
