"""Frozen values that say what a course is. Nothing here reads, checks or renders."""

from balise_builder.model.blocks import (
    Block,
    EvaluationBlock,
    Facilitation,
    HelpBlock,
    ItemBlock,
    Prose,
    Protocol,
    Reflection,
    ScenarioBlock,
)
from balise_builder.model.companion import Companion
from balise_builder.model.containers import (
    Audience,
    Case,
    CheckLine,
    Checklist,
    Container,
    Details,
    Foreign,
    Part,
    Steps,
    Tabs,
)
from balise_builder.model.course import Accepted, Course, Footnote, Medium, Notice, Objective, Page
from balise_builder.model.glossary import Term
from balise_builder.model.items import (
    Answer,
    Choice,
    CompletionRule,
    Evaluation,
    Form,
    Item,
    Target,
)
from balise_builder.model.media import Player
from balise_builder.model.pathway import Pathway, PathwayStep
from balise_builder.model.registers import (
    Figure,
    FirstName,
    Idea,
    Label,
    Law,
    Registers,
    Resource,
    Source,
    Word,
)
from balise_builder.model.scenario import (
    Condition,
    Effect,
    Scenario,
    Scene,
    SceneChoice,
    Variable,
)
from balise_builder.model.session import Card, Session, Step
from balise_builder.model.span import Span
from balise_builder.model.survey import Survey
from balise_builder.model.variant import Variant

__all__ = [
    "Accepted",
    "Answer",
    "Audience",
    "Block",
    "Card",
    "Case",
    "CheckLine",
    "Checklist",
    "Choice",
    "Companion",
    "CompletionRule",
    "Condition",
    "Container",
    "Course",
    "Details",
    "Effect",
    "Evaluation",
    "EvaluationBlock",
    "Facilitation",
    "Figure",
    "FirstName",
    "Footnote",
    "Foreign",
    "Form",
    "HelpBlock",
    "Idea",
    "Item",
    "ItemBlock",
    "Label",
    "Law",
    "Medium",
    "Notice",
    "Objective",
    "Page",
    "Part",
    "Pathway",
    "PathwayStep",
    "Player",
    "Prose",
    "Protocol",
    "Reflection",
    "Registers",
    "Resource",
    "Scenario",
    "ScenarioBlock",
    "Scene",
    "SceneChoice",
    "Session",
    "Source",
    "Span",
    "Step",
    "Steps",
    "Survey",
    "Tabs",
    "Target",
    "Term",
    "Variable",
    "Variant",
    "Word",
]
