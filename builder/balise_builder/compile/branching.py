"""Every state that a scenario can reach, and what a learner would be stuck in.

The counterpart of the player's ``branching.ts``: a choice is offered when all its conditions hold,
effects come in their order, variables saturate between 0 and 9.
"""

from __future__ import annotations

import operator
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from balise_builder.model.scenario import HIGHEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from balise_builder.diagnostics import Collector
    from balise_builder.model import Effect, Scenario, SceneChoice

MOST_STATES = 100_000
"""Of all the scenarios of a course together: a second or two, whatever an author writes."""
HOLDS: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge,
    "=": operator.eq, "!=": operator.ne,
}  # fmt: skip
ARROW = " → "
LONGEST_WAY = 8
"""Scenes of a way that a message names; the middle of a longer one is left out."""

State = tuple[str, tuple[int, ...]]
"""Id of the scene, values of the variables in their order."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A choice, ready to be tried many times."""

    letter: str
    target: str
    conditions: tuple[tuple[int, Callable[[int, int], bool], int], ...]
    effects: tuple[Effect, ...]

    @classmethod
    def of(cls, choice: SceneChoice) -> _Step:
        conditions = tuple((c.variable, HOLDS[c.operator], c.value) for c in choice.conditions)
        return cls(choice.letter, choice.target, conditions, choice.effects)


@dataclass(slots=True)
class Ways:
    """What exploring has found."""

    before: dict[State, State | None]
    """The state from which each was first reached: the shortest ways."""
    after: dict[State, list[State]]
    taken: set[tuple[str, str]] = field(default_factory=set)
    """Scene and letter of the choices that were offered at least once."""
    whole: bool = True
    """Whether all states were seen."""


def changed(values: tuple[int, ...], effects: Iterable[Effect]) -> tuple[int, ...]:
    """Return ``values`` after ``effects``."""
    after = list(values)
    for effect in effects:
        if effect.operator == "=":
            after[effect.variable] = effect.value
        elif effect.operator == "+":
            after[effect.variable] = min(HIGHEST, after[effect.variable] + effect.value)
        else:
            after[effect.variable] = max(0, after[effect.variable] - effect.value)
    return tuple(after)


def ways(scenario: Scenario, most: int = MOST_STATES) -> Ways:
    """Visit every state from the first, nearest first; at most ``most`` of them."""
    scenes = {scene.id: [_Step.of(choice) for choice in scene.choices] for scene in scenario.scenes}
    first: State = (scenario.start, tuple(v.value for v in scenario.variables))
    before: dict[State, State | None] = {first: None}
    found = Ways(before, {})
    waiting = deque([first])
    while waiting:
        state = waiting.popleft()
        name, values = state
        after = found.after[state] = []
        for step in scenes[name]:
            for variable, compare, wanted in step.conditions:
                if not compare(values[variable], wanted):
                    break
            else:
                found.taken.add((name, step.letter))
                then = (step.target, changed(values, step.effects) if step.effects else values)
                after.append(then)
                if then not in before:
                    before[then] = state
                    waiting.append(then)
        if len(before) > most:
            found.whole = False
            return found
    return found


def way_to(state: State, before: Mapping[State, State | None]) -> list[State]:
    """Return the shortest way from the first state to ``state``."""
    way = [state]
    while (previous := before[way[-1]]) is not None:
        way.append(previous)
    return way[::-1]


def explore(scenario: Scenario, collector: Collector, most: int = MOST_STATES) -> int:
    """Report what a learner would be stuck in, or would never see; return how many states.

    :param most: how many states are left to explore in the course.
    """
    found = ways(scenario, most)
    if not found.whole:
        collector.add(
            "scenario-trop-vaste", scenario.span, most=f"{MOST_STATES:,}".replace(",", " ")
        )
    else:
        _Report(scenario, found, collector).all()
    return len(found.before)


class _Report:
    """The findings of one explored scenario."""

    def __init__(self, scenario: Scenario, found: Ways, collector: Collector) -> None:
        self.scenario, self.found, self.collector = scenario, found, collector
        self.scenes = {scene.id: scene for scene in scenario.scenes}

    def all(self) -> None:
        """Report everything."""
        ends = [scene for scene in self.scenario.scenes if scene.end]
        if not ends:
            self.collector.add("scenario-sans-fin", self.scenario.span)
        stuck = self._stuck()
        if ends:
            self._loops(stuck)
        seen = {scene for scene, _ in self.found.before}
        for scene in self.scenario.scenes:
            if scene.id not in seen:
                self.collector.add("scene-inaccessible", scene.span, title=scene.title)
            elif scene.end and not scene.body:
                self.collector.add("fin-sans-mot", scene.span, title=scene.title)
        self._never(seen)
        self._variables()

    def _stuck(self) -> set[State]:
        """Report the first state of each scene where no choice is offered; return them all."""
        stuck = {s for s, after in self.found.after.items() if not after and not self._end(s)}
        told: set[str] = set()
        for state in self.found.before:
            scene = self.scenes[state[0]]
            if state in stuck and scene.id not in told and scene.choices:
                told.add(scene.id)
                self.collector.add(
                    "scene-sans-issue", scene.span, title=scene.title, values=self._values(state),
                    way=self._way(state),
                )  # fmt: skip
        return stuck

    def _loops(self, stuck: set[State]) -> None:
        """Report the first state from which no ending can be reached, and the loop it is in."""
        sources: dict[State, list[State]] = {}
        for state, after in self.found.after.items():
            for then in after:
                sources.setdefault(then, []).append(state)
        safe = {s for s in self.found.before if self._end(s)} | stuck
        waiting = list(safe)
        while waiting:
            for state in sources.get(waiting.pop(), ()):
                if state not in safe:
                    safe.add(state)
                    waiting.append(state)
        first = next((state for state in self.found.before if state not in safe), None)
        if first is None:
            return
        caught, waiting = {first: None}, [first]
        while waiting:
            for then in self.found.after[waiting.pop()]:
                if then not in caught:
                    caught[then] = None
                    waiting.append(then)
        titles = dict.fromkeys(self.scenes[scene].title for scene, _ in caught)
        scene = self.scenes[first[0]]
        self.collector.add(
            "scenario-boucle", scene.span, title=scene.title, way=self._way(first),
            values=self._values(first), scenes=", ".join(f"« {title} »" for title in titles),
            scenes_en=", ".join(f"“{title}”" for title in titles),
        )  # fmt: skip

    def _never(self, seen: set[str]) -> None:
        """Report the choices that are never offered in scenes that are reached."""
        for scene in self.scenario.scenes:
            for choice in scene.choices:
                if scene.id in seen and (scene.id, choice.letter) not in self.found.taken:
                    written = dict.fromkeys(c.written for c in choice.conditions)
                    state = next(s for s in self.found.before if s[0] == scene.id)
                    self.collector.add(
                        "condition-jamais-vraie", choice.span, text=" ".join(written),
                        way=self._way(state), title=scene.title,
                    )  # fmt: skip

    def _variables(self) -> None:
        """Report the variables that no condition reads, or that no effect changes."""
        choices = [choice for scene in self.scenario.scenes for choice in scene.choices]
        read = {c.variable for choice in choices for c in choice.conditions}
        written = {e.variable for choice in choices for e in choice.effects}
        for index, variable in enumerate(self.scenario.variables):
            if index not in read:
                self.collector.add("variable-jamais-lue", variable.span, name=variable.name)
            elif index not in written:
                self.collector.add("variable-jamais-changee", variable.span, name=variable.name)

    def _end(self, state: State) -> bool:
        return self.scenes[state[0]].end

    def _values(self, state: State) -> str:
        """Return the values of a state in words; a dash when there are no variables."""
        names = (variable.name for variable in self.scenario.variables)
        return ", ".join(f"{n} = {v}" for n, v in zip(names, state[1], strict=True)) or "—"

    def _way(self, state: State) -> str:
        """Return the shortest way to a state, in titles."""
        titles = [self.scenes[scene].title for scene, _ in way_to(state, self.found.before)]
        if len(titles) > LONGEST_WAY:
            half = LONGEST_WAY // 2
            titles = [*titles[:half], "…", *titles[-half:]]
        return ARROW.join(titles)
