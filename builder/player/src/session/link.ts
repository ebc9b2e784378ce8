/** Between the state and its host: which save is which, what the host has, the local copy. */
import { decode, encode, type Decoded } from "../codec.ts";
import type { CourseDocument } from "../contract.ts";
import { characters } from "../draw.ts";
import type { Launch, Leaving, Runtime } from "../runtimes/runtime.ts";
import type { State, Status } from "../state.ts";
import { Copies } from "./copy.ts";
import type { Env } from "./env.ts";

export class Link {
  readonly runtime: Runtime;
  private readonly course: CourseDocument;
  private readonly env: Env;
  private copies: Copies;
  /** Stamp of what the host has; `next` is that of the save under way. */
  private base = "";
  private next = "";
  private text = "";
  private location = "";

  constructor(course: CourseDocument, runtime: Runtime, env: Env) {
    this.course = course;
    this.runtime = runtime;
    this.env = env;
    this.copies = new Copies(course, "", null);
  }

  /** Note what the host has; what it says, and the text of a local copy that goes further. */
  open(launch: Launch): { found: Decoded; copy: string } {
    const found = decode(this.course, launch.suspend);
    this.base = found.stamp;
    this.text = launch.suspend;
    this.location = launch.location;
    if (!this.runtime.hosted || launch.mode !== "normal") return { found, copy: "" };
    this.copies = new Copies(this.course, launch.learnerId, this.env.storage);
    return { found, copy: this.copies.take(found.stamp)?.suspend ?? "" };
  }

  /** Nothing is stored any more (another person). */
  forget(): void {
    this.runtime.forget?.();
    this.base = this.next = this.text = this.location = "";
  }

  /** The state as other tabs of this person read it. */
  told(state: State): string {
    return encode(this.course, state, this.base || "00");
  }

  /** What another tab wrote to the same storage since; "" when nothing. */
  seen(): string {
    const seen = this.runtime.peek?.() ?? "";
    return seen === this.text ? "" : seen;
  }

  /**
   * One try at saving.
   *
   * @param dirty whether anything changed since the last save; otherwise only `leaving` is new.
   */
  save(state: State, dirty: boolean, reported: Status, leaving: Leaving | null): boolean {
    const score = this.course.reporting === "status" ? null : reported.score;
    this.runtime.report({ ...reported, score });
    for (;;) {
      const { room } = this.runtime;
      const suspend = dirty ? this.encoded(state, room) : this.text;
      const location = dirty ? state.place : this.location;
      if (this.runtime.save({ suspend, location, elapsed: state.elapsed }, leaving)) {
        if (dirty) this.settle(suspend, location);
        return true;
      }
      // The host was seen to hold less: once more, with what fits.
      if (dirty && this.runtime.room < room) continue;
      if (dirty) this.keepCopy(state);
      return false;
    }
  }

  /** Keep on the device what the host has not acknowledged. */
  keepCopy(state: State): void {
    if (!this.runtime.hosted) return;
    const suspend = this.encoded(state, Infinity);
    this.copies.write({ base: this.base, stamp: this.next, suspend });
  }

  private encoded(state: State, room: number): string {
    while (!this.next || this.next === this.base) this.next = characters(2, this.env.random);
    return encode(this.course, state, this.next, room);
  }

  private settle(suspend: string, location: string): void {
    this.base = this.next;
    this.next = "";
    this.text = suspend;
    this.location = location;
    if (this.runtime.hosted) this.copies.remove();
  }
}
