/** The misconception behind a wrong choice, and what is known instead, with its source. */
import { h } from "../dom.ts";
import { answerOf } from "../grade.ts";
import type { Remark } from "./field.ts";

export const ideas: Remark = (view, item, response) => {
  const letters = answerOf(response);
  const behind = item.choices.filter((choice) => !choice.right && letters.includes(choice.id)).map(({ idea }) => idea);
  const found = view.course.ideas.filter(({ id }) => behind.includes(id));
  if (found.length === 0 || item.targets.length) return null;
  return h("div", {}, ...found.map(({ idea, reality, source }) =>
    h("dl", { class: "b-idea" },
      h("dt", {}, view.t("idea")), h("dd", { html: idea }),
      h("dt", {}, view.t("reality")), h("dd", { html: reality }),
      source && h("dd", { class: "b-idea-source", html: source }))));
};
