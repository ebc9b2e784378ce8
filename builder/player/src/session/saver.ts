/** When to save: after two seconds of quiet, at once at milestones, again with back-off when refused. */
import type { SaveState } from "../session.ts";
import type { Env } from "./env.ts";

export const QUIET = 2000;
/** Steady activity does not put a save off for longer than this. */
export const MOST_WAIT = 10_000;
export const BACK_OFF = [2000, 5000, 15_000, 30_000, 60_000];

export class Saver {
  /** Saves refused in a row. */
  failures = 0;
  /** Something is not yet acknowledged. */
  dirty = false;
  /** Saving is put off (the LMS is still being looked for). */
  held = false;
  private since = 0;
  private cancel: (() => void) | null = null;
  private readonly env: Env;
  private readonly attempt: (leaving: boolean) => boolean;
  private readonly listeners: ((state: SaveState) => void)[] = [];
  private readonly calm: () => SaveState;
  private told: SaveState | null = null;

  /** `calm` is what to show while nothing is amiss: "saved", "standalone" or "review". */
  constructor(env: Env, attempt: (leaving: boolean) => boolean, calm: () => SaveState) {
    this.env = env;
    this.attempt = attempt;
    this.calm = calm;
  }

  /** Something changed: save once it is quiet. While refused, the back-off goes on as planned. */
  soon(): void {
    if (!this.dirty) this.since = this.env.now();
    this.dirty = true;
    if (!this.failures) this.wait(Math.max(0, Math.min(QUIET, this.since + MOST_WAIT - this.env.now())));
    this.tell();
  }

  /** Save at once; whether the host acknowledged. */
  now(leaving = false): boolean {
    this.stop();
    if (this.held && !leaving) return true;
    const kept = this.attempt(leaving);
    this.failures = kept ? 0 : this.failures + 1;
    this.dirty = !kept;
    if (!kept) {
      const pause = BACK_OFF[Math.min(this.failures, BACK_OFF.length) - 1];
      this.wait(pause ?? QUIET);
    }
    this.tell();
    return kept;
  }

  /** The network or the page is back: do not wait any longer. */
  wake(): void {
    if (this.dirty && this.failures) this.now();
  }

  /** Nothing is waiting any more. */
  clear(): void {
    this.stop();
    this.dirty = false;
    this.failures = 0;
  }

  private stop(): void {
    this.cancel?.();
    this.cancel = null;
  }

  listen(listener: (state: SaveState) => void): void {
    this.listeners.push(listener);
    this.told = this.state();
    listener(this.told);
  }

  tell(): void {
    const state = this.state();
    if (state === this.told) return;
    this.told = state;
    for (const listener of this.listeners) listener(state);
  }

  private state(): SaveState {
    const calm = this.calm();
    if (calm !== "saved") return calm;
    return this.failures >= 2 ? "retrying" : this.dirty ? "pending" : "saved";
  }

  private wait(ms: number): void {
    this.stop();
    this.cancel = this.env.after(ms, () => this.now());
  }
}
