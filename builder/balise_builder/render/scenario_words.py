"""A scenario in plain words: its conditions and effects, and a list of what its map shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.markdown import plain_text
from balise_builder.model import Prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from balise_builder.model import Condition, Effect, Scenario, Scene, SceneChoice

FRENCH = {
    "<": "{name} est sous {value}", ">": "{name} dépasse {value}",
    "<=": "{name} est au plus {value}", ">=": "{name} est au moins {value}",
    "=": "{name} vaut {value}", "!=": "{name} ne vaut pas {value}",
    "if": "si ", "and": " et ", "set": "{name} devient {value}",
    "start": "Début", "end": "Fin", "leads": "{choice} : mène à {target}",
    "stops": "L’histoire s’arrête ici.",
    "point": "{n} point", "points": "{n} points", "begins": "Au départ : {values}.",
    "map": "Carte du scénario : {scenes} scènes, {ends} fins. La liste qui suit dit la même chose.",
    "list": "La carte en mots",
}  # fmt: skip
ENGLISH = {
    "<": "{name} is under {value}", ">": "{name} is over {value}",
    "<=": "{name} is at most {value}", ">=": "{name} is at least {value}",
    "=": "{name} is {value}", "!=": "{name} is not {value}",
    "if": "if ", "and": " and ", "set": "{name} becomes {value}",
    "start": "Start", "end": "End", "leads": "{choice}: leads to {target}",
    "stops": "The story ends here.",
    "point": "{n} point", "points": "{n} points", "begins": "At the start: {values}.",
    "map": "Map of the scenario: {scenes} scenes, {ends} endings. The list below says the same.",
    "list": "The map in words",
}  # fmt: skip


def words_in(language: str) -> dict[str, str]:
    """Return the words of a language (``fr-CA``, ``en``…)."""
    return ENGLISH if language.lower().startswith("en") else FRENCH


def rule_words(scenario: Scenario, choice: SceneChoice, words: dict[str, str]) -> list[str]:
    """Return what a choice needs and what it changes, each in a few words; often nothing."""
    needs = [_condition(scenario, condition, words) for condition in choice.conditions]
    said = [words["if"] + words["and"].join(needs)] if needs else []
    return said + [_effect(scenario, effect, words) for effect in choice.effects]


def _condition(scenario: Scenario, condition: Condition, words: dict[str, str]) -> str:
    name = scenario.variables[condition.variable].name
    return words[condition.operator].format(name=name, value=condition.value)


def _effect(scenario: Scenario, effect: Effect, words: dict[str, str]) -> str:
    name = scenario.variables[effect.variable].name
    if effect.operator == "=":
        return words["set"].format(name=name, value=effect.value)
    return f"{name} {'+' if effect.operator == '+' else '−'} {effect.value}"


def points_words(scene: Scene, words: dict[str, str]) -> str:
    """Return the points of an ending in words; empty when it has none."""
    if scene.points is None:
        return ""
    return words["points" if scene.points > 1 else "point"].format(n=scene.points)


def choice_words(choice: SceneChoice) -> str:
    """Return the text of a choice, without its marks."""
    tokens = [t for block in choice.text if isinstance(block, Prose) for t in block.tokens]
    return " ".join(plain_text(t.children or []) for t in tokens if t.type == "inline")


def as_list(scenario: Scenario, language: str, typeset: Callable[[str], str]) -> Markup:
    """Return the scenes and their choices as lists: what the map shows, for those who read it."""
    words = words_in(language)
    titles = {scene.id: typeset(scene.title) for scene in scenario.scenes}
    numbers = {scene.id: n for n, scene in enumerate(scenario.scenes, 1)}
    lines = []
    for scene in scenario.scenes:
        marks = [words["start"]] if scene.id == scenario.start else []
        marks += [words["end"]] if scene.end else []
        marks += [points_words(scene, words)] if scene.points is not None else []
        choices = Markup("").join(
            Markup("<li>{}{}</li>\n").format(
                typeset(words["leads"].format(
                    choice=choice_words(choice),
                    target=f"{numbers[choice.target]}. {titles[choice.target]}",
                )),
                _rules(scenario, choice, words, typeset),
            )
            for choice in scene.choices
        )  # fmt: skip
        inside = Markup("<ul>\n{}</ul>\n").format(choices) if choices else words["stops"]
        mark = Markup(" <em>({})</em>").format(", ".join(marks)) if marks else ""
        lines.append(
            Markup("<li><strong>{}</strong>{} {}</li>\n").format(titles[scene.id], mark, inside)
        )
    return Markup("<ol>\n{}</ol>\n").format(Markup("").join(lines))


def _rules(
    scenario: Scenario, choice: SceneChoice, words: dict[str, str], typeset: Callable[[str], str]
) -> str:
    said = rule_words(scenario, choice, words)
    return typeset(f" ({'; '.join(said)})") if said else ""
