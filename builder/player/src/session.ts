/**
 * One sitting of one learner: launch, state, saving with retries, leaving. The interface only
 * dispatches events and reads; everything about hosts, commits and page life stands behind it.
 */
import type { CourseDocument } from "./contract.ts";
import type { Runtime } from "./runtimes/runtime.ts";
import type { Env } from "./session/env.ts";
import { Sitting } from "./session/sitting.ts";
import type { PlayerEvent, State, Status } from "./state.ts";

/** "standalone": no LMS; "retrying": at least two saves in a row were refused. */
export type SaveState = "saved" | "pending" | "retrying" | "standalone" | "review";

/** What became of a file given to `importState`. */
export type Imported = "ok" | "foreign" | "unreadable";

export interface Session {
  readonly state: State;
  readonly mode: "normal" | "review" | "browse";
  /** Whether a state of an earlier sitting was taken up. */
  readonly resumed: boolean;
  /**
   * A state was found that may be another person's (no LMS, or a generic account such as "guest"): ask
   * « Continuer ou recommencer? » first, then call `continueAs` or `restart`.
   */
  readonly askWhose: boolean;
  /** State of another course was found and left aside: say so. */
  readonly foreign: boolean;
  /** How many saved answers belong to things that the course no longer has. */
  readonly dropped: number;
  /** Whether an LMS answered. It may be found up to 5 s late: see `onChange`. */
  readonly hosted: boolean;
  /** Display name as the host gives it; empty when unknown. */
  readonly learnerName: string;
  /**
   * Hash of the learner id under which this device may keep private notes; "" when the learner is
   * unknown or generic (notes then live for the sitting only). Standalone: a random name of the person
   * on this device; another after `restart`.
   */
  readonly learnerKey: string;
  status(): Status;
  /** Apply an event, schedule its saving, return the new state. */
  dispatch(event: PlayerEvent): State;
  /** Draw the form (and items) of an evaluation and start an attempt; no-op while one is running. */
  startEvaluation(evaluation: string): State;
  /** Where a server marks: what was typed for an item, sent with the next answer to it, never kept. */
  typed?(item: string, text: string): void;
  /** Where a server marks: have the attempt marked; false when it could not be reached. */
  settle?(evaluation: string): Promise<boolean>;
  /** Called at once with the present state, then at each change. */
  onSave(listener: (state: SaveState) => void): void;
  /**
   * The state was replaced from outside (late LMS, other tab, import): draw everything again; where
   * `launched`, begin as at a launch, for the place is the LMS's, or whose the state is must be asked.
   */
  onChange(listener: (launched: boolean) => void): void;
  /** The person confirmed that the state found is theirs. */
  continueAs(): void;
  /** Forget the state found (another person at a shared workstation); a personal account keeps its own. */
  restart(): void;
  /** Save and close while the page is alive; resolves to whether the host acknowledged. */
  finish(): Promise<boolean>;
  /** Save at once, without closing (quick exit). */
  flush(): boolean;
  /** A break: saves at once; no time counts until it is over. */
  rest(on: boolean): void;
  /** The state as a file's text, with notes by id only when given (learner's choice). */
  exportState(notes?: Record<string, string>): string;
  /** Unite the state of such a file with this one; `notes` are those of the file. */
  importState(text: string): { result: Imported; notes: Record<string, string> };
}

/**
 * Begin the sitting: find the host (else run on the browser's storage, looking again for 5 s), read
 * what it has, and follow the life of the page from here on.
 *
 * @param runtime from `makeRuntime(name, course, env)`.
 * @param env `browserEnv(window)`; tests give their own.
 */
export function openSession(course: CourseDocument, runtime: Runtime, env: Env): Session {
  return new Sitting(course, runtime, env);
}
