"""One learner in one block: what is kept, what is drawn and marked here, what a browser is told.

``state`` is the player's (``state.ts``). ``kept`` never leaves the server:

- ``secret``: deals letters; ``draws``: the next attempt of each evaluation;
- ``log``: each finished attempt with its answers, for rescoring;
- ``seen``: names of the last batches, so that one sent twice counts once;
- ``told``: the completion that the platform knows, 0 to 1;
- ``trail``: the steps of each scenario, to which alone a learner may go back.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import TYPE_CHECKING, Any

from balise_xblocks.branching import beginning
from balise_xblocks.grade import certainty_of, is_better, match, result
from balise_xblocks.mask import TYPED, hidden, masked, shown
from balise_xblocks.part import attempt_items
from balise_xblocks.progress import MOST_ATTEMPTS, apply
from balise_xblocks.stored import kept_of, repaired
from balise_xblocks.variant import with_variant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_xblocks.content import Course

MOST_SEEN = 30
MOST_STEPS = 100

Data = dict[str, Any]


class Sitting:
    """A learner's work in a course; made from what was stored, whatever that is."""

    def __init__(self, course: Course, state: Mapping[str, Any], kept: Mapping[str, Any]) -> None:
        self.course = course
        self.kept: Data = kept_of(kept)
        self.state = repaired(course, state)
        self.items = {item["id"]: item for item in course["items"]}

    def prepare(self, forms: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
        """Draw the next attempt of each evaluation that has none.

        :param forms: form by evaluation, by :func:`signature`: of the learner's other evaluations.
        :returns: the same with the forms drawn here.
        """
        known = {key: dict(value) for key, value in forms.items()}
        for evaluation in self.course["evaluations"]:
            mark = signature(evaluation)
            draw = self.kept["draws"].get(evaluation["id"])
            names = [form["name"] for form in evaluation["forms"]]
            if names and (draw is None or draw["form"] not in names):
                before = self.state["evaluations"].get(evaluation["id"], {}).get("form")
                form = before if before in names else _form(evaluation, known.get(mark, {}))
                self.kept["draws"][evaluation["id"]] = _drawn(evaluation, form)
                known.setdefault(mark, {})[evaluation["id"]] = form
        return known

    def receive(self, batch: str, events: list[Data]) -> None:
        """Apply the events of a batch, unless it came before."""
        if batch in self.kept["seen"]:
            return
        self.kept["seen"] = [*self.kept["seen"], batch][-MOST_SEEN:]
        for event in events:
            self._apply(event)

    def _apply(self, event: Data) -> None:
        kind, before = event["type"], self.state
        if kind == "evaluation-started":
            draw = self.kept["draws"].get(event["evaluation"])
            if draw is None:
                return
            event = {**event, **draw}
        elif kind == "evaluation-answered":
            answered = self._answered(event)
            if answered is None:
                return
            event = answered
        elif kind == "scene-returned" and not self._was_at(event):
            return
        self.state = apply(self.course, before, event)
        if kind == "evaluation-finished" and self.state is not before:
            self._finished(event["evaluation"])
        elif kind == "scene-chosen" and self.state is not before:
            scenario = event["scenario"]
            way = before["scenarios"].get(scenario) or self._start_of(scenario)
            steps = [*self.kept["trail"].get(scenario, ()), [way["scene"], way["variables"]]]
            self.kept["trail"][scenario] = steps[-MOST_STEPS:]

    def _start_of(self, scenario_id: str) -> Data:
        return beginning(next(s for s in self.course["scenarios"] if s["id"] == scenario_id))

    def _was_at(self, event: Data) -> bool:
        """Return whether one may go back there: to a step that was taken, where undo is allowed."""
        scenarios = self.course["scenarios"]
        if not all(s.get("undo", True) for s in scenarios if s["id"] == event["scenario"]):
            return False
        steps = self.kept["trail"].get(event["scenario"], ())
        return [event["scene"], event["variables"]] in [list(step) for step in steps]

    def _answered(self, event: Data) -> Data | None:
        """Return the event in the item's own letters; a text becomes the answer it matches."""
        item = self.items.get(event["item"])
        if item is None:
            return None
        kept = self.state["evaluations"].get(event["evaluation"], {}).get("current") or {}
        response = shown(item, event["response"], self._secret(event["evaluation"]))
        if item["kind"] in TYPED:
            sure = certainty_of(event["response"])
            text = event.get("text")
            before = kept.get(item["id"], "").rstrip("1234")
            varied = with_variant(item, self.state["seed"])
            answer = before if text is None else match(varied, text)
            response = answer + ("" if sure is None else str(sure))
        return {**event, "response": response}

    def _finished(self, evaluation_id: str) -> None:
        evaluation = self._evaluation(evaluation_id)
        done = self.state["evaluations"][evaluation_id]
        asked = attempt_items(self.course, evaluation, done["form"], done["drawn"])
        entry = {
            "evaluation": evaluation_id, "form": done["form"],
            "items": [item["id"] for item in asked], "answers": dict(done["last"]),
            **result(asked, done["last"]),
        }  # fmt: skip
        self.kept["log"] = [*self.kept["log"], entry][-MOST_ATTEMPTS:]
        self.kept["draws"][evaluation_id] = _drawn(evaluation, done["form"])

    def rescore(self) -> None:
        """Mark every kept attempt again by the present keys; first and best follow."""
        for evaluation in self.course["evaluations"]:
            entries = [e for e in self.kept["log"] if e["evaluation"] == evaluation["id"]]
            done = self.state["evaluations"].get(evaluation["id"])
            if not entries or done is None:
                continue
            best, results = None, []
            for entry in entries:
                asked = [self.items[i] for i in entry["items"] if i in self.items]
                results.append(result(asked, entry["answers"]))
                entry.update(results[-1])
                if is_better(results[-1], best):
                    best = results[-1]
            whole = len(entries) == done["attempts"]
            changed = {**done, "best": best, "first": results[0] if whole else done["first"]}
            self.state = {
                **self.state,
                "evaluations": {**self.state["evaluations"], evaluation["id"]: changed},
            }

    def _evaluation(self, evaluation_id: str) -> Data:
        return next(e for e in self.course["evaluations"] if e["id"] == evaluation_id)

    def _secret(self, evaluation_id: str) -> str:
        done = self.state["evaluations"].get(evaluation_id, {}).get("attempts", 0)
        return f"{self.kept['secret']}.{evaluation_id}.{done}"

    def served(self) -> Data:
        """Return what the browser is told (``Served`` of served.ts): no key of what still runs."""
        attempts: Data = {}
        over: dict[str, Data] = {}
        states = dict(self.state["evaluations"])
        for evaluation in self.course["evaluations"]:
            name, secret = evaluation["id"], self._secret(evaluation["id"])
            done = states.get(name)
            running = done is not None and done["current"] is not None
            if done is not None and not running and done["last"] is not None:
                for item in attempt_items(self.course, evaluation, done["form"], done["drawn"]):
                    over[item["id"]] = item
            if done is not None and running:
                states[name] = self._hidden(done, secret)
            draw = done if running else self.kept["draws"].get(name)
            if draw is not None:
                asked = attempt_items(self.course, evaluation, draw["form"], draw["drawn"])
                attempts[name] = {
                    "form": draw["form"], "drawn": draw["drawn"],
                    "items": [masked(item, secret) for item in asked],
                }  # fmt: skip
        state = {**self.state, "evaluations": states}
        return {"state": state, "attempts": attempts, "items": list(over.values())}

    def _hidden(self, done: Data, secret: str) -> Data:
        current = {
            item_id: hidden(self.items[item_id], response, secret)
            for item_id, response in done["current"].items()
            if item_id in self.items
        }
        return {**done, "current": current}


def signature(evaluation: Mapping[str, Any]) -> str:
    """Return a name for the forms of an evaluation: those on the same forms balance each other."""
    forms = json.dumps([[form["name"], form["items"]] for form in evaluation["forms"]])
    return hashlib.sha256(forms.encode()).hexdigest()[:12]


def _form(evaluation: Mapping[str, Any], used: Mapping[str, str]) -> str:
    """Return a form that the learner's evaluations on the same forms used least (``draw.ts``)."""
    others = [form for other, form in used.items() if other != evaluation["id"]]
    names: list[str] = [form["name"] for form in evaluation["forms"]]
    least = min(others.count(name) for name in names)
    return secrets.choice([name for name in names if others.count(name) == least])


def _drawn(evaluation: Mapping[str, Any], form: str) -> Data:
    if evaluation["draw"] is None:
        return {"form": form, "drawn": None}
    items = next(one["items"] for one in evaluation["forms"] if one["name"] == form)
    count = min(evaluation["draw"], len(items))
    return {"form": form, "drawn": secrets.SystemRandom().sample(items, count)}
