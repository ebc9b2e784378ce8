/** Opening sessions, and what a learner does in them. */
import type { CourseDocument } from "../../../builder/player/src/contract.ts";
import { makeRuntime } from "../../../builder/player/src/runtimes/index.ts";
import type { RuntimeName } from "../../../builder/player/src/runtimes/runtime.ts";
import { openSession, type SaveState, type Session } from "../../../builder/player/src/session.ts";
import { Tab, type Profile } from "./browser.ts";
import type { Lms } from "./lms.ts";

export interface Sitting {
  session: Session;
  tab: Tab;
  /** Save states shown, in order. */
  shown: SaveState[];
}

export function open(course: CourseDocument, name: RuntimeName, tab: Tab): Sitting {
  const session = openSession(course, makeRuntime(name, course, tab), tab);
  const shown: SaveState[] = [];
  session.onSave((state) => shown.push(state));
  return { session, tab, shown };
}

/** A new window on an LMS, as when the learner launches the course. */
export function launch(course: CourseDocument, lms: Lms, profile?: Profile, seed = 1): Sitting {
  return open(course, lms.edition, new Tab(lms.launch(), profile, seed));
}

export function read(session: Session, ...pages: string[]): void {
  for (const page of pages) {
    session.dispatch({ type: "page-opened", page });
    session.dispatch({ type: "page-read", page });
  }
}

export const PAGES = ["presentation", "signaux", "chaine", "bilan-page"];
const RIGHT: Record<string, string> = { a1: "b", a2: "a", a3: "ab", b1: "b", b2: "a", b3: "ab" };

/** Take an evaluation on form A (or what is drawn), all right unless said otherwise. */
export function take(session: Session, evaluation: string, answers: Record<string, string> = RIGHT): void {
  session.dispatch({ type: "evaluation-started", evaluation, form: "A", drawn: null });
  for (const [item, response] of Object.entries(answers)) {
    session.dispatch({ type: "evaluation-answered", evaluation, item, response });
  }
  session.dispatch({ type: "evaluation-finished", evaluation });
}

/** The calls that write, without values of suspend data (their content is the codec's affair). */
export function writes(log: string[]): string[] {
  return log
    .filter((line) => !line.startsWith("get ") && line !== "initialize")
    .map((line) => line.replace(/(suspend_data=).*/, "$1…"));
}
