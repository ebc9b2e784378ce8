/**
 * An open question: what one writes is a private note, kept like those of reflections and never
 * sent; the state only knows that something was written.
 */
import { find, h } from "../dom.ts";
import type { Item } from "../contract.ts";
import { noteField } from "../notes.ts";
import type { View } from "../view.ts";
import type { Field, FieldOptions } from "./field.ts";

export function open(view: View, item: Item, options: FieldOptions): Field {
  const element = h("div", {
    class: "b-options b-open", role: "group", "aria-labelledby": options.label, "data-note": item.id,
    // The note draws itself anew: what bubbles up is heard whichever textarea it comes from.
    onchange: (event) => {
      if (event.target instanceof HTMLTextAreaElement) options.changed();
    },
  });
  noteField(view, element, item.id);
  const text = (): HTMLTextAreaElement | null => find(element, "textarea");
  return {
    element,
    read: () => (view.notes.get(item.id).trim() ? "a" : null),
    missing: () => (view.notes.get(item.id).trim() ? "" : view.t("missingText")),
    write: () => undefined,
    lock: (on) => {
      const area = text();
      if (area) area.readOnly = on;
    },
    mark: () => undefined,
    clear: () => undefined,
    focus: () => text()?.focus(),
  };
}
