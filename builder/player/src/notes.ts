/**
 * Private notes, and the ticks of checklists: kept for the sitting only, unless the learner keeps them
 * on the device; never in the state, never sent. Kept notes are stored by course and learner, so that
 * the next person at a shared workstation does not meet them.
 */
import { all, button, find, h } from "./dom.ts";
import { printSheet } from "./sheet.ts";
import type { View } from "./view.ts";

export interface Notes {
  /** The text of a note; the letters ticked in a checklist. Ids are unique in the course. */
  get(id: string): string;
  set(id: string, text: string): void;
  all(): Record<string, string>;
  any(): boolean;
  /** Whether this device may keep notes at all (known learner, storage allowed). */
  canKeep(): boolean;
  kept(): boolean;
  keep(on: boolean): void;
  erase(): void;
}

/** `learner` gives the session's learner key: "" when notes must not be kept; it may be known late. */
export function openNotes(course: string, learner: () => string): Notes {
  const key = (): string => `balise-notes:${course}:${learner()}`;
  const store = storage();
  const { texts: found, keeping: before } = read();
  let texts = found;
  let keeping = before;

  function read(): { texts: Record<string, string>; keeping: boolean } {
    try {
      const kept: unknown = JSON.parse((learner() && store?.getItem(key())) || "null");
      if (kept && typeof kept === "object") {
        return {
          texts: Object.fromEntries(Object.entries(kept).filter(([, text]) => typeof text === "string")),
          keeping: true,
        };
      }
    } catch {
      // Unreadable notes cannot be shown; the next kept note replaces them.
    }
    return { texts: {}, keeping: false };
  }

  function write(): void {
    try {
      if (keeping && learner()) store?.setItem(key(), JSON.stringify(texts));
      else store?.removeItem(key());
    } catch {
      // Storage full or refused: the note stays for the sitting.
    }
  }

  return {
    canKeep: () => store !== null && learner() !== "",
    get: (id) => texts[id] ?? "",
    set: (id, text) => {
      texts[id] = text;
      write();
    },
    all: () => texts,
    any: () => Object.values(texts).some((text) => text.trim() !== ""),
    kept: () => keeping,
    keep: (on) => {
      keeping = on;
      write();
    },
    erase: () => {
      texts = {};
      keeping = false;
      write();
    },
  };
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Printing and erasing, in the menu and when leaving; null while there is no note. */
export function noteTools(view: View): HTMLElement | null {
  const { t, notes } = view;
  if (!notes.any()) return null;
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
  return h("section", { class: "b-notes" }, h("h2", {}, t("notes")), message, actions);
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
