/** A number, typed in one line: what cannot be read as one gets a calm hint and is not graded. */
import { fill, h, icon } from "../dom.ts";
import type { Item } from "../contract.ts";
import { answerOf, grade } from "../grade.ts";
import { match } from "../grade/match.ts";
import { readings } from "../grade/number.ts";
import type { View } from "../view.ts";
import type { Field, FieldOptions, Kind } from "./field.ts";

export const number: Kind = {
  field: line,
  hint: "chooseNumber",
  missing: "missingNumber",
  again: "tryAgainText",
  typed: true,
  verdict: (t, item, response) => t(grade(item, response).right ? "rightText" : "wrongText"),
  review: ({ t }, item, response) => {
    const given = response === undefined
      ? t("noAnswer")
      : (item.answers.find(({ id }) => id === answerOf(response))?.text ?? t("otherNumber"));
    return [
      h("p", {}, `${t("yourChoice")} ${given}`),
      h("p", {}, t("expected", { text: item.answers[0]?.text ?? "" })),
    ];
  },
};

function line(view: View, item: Item, options: FieldOptions): Field {
  const { t } = view;
  const advice = h("p", { class: "b-hint b-advice", id: view.id() });
  const input = h("input", {
    type: "text", inputmode: "decimal", class: "b-line b-number", autocomplete: "off",
    "aria-describedby": `${options.label} ${options.hint} ${advice.id}`,
    oninput: () => {
      if (advice.textContent) advise();
      options.changed();
    },
    onchange: () => advise(),
    onkeydown: (event) => {
      if ((event as KeyboardEvent).key !== "Enter") return;
      advise();
      if (advice.textContent) view.announce(advice.textContent);
      else options.entered();
    },
  });
  const note = h("div", { class: "b-note-of-choice" });
  const isNumber = (): boolean => readings(input.value).length > 0;

  function advise(): void {
    const strange = input.value.trim() !== "" && !isNumber();
    input.setAttribute("aria-invalid", String(strange));
    advice.textContent = strange ? t("numberFormat") : "";
  }

  return {
    element: h("div", { class: "b-options" },
      h("label", { class: "b-line-label" }, h("span", {}, t("yourAnswer")), input), advice, note),
    read: () => (isNumber() ? match(item, input.value) : null),
    missing: () => {
      advise();
      return advice.textContent ?? "";
    },
    // What was typed is never kept: the value of the answer that matched stands for it.
    write: (response) => {
      const value = item.answers.find(({ id }) => id === response)?.value ?? null;
      input.value = value === null ? "" : view.number(value);
    },
    lock: (on) => {
      input.disabled = on;
    },
    mark: (_response, key) => {
      const text = item.answers[0]?.text;
      fill(note, key && text !== undefined && h("p", { class: "b-tag" }, icon("check"), t("expected", { text })));
    },
    clear: () => fill(note),
    focus: () => input.focus(),
    draft: {
      read: () => input.value,
      write: (text) => {
        input.value = text;
        advise();
      },
    },
  };
}
