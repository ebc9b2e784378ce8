/** A platform that keeps the state, as the XBlocks do: each batch counts once, whatever becomes of the answer. */
import type { CourseDocument, Item } from "../../../builder/player/src/contract.ts";
import { apply } from "../../../builder/player/src/progress.ts";
import {
  ServedSitting, Undelivered, type Batch, type Served,
} from "../../../builder/player/src/session/served.ts";
import type { SaveState } from "../../../builder/player/src/session.ts";
import type { State } from "../../../builder/player/src/state.ts";
import { Tab } from "./browser.ts";

const EMPTY: State = { seed: "00", place: "", read: [], items: {}, evaluations: {}, scenarios: {}, elapsed: 0 };

export class Platform {
  readonly course: CourseDocument;
  state: State = EMPTY;
  /** Batches that came, in order; and the names of those that counted. */
  readonly came: Batch[] = [];
  readonly counted = new Set<string>();
  /** What becomes of the next requests: they never arrive, or their answers never do. */
  offline = 0;
  deaf = 0;
  /** Events of this type make no sense to this platform. */
  senseless = "";

  constructor(course: CourseDocument) {
    this.course = course;
  }

  post = async (batch: Batch): Promise<Served> => {
    await Promise.resolve();
    if (this.offline-- > 0) throw new Undelivered(false);
    this.came.push(structuredClone(batch));
    if (batch.events.some(({ type }) => type === this.senseless)) throw new Undelivered(true);
    if (!this.counted.has(batch.batch)) {
      this.counted.add(batch.batch);
      this.state = batch.events.reduce((state, event) => apply(this.course, state, event), this.state);
    }
    if (this.deaf-- > 0) throw new Undelivered(false);
    return this.served();
  };

  /** Items have their keys only once the attempt is over. */
  served(): Served {
    const attempts: Served["attempts"] = {};
    let over: Item[] = [];
    for (const { id, forms } of this.course.evaluations) {
      const form = forms[0];
      const items = this.course.items.filter((item) => form?.items.includes(item.id));
      const bare = items.map((item) => ({
        ...item, choices: item.choices.map((choice) => ({ ...choice, right: false })), answers: [],
      }));
      attempts[id] = { form: form?.name ?? "-", drawn: null, items: bare };
      if (this.state.evaluations[id]?.last) over = [...over, ...items];
    }
    return structuredClone({ state: this.state, attempts, items: over });
  }

  /** Open the block, as the page of a learner does; `before`, in the tab of another page. */
  open(learner = "ana", seed = 1, before: Tab | null = null): { session: ServedSitting; tab: Tab; shown: SaveState[]; course: CourseDocument } {
    const asked = new Set(this.course.evaluations.flatMap(({ forms }) => forms.flatMap(({ items }) => items)));
    const course = structuredClone(this.course);
    course.items = course.items.filter(({ id }) => !asked.has(id));
    const tab = new Tab(undefined, undefined, seed);
    if (before) tab.tab = before.tab; // the same tab, loaded again
    const session = new ServedSitting(course, this.served(), learner, this.post, tab);
    const shown: SaveState[] = [];
    session.onSave((state) => {
      if (shown.at(-1) !== state) shown.push(state);
    });
    return { session, tab, shown, course };
  }
}

/** Let what was promised come. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Let time pass in steps, so that what comes back may plan its next step. */
export async function pass(tab: Tab, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 100) {
    tab.pass(Math.min(100, left));
    await settled();
  }
}
