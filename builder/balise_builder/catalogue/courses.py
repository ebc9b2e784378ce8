"""The tables of courses: what each holds, how it is assessed and read, what people must verify."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.catalogue.facts import TO_VERIFY
from balise_builder.catalogue.tables import NBSP, code, counted, decimal, listed, table
from balise_builder.checks.plain import Level, level
from balise_builder.checks.reading import course_inlines
from balise_builder.compile.aligned import place
from balise_builder.markdown.typography import typeset
from balise_builder.model import EvaluationBlock
from balise_builder.model.walk import (
    every_block,
    page_blocks,
    page_practice,
    page_scenarios,
    page_surveys,
)
from balise_builder.source.freshness import is_signed
from balise_builder.source.shared import is_shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from balise_builder.catalogue.facts import Facts
    from balise_builder.model import Course, Item, Objective, Page

STATUS = {"draft": "ébauche", "in-review": "en révision", "approved": "approuvé"}
LANGUAGES = {"fr": "français", "en": "anglais", "es": "espagnol", "iu": "inuktitut"}
FORMS = ("A", "B", "C")
LEGEND = """\
Durée : celle que le module annonce, puis celle de ses seules capsules. Une capsule est une page de
formation qui annonce sa durée et demande une décision; les tests, le scénario, les pages communes
et les sondages n’en sont pas."""
FORM_LEGEND = """\
Formes A et B : tirées au sort avant et après; forme C : trois mois plus tard. Entre parenthèses :
situations préoccupantes (P), ordinaires (O), sans situation (S). Exercices : questions des
pages."""
READING_LEGEND = """\
Pages lues en ligne, avec leurs exercices et toutes les rétroactions. LIX (Björnsson, 1968) : mots
par phrase + part des mots de sept lettres ou plus; moins de 40, un texte facile; plus de 50, un
texte difficile."""


def courses(facts: Sequence[Facts]) -> list[str]:
    """Return the lines of the part « formations »."""
    made = [(one, one.course) for one in facts if one.course is not None]
    lines = ["### Les modules", "", _whole(made), "", *_modules(made), "", typeset(LEGEND), ""]
    lines += ["### Ce qui est demandé", "", *_asked(made), "", typeset(FORM_LEGEND), ""]
    lines += ["### Les objectifs, et ce qui les évalue", "", *_objectives(made), ""]
    lines += ["### La lecture", "", *_reading(made), "", typeset(READING_LEGEND), ""]
    lines += ["### Ce que des personnes doivent encore vérifier", "", *_to_verify(made)]
    broken = [code(one.slug) for one in facts if one.course is None]
    if broken:
        why = typeset("Ne se construisent pas encore (« balise check » dit pourquoi) :")
        lines += ["", f"{why} {listed(broken)}."]
    return lines


Made = list[tuple["Facts", "Course"]]


def _whole(made: Made) -> str:
    """Return what all the modules come to."""
    minutes = sum(course.minutes or 0 for _, course in made)
    capsules = [page for _, course in made for page in course.pages if is_capsule(page)]
    modules, parts = counted(len(made), "module"), counted(len(capsules), "capsule")
    return f"{modules}, {_hours(minutes)} en tout, dont {_hours(_total(capsules))} en {parts}."


def _hours(minutes: int) -> str:
    hours, left = divmod(minutes, 60)
    return f"{hours}{NBSP}h{NBSP}{left:02}" if hours else f"{minutes}{NBSP}min"


def _modules(made: Made) -> list[str]:
    rows = []
    for one, course in made:
        capsules = [page for page in course.pages if is_capsule(page)]
        title = f"[{typeset(course.title)}]({one.slug}/cours.md)"
        rows.append((
            code(one.slug), title, listed(course.audiences), course.level,
            _minutes(course.minutes), _minutes(_total(capsules)), str(len(capsules)),
            _languages(one, course), STATUS[course.status],
        ))  # fmt: skip
    heads = (
        "Code", "Titre", "Public", "Niveau", "Durée", "dont capsules", "Capsules", "Langues",
        "Statut",
    )  # fmt: skip
    return table(heads, rows)


def is_capsule(page: Page) -> bool:
    """Return whether a page is a capsule proper: timed, of this course, with a decision to make."""
    if page.kind != "capsule" or not page.minutes or not page_practice(page):
        return False
    blocks = list(every_block(page_blocks(page)))
    evaluated = any(isinstance(block, EvaluationBlock) for block in blocks)
    shared = any(is_shared(place(block).file) for block in blocks)
    return not (page_scenarios(page) or page_surveys(page) or evaluated or shared)


def _total(pages: Iterable[Page]) -> int:
    return sum(page.minutes or 0 for page in pages)


def _minutes(minutes: int | None) -> str:
    return f"{minutes}{NBSP}min" if minutes else ""


def _languages(one: Facts, course: Course) -> str:
    """Return the languages of a course; what is missing of a translation is counted."""
    names = [_language(course.language)]
    for translation in one.translations:
        name = _language(translation.language)
        if translation.left is None:
            name += " (à corriger)"
        elif translation.left:
            name += f" ({counted(translation.left, 'passage')} à traduire)"
        names.append(name)
    return listed(names)


def _language(tag: str) -> str:
    return LANGUAGES.get(tag.partition("-")[0].lower(), tag)


def _asked(made: Made) -> list[str]:
    rows = []
    for one, course in made:
        asked = {form: items_of(course, form) for form in FORMS}
        practice = [item for page in course.every_page for item in page_practice(page)]
        scenes = [len(s.scenes) for page in course.every_page for s in page_scenarios(page)]
        rows.append((
            code(one.slug), *(_situations(asked[form]) for form in FORMS), _situations(practice),
            " + ".join(map(str, scenes)), _summary(course),
        ))  # fmt: skip
    heads = ("Code", *(f"Forme {f}" for f in FORMS), "Exercices", "Scènes", "Objectifs")
    return table(heads, rows)


def items_of(course: Course, form: str) -> list[Item]:
    """Return the items of one parallel form."""
    return [i for i in (*course.bank_items, *course.reserved_items) if i.form == form]


def _situations(items: Sequence[Item]) -> str:
    """Return ``10 (5 P, 3 O, 2 S)``."""
    of = [item.situation for item in items]
    counts = ((of.count("concerning"), "P"), (of.count("ordinary"), "O"), (of.count(None), "S"))
    kinds = listed(f"{number}{NBSP}{sign}" for number, sign in counts if number)
    return f"{len(items)} ({kinds})" if items else ""


def _assessed(course: Course, objective: Objective) -> tuple[list[int], int]:
    """Return how many items of each form, and of practice, ask for an objective."""
    forms = [
        sum(item.objective == objective.id for item in items_of(course, form)) for form in FORMS
    ]
    practice = (item for page in course.every_page for item in page_practice(page))
    return forms, sum(item.objective == objective.id for item in practice)


def _summary(course: Course) -> str:
    """Return how many objectives there are, and how many nothing assesses."""
    nothing = sum(
        not one.in_session and not any(_assessed(course, one)[0]) for one in course.objectives
    )
    missing = f", dont {nothing} que rien n’évalue" if nothing else ""
    return f"{len(course.objectives)}{missing}"


def _objectives(made: Made) -> list[str]:
    rows = []
    for one, course in made:
        for objective in course.objectives:
            forms, practice = _assessed(course, objective)
            numbers = [str(number) if number else "" for number in (*forms, practice)]
            session = "oui" if objective.in_session else ""
            text = typeset(objective.text.rstrip())
            rows.append((code(one.slug), code(objective.id), text, *numbers, session))
    heads = ("Code", "Objectif", "Énoncé", *FORMS, "Exercices", "Séance")
    return table(heads, rows)


def _reading(made: Made) -> list[str]:
    rows = []
    for one, course in made:
        whole = Level()
        hardest: tuple[float, str] = (0.0, "")
        for page in course.pages:
            found = level(page)
            whole = whole.with_more(found)
            if found.is_enough:
                hardest = max(hardest, (found.lix, page.title))
        words = f"{whole.words:,}".replace(",", NBSP)
        page_name = f"{typeset(hardest[1])} ({hardest[0]:.0f})" if hardest[1] else ""
        rows.append((code(one.slug), words, decimal(whole.mean), f"{whole.lix:.0f}", page_name))
    return table(("Code", "Mots", "Mots par phrase", "LIX", "Page au LIX le plus haut"), rows)


def _to_verify(made: Made) -> list[str]:
    rows = []
    for one, course in made:
        laws = laws_of(course)
        unsigned = [i for i in laws if not is_signed(one.registers.laws[i])]
        helps = one.registers.resources.values()
        unchecked = sum(resource.checked_on is None for resource in helps)
        rows.append((
            code(one.slug), f"{len(unsigned)} sur {len(laws)}", f"{unchecked} sur {len(helps)}",
            _threshold(course), _approvals(course), _points(one),
        ))  # fmt: skip
    heads = (
        "Code", "Énoncés de droit non signés", "Ressources d’aide non vérifiées", "Seuil",
        "Approbations manquantes", "Autres points",
    )  # fmt: skip
    return table(heads, rows)


def laws_of(course: Course) -> list[str]:
    """Return the ids of the legal statements that a course uses, sorted."""
    inlines = course_inlines(course)
    return sorted({c.meta["id"] for i in inlines for c in i.children or [] if c.type == "law_ref"})


def _threshold(course: Course) -> str:
    rule = course.rule
    if rule.threshold_points is None:
        return "aucun"
    by = rule.threshold_set_by
    points = f"{rule.threshold_points} sur {rule.threshold_of}"
    return f"{points}, fixé par {by}" if by else f"{points}, provisoire"


def _approvals(course: Course) -> str:
    return "aucune" if course.status == "approved" else "toutes"


def _points(one: Facts) -> str:
    if one.points is None:
        return "liste à écrire"
    return f"[{counted(one.points, 'point')}]({one.slug}/{TO_VERIFY})"
