/** The field under the prompt of a reflection. */
import { all, find, h } from "./dom.ts";
import type { View } from "./view.ts";

export function noteField(view: View, host: HTMLElement, id: string): void {
  const { t, notes } = view;
  find(host, ".b-note")?.remove();
  const hint = view.id();
  const text = h("textarea", { rows: 4, "aria-describedby": hint, oninput: () => notes.set(id, text.value) });
  text.value = notes.get(id);
  host.append(h("div", { class: "b-note" },
    h("label", { class: "b-note-label" }, h("span", {}, t("noteLabel")), text),
    h("p", { class: "b-note-hint", id: hint }, t("noteWarning"), " ", keptLine(view)),
    keepBox(view)));
}

/** How long what one wrote or ticked is kept, as it stands. */
export function keptLine(view: View): HTMLElement {
  return h("span", { class: "b-kept" }, view.t(view.notes.kept() ? "notesKept" : "noteSitting"));
}

/** « Garder sur cet appareil », one setting for all notes; null where the device may not keep any. */
export function keepBox(view: View): HTMLElement | null {
  const { t, notes } = view;
  if (!notes.canKeep()) return null;
  const box = h("input", {
    type: "checkbox",
    class: "b-keep",
    onchange: () => {
      notes.keep(box.checked);
      for (const other of all<HTMLInputElement>(view.root, ".b-keep")) other.checked = notes.kept();
      for (const line of all(view.root, ".b-kept")) line.replaceWith(keptLine(view));
    },
  });
  box.checked = notes.kept();
  return h("label", { class: "b-check" }, box,
    h("span", {}, t("noteKeep"), h("small", {}, t("noteKeepHint"))));
}
