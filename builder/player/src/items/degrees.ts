/** A row of radio buttons from low to high: a scale, and how sure one is. One under the other on a phone. */
import { h } from "../dom.ts";
import type { Html } from "../contract.ts";
import type { View } from "../view.ts";

export interface Degrees {
  readonly inputs: HTMLInputElement[];
  readonly element: HTMLElement;
  value(): string;
  set(value: string): void;
}

/** More would not stand side by side. */
const MOST_IN_A_ROW = 5;

/** `labels` by value, in order. */
export function degrees(view: View, labels: [value: string, label: Html][], changed: () => void): Degrees {
  const name = view.id();
  const inputs = labels.map(([value]) => h("input", { type: "radio", name, value, onchange: changed }));
  return {
    inputs,
    element: h("div", { class: `b-degrees${labels.length > MOST_IN_A_ROW ? " b-many" : ""}` },
      ...labels.map(([, html], at) => h("label", { class: "b-degree" }, inputs[at], h("span", { html })))),
    value: () => inputs.find((input) => input.checked)?.value ?? "",
    set: (value) => {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}
