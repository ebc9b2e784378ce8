/** A survey: its questions as they stand, what becomes of the answers, and a way to print them. */
import { all, button, h } from "./dom.ts";
import { printSheet } from "./sheet.ts";
import type { View } from "./view.ts";

export function survey(view: View, host: HTMLElement): void {
  const { t } = view;
  for (const old of all(host, ":scope > .b-local")) old.remove();
  const title = host.closest(".b-section")?.querySelector("h1")?.textContent ?? "";
  host.prepend(h("p", { class: "b-local b-survey-said" }, t(view.session.hosted ? "surveyHosted" : "surveyHere")));
  host.append(h("p", { class: "b-local b-actions" },
    button(t("surveyPrint"), "b-second", () => printSheet(view, title, [host]))));
}
