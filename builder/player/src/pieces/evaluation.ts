/** Evaluations and their results. */
import { enlivens } from "../activities.ts";
import { evaluation } from "../evaluation.ts";
import { evaluationOf } from "../progress.ts";

enlivens("[data-evaluation]", (view, host) => {
  const found = evaluationOf(view.course, host.dataset["evaluation"] ?? "");
  if (found) evaluation(view, found, host);
});
