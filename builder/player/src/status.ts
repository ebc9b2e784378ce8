/**
 * Completion, success, score and progress, the same for every host. The Python counterpart is
 * balise_xblocks/completion.py; both run tests/golden/completion.
 *
 * - The share of pages: counted pages read ≥ `pages` % of them.
 * - The evaluation, when the rule names one: passed with a threshold (best points ≥ threshold);
 *   done once without (diagnostic); or lost, where the course asks for *failed* and no attempt is left.
 * - *completed* when both hold; *passed* when completed with the threshold reached, so that no host
 *   that takes passed for completed runs ahead of the pages; *failed* as soon as lost.
 */
import type { CourseDocument } from "./contract.ts";
import { score } from "./grade.ts";
import { evaluationOf, isUsedUp } from "./progress.ts";
import type { State, Status } from "./state.ts";

type Outcome = "none" | "open" | "done" | "passed" | "lost";

/** Pages that the rule asks for, and how many of those it counts are read. */
export function pagesRead(course: CourseDocument, state: State): { needed: number; read: number } {
  const counted = course.pages.filter((page) => page.counted);
  const read = counted.filter((page) => state.read.includes(page.id)).length;
  return { needed: Math.ceil((counted.length * course.rule.pages) / 100), read };
}

/** Where the evaluation of the rule stands. */
export function outcome(course: CourseDocument, state: State): Outcome {
  const { evaluation: id, threshold, failed } = course.rule;
  const evaluation = id === null ? undefined : evaluationOf(course, id);
  if (!evaluation) return "none";
  const kept = state.evaluations[evaluation.id];
  if (!kept?.best) return "open";
  if (threshold === null) return "done";
  if (Math.round(kept.best.points * 100) >= threshold * 100) return "passed";
  return failed && isUsedUp(evaluation, kept) ? "lost" : "open";
}

export function status(course: CourseDocument, state: State): Status {
  const { needed, read } = pagesRead(course, state);
  const reached = outcome(course, state);
  const settled = reached !== "open";
  const completed = read >= needed && settled;
  const parts = needed + (reached === "none" ? 0 : 1);
  const done = Math.min(read, needed) + (reached === "none" || !settled ? 0 : 1);
  const best = course.rule.evaluation === null ? null : state.evaluations[course.rule.evaluation]?.best;
  return {
    completion: completed ? "completed" : "incomplete",
    success: reached === "lost" ? "failed" : completed && reached === "passed" ? "passed" : "unknown",
    score: best ? score(best) : null,
    progress: completed || parts === 0 ? 1 : done / parts,
  };
}
