/** The misconception behind a wrong choice, and what is known instead, with its source. */
import { h } from "../dom.ts";
import type { Choice } from "../contract.ts";
import type { View } from "../view.ts";

export function ideaOf(view: View, choice: Choice): HTMLElement | null {
  const found = choice.right ? null : view.course.ideas.find(({ id }) => id === choice.idea);
  if (!found) return null;
  return h("dl", { class: "b-idea" },
    h("dt", {}, view.t("idea")), h("dd", { html: found.idea }),
    h("dt", {}, view.t("reality")), h("dd", { html: found.reality }),
    found.source && h("dd", { class: "b-idea-source", html: found.source }));
}
