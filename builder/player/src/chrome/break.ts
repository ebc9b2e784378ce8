/** « Prendre une pause »: a calm place over the page. Nothing moves, nothing counts, everything is saved. */
import { button, h } from "../dom.ts";
import type { View } from "../view.ts";
import { dialog } from "./dialog.ts";

export interface Break {
  open(): void;
}

export function pauseScreen(view: View): Break {
  const { t, session } = view;
  const frame = dialog(view, t("break"), "b-break");
  // Escape closes it too.
  frame.element.addEventListener("close", () => session.rest(false));

  function open(): void {
    session.rest(true);
    frame.open(
      h("p", {}, t("breakText")),
      h("p", {}, t("breakIdeas")),
      h("ul", {}, ...(["breakFeet", "breakBreath", "breakSee"] as const).map((line) => h("li", {}, t(line)))),
      h("p", { class: "b-actions" },
        button(t("breakBack"), "b-main-action", frame.close),
        button(t("breakHelp"), "b-link", () => {
          frame.close();
          view.help();
        }, "help")));
  }

  return { open };
}
