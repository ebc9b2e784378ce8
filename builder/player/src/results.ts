/** After an evaluation: thanks only, or the points, what to look at again, and each item's feedback. */
import { block, button, h, icon } from "./dom.ts";
import type { Evaluation, Item, Page } from "./contract.ts";
import { answerOf, grade, isScored, result } from "./grade.ts";
import { kindOf, remarks } from "./items/field.ts";
import type { EvaluationState, Response } from "./state.ts";
import { route, type View } from "./view.ts";

type Nodes = (HTMLElement | null)[];

export function results(
  view: View, it: Evaluation, state: EvaluationState, items: Item[], again: (() => void) | null,
): Nodes {
  const { t } = view;
  if (it.moment !== "after") return [h("p", {}, t("thanksText"))];
  const answers = state.last ?? {};
  const now = result(items, answers);
  return [
    h("p", { class: "b-points" }, t.count("points", now.points, {
      n: view.number(now.points), total: view.number(now.possible),
    })),
    ...standing(view, it, state, now.points, items, answers),
    again && h("p", { class: "b-actions" }, button(t("quizAgain"), "b-second", again)),
    h("h3", {}, t("details")),
    ...items.map((item, at) => feedback(view, item, at, answers[item.id])),
  ];
}

/** Where the points stand: the threshold, what to look at again, the ways on with a person. */
function standing(
  view: View, it: Evaluation, state: EvaluationState, points: number, items: Item[],
  answers: Record<string, Response>,
): Nodes {
  const { t, course } = view;
  const threshold = course.rule.evaluation === it.id ? course.rule.threshold : null;
  const best = state.best && { best: view.number(state.best.points), total: view.number(state.best.possible) };
  const better = best && state.best!.points > points;
  if (threshold === null) return [better ? h("p", {}, t("bestKept", best)) : null];
  const says = (root: "reached" | "reachedBefore" | "notReached"): string =>
    t.count(root, threshold, { n: view.number(threshold), ...best });
  if (points >= threshold) return [h("p", { class: "b-reached" }, icon("check"), says("reached"))];
  if (best && state.best!.points >= threshold) {
    return [h("p", { class: "b-reached" }, icon("check"), says("reachedBefore"))];
  }
  const used = it.attempts !== null && state.attempts >= it.attempts;
  const pages = toSeeAgain(view, items.filter((item) => isScored(item) && !grade(item, answers[item.id] ?? "").right));
  return [
    h("p", {}, says("notReached"), better && ` ${t("bestKept", best)}`),
    used ? h("p", {}, t("noAttempts")) : h("p", {}, t(pages.length ? "seeAgain" : "seeAgainAny")),
    used ? null : h("ul", { class: "b-see-again" }, ...pages.map((page) =>
      h("li", {}, button(page.title, "b-link", () => view.open(page.id))))),
    h("p", { class: "b-person" }, t("inPerson"), " ", t("human")),
  ];
}

/** Capsules whose practice serves the objectives of the missed items. */
function toSeeAgain(view: View, missed: Item[]): Page[] {
  const objectives = new Set(missed.map((item) => item.objective).filter(Boolean));
  const pages = new Set(view.course.items.filter((i) => i.page && objectives.has(i.objective)).map((i) => i.page));
  return route(view).filter((page) => page.kind === "capsule" && pages.has(page.id));
}

function feedback(view: View, item: Item, at: number, response: Response | undefined): HTMLElement {
  const { t } = view;
  const { points, right } = grade(item, response ?? "");
  const worth = t.count("points", points, { n: view.number(points), total: view.number(item.points) });
  const summary = h("summary", {}, right && icon("check"),
    h("span", {}, t("itemTitle", { n: at + 1 }), isScored(item) && ` · ${worth}`));
  return h("details", { class: "b-fold" }, summary, h("div", { class: "b-stem", html: item.stem }),
    ...kindOf(item).review(view, item, response && answerOf(response)), block(item.general, "b-general"),
    ...remarks(view, item, response ?? ""));
}
