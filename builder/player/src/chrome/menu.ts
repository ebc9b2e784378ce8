/** The menu: every page with its read mark, the light version for the whole course, notes, leaving. */
import { button, h, icon, type IconName } from "../dom.ts";
import type { Page } from "../contract.ts";
import { isRead, pageOfKind, route, type View } from "../view.ts";
import { dialog } from "./dialog.ts";
import { transfer } from "./transfer.ts";

export interface Menu {
  open(): void;
}

/** `current` gives the id of the page shown. */
export function menu(view: View, current: () => string): Menu {
  const { t } = view;
  const frame = dialog(view, t("menuTitle"), "b-menu");

  /** Close the menu, then act. */
  function then(act: () => void): () => void {
    return () => {
      frame.close();
      act();
    };
  }

  function open(): void {
    const pages = route(view);
    const read = pages.filter((page) => isRead(view, page.id)).length;
    frame.open(
      h("p", { class: "b-menu-progress" }, t.count("read", read, { total: pages.length })),
      h("ol", { class: "b-entries" }, ...pages.map((page, at) =>
        entry(view, page, at + 1, page.id === current(), then(() => view.open(page.id))))),
      light(view),
      beside(view, then),
      h("div", { "data-note-tools": "" }),
      typeof BALISE_HOST === "undefined" || BALISE_HOST === "web" ? transfer(view, () => frame.close()) : null,
      h("p", { class: "b-menu-exit" }, button(t("exit"), "b-second", then(() => view.leave()))),
    );
  }

  return { open };
}

function entry(view: View, page: Page, n: number, here: boolean, go: () => void): HTMLLIElement {
  const { t } = view;
  const read = isRead(view, page.id);
  const [mark, image]: [string, IconName] = here
    ? [t("pageHere"), "right"]
    : read ? [t("pageRead"), "check"] : [t("pageUnread"), "open"];
  const about = [mark, page.minutes ? t("minutes", { n: page.minutes }) : ""];
  const words = h("span", { class: "b-entry-text" },
    h("span", { class: "b-entry-title" }, `${n}. ${page.title}`), " ",
    h("span", { class: "b-entry-mark" }, about.filter(Boolean).join(" · ")));
  const link = h("button", {
    type: "button", class: `b-entry${read ? " b-is-read" : ""}`, "aria-current": here && "page", onclick: go,
  }, icon(image), words);
  return h("li", {}, link);
}

/** What stands beside the pages. */
function beside(view: View, then: (act: () => void) => () => void): HTMLElement {
  const { t } = view;
  const privacy = pageOfKind(view, "privacy");
  const line = (text: string, act: () => void) => h("li", {}, button(text, "b-link", then(act)));
  return h("ul", { class: "b-beside", "aria-label": t("alsoHere") },
    privacy && line(privacy.title, () => view.open(privacy.id)),
    line(t("help"), () => view.help()),
    line(t("break"), () => view.pause()));
}

function light(view: View): HTMLElement | null {
  if (!view.course.pages.some((page) => page.light)) return null;
  const box = h("input", {
    type: "checkbox",
    onchange: () => {
      view.reading.alwaysLight = box.checked;
      view.reading.version.clear();
    },
  });
  box.checked = view.reading.alwaysLight;
  return h("label", { class: "b-check" }, box, h("span", {}, view.t("alwaysLight")));
}
