"""A checklist alone, and its practical sign-off: whoever saw the gestures enters a code.

The ticks stay on the learner's device; the server knows that the page was read, and the day of the
sign-off. Who signed is not kept.
"""

from __future__ import annotations

import hmac
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from xblock.core import XBlock
from xblock.exceptions import JsonHandlerError
from xblock.fields import List, Scope, String

from balise_xblocks.block import BaliseBlock
from balise_xblocks.content import ContentError
from balise_xblocks.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from balise_xblocks.content import Course

MOST_TRIES, WAIT = 5, 600
"""Wrong codes in a row, and seconds after which they are forgotten."""
_WORDS = ("signTitle", "signText", "signLabel", "signButton", "signDone", "signEmpty",
          "signUnreached")  # fmt: skip


class ChecklistBlock(BaliseBlock):
    """Complete when the learner says that the page is done and, where asked, it is signed off."""

    sign_code = String(scope=Scope.settings, default="", help="Empty: no sign-off")
    signed = String(scope=Scope.user_state, default="", help="When it was signed off, ISO 8601 UTC")
    tries = List(scope=Scope.user_state, help="When wrong codes were entered, in seconds")

    def part(self) -> Course:
        """Return what the block holds.

        :raises ContentError: it cannot be played, or holds no checklist.
        """
        course = super().part()
        if not course.get("checklists"):
            raise ContentError(
                "Ce bloc ne tient aucune liste à cocher.", "This block holds no checklist."
            )
        return course

    def share(self, course: Course, state: dict[str, Any]) -> float:
        """Return how far the learner is; the sign-off, where asked, is half of the way."""
        read = super().share(course, state)
        return (read + bool(self.signed)) / 2 if self.sign_code else read

    def beside(self, language: str) -> dict[str, Any]:
        """Return the words of the sign-off and when it took place; never the code."""
        if not self.sign_code:
            return {}
        words = {key: self.say(key, language, day="{day}") for key in _WORDS}
        return {"sign": {"at": self.signed, "words": words}}

    @XBlock.json_handler
    def sign(self, data: Any, _suffix: str = "") -> dict[str, Any]:
        """Sign off by the ``code`` of ``data``; return ``at``, and ``text`` where it is wrong.

        400 when no code came, 409 when the block asks for none, 429 after too many wrong ones.
        """
        language = self.language()
        code = data.get("code") if isinstance(data, dict) else None
        if not self.sign_code:
            raise JsonHandlerError(409, self.say("signNone", language))
        if not isinstance(code, str) or not _plain(code):
            raise JsonHandlerError(400, self.say("signEmpty", language))
        if not self.signed:
            recent = [at for at in self.tries if at > time.time() - WAIT]
            if len(recent) >= MOST_TRIES:
                raise JsonHandlerError(429, self.say("signWait", language))
            if not hmac.compare_digest(_plain(code), _plain(self.sign_code)):
                self.tries = [*recent, time.time()]
                self.save()
                return {"at": "", "text": self.say("signWrong", language)}
            self._sign()
        return {"at": self.signed}

    def _sign(self) -> None:
        self.signed, self.tries = datetime.now(UTC).isoformat(timespec="seconds"), []
        course = self.part()
        sitting = self._sitting(course)
        self._tell_completion(course, sitting)
        self._keep(sitting)

    def generate_report_data(
        self, user_states: Iterable[Any], limit: int | None = None
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield (username, row) as every block does, and the day of the sign-off where asked."""
        states = list(user_states)
        language = self.language()
        for one, (name, row) in zip(
            states, super().generate_report_data(states, limit), strict=False
        ):
            if self.sign_code:
                signed = str((one.state or {}).get("signed") or "")
                row[say("reportSigned", language)] = signed[:10]
                if not signed:
                    row[say("reportStatus", language)] = say("incomplete", language)
            yield name, row


def _plain(code: str) -> bytes:
    """Return a code as it is compared: case and spaces do not count."""
    return "".join(code.casefold().split()).encode()
