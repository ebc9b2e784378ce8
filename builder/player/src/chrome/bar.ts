/** The top of every page: title, menu, help at its one place, and the way to leave quickly. */
import { button, h } from "../dom.ts";
import type { View } from "../view.ts";
import { awayButton } from "./away.ts";

export interface Bar {
  readonly element: HTMLElement;
  /** `share` of the course gone through, 0 to 1. */
  update(share: number): void;
}

export interface BarActions {
  skip: () => void;
  menu: () => void;
}

export function bar(view: View, actions: BarActions): Bar {
  const { t, course } = view;
  const meter = h("div", { class: "b-meter", "aria-hidden": "true" }, h("div"));
  const state = course.status === "approved" ? null
    : h("span", { class: "b-pill" }, t(course.status === "draft" ? "draft" : "inReview"));
  const element = h("header", { class: "b-top" },
    h("a", { class: "b-skip", href: "#", onclick: (event) => {
      event.preventDefault();
      actions.skip();
    } }, t("skip")),
    // The first thing but one that a keyboard or a screen reader meets.
    h("a", { class: "b-skip", href: course.settings.quickExit, rel: "nofollow noreferrer", onclick: (event) => {
      event.preventDefault();
      view.quickExit();
    } }, t("quickExit")),
    h("p", { class: "b-course" }, course.title, " ", state),
    h("div", { class: "b-bar" },
      button(t("menu"), "b-plain", actions.menu, "menu"),
      button(t("help"), "b-plain", () => view.help(), "help"),
      awayButton(view), meter));
  return {
    element,
    update: (share) => {
      (meter.firstElementChild as HTMLElement).style.width = `${Math.round(100 * share)}%`;
    },
  };
}
