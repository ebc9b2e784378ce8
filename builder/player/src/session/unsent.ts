/**
 * What has not reached the platform yet, kept for this tab: a reload, or a login page in between, loses
 * nothing. A typed text is not kept, here either.
 */
import type { KeyValue } from "./env.ts";
import type { Batch, Sent } from "./served.ts";

/** The batch under way, with its name, and the events after it. */
export interface Pending {
  sending: Batch | null;
  waiting: Sent[];
}

export class Unsent {
  private readonly store: KeyValue | null;
  private readonly key: string;

  /** `block` and `learner` are names of theirs; without a learner nothing is kept. */
  constructor(store: KeyValue | null, block: string, learner: string) {
    this.store = learner ? store : null;
    this.key = `balise-unsent:${block}:${learner}`;
  }

  /** Give back what was kept, whatever else stands there. */
  read(): Pending {
    try {
      const { sending, waiting } = JSON.parse(this.store?.getItem(this.key) ?? "") as Pending;
      if (Array.isArray(waiting) && (sending === null || Array.isArray(sending.events))) return { sending, waiting };
    } catch {
      // Nothing was kept, or something unreadable.
    }
    return { sending: null, waiting: [] };
  }

  write({ sending, waiting }: Pending): void {
    try {
      if (!sending && waiting.length === 0) return this.store?.removeItem(this.key);
      const bare = (events: Sent[]): Sent[] => events.map(({ text: _, ...event }) => event);
      const kept = { sending: sending && { ...sending, events: bare(sending.events) }, waiting: bare(waiting) };
      this.store?.setItem(this.key, JSON.stringify(kept));
    } catch {
      // Storage full or refused: memory holds it as long as the page stands.
    }
  }
}
