/** What both editions of SCORM share: calls that never throw, values set only when they change. */
import { findApi } from "./discover.ts";
import type { Answered, Launch, Leaving, Mode, Runtime, Saved } from "./runtime.ts";
import type { Status } from "../state.ts";

/** Names of the calls of an edition. */
export interface Calls {
  api: "API" | "API_1484_11";
  initialize: string;
  get: string;
  set: string;
  commit: string;
  error: string;
  terminate: string;
}

/** Names of the values that are used in the same way in both editions. */
export interface Values {
  mode: string;
  status: string;
  learnerId: string;
  learnerName: string;
  location: string;
  suspend: string;
  sessionTime: string;
  exit: string;
  raw: string;
}

type Method = (...parameters: string[]) => unknown;

/** Shorter texts are taken on trust: no host is known to cut below SCORM's own 255. */
const TRUSTED = 255;

/** Lengths that hosts hold (2004 2nd edition: 4000), tried in turn when one says "too long". */
const RUNGS = [4096, 4000, 1000, 255];
const TOO_LONG = ["201", "405", "406", "407"];

export abstract class Scorm implements Runtime {
  readonly hosted = true;
  room: number;
  private api: Record<string, Method> | null = null;
  private readonly view: unknown;
  private readonly calls: Calls;
  private readonly values: Values;
  /** Last accepted value of each element, and those of the last accepted commit. */
  private sent = new Map<string, string>();
  private committed = new Map<string, string>();
  /** Something was set and is not yet committed; something that matters was refused. */
  private pending = false;
  private refused = false;
  /** Index of the next interaction: -1 before the first, infinite when the host has none. */
  private interactions = -1;

  constructor(view: unknown, calls: Calls, values: Values, room: number) {
    this.view = view;
    this.calls = calls;
    this.values = values;
    this.room = room;
  }

  protected abstract isUnattempted(status: string): boolean;
  protected abstract exitValue(done: boolean): string;
  protected abstract duration(seconds: number): string;
  protected abstract sendScore(score: number): void;
  protected abstract sendStatus(status: Status): void;
  protected abstract sendAnswer(index: number, answer: Answered): boolean;

  start(): Launch | null {
    this.api = findApi(this.view, this.calls.api) as Record<string, Method> | null;
    if (!this.api) return null;
    const begun = isTrue(this.call(this.calls.initialize, ""));
    const mode = this.get(this.values.mode);
    const status = this.get(this.values.status);
    // A page restored after a reload finds its session still open: Initialize says false, values answer.
    if (!begun && status === "") {
      this.api = null;
      return null;
    }
    const launch = {
      mode: (mode === "review" || mode === "browse" ? mode : "normal") as Mode,
      learnerId: this.get(this.values.learnerId),
      learnerName: this.get(this.values.learnerName),
      location: this.get(this.values.location),
      suspend: this.get(this.values.suspend),
      elapsed: 0,
    };
    this.sent.set(this.values.location, launch.location);
    this.sent.set(this.values.suspend, launch.suspend);
    this.sent.set(this.values.status, status);
    this.committed = new Map(this.sent);
    if (launch.mode === "normal" && this.isUnattempted(status)) {
      this.must(this.values.status, "incomplete");
    }
    return launch;
  }

  record(answers: Answered[]): void {
    for (const answer of answers) {
      if (this.interactions === Infinity) return;
      if (this.interactions < 0) this.interactions = Number.parseInt(this.get("cmi.interactions._count"), 10) || 0;
      // A host without interactions refuses the first; it is not asked again.
      this.interactions = this.sendAnswer(this.interactions, answer) ? this.interactions + 1 : Infinity;
    }
  }

  report(status: Status): void {
    if (status.score !== null && status.score > number(this.known(this.values.raw))) {
      this.sendScore(status.score);
    }
    this.sendStatus(status);
  }

  save(saved: Saved, leaving: Leaving | null): boolean {
    if (!this.keep(saved.suspend)) return false;
    this.set(this.values.location, saved.location);
    if (leaving) {
      this.set(this.values.sessionTime, this.duration(leaving.seconds));
      this.set(this.values.exit, this.exitValue(leaving.done));
    }
    return (!this.pending && !this.refused) || this.commit();
  }

  private commit(): boolean {
    const kept = isTrue(this.call(this.calls.commit, "")) && !this.refused;
    this.refused = false;
    this.pending = !kept;
    // What was not committed may be gone with the host's connection: all of it is set again.
    if (kept) this.committed = new Map(this.sent);
    else this.sent = new Map(this.committed);
    return kept;
  }

  finish(): boolean {
    const closed = isTrue(this.call(this.calls.terminate, ""));
    this.api = null;
    return closed;
  }

  protected get(element: string): string {
    const value = this.call(this.calls.get, element);
    return value === undefined || value === null ? "" : String(value);
  }

  /** Set a value when it differs from the last accepted one; whether the host has it now. */
  protected set(element: string, value: string): boolean {
    if (this.sent.get(element) === value) return true;
    this.pending = true;
    const kept = isTrue(this.call(this.calls.set, element, value));
    if (kept) this.sent.set(element, value);
    return kept;
  }

  /** Set a value without which a save is worth nothing. */
  protected must(element: string, value: string): void {
    if (!this.set(element, value)) this.refused = true;
  }

  /** What the host has for an element: last accepted, else asked for once. */
  protected known(element: string): string {
    const kept = this.sent.get(element);
    if (kept !== undefined) return kept;
    const value = this.get(element);
    this.sent.set(element, value);
    this.committed.set(element, value);
    return value;
  }

  /** Set suspend data; false, with less `room`, when the host cuts them or finds them too long. */
  private keep(text: string): boolean {
    const element = this.values.suspend;
    if (this.sent.get(element) === text) return true;
    if (!this.set(element, text)) {
      const rung = RUNGS.find((length) => length < text.length);
      if (rung && TOO_LONG.includes(this.lastError())) this.room = rung;
      else this.refused = true;
      return this.room >= text.length;
    }
    if (text.length <= TRUSTED) return true;
    // A host that cuts says "true" all the same: long data are read back.
    const kept = this.get(element);
    if (kept === "" || kept.length >= text.length || !text.startsWith(kept)) return true;
    this.room = kept.length;
    this.sent.delete(element);
    return false;
  }

  private lastError(): string {
    return String(this.call(this.calls.error));
  }

  /** Call the host on its own object; whatever it throws counts as no answer. */
  private call(name: string, ...parameters: string[]): unknown {
    try {
      return this.api?.[name]?.(...parameters);
    } catch {
      return undefined;
    }
  }
}

function number(value: string): number {
  return value.trim() === "" || !Number.isFinite(Number(value)) ? -1 : Number(value);
}

function isTrue(answer: unknown): boolean {
  return String(answer).toLowerCase() === "true" || answer === 1 || answer === "1";
}
