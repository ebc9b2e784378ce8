/** What a host must be able to do: five calls, the same for every one. */
import type { Item } from "../contract.ts";
import type { Response, Status } from "../state.ts";

export type Mode = "normal" | "review" | "browse";
export type RuntimeName = "scorm12" | "scorm2004" | "web";

/** What a host says at launch. Missing values are "". */
export interface Launch {
  mode: Mode;
  learnerId: string;
  learnerName: string;
  location: string;
  suspend: string;
  /** Active seconds of earlier sittings, where the host tells. */
  elapsed: number;
}

export interface Saved {
  suspend: string;
  location: string;
  elapsed: number;
}

/** Said while the page may disappear: seconds of this sitting, and whether the course is completed. */
export interface Leaving {
  seconds: number;
  done: boolean;
}

/** An answer to an item of an evaluation; sent only where the course reports answers. */
export interface Answered {
  /** Evaluation and item, joined by a full stop. */
  id: string;
  item: Item;
  /** Without certainty, which stays here. */
  response: Response;
  right: boolean;
  /** Milliseconds of the clock. */
  at: number;
}

export interface Runtime {
  /** Whether a host stands behind it (not the browser's own storage). */
  readonly hosted: boolean;
  /** Most characters of suspend data; falls when the host is seen to cut them. */
  readonly room: number;
  /** Find the host and read what it has; null when there is none (yet). May be called again. */
  start(): Launch | null;
  /** Send answers to items; with the next `save`. */
  record(answers: Answered[]): void;
  /** Send score, then status; a better one that the host already has stays. With the next `save`. */
  report(status: Status): void;
  /** Send what changed and commit; false when anything that matters was refused. */
  save(saved: Saved, leaving: Leaving | null): boolean;
  /** Close the session with the host, once. */
  finish(): boolean;
  /** Browser's own storage only: what is stored now, when another tab may have written. */
  peek?(): string;
  /** Browser's own storage only: begin anew for another person. */
  forget?(): void;
}
