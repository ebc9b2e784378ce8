/** A browser without a DOM: clock, timers, page events, storage, channels. One per tab, or shared parts. */
import type { Channel, Env, KeyValue, PageEvent } from "../../../builder/player/src/session/env.ts";

export class MemoryStorage implements KeyValue {
  readonly map = new Map<string, string>();
  full = false;

  getItem(key: string): string | null {
    return this.map.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.full) throw new DOMException("no room", "QuotaExceededError");
    this.map.set(key, value);
  }

  removeItem(key: string): void {
    this.map.delete(key);
  }
}

/** What tabs of one browser profile share. */
export class Profile {
  readonly storage: MemoryStorage | null;
  readonly listeners = new Map<string, Set<(text: string) => void>>();
  /** Channels ever opened. */
  channels = 0;

  constructor(storage: MemoryStorage | null = new MemoryStorage()) {
    this.storage = storage;
  }

  /** The browser is killed: no tab answers any more. */
  kill(): void {
    this.listeners.clear();
  }
}

export class Tab implements Env {
  view: unknown;
  reloaded = 0;
  readonly storage: KeyValue | null;
  /** Given to the next `Tab` with `isReload`, it is the same tab loaded again. */
  tab: MemoryStorage | null = new MemoryStorage();
  isReload = false;
  private readonly profile: Profile;
  private time = Date.UTC(2026, 0, 15, 10, 11, 12, 345);
  private timers: { at: number; task: () => void }[] = [];
  private readonly events = new Map<PageEvent, ((persisted: boolean) => void)[]>();
  private seed: number;

  constructor(view: unknown = lonely(), profile = new Profile(), seed = 1) {
    this.view = view;
    this.profile = profile;
    this.storage = profile.storage;
    this.seed = seed;
  }

  now(): number {
    return this.time;
  }

  random = (): number => {
    this.seed = (this.seed * 16807) % 2147483647;
    return this.seed / 2147483647;
  };

  after(ms: number, task: () => void): () => void {
    const timer = { at: this.time + ms, task };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((t) => t !== timer);
    };
  }

  channel(name: string): Channel {
    const all = this.profile.listeners.get(name) ?? new Set();
    this.profile.channels++;
    this.profile.listeners.set(name, all);
    let own: ((text: string) => void) | null = null;
    return {
      post: (text) => [...all].filter((listener) => listener !== own).forEach((listener) => listener(text)),
      listen: (listener) => all.add((own = listener)),
    };
  }

  on(event: PageEvent, listener: (persisted: boolean) => void): void {
    this.events.set(event, [...(this.events.get(event) ?? []), listener]);
  }

  reload(): void {
    this.reloaded++;
  }

  /** Let time pass, running what falls due in its order. */
  pass(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const due = this.timers.filter((t) => t.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.timers = this.timers.filter((t) => t !== due);
      this.time = Math.max(this.time, due.at);
      due.task();
    }
    this.time = end;
  }

  fire(event: PageEvent, persisted = false): void {
    for (const listener of this.events.get(event) ?? []) listener(persisted);
  }
}

/** A window with no LMS around. */
export function lonely(): Record<string, unknown> {
  const view: Record<string, unknown> = { opener: null };
  view["parent"] = view;
  view["top"] = view;
  return view;
}
