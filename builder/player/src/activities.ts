/**
 * What brings the content of a page to life. The pieces of src/pieces/ register here; pages, and
 * whatever opens a part of a page, ask. Until the pieces are there a page reads as the builder wrote it.
 */
import { all } from "./dom.ts";
import type { View } from "./view.ts";

/** Draw an activity in its `host`, from the state: called each time that its page shows. */
export type Enliven = (view: View, host: HTMLElement) => void;

const known = new Map<string, Enliven>();
const first: ((view: View) => void)[] = [];

/** What to do with the elements of a page that match `selector`. */
export function enlivens(selector: string, act: Enliven): void {
  known.set(selector, act);
}

/** What to do once for each course of the document, as soon as the pieces are there. */
export function begins(act: (view: View) => void): void {
  first.push(act);
}

export function begin(view: View): void {
  for (const act of first) safely(() => act(view));
}

/** Bring a page, or a part of it, to life. */
export function enliven(view: View, part: HTMLElement): void {
  for (const [selector, act] of known) {
    for (const host of all(part, selector)) safely(() => act(view, host));
  }
}

/** A fault in one activity is told, and leaves the others alone. */
function safely(act: () => void): void {
  try {
    act();
  } catch (fault) {
    setTimeout(() => {
      throw fault;
    });
  }
}
