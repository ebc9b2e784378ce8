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


class ChoiceData(TypedDict):
    """An option of a closed question."""

    id: str
    html: str
    right: bool
    fixed: bool
    feedback: str


class AnswerData(TypedDict):
    """An accepted answer of a short text."""

    id: str
    text: str


class ItemData(TypedDict):
    """A question, of practice or of an evaluation."""

    id: str
    n: int
    kind: Literal["single", "multiple", "true-false", "short-text"]
    page: str | None
    points: int
    tries: int | None
    shuffle: bool
    partial: bool
    exact: bool
    objective: str | None
    situation: Literal["concerning", "ordinary"] | None
    stem: str
    choices: list[ChoiceData]
    answers: list[AnswerData]
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
    texts: dict[str, str]
    settings: SettingsData
    suspend: SuspendData


VERSION: Literal[1] = 1
