/**
 * A practice question: feedback on the chosen option at once, the key after the last try. Kind in
 * every case: a wrong answer is a step, never a fault.
 */
import { block, button, fill, find, focusOn, h, icon } from "../dom.ts";
import type { Item } from "../contract.ts";
import { answerOf, grade } from "../grade.ts";
import type { ItemState, Response } from "../state.ts";
import type { View } from "../view.ts";
import { kindOf, question, remarks, type Field, type Kind } from "./field.ts";
import { varied } from "./variant.ts";

/** From this many tries on, an item without a limit offers to show its key. */
const TRIES_BEFORE_KEY = 2;

export function practice(view: View, item: Item, host: HTMLElement, begun: Response | null = null): void {
  const drawn = kindOf(item).practice;
  // In the light version of a page, its questions are in light words too.
  const light = Boolean(host.closest("[data-light]"));
  const met = varied(view, item, light || undefined);
  if (drawn) return drawn(view, met, host);
  const asked = new Practice(view, met, host, light ? undefined : () => {
    practice(view, item, host, asked.begun());
    find(host, ".b-words button")?.focus();
  });
  asked.resume(begun);
}

class Practice {
  private readonly view: View;
  private readonly item: Item;
  private readonly host: HTMLElement;
  private readonly kind: Kind;
  private readonly field: Field;
  private readonly answer: HTMLElement;
  private readonly key: HTMLElement;
  private readonly again: HTMLElement;
  private readonly outcome: HTMLElement;

  constructor(view: View, item: Item, host: HTMLElement, again?: () => void) {
    const { t } = view;
    const check = (): void => this.check();
    const { nodes, field } = question(view, item, { changed: () => this.reset(), entered: check, again });
    this.view = view;
    this.item = item;
    this.host = host;
    this.kind = kindOf(item);
    this.field = field;
    this.answer = button(t("check"), "b-main-action", check);
    this.key = button(t("showKey"), "b-link", () => this.settle(field.read() ?? "", t("key")));
    this.again = button(t("again"), "b-link", () => this.restart());
    this.outcome = h("div", { class: "b-verdict", tabindex: -1 });
    this.key.hidden = this.again.hidden = true;
    fill(host,
      h("p", { class: "b-kicker" }, t("question")),
      ...nodes,
      h("p", { class: "b-actions" }, this.answer, this.key, this.again),
      this.outcome);
  }

  /** What is chosen or written, and not answered yet. */
  begun(): Response | null {
    return this.field.read();
  }

  /** Show what was answered before, or `begun`, without a word to the screen reader. */
  resume(begun: Response | null): void {
    const before = this.kept();
    if (!before && begun !== null) this.field.write(begun);
    if (!before) return;
    this.field.write(before.last);
    if (this.field.draft && answerOf(before.last) === "" && this.left() > 0) this.tell(this.view.t("textNotKept"));
    else this.show(before.last, false);
  }

  private kept(): ItemState | undefined {
    return this.view.session.state.items[this.item.id];
  }

  private left(): number {
    return this.item.tries === null ? Infinity : this.item.tries - (this.kept()?.tries ?? 0);
  }

  private check(): void {
    if (this.answer.hidden) return;
    const { view, item, field } = this;
    const response = field.read();
    const text = field.missing?.() || (response === null ? view.t(this.kind.missing) : "");
    if (response === null || text) {
      this.tell(text);
      view.announce(text);
      field.focus();
      return;
    }
    view.dispatch({ type: "item-answered", item: item.id, response });
    this.show(response, true);
  }

  private show(response: Response, fresh: boolean): void {
    const { view, item, kind } = this;
    const line = kind.verdict(view.t, item, response);
    const left = this.left();
    if (grade(item, response).right || left <= 0) {
      this.settle(response, line, fresh);
      return;
    }
    this.field.mark(response, false);
    this.key.hidden = item.tries !== null || (this.kept()?.tries ?? 0) < TRIES_BEFORE_KEY;
    this.judge(response, line, left === Infinity ? view.t(kind.again) : view.t.count("tries", left));
    if (fresh) view.announce(this.spoken());
  }

  /** Nothing more to answer: the key stands, and one may begin again where tries remain. */
  private settle(response: Response, line: string, fresh = true): void {
    const { t } = this.view;
    const right = grade(this.item, response).right;
    this.field.mark(response, true);
    this.field.lock(true);
    this.answer.hidden = this.key.hidden = true;
    this.again.hidden = this.left() <= 0;
    this.judge(response, line, right || line === t("key") ? "" : t("key"));
    if (fresh) focusOn(this.outcome, { preventScroll: true });
  }

  private judge(response: Response, line: string, more: string): void {
    const { right } = grade(this.item, response);
    this.outcome.classList.toggle("b-right", right);
    fill(this.outcome,
      h("p", { class: "b-verdict-line" }, right && icon("check"), h("strong", {}, line), more && ` ${more}`),
      ...remarks(this.view, this.item, response),
      block(this.item.general, "b-general"));
  }

  private tell(text: string): void {
    fill(this.outcome, h("p", { class: "b-verdict-line" }, text));
  }

  private spoken(): string {
    const told = [...this.host.querySelectorAll(".b-feedback")].map((feedback) => feedback.textContent);
    return [this.outcome.textContent, ...told].join(" ");
  }

  private reset(): void {
    fill(this.outcome);
    this.outcome.classList.remove("b-right");
    this.field.clear();
    this.key.hidden = true;
  }

  private restart(): void {
    this.reset();
    this.field.lock(false);
    this.field.write("");
    this.answer.hidden = false;
    this.again.hidden = true;
    this.field.focus();
  }
}
