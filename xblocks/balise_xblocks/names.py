"""Names for a browser, of the learner and of the block: they tell apart what it keeps, no more."""

from __future__ import annotations

import hashlib
from typing import Any


def learner_of(block: Any) -> str:
    """Return a name of the learner; "" when the platform gives none, as in a preview."""
    service = block.runtime.service(block, "user")
    user = service.get_current_user() if service else None
    name = user.opt_attrs.get("edx-platform.anonymous_user_id") if user else None
    text = f"{name or block.scope_ids.user_id or ''}"
    return _hashed(text) if text else ""


def block_of(block: Any) -> str:
    """Return a name of the block, unlike that of any other on the platform."""
    return _hashed(str(block.scope_ids.usage_id))


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
