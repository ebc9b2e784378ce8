/**
 * What is drawn at random: forms, and items from a bank. The source of randomness is injected; what is
 * drawn is in the state. What follows from the learner's seed stands in order.ts.
 */
import { DIGITS } from "./codec/text.ts";
import type { CourseDocument, Evaluation } from "./contract.ts";
import { evaluationOf } from "./progress.ts";
import type { PlayerEvent, State } from "./state.ts";

/** Uniform in [0, 1). */
export type Random = () => number;

export function characters(count: number, random: Random): string {
  return Array.from({ length: count }, () => DIGITS[Math.floor(random() * 64)]).join("");
}

/**
 * The form of an evaluation: the one it has; otherwise, among its forms, one that the course's other
 * evaluations on the same forms have used least (A then B, or B then A), at random between equals.
 */
export function drawForm(
  course: CourseDocument, state: State, id: string, random: Random,
): string | null {
  const evaluation = evaluationOf(course, id);
  if (!evaluation || evaluation.forms.length === 0) return null;
  const kept = state.evaluations[id]?.form;
  const names = evaluation.forms.map((form) => form.name);
  if (kept !== undefined && names.includes(kept)) return kept;
  const twins = course.evaluations.filter((e) => e.id !== id && sameForms(e, evaluation));
  const uses = (name: string) => twins.filter((e) => state.evaluations[e.id]?.form === name).length;
  const least = Math.min(...names.map(uses));
  const open = names.filter((name) => uses(name) === least);
  return open[Math.floor(random() * open.length)] ?? null;
}

function sameForms(one: Evaluation, other: Evaluation): boolean {
  const items = (e: Evaluation) => e.forms.map((f) => `${f.name}:${f.items.join(",")}`).join(";");
  return items(one) === items(other);
}

/** `draw` items of the form in random order; null when the evaluation takes its forms whole. */
export function drawItems(evaluation: Evaluation, form: string, random: Random): string[] | null {
  if (evaluation.draw === null) return null;
  const items = evaluation.forms.find((f) => f.name === form)?.items ?? [];
  return shuffled(items, random).slice(0, evaluation.draw);
}

/** What begins an attempt at an evaluation; null while one is running, and when there is no form. */
export function drawAttempt(course: CourseDocument, state: State, id: string, random: Random): PlayerEvent | null {
  const evaluation = evaluationOf(course, id);
  const form = drawForm(course, state, id, random);
  if (!evaluation || form === null || state.evaluations[id]?.current) return null;
  return { type: "evaluation-started", evaluation: id, form, drawn: drawItems(evaluation, form, random) };
}

/** Fisher–Yates on a copy. */
export function shuffled<T>(values: readonly T[], random: Random): T[] {
  const out = [...values];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}
