/**
 * Two states of one person in one course, united: sets joined, better results kept, nothing counted
 * twice. `kept` is what the host has, `newer` what this device did last; where both answer, `newer` says
 * what (and where to resume), so that the later tab wins without losing the other's work.
 */
import type { CourseDocument } from "../contract.ts";
import { better } from "../grade.ts";
import { evaluationOf, isUsedUp } from "../progress.ts";
import type { EvaluationState, ItemState, Result, State } from "../state.ts";

export function merge(course: CourseDocument, kept: State, newer: State): State {
  const read = new Set([...kept.read, ...newer.read]);
  return {
    seed: newer.seed || kept.seed,
    place: newer.place,
    read: course.pages.map((page) => page.id).filter((id) => read.has(id)),
    items: united(kept.items, newer.items, mergeItem),
    evaluations: united(kept.evaluations, newer.evaluations, (one, other, id) =>
      mergeEvaluation(course, id, one, other),
    ),
    scenarios: united(kept.scenarios, newer.scenarios, (one, other) => ({
      ...other, ending: other.ending ?? one.ending,
    })),
    elapsed: Math.max(kept.elapsed, newer.elapsed),
  };
}

function united<T>(
  kept: Record<string, T>, newer: Record<string, T>, both: (one: T, other: T, id: string) => T,
): Record<string, T> {
  const out = { ...kept };
  for (const [id, value] of Object.entries(newer)) {
    const before = kept[id];
    out[id] = before === undefined ? value : both(before, value, id);
  }
  return out;
}

function mergeItem(kept: ItemState, newer: ItemState): ItemState {
  const winner = kept.lastRight && !newer.lastRight ? kept : newer;
  return { ...winner, tries: Math.max(kept.tries, newer.tries), firstRight: kept.firstRight };
}

function mergeEvaluation(
  course: CourseDocument, id: string, kept: EvaluationState, newer: EvaluationState,
): EvaluationState {
  const results = {
    attempts: Math.max(kept.attempts, newer.attempts),
    first: worse(kept.first, newer.first),
    best: newer.best && better(newer.best, kept.best) ? newer.best : kept.best,
  };
  const evaluation = evaluationOf(course, id);
  const open = evaluation !== undefined && !isUsedUp(evaluation, { ...newer, ...results });
  return { ...answers(kept, newer, open), ...results };
}

/** Whose answers stand: those of an attempt in progress while one may be, else the last complete ones. */
function answers(kept: EvaluationState, newer: EvaluationState, open: boolean): EvaluationState {
  if (open && newer.current) {
    const same = kept.current && kept.form === newer.form && sameDraw(kept, newer);
    return same ? { ...newer, current: { ...kept.current, ...newer.current } } : newer;
  }
  if (open && kept.current && kept.attempts >= newer.attempts) return kept;
  const side = newer.last && (!kept.last || newer.attempts >= kept.attempts) ? newer : kept;
  return { ...side, current: null };
}

function sameDraw(one: EvaluationState, other: EvaluationState): boolean {
  return (one.drawn ?? []).join() === (other.drawn ?? []).join();
}

/** Which of two first attempts came first is not known: the learning gain takes the lesser. */
function worse(one: Result | null, other: Result | null): Result | null {
  if (!one || !other) return one ?? other;
  return better(one, other) ? other : one;
}
