/** What decoded numbers and letters mean in the present course; what it no longer has is dropped. */
import { HIGHEST, beginning } from "../branching.ts";
import type { Part } from "../codec.ts";
import type { CourseDocument, Evaluation, Item } from "../contract.ts";
import { canonical } from "../grade.ts";
import { MOST_ATTEMPTS, MOST_TRIES, complete, newState, pageOf } from "../progress.ts";
import type { EvaluationState, Response, State } from "../state.ts";

export interface Found {
  /** `seed` is empty when the text did not say it. */
  state: State;
  /** How many pages, items, evaluations, scenarios, scenes and answers the course no longer has. */
  dropped: number;
}

type Raw = Extract<Part, { tag: "E" }>;
type RawScenario = Extract<Part, { tag: "S" }>;

/** Unite the sound parts of a text into a state of `course`. */
export function revive(course: CourseDocument, parts: Part[]): Found {
  const revival = new Revival(course);
  for (const part of parts) revival.take(part);
  return { state: revival.state, dropped: revival.dropped };
}

class Revival {
  readonly course: CourseDocument;
  readonly state: State = newState("");
  dropped = 0;

  constructor(course: CourseDocument) {
    this.course = course;
  }

  take(part: Part): void {
    if (part.tag === "H") this.head(part.seed, part.place);
    else if (part.tag === "P") this.pages(part.numbers);
    else if (part.tag === "S") this.scenario(part);
    else if (part.tag === "I") part.items.forEach(({ n, kept }) => this.item(n, kept));
    else this.evaluation(part);
  }

  private head(seed: string, place: number | null): void {
    this.state.seed = seed;
    this.state.place = this.page(place)?.id ?? "";
  }

  private page(n: number | null) {
    return this.course.pages.find((p) => p.n === n && pageOf(this.course, p.id));
  }

  private pages(numbers: number[]): void {
    const ids = new Set(numbers.map((n) => this.page(n)?.id));
    this.state.read = this.course.pages.map((p) => p.id).filter((id) => ids.has(id));
    this.dropped += numbers.length - this.state.read.length;
  }

  private item(n: number, kept: State["items"][string]): void {
    const item = this.course.items.find((i) => i.n === n && i.page !== null);
    if (!item) {
      this.dropped++;
      return;
    }
    const most = item.tries ?? MOST_TRIES;
    const tries = Math.max(1, Math.min(kept.tries, most));
    this.state.items[item.id] = { ...kept, tries, last: this.response(item, kept.last) };
  }

  /** A scene that is gone is begun again from the start; an ending once reached stays. */
  private scenario({ n, scene, ending, variables }: RawScenario): void {
    const scenario = this.course.scenarios.find((s) => s.n === n);
    if (!scenario) {
      this.dropped++;
      return;
    }
    const id = (number: number | null) => {
      const found = scenario.scenes.find((s) => s.n === number)?.id;
      if (found === undefined && number !== null) this.dropped++;
      return found;
    };
    const start = beginning(scenario, id(ending) ?? null);
    const place = id(scene);
    const kept = start.variables.map((first, i) => Math.min(variables[i] ?? first, HIGHEST));
    this.state.scenarios[scenario.id] = place === undefined ? start : { ...start, scene: place, variables: kept };
  }

  private response(item: Item, letters: Response): Response {
    const known = canonical(item, letters);
    this.dropped += letters.length > known.length ? 1 : 0;
    return known;
  }

  private evaluation({ n, flags, kept }: Raw): void {
    const evaluation = this.course.evaluations.find((e) => e.n === n);
    const form = evaluation?.forms.find((f) => f.name === kept.form) ?? evaluation?.forms[0];
    if (!evaluation || !form) {
      this.dropped++;
      return;
    }
    const answers: Record<string, Response> = {};
    const ids: string[] = [];
    for (const entry of kept.entries) {
      const item = this.course.items.find((i) => i.n === entry.n && form.items.includes(i.id));
      if (!item) this.dropped++;
      else ids.push(item.id);
      if (item && entry.answer !== null) answers[item.id] = this.response(item, entry.answer);
    }
    this.state.evaluations[evaluation.id] = {
      form: form.name,
      drawn: drawn(evaluation, form.items, ids, flags.current),
      current: flags.current ? answers : null,
      last: flags.last && !flags.current ? answers : null,
      attempts: Math.min(kept.attempts, evaluation.attempts ?? MOST_ATTEMPTS),
      first: kept.first,
      best: kept.best,
    } satisfies EvaluationState;
  }
}

/** An attempt in progress is filled up to its count; a complete one shows what there was. */
function drawn(
  evaluation: Evaluation, items: string[], ids: string[], running: boolean,
): string[] | null {
  if (evaluation.draw === null) return null;
  return running ? complete(ids, items, evaluation.draw) : ids.slice(0, evaluation.draw);
}
