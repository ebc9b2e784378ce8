/**
 * A checklist that the learner keeps: its ticks live where private notes do, on the device, for the
 * sitting unless kept on purpose. Never in the state, never sent.
 */
import { all, button, find, h } from "./dom.ts";
import { keepBox } from "./note-field.ts";
import { printSheet } from "./sheet.ts";
import type { View } from "./view.ts";

export function checklist(view: View, id: string, host: HTMLElement): void {
  const { t, notes } = view;
  const lines = all(host, "[data-line]");
  if (lines.length === 0) return;
  host.classList.add("b-live");
  for (const line of lines) tickable(view, id, line);
  find(host, ".b-local")?.remove();
  host.append(h("div", { class: "b-local" },
    h("p", { class: "b-note-hint" }, t(notes.canKeep() ? "checklistHere" : "checklistSitting")),
    keepBox(view),
    h("p", { class: "b-actions" },
      button(t("checklistPrint"), "b-second", () => printSheet(view, titleOf(host), [host])))));

  /** The title of the page: a printed list says where it comes from. */
  function titleOf(element: HTMLElement): string {
    return element.closest(".b-section")?.querySelector("h1")?.textContent ?? "";
  }

  for (const box of all<HTMLInputElement>(host, "[data-line] input")) {
    box.checked = notes.get(id).includes(box.value);
  }
}

/** A box before the line; the words are its label, so that a thumb may touch them. */
function tickable(view: View, id: string, line: HTMLElement): void {
  if (find(line, "input")) return;
  const letter = line.dataset["line"] ?? "";
  const box = h("input", {
    type: "checkbox",
    value: letter,
    onchange: () => {
      const others = [...view.notes.get(id)].filter((one) => one !== letter);
      view.notes.set(id, [...others, ...(box.checked ? [letter] : [])].sort().join(""));
    },
  });
  const words = h("span", { class: "b-line-text" });
  const only = line.children.length === 1 && line.firstElementChild?.tagName === "P" ? line.firstElementChild : line;
  words.append(...only.childNodes);
  if (only !== line) only.remove();
  line.append(h("label", { class: "b-check" }, box, words));
}
