/**
 * Matching and categorising: each thing is given its definition or its category. No drag: a native
 * list beside each thing, or radio buttons where the categories are few.
 */
import { fill, h } from "../dom.ts";
import { choiceOrder, targetOrder } from "../order.ts";
import type { Choice, Item, Target } from "../contract.ts";
import { pairsOf } from "../grade.ts";
import type { Response } from "../state.ts";
import type { View } from "../view.ts";
import { degrees } from "./degrees.ts";
import { inline, type Field, type FieldOptions, type Kind } from "./field.ts";
import { markRow, rowNote, verdictOn, words, type Place } from "./rows.ts";

/** Categories shown as radio buttons. */
const MOST_BUTTONS = 4;
/** Longest definition, in characters, that a list shows whole. */
const MOST_WORDS = 60;
/** How much of a longer one stands after its letter. */
const BEGINNING = 28;

export const matching: Kind = {
  field: pairs,
  hint: "chooseMatch",
  missing: "missing",
  again: "tryAgainPlaces",
  verdict: verdictOn((item, response) => pairsOf(item, response).filter((p) => p.choice.target === p.target).length),
  review,
};

export const categorising: Kind = { ...matching, hint: "chooseSort" };

interface Row {
  choice: Choice;
  element: HTMLElement;
  note: HTMLElement;
  controls: (HTMLInputElement | HTMLSelectElement)[];
  value(): string;
  set(target: string): void;
}

function pairs(view: View, item: Item, options: FieldOptions): Field {
  const targets = targetOrder(item, view.session.state.seed);
  const lettered = item.kind === "matching" && targets.some(isLong);
  const names = targets.map((target, at) => (lettered ? beginning(target, at) : words(target.html)));
  const rows = choiceOrder(item, view.session.state.seed).map((choice) =>
    item.kind === "categorising" && targets.length <= MOST_BUTTONS
      ? buttons(view, choice, targets, changed)
      : list(view, choice, targets, names, changed));
  const element = h("fieldset", { class: "b-options", "aria-labelledby": options.label, "aria-describedby": options.hint },
    h("ol", { class: `b-letters${lettered ? "" : " b-paper"}`, type: "A" },
      ...targets.map(({ html }) => h("li", { html: inline(html) }))),
    ...rows.map((row) => row.element));
  let told = new Map<string, string>();
  const open = (): Row[] => rows.filter((row) => !row.value());

  /** What was said of a row holds as long as the row is not changed. */
  function changed(): void {
    const before = told;
    options.changed();
    told = before;
    for (const row of rows) {
      const target = before.get(row.choice.id);
      if (target && target === row.value()) say(row, target, false);
    }
  }

  function say({ choice, element: row, note }: Row, target: string | undefined, key: boolean): void {
    markRow(view, row, note, choice, place(view, item, choice, target, key));
  }

  function clear(): void {
    told = new Map();
    for (const { element: row, note } of rows) {
      row.classList.remove("b-best");
      fill(note);
    }
  }

  return {
    element,
    read: () => rows.filter((row) => row.value()).map((row) => row.choice.id + row.value()).sort().join("") || null,
    missing: () => (open().length ? view.t.count("rowsLeft", open().length) : ""),
    write: (response) => {
      const given = chosen(item, response);
      for (const row of rows) row.set(given.get(row.choice.id) ?? "");
    },
    lock: (on) => {
      for (const control of rows.flatMap((row) => row.controls)) control.disabled = on;
    },
    mark: (response, key) => {
      told = chosen(item, response);
      for (const row of rows) say(row, told.get(row.choice.id), key);
    },
    clear,
    focus: () => (open()[0] ?? rows[0])?.controls[0]?.focus(),
  };
}

function review(view: View, item: Item, response: Response | undefined): (HTMLElement | null)[] {
  const given = chosen(item, response ?? "");
  return [h("ul", { class: "b-told" }, ...item.choices.map((choice) => {
    const target = item.targets.find(({ id }) => id === given.get(choice.id));
    const where = place(view, item, choice, target?.id, true);
    return h("li", { class: where === "there" ? "b-best" : "" },
      h("div", { html: inline(choice.html) }),
      h("p", {}, `${view.t("yourChoice")} ${target ? words(target.html) : view.t("noAnswer")}`),
      ...rowNote(view, choice, where));
  }))];
}

function place(view: View, item: Item, choice: Choice, target: string | undefined, key: boolean): Place {
  if (target === choice.target) return "there";
  const text = words(item.targets.find(({ id }) => id === choice.target)?.html ?? "");
  return key ? { text: view.t("expected", { text }) } : "elsewhere";
}

/** The letters of the targets by those of the choices. */
function chosen(item: Item, response: Response): Map<string, string> {
  return new Map(pairsOf(item, response).map(({ choice, target }) => [choice.id, target]));
}

/** Native lists hold words only: what is long, or more than words, stands above under a letter. */
function isLong({ html }: Target): boolean {
  return words(html).length > MOST_WORDS || /<(?!\/?(em|strong|span)\b)/.test(inline(html));
}

function beginning({ html }: Target, at: number): string {
  const text = words(html);
  const letter = String.fromCharCode(65 + at);
  return text.length > BEGINNING ? `${letter}. ${text.slice(0, text.lastIndexOf(" ", BEGINNING))}…` : `${letter}. ${text}`;
}

function list(view: View, choice: Choice, targets: Target[], names: string[], changed: () => void): Row {
  const note = h("div", { class: "b-note-of-choice", id: view.id() });
  const select = h("select", { "aria-describedby": note.id, onchange: () => {
    tell();
    changed();
  } },
    h("option", { value: "" }, view.t("pick")),
    ...targets.map(({ id }, at) => h("option", { value: id }, names[at])));
  const wide = names.some((name) => name.length > BEGINNING);
  const label = h("label", { class: `b-term${wide ? " b-wide" : ""}` }, h("span", { html: inline(choice.html) }), select);
  // A closed list cuts what is wider than the window; there, its words stand under it whole.
  const given = h("p", { class: "b-given", "aria-hidden": "true" });

  function tell(): void {
    const name = names[select.selectedIndex - 1] ?? "";
    given.textContent = name.length > BEGINNING && !name.endsWith("…") ? name : "";
  }

  return {
    choice, note, controls: [select],
    element: h("div", { class: "b-thing" }, label, given, note),
    value: () => select.value,
    set: (target) => {
      select.value = target;
      tell();
    },
  };
}

function buttons(view: View, choice: Choice, targets: Target[], changed: () => void): Row {
  const note = h("div", { class: "b-note-of-choice", id: view.id() });
  const { inputs, element: row, value, set } = degrees(view, targets.map(({ id, html }) => [id, inline(html)]), changed);
  const element = h("fieldset", { class: "b-thing b-sort", "aria-describedby": note.id },
    h("legend", { html: inline(choice.html) }), row, note);
  return { choice, note, controls: inputs, element, value, set };
}
