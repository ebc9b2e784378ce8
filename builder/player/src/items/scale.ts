/** A scale: saved on choice, never right or wrong. Its ends are the author's own words. */
import { h } from "../dom.ts";
import type { Item } from "../contract.ts";
import type { View } from "../view.ts";
import { degrees } from "./degrees.ts";
import { inline, type Field, type FieldOptions } from "./field.ts";

export function scale(view: View, item: Item, options: FieldOptions): Field {
  const { inputs, rows, value, set } = degrees(view, item.choices.map(({ id, html }) => [id, inline(html)]), options.changed);
  const element = h("fieldset", { class: "b-options", "aria-labelledby": options.label, "aria-describedby": options.hint },
    h("div", { class: "b-degrees" }, ...rows));
  return {
    element,
    read: () => value() || null,
    missing: () => (value() ? "" : view.t("missing")),
    write: (response) => set(response.charAt(0)),
    lock: (on) => {
      for (const input of inputs) input.disabled = on;
    },
    mark: () => undefined,
    clear: () => undefined,
    focus: () => (inputs.find((input) => input.checked) ?? inputs[0])?.focus(),
  };
}
