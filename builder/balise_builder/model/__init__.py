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
)
from balise_builder.model.course import Accepted, Course, Footnote, Medium, Notice, Objective, Page
from balise_builder.model.items import (
    Answer,
    Choice,
    CompletionRule,
    Evaluation,
    Form,
    Item,
)
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
from balise_builder.model.session import Card, Session, Step
from balise_builder.model.span import Span

__all__ = [
    "Accepted",
    "Answer",
    "Block",
    "Card",
    "Choice",
    "CompletionRule",
    "Course",
    "Evaluation",
    "EvaluationBlock",
    "Facilitation",
    "Figure",
    "FirstName",
    "Footnote",
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
    "Prose",
    "Protocol",
    "Reflection",
    "Registers",
    "Resource",
    "Session",
    "Source",
    "Span",
    "Step",
    "Word",
]
