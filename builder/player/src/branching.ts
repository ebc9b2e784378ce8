/**
 * How a branching scenario goes on: conditions, effects, endings. Pure; the Python counterpart is
 * balise_xblocks/branching.py, and both run tests/golden/completion/scenarios.json.
 */
import type { Condition, Effect, Scenario, Scene, SceneChoice } from "./contract.ts";
import type { ScenarioState } from "./state.ts";

/** Variables are integers from 0 to this, saturating. */
export const HIGHEST = 9;

export function sceneOf(scenario: Scenario, id: string): Scene | undefined {
  return scenario.scenes.find((scene) => scene.id === id);
}

/** The way at its beginning; `ending` is the last one reached before. */
export function beginning(scenario: Scenario, ending: string | null = null): ScenarioState {
  return { scene: scenario.start, variables: scenario.variables.map(({ value }) => value), ending };
}

/** Whether these can be the values of the scenario's variables. */
export function isSound(scenario: Scenario, values: number[]): boolean {
  const digit = (value: number) => Number.isInteger(value) && value >= 0 && value <= HIGHEST;
  return values.length === scenario.variables.length && values.every(digit);
}

/** The choices that the present scene offers: those whose conditions all hold. */
export function offered(scenario: Scenario, state: ScenarioState): SceneChoice[] {
  const choices = sceneOf(scenario, state.scene)?.choices ?? [];
  return choices.filter(({ conditions }) => conditions.every((c) => holds(c, state.variables)));
}

/** Where a choice leads; null when the scene does not offer it. */
export function chosen(scenario: Scenario, state: ScenarioState, letter: string): ScenarioState | null {
  const choice = offered(scenario, state).find(({ id }) => id === letter);
  const scene = choice && sceneOf(scenario, choice.to);
  if (!choice || !scene) return null;
  const variables = choice.effects.reduce(changed, state.variables);
  return { scene: scene.id, variables, ending: scene.end ? scene.id : state.ending };
}

function holds({ variable, operator, value }: Condition, variables: number[]): boolean {
  const now = variables[variable] ?? 0;
  switch (operator) {
    case "<": return now < value;
    case ">": return now > value;
    case "<=": return now <= value;
    case ">=": return now >= value;
    case "=": return now === value;
    case "!=": return now !== value;
  }
}

function changed(variables: number[], { variable, operator, value }: Effect): number[] {
  const after = [...variables];
  const now = after[variable] ?? 0;
  const next = operator === "=" ? value : operator === "+" ? now + value : now - value;
  after[variable] = Math.max(0, Math.min(HIGHEST, next));
  return after;
}
