"""The fields of course.json, as builder/player/src/contract.ts documents them (a test compares)."""

from __future__ import annotations

from typing import Literal, TypedDict


class ObjectiveData(TypedDict):
    """A learning objective."""

    id: str
    text: str


class RuleData(TypedDict):
    """What completes and passes the course."""

    pages: int
    evaluation: str | None
    threshold: int | None
    of: int | None
    failed: bool


class PageData(TypedDict):
    """A page; its words stand in index.html."""

    id: str
    n: int
    title: str
    kind: Literal["presentation", "capsule", "privacy", "help"]
    counted: bool
    minutes: int | None
    sensitive: bool
    notice: bool
    light: bool
    items: list[str]
    evaluations: list[str]
    scenarios: list[str]


class ChoiceData(TypedDict):
    """An option of a closed question."""

    id: str
    html: str
    right: bool
    fixed: bool
    target: str | None
    idea: str | None
    feedback: str


class TargetData(TypedDict):
    """A definition or a category that choices are put to."""

    id: str
    html: str


class IdeaData(TypedDict):
    """A misconception and what is known."""

    id: str
    idea: str
    reality: str
    source: str


class AnswerData(TypedDict):
    """An accepted answer of a short text or of a number."""

    id: str
    text: str
    value: float | None
    tolerance: float | None


class LightData(TypedDict):
    """A question in lighter words; ``choices`` are in the order of the item's, or empty."""

    stem: str
    choices: list[str]


class ItemData(TypedDict):
    """A question, of practice or of an evaluation."""

    id: str
    n: int
    kind: Literal[
        "single", "multiple", "true-false", "short-text", "number",
        "matching", "categorising", "ordering", "scale", "open",
    ]  # fmt: skip
    page: str | None
    points: int
    tries: int | None
    shuffle: bool
    partial: bool
    exact: bool
    certainty: bool
    objective: str | None
    situation: Literal["concerning", "ordinary"] | None
    stem: str
    choices: list[ChoiceData]
    targets: list[TargetData]
    answers: list[AnswerData]
    variants: list[dict[str, str]]
    light: LightData | None
    general: str


class FormData(TypedDict):
    """One parallel form of an evaluation."""

    name: str
    items: list[str]


class EvaluationData(TypedDict):
    """A scored set of items."""

    id: str
    n: int
    moment: Literal["before", "after", "followup"]
    page: str
    attempts: int | None
    draw: int | None
    forms: list[FormData]


class VariableData(TypedDict):
    """A variable of a scenario, with its first value (0 to 9)."""

    name: str
    value: int


class ConditionData(TypedDict):
    """What must hold for a choice to be offered."""

    variable: int
    operator: Literal["<", ">", "<=", ">=", "=", "!="]
    value: int


class EffectData(TypedDict):
    """What a choice changes."""

    variable: int
    operator: Literal["+", "-", "="]
    value: int


class SceneChoiceData(TypedDict):
    """A way from a scene to the next."""

    id: str
    html: str
    to: str
    feedback: str
    conditions: list[ConditionData]
    effects: list[EffectData]


class SceneData(TypedDict):
    """A scene; its words stand in index.html."""

    id: str
    n: int
    title: str
    end: bool
    points: int | None
    choices: list[SceneChoiceData]


class ScenarioData(TypedDict):
    """A branching scenario."""

    id: str
    n: int
    page: str
    start: str
    variables: list[VariableData]
    scenes: list[SceneData]


class ChecklistData(TypedDict):
    """A checklist that the learner keeps on the device."""

    id: str
    n: int
    page: str


class NoteData(TypedDict):
    """A private note."""

    id: str
    n: int
    page: str


class ProtocolData(TypedDict):
    """A place for the employer's contacts."""

    id: str
    page: str


class SettingsData(TypedDict):
    """What an installation may change."""

    quickExit: str


class SuspendData(TypedDict):
    """The exact bound of suspend data, in characters, and the limit it was checked against."""

    worst: int
    limit: int


class PathwayStepData(TypedDict):
    """A course of a pathway, or a part given in person (its ``course`` is empty)."""

    course: str
    title: str
    live: bool
    start: str
    minutes: int | None


class PathwayData(TypedDict):
    """A pathway that goes through the course."""

    id: str
    title: str
    description: str
    steps: list[PathwayStepData]


class CourseData(TypedDict):
    """The whole of course.json."""

    balise: Literal[1]
    id: str
    key: str
    title: str
    version: str
    language: str
    status: Literal["draft", "in-review", "approved"]
    level: str
    format: str
    audiences: list[str]
    minutes: int | None
    coAuthors: list[str]
    objectives: list[ObjectiveData]
    reporting: Literal["status", "result", "answers"]
    rule: RuleData
    pages: list[PageData]
    items: list[ItemData]
    evaluations: list[EvaluationData]
    notes: list[NoteData]
    protocols: list[ProtocolData]
    scenarios: list[ScenarioData]
    ideas: list[IdeaData]
    checklists: list[ChecklistData]
    pathways: list[PathwayData]
    texts: dict[str, str]
    settings: SettingsData
    suspend: SuspendData


VERSION: Literal[1] = 1
