"""A small course written as model values, for tests of what comes after the compilation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from balise_builder.markdown import Run, parse
from balise_builder.model import (
    Answer,
    Block,
    Choice,
    CompletionRule,
    Course,
    Evaluation,
    EvaluationBlock,
    Facilitation,
    Figure,
    Footnote,
    Form,
    Item,
    ItemBlock,
    Law,
    Medium,
    Notice,
    Objective,
    Page,
    Prose,
    Protocol,
    Reflection,
    Registers,
    Resource,
    Source,
    Span,
)
from balise_builder.source import SourceText

SECRET = "Note pour l’animation seulement"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"><title>Plan</title></svg>\n'


def prose(text: str, file: str = "x.md") -> tuple[Block, ...]:
    """Return the blocks of CommonMark text."""
    nodes = parse(SourceText.of(file, text)).nodes
    return tuple(Prose(Span(file), tuple(n.tokens)) for n in nodes if isinstance(n, Run))


def item(number: int, *, form: str | None = None, **changes: object) -> Item:
    """Return a single-choice question; ``changes`` replace its fields."""
    choices = tuple(
        Choice(
            Span("x.md"), letter, prose(f"Choix {letter}"), letter == "b", prose(f"Retour {letter}")
        )
        for letter in "abc"
    )
    made = Item(
        Span("x.md"), f"q-{number}", number, "single", prose(f"Question {number} ?"), choices,
        general=prose("Pour tout le monde."), form=form,  # type: ignore[arg-type]
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def short_text(number: int) -> Item:
    answers = (Answer(Span("x.md"), "a", "consentement"), Answer(Span("x.md"), "b", "Accord libre"))
    return Item(
        Span("x.md"), f"q-{number}", number, "short-text", prose("Un mot?"), answers=answers
    )


def registers() -> Registers:
    span, checked = Span("r.yaml"), date(2026, 1, 5)
    return Registers(
        figures={"N1": Figure(span, "N1", "36,4 %", "2020", "plan")},
        laws={
            "L01": Law(span, "L01", "Toute personne doit signaler.", "Loi X", "art. 39", "plan"),
            "L02": Law(span, "L02", "Énoncé vérifié.", "Loi Y", "art. 2", "plan", checked, "Me Z"),
        },
        resources={
            "tel": Resource(
                span, "tel", "Ligne d’écoute", ("me", "accompany"), phone="1 800 555-0100",
                site="https://exemple.test/", checked_on=checked, checked_by="M. N.",
            ),
            "sq": Resource(span, "sq", "Sûreté du Québec", ("me", "accompany"), phone="310-4141"),
        },
        sources={
            "plan": Source(span, "plan", {
                "author": "Gouvernement", "title": "Plan d’action", "issued": "2021",
                "URL": "https://exemple.test/plan",
            }),
        },
        variables={"employeur": "votre employeur"},
    )  # fmt: skip


def pages() -> tuple[Page, ...]:
    span = Span("01.md")
    note = Footnote(span, "1", 1, prose("La note."))
    first = Page(
        Span("cours.md"),
        "accueil",
        1,
        "cours.md",
        "presentation",
        "Présentation",
        None,
        False,
        (),
        None,
        (),
        prose("Bienvenue chez {{employeur}} : [suite](01.md).", "cours.md"),
    )
    capsule = Page(
        span, "signaux", 2, "01.md", "capsule", "Les signaux", 4, True,
        prose("Avant l’avis."), Notice(span, prose("Ce qui est montré.")),
        prose("Version plus légère."),
        (
            *prose("Texte[^1] complet : {{chiffre.N1}}, {{droit.L01}}, {{aide.tel}} [@plan, p. 3]."
                   "\n\n> [!NOTE]\n> Une remarque.\n\n[^1]: La note.\n", "01.md"),
            ItemBlock(item(1)),
            ItemBlock(short_text(2)),
            Reflection(span, "note-1", 1, prose("Et vous?")),
            Protocol(span, "proto", ()),
            Facilitation(span, "both", 5, prose(SECRET)),
        ),
        footnotes=(note,),
    )  # fmt: skip
    last = Page(
        Span("02.md"),
        "bilan-page",
        3,
        "02.md",
        "capsule",
        "Le bilan",
        3,
        False,
        (),
        None,
        (),
        (EvaluationBlock(span, "bilan"), EvaluationBlock(span, "suivi")),
    )
    return first, capsule, last


def course(folder: Path, **changes: object) -> Course:
    """Return the course, its one image written into ``folder``; ``changes`` replace its fields."""
    image = folder / "plan.svg"
    image.write_bytes(SVG)
    span = Span("02.md")
    forms = tuple(
        Form(name, (f"q-{n}", f"q-{n + 1}")) for name, n in (("A", 11), ("B", 13), ("C", 15))
    )
    bank = tuple(item(n, form="ABC"[(n - 11) // 2]) for n in range(11, 17))
    made = Course(
        folder, "mon-cours", "Zq81Ab", "Mon cours : « essai »", "0.1.0", "fr-CA", "draft", "result",
        pages(), CompletionRule(100, "bilan", 1, 2),
        evaluations=(
            Evaluation(span, "bilan", 1, "after", "bilan-page", forms, prose("On commence.")),
            Evaluation(span, "suivi", 2, "followup", "bilan-page", forms),
        ),
        bank_items=bank,
        objectives=(Objective(span, "o1", "Choisir l'action juste"),),
        audiences=("hôtellerie",), co_authors=("Organisme X",), minutes=10,
        facilitation=(Facilitation(span, "both", 5, prose(SECRET)),),
        registers=registers(),
        media=(Medium(image, "media/plan.svg", "media/plan-12345678.svg", len(SVG)),),
        date="2026-03-31",
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]
