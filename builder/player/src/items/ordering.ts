/**
 * Ordering: an ordered list whose rows go up and down by buttons. No drag: a tap or a key moves a
 * row by one, the focus stays on the button of the row moved, and its new place is said.
 */
import { fill, h, icon } from "../dom.ts";
import { choiceOrder } from "../order.ts";
import type { Choice, Item } from "../contract.ts";
import { answerOf, canonical } from "../grade.ts";
import type { Response } from "../state.ts";
import type { View } from "../view.ts";
import { inline, type Field, type FieldOptions, type Kind } from "./field.ts";
import { markRow, rowNote, verdictOn, words, type Place } from "./rows.ts";

export const ordering: Kind = {
  field: list,
  hint: "chooseOrder",
  missing: "missingOrder",
  again: "tryAgainPlaces",
  verdict: verdictOn((item, response) => [...letters(item, response)].filter((id, at) => item.choices[at]?.id === id).length),
  review,
};

interface Row {
  choice: Choice;
  element: HTMLElement;
  note: HTMLElement;
  up: HTMLButtonElement;
  down: HTMLButtonElement;
}

function list(view: View, item: Item, options: FieldOptions): Field {
  const { t } = view;
  const first = choiceOrder(item, view.session.state.seed).map(({ id }) => id).join("");
  const rows = new Map(item.choices.map((choice) => [choice.id, row(choice)]));
  const steps = h("ol", { class: "b-order", role: "list" });
  const key = h("div");
  const element = h("div", { class: "b-options", role: "group", "aria-labelledby": options.label, "aria-describedby": options.hint },
    steps, key);
  let order = first;
  /** The order shown at first is nobody's answer until something has moved. */
  let touched = false;
  let locked = false;
  let told = "";

  function row(choice: Choice): Row {
    const name = words(choice.html);
    const note = h("div", { class: "b-note-of-choice", id: view.id() });
    const arrow = (text: string, image: "up" | "down", by: number): HTMLButtonElement =>
      h("button", {
        type: "button", class: "b-button b-second b-move", "aria-describedby": note.id,
        "aria-label": t("moveWhat", { move: text, text: name }), onclick: () => move(choice.id, by),
      }, icon(image), h("span", {}, text));
    const [up, down] = [arrow(t("moveUp"), "up", -1), arrow(t("moveDown"), "down", 1)];
    const line = h("div", { class: "b-order-line" },
      h("div", { class: "b-choice-text", html: inline(choice.html) }), h("div", { class: "b-moves" }, up, down));
    return { choice, note, up, down, element: h("li", { class: "b-thing" }, line, note) };
  }

  function move(id: string, by: number): void {
    const at = order.indexOf(id) + by;
    const moved = rows.get(id);
    if (locked || !moved) return;
    if (at >= 0 && at < order.length) {
      const rest = order.replace(id, "");
      order = rest.slice(0, at) + id + rest.slice(at);
      touched = true;
      changed();
      draw(id);
      (by < 0 ? moved.up : moved.down).focus();
    }
    view.announce(t("moved", { n: order.indexOf(id) + 1, total: order.length }));
  }

  /** What was said of a row holds as long as the row stays where it was. */
  function changed(): void {
    const before = told;
    options.changed();
    told = before;
    for (const [at, id] of [...before].entries()) if (order.charAt(at) === id) say(id, false);
  }

  function say(id: string, all: boolean): void {
    const { choice, element: line, note } = rows.get(id) as Row;
    markRow(view, line, note, choice, place(view, item, told, id, all));
  }

  function draw(moved = ""): void {
    [...order].forEach((id, at) => {
      const { element: line, up, down } = rows.get(id) as Row;
      // Not `disabled`: the focus would be lost under the finger of who reaches an end.
      up.setAttribute("aria-disabled", String(at === 0));
      down.setAttribute("aria-disabled", String(at === order.length - 1));
      line.classList.toggle("b-chosen", id === moved);
      steps.append(line);
    });
  }

  function clear(): void {
    fill(key);
    told = "";
    for (const { element: line, note } of rows.values()) {
      line.classList.remove("b-best");
      fill(note);
    }
  }

  draw();
  return {
    element,
    read: () => (touched ? order : null),
    write: (response) => {
      const given = letters(item, response);
      touched = given.length === first.length;
      order = touched ? given : first;
      draw();
    },
    lock: (on) => {
      locked = on;
      element.classList.toggle("b-locked", on);
    },
    mark: (response, all) => {
      clear();
      told = letters(item, response);
      draw();
      for (const id of rows.keys()) say(id, all);
      if (all && told !== expected(item)) fill(key, expectedOrder(view, item));
    },
    clear,
    focus: () => rows.get(order.charAt(0))?.down.focus(),
  };
}

/** The order given, what stands where it should, and the order expected. */
function review(view: View, item: Item, response: Response | undefined): (HTMLElement | null)[] {
  const given = letters(item, response ?? "");
  return [
    given ? null : h("p", {}, `${view.t("yourChoice")} ${view.t("noAnswer")}`),
    h("ol", { class: "b-told" }, ...[...given].map((id) => {
      const choice = item.choices.find((c) => c.id === id) as Choice;
      const where = place(view, item, given, id, true);
      return h("li", { class: where === "there" ? "b-best" : "" },
        h("div", { html: inline(choice.html) }), ...rowNote(view, choice, where));
    })),
    given === expected(item) ? null : expectedOrder(view, item),
  ];
}

function place(view: View, item: Item, given: string, id: string, key: boolean): Place {
  const at = expected(item).indexOf(id);
  if (given.charAt(at) === id) return "there";
  return key ? { text: view.t("expectedPlace", { n: at + 1 }) } : "elsewhere";
}

function expectedOrder(view: View, item: Item): HTMLElement {
  const title = h("p", { class: "b-tag", id: view.id() }, view.t("expectedOrder"));
  return h("div", { class: "b-expected" }, title,
    h("ol", { "aria-labelledby": title.id }, ...item.choices.map(({ html }) => h("li", { html: inline(html) }))));
}

function expected(item: Item): string {
  return item.choices.map(({ id }) => id).join("");
}

/** The letters that the item has, without the degree of certainty. */
function letters(item: Item, response: Response): string {
  return answerOf(canonical(item, response));
}
