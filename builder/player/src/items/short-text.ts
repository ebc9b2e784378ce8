/** A short text: one line, compared with the accepted answers. */
import type { Item } from "../contract.ts";
import { fill, h, icon } from "../dom.ts";
import { answerOf, grade } from "../grade.ts";
import { match } from "../grade/match.ts";
import type { View } from "../view.ts";
import type { Field, FieldOptions, Kind } from "./field.ts";

export const shortText: Kind = {
  field: line,
  missing: "missingText",
  again: "tryAgainText",
  typed: true,
  verdict: (t, item, response) => t(grade(item, response).right ? "rightText" : "wrongText"),
  review: ({ t }, item, response) => {
    const given = response === undefined
      ? t("noAnswer")
      : (item.answers.find((answer) => answer.id === answerOf(response))?.text ?? t("otherText"));
    return [
      h("p", {}, `${t("yourChoice")} ${given}`),
      h("p", {}, t("expected", { text: item.answers[0]?.text ?? "" })),
    ];
  },
};

function line(view: View, item: Item, options: FieldOptions): Field {
  const { t } = view;
  const input = h("input", {
    type: "text", class: "b-line", autocomplete: "off", autocapitalize: "none", spellcheck: "false",
    "aria-describedby": `${options.label} ${options.hint}`,
    oninput: options.changed,
    onkeydown: (event) => {
      if ((event as KeyboardEvent).key === "Enter") options.entered();
    },
  });
  const note = h("div", { class: "b-note-of-choice" });
  const element = h("div", { class: "b-options" },
    h("label", { class: "b-line-label" }, h("span", {}, t("yourAnswer")), input), note);
  return {
    element,
    read: () => (input.value.trim() ? match(item, input.value) : null),
    // The text itself is never kept: an accepted answer stands for the one that was written.
    write: (response) => {
      input.value = item.answers.find((answer) => answer.id === response)?.text ?? "";
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
      },
    },
  };
}
