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
  field: (view, item, options) => new Steps(view, item, options),
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

class Steps implements Field {
  readonly element: HTMLElement;
  private readonly view: View;
  private readonly item: Item;
  private readonly changed: () => void;
  private readonly rows: Map<string, Row>;
  private readonly list = h("ol", { class: "b-order", role: "list" });
  private readonly key = h("div");
  private readonly first: string;
  private order: string;
  /** The order shown at first is nobody's answer until something has moved. */
  private touched = false;
  private locked = false;
  /** The order that the notes of the rows speak of; "" when they are empty. */
  private told = "";

  constructor(view: View, item: Item, { label, hint, changed }: FieldOptions) {
    this.view = view;
    this.item = item;
    this.changed = changed;
    this.first = choiceOrder(item, view.session.state.seed).map(({ id }) => id).join("");
    this.order = this.first;
    this.rows = new Map(item.choices.map((choice) => [choice.id, this.row(choice)]));
    this.element = h("div", { class: "b-options", role: "group", "aria-labelledby": label, "aria-describedby": hint },
      this.list, this.key);
    this.draw();
  }

  read(): Response | null {
    return this.touched ? this.order : null;
  }

  write(response: Response): void {
    const given = letters(this.item, response);
    this.touched = given.length === this.first.length;
    this.order = this.touched ? given : this.first;
    this.draw();
  }

  lock(on: boolean): void {
    this.locked = on;
    this.element.classList.toggle("b-locked", on);
  }

  mark(response: Response, key: boolean): void {
    const { view, item } = this;
    this.clear();
    this.told = letters(item, response);
    this.draw();
    for (const id of this.rows.keys()) this.say(id, key);
    if (key && this.told !== expected(item)) fill(this.key, expectedOrder(view, item));
  }

  clear(): void {
    fill(this.key);
    this.told = "";
    for (const { element, note } of this.rows.values()) {
      element.classList.remove("b-best");
      fill(note);
    }
  }

  focus(): void {
    this.rows.get(this.order.charAt(0))?.down.focus();
  }

  private row(choice: Choice): Row {
    const { t } = this.view;
    const name = words(choice.html);
    const note = h("div", { class: "b-note-of-choice", id: this.view.id() });
    const arrow = (text: string, image: "up" | "down", by: number): HTMLButtonElement =>
      h("button", {
        type: "button", class: "b-button b-second b-move", "aria-describedby": note.id,
        "aria-label": t("moveWhat", { move: text, text: name }), onclick: () => this.move(choice.id, by),
      }, icon(image), h("span", {}, text));
    const [up, down] = [arrow(t("moveUp"), "up", -1), arrow(t("moveDown"), "down", 1)];
    const line = h("div", { class: "b-order-line" },
      h("div", { class: "b-choice-text", html: inline(choice.html) }), h("div", { class: "b-moves" }, up, down));
    return { choice, note, up, down, element: h("li", { class: "b-thing" }, line, note) };
  }

  private move(id: string, by: number): void {
    const at = this.order.indexOf(id) + by;
    const moved = this.rows.get(id);
    if (this.locked || !moved) return;
    if (at >= 0 && at < this.order.length) {
      const rest = this.order.replace(id, "");
      this.order = rest.slice(0, at) + id + rest.slice(at);
      this.touched = true;
      this.report();
      this.draw(id);
      (by < 0 ? moved.up : moved.down).focus();
    }
    this.view.announce(this.view.t("moved", { n: this.order.indexOf(id) + 1, total: this.order.length }));
  }

  /** What was said of a row holds as long as the row stays where it was. */
  private report(): void {
    const before = this.told;
    this.changed();
    this.told = before;
    for (const [at, id] of [...before].entries()) if (this.order.charAt(at) === id) this.say(id, false);
  }

  private say(id: string, key: boolean): void {
    const { choice, element, note } = this.rows.get(id) as Row;
    markRow(this.view, element, note, choice, place(this.view, this.item, this.told, id, key));
  }

  private draw(moved = ""): void {
    [...this.order].forEach((id, at) => {
      const { element, up, down } = this.rows.get(id) as Row;
      // Not `disabled`: the focus would be lost under the finger of who reaches an end.
      up.setAttribute("aria-disabled", String(at === 0));
      down.setAttribute("aria-disabled", String(at === this.order.length - 1));
      element.classList.toggle("b-chosen", id === moved);
      this.list.append(element);
    });
  }
}

/** The order given, what stands where it should, and the order expected. */
function review(view: View, item: Item, response: Response | undefined): (HTMLElement | null)[] {
  const given = letters(item, response ?? "");
  return [
    given ? null : h("p", {}, `${view.t("yourChoice")} ${view.t("noAnswer")}`),
    h("ol", { class: "b-told" }, ...[...given].map((id, at) => {
      const choice = item.choices.find((c) => c.id === id) as Choice;
      const where = place(view, item, given, id, true);
      return h("li", { class: where === "there" ? "b-best" : "" },
        h("div", {}, `${at + 1}. `, h("span", { html: inline(choice.html) })), ...rowNote(view, choice, where));
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
