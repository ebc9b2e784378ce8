"""Two versions of a course, for the people in the middle of it: what their results would lose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_builder.model.walk import page_items, page_scenarios
from balise_builder.source.folding import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from balise_builder.model import Answer, Course, Evaluation, Item

CHANGES: dict[str, tuple[str, str]] = {
    "key": (
        "ids.lock a une autre clé de cours : aucune progression ne serait reconnue.",
        "ids.lock has another course key: no progress would be recognised.",
    ),
    "page-gone": (
        "La page « {id} » n’existe plus : sa lecture est oubliée.",
        "The page “{id}” is gone: having read it is forgotten.",
    ),
    "page-added": ("Nouvelle page : « {id} ».", "New page: “{id}”."),
    "item-gone": (
        "La question « {id} » n’existe plus : ses réponses restent sans question.",
        "The question “{id}” is gone: its answers are orphaned.",
    ),
    "item-added": ("Nouvelle question : « {id} ».", "New question: “{id}”."),
    "item-kind": (
        "La question « {id} » change de sorte : ses réponses ne se lisent plus.",
        "The question “{id}” changes its kind: its answers can no longer be read.",
    ),
    "choice-gone": (
        "« {id} » perd le choix {letter} : qui l’avait choisi n’a plus de réponse.",
        "“{id}” loses the choice {letter}: those who took it have no answer any more.",
    ),
    "target-gone": (
        "« {id} » perd la définition ou catégorie {letter} : qui l’avait choisie n’a plus de"
        " réponse.",
        "“{id}” loses the definition or category {letter}: those who took it have no answer any"
        " more.",
    ),
    "item-key": (
        "La clé de « {id} » change, de {old} à {new} : des réponses justes deviennent fausses, ou"
        " l’inverse.",
        "The key of “{id}” changes, from {old} to {new}: right answers become wrong, or the other"
        " way round.",
    ),
    "item-answers": (
        "« {id} » n’accepte plus : {old}.",
        "“{id}” no longer accepts: {old}.",
    ),
    "item-points": (
        "« {id} » valait {old} et vaut {new} : les résultats changent.",
        "“{id}” was worth {old} and is worth {new}: results change.",
    ),
    "scenario-gone": (
        "Le scénario « {id} » n’existe plus : le chemin fait est oublié.",
        "The scenario “{id}” is gone: the way taken is forgotten.",
    ),
    "scenario-added": ("Nouveau scénario : « {id} ».", "New scenario: “{id}”."),
    "scene-gone": (
        "La scène « {id} » du scénario « {scenario} » n’existe plus : qui s’y était arrêté"
        " recommence le scénario.",
        "The scene “{id}” of the scenario “{scenario}” is gone: those who stopped there begin the"
        " scenario again.",
    ),
    "scenario-variables": (
        "Les variables du scénario « {id} » changent, de {old} à {new} : qui est en chemin"
        " pourrait voir d’autres choix.",
        "The variables of the scenario “{id}” change, from {old} to {new}: those on their way may"
        " be offered other choices.",
    ),
    "evaluation-gone": (
        "L’évaluation « {id} » n’existe plus : ses résultats sont oubliés.",
        "The assessment “{id}” is gone: its results are forgotten.",
    ),
    "evaluation-forms": (
        "Les questions de l’évaluation « {id} » changent : une tentative commencée ne compte plus.",
        "The questions of the assessment “{id}” change: an attempt under way no longer counts.",
    ),
    "rule-evaluation": (
        "La réussite dépend de « {new} », et non plus de « {old} ».",
        "Success depends on “{new}”, no longer on “{old}”.",
    ),
    "rule-threshold": (
        "Le seuil passe de {old} à {new} : des réussites peuvent changer.",
        "The threshold goes from {old} to {new}: some may pass or fail otherwise.",
    ),
    "rule-pages": (
        "Pages à lire : de {old} % à {new} %.",
        "Pages to read: from {old}% to {new}%.",
    ),
    "renamed": (
        "« {old} » devient « {id} » et garde ses résultats (ancien-id).",
        "“{old}” becomes “{id}” and keeps its results (former-id).",
    ),
}
"""What may change, in both languages."""
HARMLESS = frozenset({"page-added", "item-added", "scenario-added", "renamed"})


@dataclass(frozen=True, slots=True)
class Change:
    """One change that matters to learners in progress."""

    code: str
    params: Mapping[str, str]

    @property
    def lost(self) -> bool:
        """Whether something recorded would be lost or judged otherwise."""
        return self.code not in HARMLESS

    def text(self, lang: str = "fr") -> str:
        """Return the change in words."""
        fr, en = CHANGES[self.code]
        return (en if lang == "en" else fr).format_map(self.params)


def compare(old: Course, new: Course, renamed: Mapping[tuple[str, str], str]) -> list[Change]:
    """Return what changed from ``old`` to ``new``, what is lost first.

    :param renamed: the new id of each former one, by kind (``page``, ``item``, ``evaluation``), as
        ``ancien-id`` says it.
    """
    found = [*_all(old, new, renamed)]
    return [c for c in found if c.lost] + [c for c in found if not c.lost]


def _all(old: Course, new: Course, renamed: Mapping[tuple[str, str], str]) -> Iterator[Change]:
    if old.key != new.key:
        yield _change("key")
    before, after = {p.id: p for p in old.every_page}, {p.id: p for p in new.every_page}
    yield from _ids("page", before, after, renamed)
    old_items, new_items = _items(old), _items(new)
    yield from _ids("item", old_items, new_items, renamed)
    for name, item in old_items.items():
        now = new_items.get(renamed.get(("item", name), name))
        if now is not None:
            yield from _item(item, now)
    yield from _stories(old, new, renamed)
    old_tests, new_tests = ({e.id: e for e in c.evaluations} for c in (old, new))
    yield from _ids("evaluation", old_tests, new_tests, renamed)
    for name, test in old_tests.items():
        same = new_tests.get(renamed.get(("evaluation", name), name))
        if same is not None and _forms(test, renamed) != _forms(same, {}):
            yield _change("evaluation-forms", id=same.id)
    yield from _rule(old, new, renamed)


def _change(code: str, **params: object) -> Change:
    return Change(code, {name: str(value) for name, value in params.items()})


def _ids(
    kind: str,
    old: Mapping[str, object],
    new: Mapping[str, object],
    renamed: Mapping[tuple[str, str], str],
) -> Iterator[Change]:
    """Yield what is gone, renamed and new."""
    kept = set()
    for name in old:
        now = renamed.get((kind, name), name)
        kept.add(now)
        if now not in new:
            yield _change(f"{kind}-gone", id=name)
        elif now != name:
            yield _change("renamed", id=now, old=name)
    for name in new:
        if name not in kept and kind != "evaluation":
            yield _change(f"{kind}-added", id=name)


def _items(course: Course) -> dict[str, Item]:
    every = [item for page in course.every_page for item in page_items(page)]
    return {i.id: i for i in (*every, *course.bank_items, *course.reserved_items)}


def _item(old: Item, new: Item) -> Iterator[Change]:
    """Yield what changed in one question."""
    if old.kind != new.kind:
        yield _change("item-kind", id=new.id)
        return
    for code, one, two in (("choice-gone", old.choices, new.choices),
                           ("target-gone", old.targets, new.targets)):  # fmt: skip
        letters = {known.letter for known in two}
        for known in one:
            if known.letter not in letters:
                yield _change(code, id=new.id, letter=known.letter)
    before, after = _key(old), _key(new)
    if before != after:
        yield _change("item-key", id=new.id, old=before or "—", new=after or "—")
    gone = [answer.text for answer in old.answers if not _accepted(answer, new)]
    if gone:
        yield _change("item-answers", id=new.id, old=", ".join(gone))
    if old.points != new.points:
        yield _change("item-points", id=new.id, old=old.points, new=new.points)


def _stories(old: Course, new: Course, renamed: Mapping[tuple[str, str], str]) -> Iterator[Change]:
    """Yield what changed in the scenarios."""
    before, after = ({s.id: s for p in c.every_page for s in page_scenarios(p)} for c in (old, new))
    yield from _ids("scenario", before, after, renamed)
    for name, story in before.items():
        now = after.get(renamed.get(("scenario", name), name))
        if now is None:
            continue
        scenes = {f"{now.id}/{scene.id}" for scene in now.scenes}
        for scene in story.scenes:
            place = renamed.get(("scene", f"{name}/{scene.id}"), f"{now.id}/{scene.id}")
            numbers = {other.number for other in now.scenes}
            if place not in scenes or scene.number not in numbers:
                yield _change("scene-gone", id=scene.id, scenario=now.id)
            elif place != f"{now.id}/{scene.id}":
                yield _change("renamed", id=place.partition("/")[2], old=scene.id)
        values = [" ".join(v.name for v in s.variables) or "—" for s in (story, now)]
        if values[0] != values[1]:
            yield _change("scenario-variables", id=now.id, old=values[0], new=values[1])


def _key(item: Item) -> str:
    """Return what is right, in letters: choices, pairs in their order, steps in the right order."""
    if item.kind == "ordering":
        return " ".join(choice.letter for choice in item.choices)
    if item.targets:
        pairs = sorted((choice.letter, choice.target) for choice in item.choices)
        return ", ".join(f"{choice}→{target}" for choice, target in pairs)
    return ", ".join(sorted(choice.letter for choice in item.choices if choice.right))


def _accepted(answer: Answer, item: Item) -> bool:
    """Return whether ``item`` accepts all that ``answer`` did."""
    if answer.value is None:
        return fold_text(answer.text) in {fold_text(one.text) for one in item.answers}
    by = answer.tolerance or 0
    return any(
        one.value is not None and abs(one.value - answer.value) + by <= (one.tolerance or 0)
        for one in item.answers
    )


def _forms(test: Evaluation, renamed: Mapping[tuple[str, str], str]) -> object:
    """Return what an attempt draws from: the questions of each form, and how many."""
    forms = {f.name: {renamed.get(("item", i), i) for i in f.item_ids} for f in test.forms}
    return forms, test.draw


def _rule(old: Course, new: Course, renamed: Mapping[tuple[str, str], str]) -> Iterator[Change]:
    """Yield what changed in the rule of completion."""
    one, two = old.rule, new.rule
    name = one.evaluation_id or ""
    if renamed.get(("evaluation", name), name) != (two.evaluation_id or ""):
        yield _change("rule-evaluation", old=name or "—", new=two.evaluation_id or "—")
    marks = [
        "—" if r.threshold_points is None else f"{r.threshold_points}/{r.threshold_of}"
        for r in (one, two)
    ]
    if marks[0] != marks[1]:
        yield _change("rule-threshold", old=marks[0], new=marks[1])
    if one.pages_percent != two.pages_percent:
        yield _change("rule-pages", old=one.pages_percent, new=two.pages_percent)
