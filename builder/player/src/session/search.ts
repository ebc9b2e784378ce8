/** An LMS that answers late: look again for five seconds, while the learner may already read. */
import type { Launch, Runtime } from "../runtimes/runtime.ts";
import type { PlayerEvent } from "../state.ts";
import type { Env } from "./env.ts";

const EVERY = 250;
const TIMES = 20;

export class Search {
  /** What was done meanwhile, to be done again in the state of the LMS. */
  private readonly events: PlayerEvent[] = [];
  private over = false;
  private readonly env: Env;
  private readonly wanted: Runtime;
  private readonly end: (launch: Launch | null, events: PlayerEvent[]) => void;

  /** `end` is called once: with what the LMS says, or with null when there is none to adopt. */
  constructor(env: Env, wanted: Runtime, end: Search["end"]) {
    this.env = env;
    this.wanted = wanted;
    this.end = end;
    this.again(TIMES);
  }

  /** Note an event; an answer ends the search: it will not be moved to another state. */
  note(event: PlayerEvent): void {
    if (this.over) return;
    if (event.type === "page-opened" || event.type === "page-read") this.events.push(event);
    else if (event.type !== "time") this.stop(null);
  }

  /** Forget what was done: it was another person's. */
  clear(): void {
    this.events.length = 0;
  }

  stop(launch: Launch | null): void {
    if (this.over) return;
    this.over = true;
    this.end(launch, this.events);
  }

  private again(left: number): void {
    this.env.after(EVERY, () => {
      if (this.over) return;
      const launch = this.wanted.start();
      if (launch || left === 1) this.stop(launch);
      else this.again(left - 1);
    });
  }
}
