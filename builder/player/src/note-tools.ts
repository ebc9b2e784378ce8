/** Printing and erasing private notes and ticks: in the menu, at the end and when leaving. */
import { all, button, fill, find, h } from "./dom.ts";
import { printSheet } from "./sheet.ts";
import type { View } from "./view.ts";

/** Draws in `host`, which stays empty while there is no note. */
export function noteTools(view: View, host: HTMLElement): void {
  const { t, notes } = view;
  fill(host);
  if (!notes.any()) return;
  const message = h("p", { role: "status" }, t(notes.kept() ? "notesKept" : "notesSitting"));
  const erase = button(t("notesErase"), "b-second", () => {
    notes.erase();
    for (const field of all<HTMLTextAreaElement>(view.root, ".b-note textarea")) field.value = "";
    for (const box of all<HTMLInputElement>(view.root, ".b-lines input, .b-keep")) box.checked = false;
    message.textContent = t("notesErased");
    actions.remove();
  });
  const actions = h("p", { class: "b-actions" },
    button(t("notesPrint"), "b-second", () => printNotes(view)), erase);
  host.append(h("section", { class: "b-notes" }, h("h2", {}, t("notes")), message, actions));
}

/** Print the notes alone, each under its prompt, and the checklists with their ticks. */
function printNotes(view: View): void {
  const { course, notes } = view;
  const prompt = (id: string): Node | null => find(view.main, `[data-note="${id}"]`);
  const open = course.items.filter(({ kind }) => kind === "open");
  const written: [string, Node | null][] = [
    ...course.notes.map(({ id }): [string, Node | null] => [id, prompt(id)]),
    ...open.map(({ id, stem }): [string, Node | null] => [id, h("div", { html: stem })]),
  ];
  printSheet(view, view.t("notes"), [
    ...written.filter(([id]) => notes.get(id).trim())
      .flatMap(([id, words]) => [words, h("p", { class: "b-sheet-note" }, notes.get(id))]),
    ...course.checklists.filter(({ id }) => notes.get(id)).map(({ id }) => find(view.main, `[data-checklist="${id}"]`)),
  ]);
}
