"""What a browser may say to a block, checked: only known events with the fields that they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from balise_xblocks.content import ContentError

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_EVENTS = 500
MOST_CHARACTERS = 1000
"""Of a typed answer; longer ones are no answer to a question of ours."""

_FIELDS: Mapping[str, Mapping[str, type]] = {
    "page-opened": {"page": str},
    "page-read": {"page": str},
    "item-answered": {"item": str, "response": str},
    "evaluation-started": {"evaluation": str},
    "evaluation-answered": {"evaluation": str, "item": str, "response": str},
    "evaluation-finished": {"evaluation": str},
    "scene-chosen": {"scenario": str, "choice": str},
    "scene-returned": {"scenario": str, "scene": str, "variables": list},
    "scenario-restarted": {"scenario": str},
    "quick-exit": {},
}


def read_batch(data: Any) -> tuple[str, list[dict[str, Any]]]:
    """Return the name and the events of a batch, each with its own fields only.

    :raises ContentError: anything else than a batch; none of it is then applied.
    """
    batch = data.get("batch") if isinstance(data, dict) else None
    events = data.get("events") if isinstance(data, dict) else None
    if not isinstance(batch, str) or not 0 < len(batch) <= 64 or not isinstance(events, list):
        raise _nonsense("batch")
    if len(events) > MOST_EVENTS:
        raise _nonsense("events")
    return batch, [_event(event) for event in events]


def _event(event: Any) -> dict[str, Any]:
    kind = event.get("type") if isinstance(event, dict) else None
    fields = _FIELDS.get(kind) if isinstance(kind, str) else None
    if fields is None:
        raise _nonsense(str(kind)[:40])
    for name, wanted in fields.items():
        if not isinstance(event.get(name), wanted) or len(event[name]) > MOST_CHARACTERS:
            raise _nonsense(f"{kind}.{name}")
    if not all(isinstance(v, int) and not isinstance(v, bool) for v in event.get("variables", ())):
        raise _nonsense(f"{kind}.variables")
    kept = {"type": kind, **{name: event[name] for name in fields}}
    text = event.get("text")
    if kind == "evaluation-answered" and isinstance(text, str):
        kept["text"] = text[:MOST_CHARACTERS]
    return kept


def _nonsense(what: str) -> ContentError:
    return ContentError(
        f"Cette demande n’a pas été comprise ({what}); rien n’a changé. Rechargez la page.",
        f"This request was not understood ({what}); nothing has changed. Reload the page.",
    )
