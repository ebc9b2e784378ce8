/**
 * An evaluation: introduction, one question at a time, a look back before finishing, the result.
 * Nothing says right or wrong on the way. Every answer is kept at once, so that one may stop anywhere.
 */
import { button, fill, find, focusOn, h } from "./dom.ts";
import type { Evaluation, Item } from "./contract.ts";
import { answeredWhole } from "./grade.ts";
import { kindOf, question, type Field } from "./items/field.ts";
import { varied } from "./items/variant.ts";
import { attemptItems, isUsedUp } from "./progress.ts";
import { results } from "./results.ts";
import type { EvaluationState } from "./state.ts";
import type { Translator } from "./texts.ts";
import type { View } from "./view.ts";

const introductions = new WeakMap<HTMLElement, HTMLElement>();

export function evaluation(view: View, it: Evaluation, host: HTMLElement): void {
  new Quiz(view, it, host).open();
}

class Quiz {
  private readonly view: View;
  private readonly it: Evaluation;
  private readonly host: HTMLElement;
  private readonly t: Translator;
  private readonly opening: HTMLElement;
  private readonly stage: HTMLElement;
  /** Texts typed in this sitting, to show them again on the way back; never kept. */
  private readonly typed = new Map<string, string>();

  constructor(view: View, it: Evaluation, host: HTMLElement) {
    this.view = view;
    this.it = it;
    this.host = host;
    this.t = view.t;
    this.opening = introduction(host);
    this.stage = h("div", { class: "b-stage" });
    fill(host, this.stage);
  }

  open(): void {
    const state = this.kept();
    if (state && !state.current && state.attempts > 0) this.done(false);
    else this.start();
  }

  private kept(): EvaluationState | undefined {
    return this.view.session.state.evaluations[this.it.id];
  }

  private items(): Item[] {
    const state = this.kept();
    return state ? attemptItems(this.view.course, this.it, state).map((item) => varied(this.view, item)) : [];
  }

  private isAnswered(item: Item): boolean {
    const response = this.kept()?.current?.[item.id];
    if (response === undefined || (response === "" && !kindOf(item).typed)) return false;
    return answeredWhole(item, response);
  }

  /** Replace what is on stage, and put the focus on its heading. */
  private stageWith(busy: boolean, heading: HTMLElement, ...content: (Node | null)[]): void {
    this.view.setBusy(busy);
    fill(this.stage, heading, ...content);
    if (busy) this.arrive(heading);
  }

  private arrive(heading: HTMLElement): void {
    focusOn(heading, { preventScroll: true });
    this.host.scrollIntoView({ block: "start" });
  }

  private start(paused = false): void {
    const { t } = this;
    const heading = h("h2", { tabindex: -1 }, t("quiz"));
    const running = this.kept()?.current;
    this.stageWith(false, heading, this.opening,
      paused ? h("p", { class: "b-paused" }, t("paused")) : null,
      h("ul", { class: "b-facts" }, ...this.facts().map((fact) => h("li", {}, fact))),
      h("p", { class: "b-actions" }, button(t(running ? "quizResume" : "begin"), "b-main-action", () => this.begin())));
    if (paused) this.arrive(heading);
  }

  /** What one must know before beginning. */
  private facts(): string[] {
    const { view, it, t } = this;
    const { rule } = view.course;
    const size = it.draw ?? it.forms[0]?.items.length ?? 0;
    const facts = [t.count("quizSize", size), t("quizPace"), t(it.moment === "after" ? "quizAfter" : "quizBefore")];
    if (rule.evaluation === it.id && rule.threshold !== null) {
      const [n, total] = [view.number(rule.threshold), view.number(rule.of ?? size)];
      facts.push(t.count("quizThreshold", rule.threshold, { n, total }));
    }
    if (it.attempts !== null && it.moment === "after") {
      facts.push(t.count("quizAttempts", it.attempts - (this.kept()?.attempts ?? 0)));
    }
    return facts;
  }

  private begin(): void {
    this.view.session.startEvaluation(this.it.id);
    const open = this.items().findIndex((item) => !this.isAnswered(item));
    if (open < 0) this.look();
    else this.ask(open);
  }

  private ask(at: number): void {
    const list = this.items();
    const item = list[at];
    if (!item) return this.look();
    const { t } = this;
    const go = (to: number) => () => {
      this.keep(item, made.field);
      this.ask(to);
    };
    const made = question(this.view, item, {
      changed: () => this.keep(item, made.field), entered: go(at + 1), again: go(at),
    });
    this.restore(item, made.field);
    const last = at === list.length - 1;
    const heading = h("h2", { class: "b-step", tabindex: -1 }, t("questionOf", { n: at + 1, total: list.length }));
    const meter = h("div", { class: "b-meter", "aria-hidden": "true" }, h("div"));
    (meter.firstElementChild as HTMLElement).style.width = `${(100 * (at + 1)) / list.length}%`;
    this.stageWith(true, heading, meter, ...made.nodes,
      h("div", { class: "b-steps" },
        at > 0 && button(t("questionPrevious"), "b-second", go(at - 1), "left"),
        button(t(last ? "toReview" : "questionNext"), "b-main-action", go(at + 1))),
      h("p", { class: "b-actions" },
        !last && button(t("toReview"), "b-link", go(list.length)),
        button(t("pause"), "b-link", () => {
          this.keep(item, made.field);
          this.start(true);
        })));
  }

  private restore(item: Item, field: Field): void {
    const response = this.kept()?.current?.[item.id];
    if (response !== undefined) field.write(response);
    const text = this.typed.get(item.id);
    if (text !== undefined) field.draft?.write(text);
  }

  private keep(item: Item, field: Field): void {
    if (field.draft) {
      this.typed.set(item.id, field.draft.read());
      this.view.session.typed?.(item.id, field.draft.read());
    }
    const now = field.read();
    if (now === null && this.kept()?.current?.[item.id] === undefined) return;
    this.view.dispatch({ type: "evaluation-answered", evaluation: this.it.id, item: item.id, response: now ?? "" });
  }

  /** The look back: what has no answer is named before « Terminer ». */
  private look(): void {
    const { t } = this;
    const list = this.items();
    const missing = list.filter((item) => !this.isAnswered(item)).length;
    this.stageWith(true, h("h2", { tabindex: -1 }, t("reviewTitle")),
      h("p", {}, missing ? t.count("unanswered", missing) : t("reviewAll")),
      missing ? h("p", {}, t(this.it.moment === "after" ? "unansweredText" : "unansweredPlain")) : null,
      h("ol", { class: "b-rows" }, ...list.map((item, at) => this.row(item, at))),
      h("p", { class: "b-actions" },
        button(t("submit"), "b-main-action", () => void this.finish()),
        button(t("pause"), "b-link", () => this.start(true))));
  }

  private row(item: Item, at: number): HTMLElement {
    const answered = this.isAnswered(item);
    const begun = Boolean(this.kept()?.current?.[item.id]);
    const text = this.t(answered ? "itemAnswered" : begun ? "itemPartly" : "itemUnanswered", { n: at + 1 });
    const name = `b-row${answered ? "" : " b-missing"}`;
    return h("li", {}, button(text, name, () => this.ask(at), answered ? "check" : "open"));
  }

  private async finish(): Promise<void> {
    const { session } = this.view;
    // Where a server marks and is out of reach, the frame says so, and the look back stays.
    if (session.settle && !(await session.settle(this.it.id))) return;
    this.view.dispatch({ type: "evaluation-finished", evaluation: this.it.id });
    this.typed.clear();
    this.done(true);
  }

  private done(fresh: boolean): void {
    const { view, it, t } = this;
    const state = this.kept();
    if (!state) return this.start();
    const used = isUsedUp(it, state);
    const again = it.moment === "after" && !used ? () => this.begin() : null;
    const heading = h("h2", { tabindex: -1 }, t(it.moment === "after" ? "result" : fresh ? "thanks" : "quiz"));
    this.stageWith(false, heading, ...results(view, it, state, this.items(), again));
    if (fresh) this.arrive(heading);
  }
}

/** What the author wrote before the first question, kept together to be shown again after a pause. */
function introduction(host: HTMLElement): HTMLElement {
  const before = introductions.get(host);
  if (before) return before;
  find(host, ".b-noscript")?.remove();
  const intro = h("div", { class: "b-evaluation-intro" });
  intro.append(...host.childNodes);
  introductions.set(host, intro);
  return intro;
}
