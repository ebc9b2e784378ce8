/**
 * An open question: what one writes is a private note, kept like those of reflections and never
 * sent; the state only knows that something was written.
 */
import { find, h } from "../dom.ts";
import type { Item } from "../contract.ts";
import { noteField } from "../note-field.ts";
import type { View } from "../view.ts";
import type { Field, FieldOptions, Kind } from "./field.ts";
import { noted } from "./noted.ts";

export const open: Kind = {
  field,
  missing: "missingText",
  again: "tryAgainText",
  verdict: (t) => t("noted"),
  review: (view, item) => {
    const text = view.notes.get(item.id).trim();
    return [h("p", { class: "b-written" }, `${view.t("yourChoice")} ${text || view.t("noAnswer")}`)];
  },
  practice: noted,
};

function field(view: View, item: Item, options: FieldOptions): Field {
  const element = h("div", {
    class: "b-options", role: "group", "aria-labelledby": options.label,
    // Not while one writes: an answer is noted when one leaves the text.
    onchange: (event) => {
      if (event.target instanceof HTMLTextAreaElement) options.changed();
    },
  });
  noteField(view, element, item.id);
  const text = find<HTMLTextAreaElement>(element, "textarea");
  return {
    element,
    read: () => (view.notes.get(item.id).trim() ? "a" : null),
    write: () => undefined,
    lock: (on) => {
      if (text) text.readOnly = on;
    },
    mark: () => undefined,
    clear: () => undefined,
    focus: () => text?.focus(),
  };
}
