/** What a learner answers with: real radio buttons, checkboxes, or one line of text. */
import { block, fill, h, icon } from "../dom.ts";
import { choiceOrder } from "../draw.ts";
import type { Choice, Html, Item } from "../contract.ts";
import { match } from "../grade.ts";
import type { Response } from "../state.ts";
import type { View } from "../view.ts";

export interface Field {
  readonly element: HTMLElement;
  /** The response as it stands; null when nothing is chosen or written. */
  read(): Response | null;
  write(response: Response): void;
  lock(on: boolean): void;
  /** Show the feedback of the chosen options; with `key`, also which options were expected. */
  mark(response: Response, key: boolean): void;
  clear(): void;
  focus(): void;
}

export interface FieldOptions {
  /** Ids of the elements that name and describe the field. */
  label: string;
  hint: string;
  changed: () => void;
  /** Enter in a line of text. */
  entered: () => void;
}

export function field(view: View, item: Item, options: FieldOptions): Field {
  return item.kind === "short-text" ? line(view, item, options) : choices(view, item, options);
}

/** A choice that is one paragraph stands in its label as words: a label holds no paragraphs. */
export function inline(html: Html): Html {
  const only = /^\s*<p>([\s\S]*)<\/p>\s*$/.exec(html)?.[1];
  return only === undefined || only.includes("<p>") ? html : only;
}

interface Option {
  choice: Choice;
  input: HTMLInputElement;
  box: HTMLElement;
  note: HTMLElement;
}

function choices(view: View, item: Item, options: FieldOptions): Field {
  const name = view.id();
  const several = item.kind === "multiple";
  const list: Option[] = choiceOrder(item, view.session.state.seed).map((choice) => {
    const note = h("div", { class: "b-note-of-choice", id: view.id() });
    const input = h("input", {
      type: several ? "checkbox" : "radio", name, value: choice.id,
      "aria-describedby": note.id, onchange: options.changed,
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
  };
}

/** Stem, hint and field of an item, the same in practice and in an evaluation. */
export function question(
  view: View, item: Item, options: Pick<FieldOptions, "changed" | "entered">,
): { nodes: Node[]; field: Field; stem: HTMLElement } {
  const stem = h("div", { class: "b-stem", id: view.id(), html: item.stem });
  const hint = h("p", { class: "b-hint", id: view.id() });
  if (item.kind === "multiple") hint.textContent = view.t("chooseSeveral");
  else if (item.kind !== "short-text") hint.textContent = view.t("chooseOne");
  const made = field(view, item, { ...options, label: stem.id, hint: hint.id });
  return { nodes: [stem, hint, made.element], field: made, stem };
}
