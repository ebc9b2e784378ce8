/** A scale: saved on choice, never right or wrong. Its degrees are the author's own words. */
import { h } from "../dom.ts";
import type { Item } from "../contract.ts";
import type { View } from "../view.ts";
import { degrees } from "./degrees.ts";
import { inline, type Field, type FieldOptions, type Kind } from "./field.ts";
import { noted } from "./noted.ts";

export const scale: Kind = {
  field,
  hint: "chooseDegree",
  missing: "missing",
  again: "tryAgain",
  verdict: (t) => t("noted"),
  review: ({ t }, item, response) => {
    const html = item.choices.find(({ id }) => id === response?.charAt(0))?.html;
    return [h("p", {}, `${t("yourChoice")} `, html ? h("span", { html: inline(html) }) : t("noAnswer"))];
  },
  practice: noted,
};

function field(view: View, item: Item, options: FieldOptions): Field {
  const { inputs, element, value, set } = degrees(view, item.choices.map(({ id, html }) => [id, inline(html)]), options.changed);
  return {
    element: h("fieldset", { class: "b-options b-scale", "aria-labelledby": options.label, "aria-describedby": options.hint }, element),
    read: () => value() || null,
    write: (response) => set(response.charAt(0)),
    lock: (on) => {
      for (const input of inputs) input.disabled = on;
    },
    mark: () => undefined,
    clear: () => undefined,
    focus: () => (inputs.find((input) => input.checked) ?? inputs[0])?.focus(),
  };
}
