/**
 * A branching scenario: one scene at a time, and its choices as buttons. The words of the scenes stand
 * in the document, which prints and reads without script as a game book; what decides comes from the course.
 */
import { beginning, offered, sceneOf } from "./branching.ts";
import type { Scenario, Scene, SceneChoice } from "./contract.ts";
import { all, button, find, focusOn, h } from "./dom.ts";
import { inline } from "./items/field.ts";
import type { ScenarioState } from "./state.ts";
import type { View } from "./view.ts";

type Step = Pick<ScenarioState, "scene" | "variables">;

/** The steps taken in this sitting, to go back along: never saved. `here` is where they lead. */
interface Trail {
  steps: Step[];
  here: string;
}

const trails = new WeakMap<View, Map<string, Trail>>();

export function scenario(view: View, it: Scenario, host: HTMLElement): void {
  const { t } = view;
  const sections = new Map(all(host, "[data-scene]").map((s) => [s.dataset["scene"] ?? "", s]));
  const trail = trailOf(view, it.id);
  host.classList.add("b-live");

  function now(): ScenarioState {
    return view.session.state.scenarios[it.id] ?? beginning(it);
  }

  function draw(): void {
    const { scene: id } = now();
    if (trail.here !== mark(now())) trail.steps = [];
    for (const old of all(host, ".b-turn, .b-scene-place")) old.remove();
    for (const [scene, section] of sections) section.classList.toggle("b-now", scene === id);
    host.classList.toggle("b-begun", trail.steps.length > 0 || id !== it.start);
    const scene = sceneOf(it, id);
    const section = sections.get(id);
    const place = h("p", { class: "b-kicker b-scene-place", id: view.id() },
      scene?.end ? t("sceneEnd") : t("sceneN", { n: depth(it, trail.steps[0]?.scene ?? id) + trail.steps.length }));
    const turn = h("div", { class: "b-turn" }, ...(scene?.end ? ending(scene) : choices()));
    if (!section) host.append(turn);
    else {
      headingOf(section)?.setAttribute("aria-describedby", place.id);
      section.prepend(place);
      section.append(turn);
    }
  }

  function choices(): Node[] {
    const found = offered(it, now());
    if (found.length === 0) return [h("p", {}, t("sceneStuck")), ...ways("b-second")];
    return [list(found), ...ways("b-link")];
  }

  function list(found: SceneChoice[]): HTMLElement {
    return h("ul", { class: "b-turns", "aria-label": t("sceneChoices") }, ...found.map((choice) =>
      h("li", {}, h("button", { type: "button", class: "b-button b-turn-choice", onclick: () => choose(choice) },
        h("span", { html: inline(choice.html) })))));
  }

  /** What an ending offers: a link to the first scene is the author's own way to begin again. */
  function ending(scene: Scene): Node[] {
    const best = Math.max(...it.scenes.map(({ points }) => points ?? 0));
    const links = offered(it, now());
    const again = links.find(({ to }) => to === it.start);
    const others = links.filter((choice) => choice !== again);
    const text = again && h("span", { html: inline(again.html) }).textContent;
    return [
      ...(scene.points === null ? [] : [h("p", { class: "b-scene-points" }, t.count("points", scene.points, {
        n: view.number(scene.points), total: view.number(best),
      }))]),
      ...(others.length ? [list(others)] : []),
      ...ways("b-second", text || t("sceneAgain")),
    ];
  }

  /** Back to the scene before, within the sitting, and to the beginning: never stuck. */
  function ways(look: string, again = t("sceneAgain")): HTMLElement[] {
    const far = trail.steps.length > 0 || now().scene !== it.start;
    return far || look === "b-second" ? [h("p", { class: "b-actions" },
      look === "b-second" && button(again, look, restart),
      trail.steps.length > 0 && button(t("sceneBack"), "b-link", back),
      look === "b-link" && button(again, look, restart))] : [];
  }

  function choose(choice: SceneChoice): void {
    const { scene, variables } = now();
    const section = sections.get(scene);
    view.dispatch({ type: "scene-chosen", scenario: it.id, choice: choice.id });
    trail.steps.push({ scene, variables });
    trail.here = mark(now());
    if (section && choice.feedback) answer(section, choice);
    else arrive();
  }

  /** The author's answer to the choice, before the next scene; the step itself is already saved. */
  function answer(section: HTMLElement, choice: SceneChoice): void {
    find(section, ".b-turn")?.replaceWith(h("div", { class: "b-turn" },
      h("div", { class: "b-turn-made", tabindex: -1 },
        h("p", { class: "b-tag" }, t("chosen")),
        h("p", { class: "b-turn-text", html: inline(choice.html) }),
        h("div", { class: "b-feedback", html: choice.feedback })),
      h("p", { class: "b-actions" },
        button(t("sceneGo"), "b-main-action", arrive),
        button(t("sceneOther"), "b-link", back))));
    const made = find(section, ".b-turn-made");
    if (!made) return;
    focusOn(made, { preventScroll: true });
    made.scrollIntoView({ block: "nearest" });
  }

  function back(): void {
    const step = trail.steps.pop();
    if (!step) return;
    view.dispatch({ type: "scene-returned", scenario: it.id, ...step });
    trail.here = mark(now());
    arrive();
  }

  function restart(): void {
    view.dispatch({ type: "scenario-restarted", scenario: it.id });
    trail.steps = [];
    arrive();
  }

  function arrive(): void {
    draw();
    const section = sections.get(now().scene) ?? host;
    const heading = headingOf(section);
    if (heading) focusOn(heading, { preventScroll: true });
    section.scrollIntoView({ block: "start" });
  }

  draw();
}

function headingOf(section: HTMLElement): HTMLElement | null {
  return find(section, "h2, h3, h4");
}

function mark({ scene, variables }: Step): string {
  return `${scene} ${variables.join(" ")}`;
}

function trailOf(view: View, id: string): Trail {
  const known = trails.get(view) ?? new Map<string, Trail>();
  trails.set(view, known);
  const trail = known.get(id) ?? { steps: [], here: "" };
  known.set(id, trail);
  return trail;
}

/** The least number of the scene on a way from the start: 1 for the first. After a return, none is known. */
function depth(it: Scenario, id: string): number {
  const seen = new Set([it.start]);
  for (let front = [it.start], n = 1; front.length > 0; n++) {
    if (front.includes(id)) return n;
    front = front.flatMap((from) => sceneOf(it, from)?.choices.map(({ to }) => to) ?? [])
      .filter((to) => !seen.has(to) && seen.add(to));
  }
  return 1;
}
