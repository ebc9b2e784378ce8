/** Events change the state here and nowhere else. Pure; an event that makes no sense changes nothing. */
import { beginning, chosen, isSound, sceneOf } from "./branching.ts";
import type { CourseDocument, Evaluation, Item, Page, Scenario } from "./contract.ts";
import { better, canonical, grade, result } from "./grade.ts";
import type { EvaluationState, ItemState, PlayerEvent, Response, ScenarioState, State } from "./state.ts";

/** Saturations keep the worst case of suspend data finite; limits of the course are above them. */
export const MOST_TRIES = 14;
export const MOST_ATTEMPTS = 31;

export function newState(seed: string): State {
  return { seed, place: "", read: [], items: {}, evaluations: {}, scenarios: {}, elapsed: 0 };
}

export function itemOf(course: CourseDocument, id: string): Item | undefined {
  return course.items.find((item) => item.id === id);
}

export function evaluationOf(course: CourseDocument, id: string): Evaluation | undefined {
  return course.evaluations.find((evaluation) => evaluation.id === id);
}

export function scenarioOf(course: CourseDocument, id: string): Scenario | undefined {
  return course.scenarios.find((scenario) => scenario.id === id);
}

/**
 * A page whose reading is kept. « Qui voit quoi » and the help are looked up, not gone through, and
 * opening them leaves no trace: a place is sent to the platform.
 */
export function pageOf(course: CourseDocument, id: string): Page | undefined {
  const page = course.pages.find((p) => p.id === id);
  return page && page.kind !== "privacy" && page.kind !== "help" ? page : undefined;
}

export function isUsedUp(evaluation: Evaluation, state: EvaluationState | undefined): boolean {
  return evaluation.attempts !== null && (state?.attempts ?? 0) >= evaluation.attempts;
}

/** Items of the attempt, in order. */
export function attemptItems(
  course: CourseDocument, evaluation: Evaluation, state: EvaluationState,
): Item[] {
  const form = evaluation.forms.find((f) => f.name === state.form);
  const ids = state.drawn ?? form?.items ?? [];
  return ids.flatMap((id) => itemOf(course, id) ?? []);
}

/** The state after `event`; the same object when nothing changed. */
export function apply(course: CourseDocument, state: State, event: PlayerEvent): State {
  switch (event.type) {
    case "page-opened":
      return pageOf(course, event.page) && state.place !== event.page
        ? { ...state, place: event.page }
        : state;
    case "page-read":
      return read(course, state, event.page);
    case "item-answered":
      return answerItem(course, state, event.item, event.response);
    case "evaluation-started":
      return start(course, state, event.evaluation, event.form, event.drawn);
    case "evaluation-answered":
      return answerEvaluation(course, state, event.evaluation, event.item, event.response);
    case "evaluation-finished":
      return finish(course, state, event.evaluation);
    case "scene-chosen":
    case "scene-returned":
    case "scenario-restarted":
      return goOn(course, state, event);
    case "quick-exit":
      return state.place === "" ? state : { ...state, place: "" };
    case "time":
      return event.seconds > 0 ? { ...state, elapsed: state.elapsed + event.seconds } : state;
  }
}

function read(course: CourseDocument, state: State, id: string): State {
  if (!pageOf(course, id) || state.read.includes(id)) return state;
  const ids = new Set([...state.read, id]);
  return { ...state, read: course.pages.map((p) => p.id).filter((p) => ids.has(p)) };
}

/** A page counts as read when its last open question or evaluation is answered. */
function readWhenAnswered(course: CourseDocument, state: State, id: string | null): State {
  const page = course.pages.find((p) => p.id === id);
  if (!page) return state;
  const open =
    page.items.some((item) => !state.items[item]) ||
    page.evaluations.some((evaluation) => !state.evaluations[evaluation]?.attempts) ||
    page.scenarios.some((scenario) => !state.scenarios[scenario]?.ending);
  return open ? state : read(course, state, page.id);
}

function answerItem(course: CourseDocument, state: State, id: string, response: Response): State {
  const item = itemOf(course, id);
  const before = state.items[id];
  const tries = before?.tries ?? 0;
  if (!item || item.page === null || (item.tries !== null && tries >= item.tries)) return state;
  const right = grade(item, response).right;
  const after: ItemState = {
    tries: item.tries === null ? Math.min(tries + 1, MOST_TRIES) : tries + 1,
    last: canonical(item, response),
    firstRight: before ? before.firstRight : right,
    lastRight: right,
  };
  return readWhenAnswered(course, { ...state, items: { ...state.items, [id]: after } }, item.page);
}

type SceneEvent = Extract<PlayerEvent, { scenario: string }>;

/** An ending is kept over restarts: a scenario counts as gone through once one was reached. */
function goOn(course: CourseDocument, state: State, event: SceneEvent): State {
  const scenario = scenarioOf(course, event.scenario);
  if (!scenario) return state;
  const before = state.scenarios[scenario.id] ?? beginning(scenario);
  let after: ScenarioState | null;
  if (event.type === "scene-chosen") after = chosen(scenario, before, event.choice);
  else if (event.type === "scenario-restarted") after = beginning(scenario, before.ending);
  else if (!sceneOf(scenario, event.scene) || !isSound(scenario, event.variables)) after = null;
  else after = { ...before, scene: event.scene, variables: event.variables };
  if (!after) return state;
  const scenarios = { ...state.scenarios, [scenario.id]: after };
  return readWhenAnswered(course, { ...state, scenarios }, scenario.page);
}

function put(state: State, id: string, evaluation: EvaluationState): State {
  return { ...state, evaluations: { ...state.evaluations, [id]: evaluation } };
}

function start(
  course: CourseDocument, state: State, id: string, form: string, drawn: string[] | null,
): State {
  const evaluation = evaluationOf(course, id);
  const before = state.evaluations[id];
  if (!evaluation || before?.current || isUsedUp(evaluation, before)) return state;
  const names = evaluation.forms.map((f) => f.name);
  const name = [before?.form, form].find((n) => n !== undefined && names.includes(n)) ?? names[0];
  const items = evaluation.forms.find((f) => f.name === name)?.items;
  if (name === undefined || !items) return state;
  return put(state, id, {
    form: name,
    drawn: evaluation.draw === null ? null : complete(drawn ?? [], items, evaluation.draw),
    current: {},
    last: null,
    attempts: before?.attempts ?? 0,
    first: before?.first ?? null,
    best: before?.best ?? null,
  });
}

/** A draw of `count` items: what is sound of `drawn`, filled in the order of the form. */
export function complete(drawn: string[], items: string[], count: number): string[] {
  const sound = new Set([...drawn.filter((id) => items.includes(id)), ...items]);
  return [...sound].slice(0, Math.min(count, items.length));
}

function answerEvaluation(
  course: CourseDocument, state: State, id: string, itemId: string, response: Response,
): State {
  const evaluation = evaluationOf(course, id);
  const before = state.evaluations[id];
  if (!evaluation || !before?.current) return state;
  const item = attemptItems(course, evaluation, before).find((i) => i.id === itemId);
  if (!item) return state;
  const chosen = canonical(item, response);
  if (before.current[itemId] === chosen) return state;
  return put(state, id, { ...before, current: { ...before.current, [itemId]: chosen } });
}

function finish(course: CourseDocument, state: State, id: string): State {
  const evaluation = evaluationOf(course, id);
  const before = state.evaluations[id];
  if (!evaluation || !before?.current) return state;
  const obtained = result(attemptItems(course, evaluation, before), before.current);
  const cap = evaluation.attempts ?? MOST_ATTEMPTS;
  const after = put(state, id, {
    ...before,
    current: null,
    last: before.current,
    attempts: Math.min(before.attempts + 1, cap),
    first: before.first ?? obtained,
    best: better(obtained, before.best) ? obtained : before.best,
  });
  return readWhenAnswered(course, after, evaluation.page);
}
