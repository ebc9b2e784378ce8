/**
 * An evaluation: introduction, one question at a time, a look back before finishing, the result.
 * Nothing says right or wrong on the way. Every answer is kept at once, so that one may stop anywhere.
 */
import { button, fill, find, focusOn, h } from "./dom.ts";
import type { Evaluation, Item } from "./contract.ts";
import { question } from "./items/field.ts";
import { attemptItems, isUsedUp } from "./progress.ts";
import { results } from "./results.ts";
import type { EvaluationState } from "./state.ts";
import type { View } from "./view.ts";

const introductions = new WeakMap<HTMLElement, HTMLElement>();

export function evaluation(view: View, it: Evaluation, host: HTMLElement): void {
  const { t } = view;
  const opening = introduction(host);
  const stage = h("div", { class: "b-stage" });
  fill(host, stage);
  /** Texts typed in this sitting, to show them again on the way back; never kept. */
  const typed = new Map<string, string>();

  function kept(): EvaluationState | undefined {
    return view.session.state.evaluations[it.id];
  }

  function items(): Item[] {
    const state = kept();
    return state ? attemptItems(view.course, it, state) : [];
  }

  function isAnswered(item: Item): boolean {
    const response = kept()?.current?.[item.id];
    return item.kind === "short-text" ? response !== undefined : Boolean(response);
  }

  /** Replace what is on stage, and put the focus on its heading. */
  function stageWith(busy: boolean, heading: HTMLElement | null, ...content: (Node | null)[]): void {
    view.setBusy(busy);
    fill(stage, heading, ...content);
    if (heading && busy) arrive(heading);
  }

  function arrive(heading: HTMLElement): void {
    focusOn(heading, { preventScroll: true });
    host.scrollIntoView({ block: "start" });
  }

  function start(paused = false): void {
    const state = kept();
    const size = it.draw ?? it.forms[0]?.items.length ?? 0;
    const facts = [t.count("quizSize", size), t("quizPace"), t(it.moment === "after" ? "quizAfter" : "quizBefore")];
    const { rule } = view.course;
    if (rule.evaluation === it.id && rule.threshold !== null) {
      facts.push(t("quizThreshold", { n: view.number(rule.threshold), total: view.number(rule.of ?? size) }));
    }
    if (it.attempts !== null && it.moment === "after") facts.push(t.count("quizAttempts", it.attempts - (state?.attempts ?? 0)));
    const heading = h("h2", { tabindex: -1 }, t("quiz"));
    stageWith(false, heading, opening,
      paused ? h("p", { class: "b-paused" }, t("paused")) : null,
      h("ul", { class: "b-facts" }, ...facts.map((fact) => h("li", {}, fact))),
      h("p", { class: "b-actions" }, button(t(state?.current ? "quizResume" : "begin"), "b-main-action", begin)));
    if (paused) arrive(heading);
  }

  function begin(): void {
    view.session.startEvaluation(it.id);
    const list = items();
    const open = list.findIndex((item) => !isAnswered(item));
    if (open < 0) look();
    else ask(open);
  }

  function ask(at: number): void {
    const list = items();
    const item = list[at];
    if (!item) return look();
    const last = at === list.length - 1;
    const go = (to: number) => () => {
      keep();
      ask(to);
    };
    const made = question(view, item, { changed: () => keep(), entered: go(at + 1) });
    const response = kept()?.current?.[item.id];
    if (response !== undefined) made.field.write(response);
    const input = find<HTMLInputElement>(made.field.element, ".b-line");
    if (input && typed.has(item.id)) input.value = typed.get(item.id) ?? "";

    function keep(): void {
      if (input) typed.set(item!.id, input.value);
      const now = made.field.read();
      if (now === null && !isAnswered(item!)) return;
      view.dispatch({ type: "evaluation-answered", evaluation: it.id, item: item!.id, response: now ?? "" });
    }

    const heading = h("h2", { class: "b-step", tabindex: -1 }, t("questionOf", { n: at + 1, total: list.length }));
    const meter = h("div", { class: "b-meter", "aria-hidden": "true" }, h("div"));
    (meter.firstElementChild as HTMLElement).style.width = `${(100 * (at + 1)) / list.length}%`;
    stageWith(true, heading, meter, ...made.nodes,
      h("div", { class: "b-steps" },
        at > 0 && button(t("questionPrevious"), "b-second", go(at - 1), "left"),
        button(t(last ? "toReview" : "questionNext"), "b-main-action", go(at + 1))),
      h("p", { class: "b-actions" },
        !last && button(t("toReview"), "b-link", go(list.length)),
        button(t("pause"), "b-link", () => {
          keep();
          start(true);
        })));
  }

  /** The look back: what has no answer is named before « Terminer ». */
  function look(): void {
    const list = items();
    const missing = list.filter((item) => !isAnswered(item)).length;
    const rows = list.map((item, at) => {
      const text = t(isAnswered(item) ? "itemAnswered" : "itemUnanswered", { n: at + 1 });
      const image = isAnswered(item) ? "check" : "open";
      return h("li", {}, button(text, `b-row${isAnswered(item) ? "" : " b-missing"}`, () => ask(at), image));
    });
    stageWith(true, h("h2", { tabindex: -1 }, t("reviewTitle")),
      h("p", {}, missing ? t.count("unanswered", missing) : t("reviewAll")),
      missing ? h("p", {}, t(it.moment === "after" ? "unansweredText" : "unansweredPlain")) : null,
      h("ol", { class: "b-rows" }, ...rows),
      h("p", { class: "b-actions" },
        button(t("submit"), "b-main-action", finish),
        button(t("pause"), "b-link", () => start(true))));
  }

  function finish(): void {
    view.dispatch({ type: "evaluation-finished", evaluation: it.id });
    typed.clear();
    done(true);
  }

  function done(fresh: boolean): void {
    const state = kept();
    if (!state) return start();
    const used = isUsedUp(it, state);
    const again = it.moment === "after" && !used ? () => begin() : null;
    const heading = h("h2", { tabindex: -1 }, t(it.moment === "after" ? "result" : fresh ? "thanks" : "quiz"));
    stageWith(false, heading, ...results(view, it, state, items(), again));
    if (fresh) arrive(heading);
  }

  const state = kept();
  if (state && !state.current && state.attempts > 0) done(false);
  else start();
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
