/**
 * A branching scenario: one scene at a time, and its choices as buttons. The words of the scenes stand
 * in the document, which prints and reads without script as a game book; what decides comes from the course.
 */
import { beginning, offered, sceneOf } from "./branching.ts";
import type { Scenario, Scene, SceneChoice } from "./contract.ts";
import { all, button, find, focusOn, h } from "./dom.ts";
import { inline } from "./items/field.ts";
import type { ScenarioState } from "./state.ts";
import type { Translator } from "./texts.ts";
import type { View } from "./view.ts";

type Step = Pick<ScenarioState, "scene" | "variables">;

/** The steps taken in this sitting, to go back along: never saved. `here` is where they lead. */
interface Trail {
  steps: Step[];
  here: string;
}

const trails = new WeakMap<View, Map<string, Trail>>();

export function scenario(view: View, it: Scenario, host: HTMLElement): void {
  new Play(view, it, host).draw();
}

class Play {
  private readonly view: View;
  private readonly it: Scenario;
  private readonly host: HTMLElement;
  private readonly t: Translator;
  private readonly sections: Map<string, HTMLElement>;
  private readonly trail: Trail;
  private readonly undo: boolean;

  constructor(view: View, it: Scenario, host: HTMLElement) {
    this.view = view;
    this.it = it;
    this.host = host;
    this.t = view.t;
    this.sections = new Map(all(host, "[data-scene]").map((s) => [s.dataset["scene"] ?? "", s]));
    this.trail = trailOf(view, it.id);
    this.undo = it.undo !== false;
    host.classList.add("b-live");
  }

  private now(): ScenarioState {
    return this.view.session.state.scenarios[this.it.id] ?? beginning(this.it);
  }

  draw(): void {
    const { scene: id } = this.now();
    if (this.trail.here !== mark(this.now())) this.trail.steps = [];
    for (const old of all(this.host, ".b-turn, .b-scene-place")) old.remove();
    for (const [scene, section] of this.sections) {
      section.classList.toggle("b-now", scene === id);
      headingOf(section)?.removeAttribute("aria-describedby");
    }
    this.host.classList.toggle("b-begun", this.trail.steps.length > 0 || id !== this.it.start);
    const scene = sceneOf(this.it, id);
    const section = this.sections.get(id);
    const place = h("p", { class: "b-kicker b-scene-place", id: this.view.id() },
      scene?.end ? this.t("sceneEnd") : this.t("sceneN", { n: depth(this.it, this.trail.steps[0]?.scene ?? id) + this.trail.steps.length }));
    const turn = h("div", { class: "b-turn" }, ...(scene?.end ? this.ending(scene) : this.choices()));
    if (!section) this.host.append(turn);
    else {
      headingOf(section)?.setAttribute("aria-describedby", place.id);
      section.prepend(place);
      section.append(turn);
    }
  }

  private choices(): Node[] {
    const found = offered(this.it, this.now());
    if (found.length === 0) return [h("p", {}, this.t("sceneStuck")), ...this.ways("b-second")];
    return [this.list(found), ...this.ways("b-link")];
  }

  private list(found: SceneChoice[]): HTMLElement {
    return h("ul", { class: "b-turns", "aria-label": this.t("sceneChoices") }, ...found.map((choice) =>
      h("li", {}, h("button", { type: "button", class: "b-button b-turn-choice", onclick: () => this.choose(choice) },
        h("span", { html: inline(choice.html) })))));
  }

  /** What an ending offers: a link to the first scene is the author's own way to begin again. */
  private ending(scene: Scene): Node[] {
    const best = Math.max(...this.it.scenes.map(({ points }) => points ?? 0));
    const links = offered(this.it, this.now());
    const again = links.find(({ to }) => to === this.it.start);
    const others = links.filter((choice) => choice !== again);
    const text = again && h("span", { html: inline(again.html) }).textContent;
    return [
      ...(scene.points === null ? [] : [h("p", { class: "b-scene-points" }, this.t.count("points", scene.points, {
        n: this.view.number(scene.points), total: this.view.number(best),
      }))]),
      ...(others.length ? [this.list(others)] : []),
      ...this.ways("b-second", text || this.t("sceneAgain")),
    ];
  }

  /** Back to the scene before, within the sitting, and to the beginning: never stuck. */
  private ways(look: string, again = this.t("sceneAgain")): HTMLElement[] {
    const far = this.trail.steps.length > 0 || this.now().scene !== this.it.start;
    return far || look === "b-second" ? [h("p", { class: "b-actions" },
      look === "b-second" && button(again, look, () => this.restart()),
      this.undo && this.trail.steps.length > 0 && button(this.t("sceneBack"), "b-link", () => this.back()),
      look === "b-link" && button(again, look, () => this.restart()))] : [];
  }

  private choose(choice: SceneChoice): void {
    const { scene, variables } = this.now();
    const section = this.sections.get(scene);
    this.view.dispatch({ type: "scene-chosen", scenario: this.it.id, choice: choice.id });
    this.trail.steps.push({ scene, variables });
    this.trail.here = mark(this.now());
    if (section && choice.feedback) this.answer(section, choice);
    else this.arrive();
  }

  /** The author's answer to the choice, before the next scene; the step itself is already saved. */
  private answer(section: HTMLElement, choice: SceneChoice): void {
    find(section, ".b-turn")?.replaceWith(h("div", { class: "b-turn" },
      h("div", { class: "b-turn-made", tabindex: -1 },
        h("p", { class: "b-tag" }, this.t("chosen")),
        h("p", { class: "b-turn-text", html: inline(choice.html) }),
        h("div", { class: "b-feedback", html: choice.feedback })),
      h("p", { class: "b-actions" },
        button(this.t("sceneGo"), "b-main-action", () => this.arrive()),
        this.undo && button(this.t("sceneOther"), "b-link", () => this.back()))));
    const made = find(section, ".b-turn-made");
    if (!made) return;
    focusOn(made, { preventScroll: true });
    made.scrollIntoView({ block: "nearest" });
  }

  private back(): void {
    const step = this.trail.steps.pop();
    if (!step) return;
    this.view.dispatch({ type: "scene-returned", scenario: this.it.id, ...step });
    this.trail.here = mark(this.now());
    this.arrive();
  }

  private restart(): void {
    this.view.dispatch({ type: "scenario-restarted", scenario: this.it.id });
    this.trail.steps = [];
    this.arrive();
  }

  private arrive(): void {
    this.draw();
    const section = this.sections.get(this.now().scene) ?? this.host;
    const heading = headingOf(section);
    if (heading) focusOn(heading, { preventScroll: true });
    section.scrollIntoView({ block: "start" });
  }
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
