/**
 * A practice question: feedback on the chosen option at once, the key after the last try. Kind in
 * every case: a wrong answer is a step, never a fault.
 */
import { block, button, fill, focusOn, h, icon } from "../dom.ts";
import type { Item } from "../contract.ts";
import { grade } from "../grade.ts";
import type { ItemState, Response } from "../state.ts";
import type { View } from "../view.ts";
import { question } from "./field.ts";
import { verdict } from "./verdict.ts";

/** From this many tries on, an item without a limit offers to show its key. */
const TRIES_BEFORE_KEY = 2;

export function practice(view: View, item: Item, host: HTMLElement): void {
  const { t } = view;
  const { nodes, field } = question(view, item, { changed: reset, entered: check });
  const answer = button(t("check"), "b-main-action", check);
  const key = button(t("showKey"), "b-link", () => settle(field.read() ?? "", t("key")));
  const again = button(t("again"), "b-link", restart);
  const outcome = h("div", { class: "b-verdict", tabindex: -1 });
  fill(host,
    h("p", { class: "b-kicker" }, t("question")),
    ...nodes,
    h("p", { class: "b-actions" }, answer, key, again),
    outcome);

  function kept(): ItemState | undefined {
    return view.session.state.items[item.id];
  }

  function left(): number {
    return item.tries === null ? Infinity : item.tries - (kept()?.tries ?? 0);
  }

  function check(): void {
    if (answer.hidden) return;
    const response = field.read();
    if (response === null) {
      const text = t(item.kind === "short-text" ? "missingText" : "missing");
      fill(outcome, h("p", { class: "b-verdict-line" }, text));
      view.announce(text);
      field.focus();
      return;
    }
    view.dispatch({ type: "item-answered", item: item.id, response });
    show(response, true);
  }

  function show(response: Response, fresh: boolean): void {
    const right = grade(item, response).right;
    if (right || left() <= 0) {
      settle(response, verdict(t, item, response), fresh);
      return;
    }
    const more = left() === Infinity
      ? t(item.kind === "short-text" ? "tryAgainText" : "tryAgain")
      : t.count("tries", left());
    field.mark(response, false);
    key.hidden = item.tries !== null || (kept()?.tries ?? 0) < TRIES_BEFORE_KEY;
    tell(verdict(t, item, response), more, false);
    if (fresh) view.announce(spoken());
  }

  /** Nothing more to answer: the key stands, and one may begin again where tries remain. */
  function settle(response: Response, line: string, fresh = true): void {
    const right = grade(item, response).right;
    field.mark(response, true);
    field.lock(true);
    answer.hidden = key.hidden = true;
    again.hidden = left() <= 0;
    tell(line, right || line === t("key") ? "" : t("key"), right);
    if (fresh) focusOn(outcome, { preventScroll: true });
  }

  function tell(line: string, more: string, right: boolean): void {
    outcome.classList.toggle("b-right", right);
    fill(outcome,
      h("p", { class: "b-verdict-line" }, right && icon("check"), h("strong", {}, line), more && ` ${more}`),
      block(item.general, "b-general"));
  }

  function spoken(): string {
    return [outcome.textContent, ...[...host.querySelectorAll(".b-feedback")].map((f) => f.textContent)].join(" ");
  }

  function reset(): void {
    fill(outcome);
    outcome.classList.remove("b-right");
    field.clear();
    key.hidden = true;
  }

  function restart(): void {
    reset();
    field.lock(false);
    field.write("");
    answer.hidden = false;
    again.hidden = true;
    field.focus();
  }

  key.hidden = again.hidden = true;
  const before = kept();
  if (!before) return;
  field.write(before.last);
  if (item.kind === "short-text" && before.last === "" && left() > 0) {
    fill(outcome, h("p", { class: "b-verdict-line" }, t("textNotKept")));
    return;
  }
  show(before.last, false);
}
