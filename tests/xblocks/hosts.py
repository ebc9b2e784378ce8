"""A runtime for the blocks: XBlock's own toy one, with a store of its own and what is published."""

from __future__ import annotations

import json
from typing import Any

from webob import Request
from xblock.fields import ScopeIds
from xblock.runtime import KvsFieldData, Runtime
from xblock.test.toy_runtime import ID_MANAGER, ToyRuntime, ToyRuntimeKeyValueStore


class Platform:
    """Blocks of one course for several learners: fields by learner, grades and completion kept."""

    def __init__(self) -> None:
        self.store: dict[str, Any] = {}
        self.published: list[tuple[str, str, dict[str, Any]]] = []
        self.batches = 0

    def runtime(self, learner: str) -> Any:
        return Captured(self, learner)

    def block(self, made: type, learner: str = "ana", usage: str = "u1", **fields: Any) -> Any:
        """Give the block as ``learner`` meets it; ``fields`` are what an author gave."""
        name = made.__name__
        block = made(self.runtime(learner), scope_ids=ScopeIds(learner, name, "d1", usage))
        for field, value in fields.items():
            setattr(block, field, value)
        block.save()
        return block

    def say(self, block: Any, *events: dict[str, Any], status: int = 200) -> Any:
        """Send a batch of events to the block's handler; give its answer."""
        self.batches += 1
        answer = post(block, "events", {"batch": f"b{self.batches}", "events": list(events)})
        assert answer.status_int == status, answer.text
        return answer.json

    def told(self, kind: str, learner: str = "ana") -> list[dict[str, Any]]:
        return [data for who, event, data in self.published if (who, event) == (learner, kind)]


class Captured(ToyRuntime):  # type: ignore[misc]
    """The toy runtime without its shared store, and without what XBlock deprecates in it."""

    def __init__(self, platform: Platform, learner: str) -> None:
        fields = KvsFieldData(Kept(platform.store))
        Runtime.__init__(self, ID_MANAGER, ID_MANAGER, services={"field-data": fields})
        self.platform, self.learner = platform, learner

    def publish(self, block: Any, event_type: str, event_data: dict[str, Any]) -> None:
        self.platform.published.append((self.learner, event_type, event_data))


class Kept(ToyRuntimeKeyValueStore):  # type: ignore[misc]
    def get(self, key: Any) -> Any:
        return json.loads(super().get(key))

    def set(self, key: Any, value: Any) -> None:
        super().set(key, json.dumps(value))

    def delete(self, key: Any) -> None:
        self.db_dict.get(self._actual_key(key), {}).pop(key.field_name, None)

    def has(self, key: Any) -> bool:
        return key.field_name in self.db_dict.get(self._actual_key(key), {})


def post(block: Any, handler: str, body: Any, method: str = "POST") -> Any:
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    return block.handle(handler, Request.blank("/", method=method, body=text))
