/** The foot of every page: previous, where one is, next; leaving; and how saving goes, quietly. */
import { button, fill, h, icon } from "../dom.ts";
import type { SaveState } from "../session.ts";
import { pageOfKind, route, type View } from "../view.ts";

export interface Foot {
  readonly element: HTMLElement;
  /** A visible sign above the page, only while saves are refused. */
  readonly alarm: HTMLElement;
  /** `page` is an id of the route, another page, or "" for the end of the course. */
  update(page: string): void;
  saving(state: SaveState): void;
}

export function foot(view: View, back: () => void): Foot {
  const { t } = view;
  const pages = route(view);
  const nav = h("nav", { class: "b-pages", "aria-label": t("pageNav") });
  const sign = h("span", { class: "b-save" });
  const alarm = h("div", { class: "b-alarm", hidden: true });
  const privacy = pageOfKind(view, "privacy");
  const element = h("footer", { class: "b-foot" }, nav,
    h("p", { class: "b-foot-line" },
      button(t("break"), "b-plain", () => view.pause()),
      button(t("exit"), "b-plain b-exit-button", () => view.leave()),
      privacy && button(privacy.title, "b-plain", () => view.open(privacy.id)),
      sign));

  function update(page: string): void {
    const at = pages.findIndex((p) => p.id === page);
    const last = pages[pages.length - 1];
    if (at < 0) {
      const before = page === "" && last ? () => view.open(last.id) : back;
      fill(nav, button(t(page === "" ? "previous" : "back"), "b-second", before, "left"));
      return;
    }
    const previous = pages[at - 1];
    const next = h("button", { type: "button", class: "b-button b-main-action b-next", onclick: () => view.next() },
      h("span", {}, t(at === pages.length - 1 ? "finish" : "next")), icon("right"));
    fill(nav,
      previous ? button(t("previous"), "b-second", () => view.open(previous.id), "left") : h("span"),
      h("p", { class: "b-place" }, t("progress", { n: at + 1, total: pages.length })),
      next);
  }

  function saving(state: SaveState): void {
    fill(sign, state === "saved" && icon("check"), t(state === "retrying" ? "pending" : state));
    const late = state === "retrying";
    if (late && alarm.hidden) view.announce(t("retrying"));
    alarm.hidden = !late;
    fill(alarm, late && h("p", {}, t("retrying")));
  }

  return { element, alarm, update, saving };
}
