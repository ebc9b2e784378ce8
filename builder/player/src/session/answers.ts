/** Answers of a complete attempt as a host receives them. */
import type { CourseDocument } from "../contract.ts";
import { answerOf, grade, isScored } from "../grade.ts";
import { attemptItems, evaluationOf } from "../progress.ts";
import type { Answered } from "../runtimes/runtime.ts";
import type { State } from "../state.ts";

/** None unless the course reports answers and the attempt is complete; never a scale, an open answer, certainty. */
export function answered(course: CourseDocument, state: State, id: string, at: number): Answered[] {
  const evaluation = evaluationOf(course, id);
  const kept = state.evaluations[id];
  if (course.reporting !== "answers" || !evaluation || !kept?.last) return [];
  const { last } = kept;
  return attemptItems(course, evaluation, kept).filter(isScored).map((item) => {
    const response = answerOf(last[item.id] ?? "");
    return { id: `${id}.${item.id}`, item, response, right: grade(item, response).right, at };
  });
}
