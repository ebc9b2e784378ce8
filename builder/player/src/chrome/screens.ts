/** Screens that stand in the place of a page: whose progress this is, and the end of the course. */
import { button, h, icon } from "../dom.ts";
import { evaluationOf } from "../progress.ts";
import { outcome, pagesRead } from "../status.ts";
import { isRead, route, type View } from "../view.ts";

/** On a device where progress was found without knowing whose it is. */
export function whoseContent(view: View, go: () => void): (Node | null)[] {
  const { t, session, notes } = view;
  return [
    h("p", {}, t("whoseText")),
    h("p", { class: "b-actions" },
      button(t("whoseContinue"), "b-main-action", () => {
        session.continueAs();
        go();
      }),
      button(t("whoseRestart"), "b-second", () => {
        // First the notes: they stand under the name of the person who leaves.
        notes.erase();
        session.restart();
        go();
      })),
    h("p", { class: "b-hint" }, t("whoseWarning")),
  ];
}

/** What is left, or that it is finished. */
export function endContent(view: View): { title: string; content: (Node | null)[] } {
  const { t, course, session } = view;
  const status = session.status();
  const done = status.completion === "completed";
  const rule = course.rule.evaluation;
  const best = rule === null ? null : session.state.evaluations[rule]?.best;
  const tools = [
    best ? h("p", { class: "b-points" }, t("endBest", {
      best: view.number(best.points), total: view.number(best.possible),
    })) : null,
    h("div", { "data-note-tools": "" }),
    h("p", { class: "b-actions" }, button(t("exit"), "b-main-action", () => view.leave())),
  ];
  if (done) {
    return {
      title: t("endTitle"),
      content: [
        h("p", { class: "b-reached" }, icon("check"), t("endText")),
        h("section", { "data-attestation": "" }),
        ...tools,
      ],
    };
  }
  return {
    title: t("leftTitle"),
    content: [h("p", {}, t("leftText")), h("ul", { class: "b-left-list" }, ...leftover(view)), ...tools],
  };
}

function leftover(view: View): HTMLElement[] {
  const { t, course, session } = view;
  const line = (text: string, page: string) =>
    h("li", {}, button(text, "b-link", () => view.open(page)));
  const { needed, read } = pagesRead(course, session.state);
  const pages = read >= needed ? []
    : route(view).filter((page) => page.counted && !isRead(view, page.id))
      .map((page) => line(t("leftPage", { title: page.title }), page.id));
  const evaluation = evaluationOf(course, course.rule.evaluation ?? "");
  if (!evaluation || outcome(course, session.state) !== "open") return pages;
  const title = course.pages.find((page) => page.id === evaluation.page)?.title ?? "";
  const tried = session.state.evaluations[evaluation.id]?.best;
  return [...pages, line(t(tried ? "leftThreshold" : "leftQuiz", { title }), evaluation.page)];
}
