/** « Quitter rapidement », with its text, at the same corner of the page and of every dialog. */
import { h, icon } from "../dom.ts";
import type { View } from "../view.ts";

export function awayButton(view: View): HTMLElement {
  const { t } = view;
  return h("button", { type: "button", class: "b-button b-away", onclick: () => view.quickExit() },
    icon("leave"), h("span", {}, t("quickExit"), h("span", { class: "b-sr" }, ` (${t("quickExitKeys")})`)));
}
