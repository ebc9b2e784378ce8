/** One choice, several choices, true or false: real radio buttons and checkboxes. */
import type { Choice, Item } from "../contract.ts";
import { block, fill, h, icon } from "../dom.ts";
import { choiceOrder } from "../order.ts";
import { grade } from "../grade.ts";
import type { Response } from "../state.ts";
import type { Translator } from "../texts.ts";
import type { View } from "../view.ts";
import { inline, type Field, type FieldOptions, type Kind } from "./field.ts";

export const one: Kind = {
  field: choices,
  hint: "chooseOne",
  missing: "missing",
  again: "tryAgain",
  verdict: (t, item, response) => t(grade(item, response).right ? "right" : "wrong"),
  review,
};

export const several: Kind = { ...one, hint: "chooseSeveral", verdict: verdictOnSeveral };

function verdictOnSeveral(t: Translator, item: Item, response: Response): string {
  if (grade(item, response).right) return t("rightSeveral");
  const some = item.choices.some((choice) => choice.right && response.includes(choice.id));
  return t(some ? "partly" : "wrong");
}

interface Option {
  choice: Choice;
  input: HTMLInputElement;
  box: HTMLElement;
  note: HTMLElement;
}

function choices(view: View, item: Item, options: FieldOptions): Field {
  const name = view.id();
  const type = item.kind === "multiple" ? "checkbox" : "radio";
  const list: Option[] = choiceOrder(item, view.session.state.seed).map((choice) => {
    const note = h("div", { class: "b-note-of-choice", id: view.id() });
    const input = h("input", {
      type, name, value: choice.id, "aria-describedby": note.id, onchange: options.changed,
    });
    const text = h("span", { class: "b-choice-text", html: inline(choice.html) });
    const box = h("div", { class: "b-choice" }, h("label", {}, input, text), note);
    return { choice, input, box, note };
  });
  const element = h("fieldset", { class: "b-options", "aria-labelledby": options.label, "aria-describedby": options.hint },
    ...list.map(({ box }) => box));

  function clear(): void {
    for (const { box, note } of list) {
      box.className = "b-choice";
      fill(note);
    }
  }

  return {
    element,
    read: () => list.filter(({ input }) => input.checked).map(({ input }) => input.value).sort().join("") || null,
    write: (response) => {
      for (const { input } of list) input.checked = response.includes(input.value);
    },
    lock: (on) => {
      for (const { input } of list) input.disabled = on;
    },
    mark: (response, key) => {
      clear();
      for (const option of list) markChoice(view, option, response.includes(option.choice.id), key);
    },
    clear,
    focus: () => (list.find(({ input }) => input.checked) ?? list[0])?.input.focus(),
  };
}

/** Words and an icon, never colour alone. */
function markChoice(view: View, { choice, box, note }: Option, chosen: boolean, key: boolean): void {
  const { t } = view;
  const tags = [chosen && t("chosen"), key && choice.right && t("best")].filter(Boolean);
  if (!chosen && tags.length === 0) return;
  if (chosen) box.classList.add("b-chosen");
  if (key && choice.right) box.classList.add("b-best");
  fill(note,
    h("p", { class: "b-tag" }, key && choice.right && icon("check"), tags.join(" · ")),
    block(choice.feedback, "b-feedback"));
}

function review({ t }: View, item: Item, response: Response | undefined): (HTMLElement | null)[] {
  const told = item.choices.filter((choice) => choice.right || response?.includes(choice.id));
  return [
    response ? null : h("p", {}, `${t("yourChoice")} ${t("noAnswer")}`),
    h("ul", { class: "b-told" }, ...told.map((choice) => {
      const tags = [response?.includes(choice.id) && t("chosen"), choice.right && t("best")].filter(Boolean);
      return h("li", { class: choice.right ? "b-best" : "" },
        h("div", { html: inline(choice.html) }),
        h("p", { class: "b-tag" }, choice.right && icon("check"), tags.join(" · ")),
        block(choice.feedback, "b-feedback"));
    })),
  ];
}
