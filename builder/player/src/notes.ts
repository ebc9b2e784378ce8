/**
 * Private notes: kept for the sitting only, unless the learner keeps them on the device; never in
 * the state, never sent. Kept notes are stored by course and learner, so that the next person at a
 * shared workstation does not meet them.
 */
import { all, button, find, h } from "./dom.ts";
import type { View } from "./view.ts";

export interface Notes {
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

/** The field under the prompt of a reflection. */
export function noteField(view: View, host: HTMLElement, id: string): void {
  const { t, notes } = view;
  find(host, ".b-note")?.remove();
  const hint = view.id();
  const text = h("textarea", { rows: 4, "aria-describedby": hint, oninput: () => notes.set(id, text.value) });
  text.value = notes.get(id);
  const box = h("input", {
    type: "checkbox",
    onchange: () => {
      notes.keep(box.checked);
      for (const other of all(view.main, "[data-note]")) noteField(view, other, other.dataset["note"] ?? "");
      find(host, "input")?.focus();
    },
  });
  box.checked = notes.kept();
  host.append(h("div", { class: "b-note" },
    h("label", { class: "b-note-label" }, h("span", {}, t("noteLabel")), text),
    h("p", { class: "b-note-hint", id: hint }, t("noteWarning"), " ", t(notes.kept() ? "notesKept" : "noteSitting")),
    notes.canKeep() && h("label", { class: "b-check" }, box,
      h("span", {}, t("noteKeep"), h("small", {}, t("noteKeepHint"))))));
}

/** Printing and erasing, in the menu and when leaving; null while there is no note. */
export function noteTools(view: View): HTMLElement | null {
  const { t, notes } = view;
  if (!notes.any()) return null;
  const message = h("p", { role: "status" }, t(notes.kept() ? "notesKept" : "notesSitting"));
  const erase = button(t("notesErase"), "b-second", () => {
    notes.erase();
    for (const field of all<HTMLTextAreaElement>(view.root, ".b-note textarea")) field.value = "";
    message.textContent = t("notesErased");
    actions.remove();
  });
  const actions = h("p", { class: "b-actions" },
    button(t("notesPrint"), "b-second", () => printNotes(view)), erase);
  return h("section", { class: "b-notes" }, h("h2", {}, t("notes")), message, actions);
}

/** Print the notes alone, each under its prompt. */
function printNotes(view: View): void {
  for (const old of all(view.root, ".b-sheet")) old.remove();
  const sheet = h("div", { class: "b-sheet" }, h("h2", {}, view.t("notes")));
  for (const { id } of view.course.notes) {
    const text = view.notes.get(id);
    if (!text.trim()) continue;
    const prompt = find(view.main, `[data-note="${id}"]`)?.cloneNode(true) as HTMLElement | undefined;
    if (prompt) {
      find(prompt, ".b-note")?.remove();
      for (const element of all(prompt, "[id]")) element.removeAttribute("id");
      sheet.append(prompt);
    }
    sheet.append(h("p", { class: "b-sheet-note" }, text));
  }
  view.root.append(sheet);
  view.root.classList.add("b-printing");
  const done = (): void => {
    sheet.remove();
    view.root.classList.remove("b-printing");
  };
  window.addEventListener("afterprint", done, { once: true });
  window.print();
}
