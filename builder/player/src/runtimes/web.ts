/**
 * No LMS: the browser's own storage, or memory when it is denied. One record a course; `who` tells
 * the sittings of one person from those of the next at a shared workstation, so that a tab left open
 * by the one before can no longer write.
 */
import type { CourseDocument } from "../contract.ts";
import { characters } from "../draw.ts";
import type { Status } from "../state.ts";
import type { Launch, Leaving, Runtime, Saved } from "./runtime.ts";

/** The part of the browser's Storage that is used. */
export interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

interface Kept {
  balise: 1;
  who: string;
  suspend: string;
  location: string;
  elapsed: number;
  status: Status | null;
}

const LETTERS_OF_WHO = 12;

export class Web implements Runtime {
  readonly hosted = false;
  readonly room = Infinity;
  /** Tells this person's sittings apart; also names the channel between tabs. */
  who: string;
  private readonly key: string;
  private readonly storage: KeyValue | null;
  private readonly random: () => number;
  private status: Status | null = null;
  /** Whether this tab has read or written the record under `who`. */
  private joined = false;

  constructor(course: CourseDocument, storage: KeyValue | null, random: () => number) {
    this.key = `balise:${course.id}:${course.key}`;
    this.storage = storage;
    this.random = random;
    this.who = characters(LETTERS_OF_WHO, random);
  }

  start(): Launch {
    const kept = this.read();
    if (kept) this.join(kept);
    return {
      mode: "normal",
      learnerId: "",
      learnerName: "",
      location: kept?.location ?? "",
      suspend: kept?.suspend ?? "",
      elapsed: kept?.elapsed ?? 0,
    };
  }

  record(): void {
    // Answers stay in the state: there is nobody to report them to.
  }

  report(status: Status): void {
    const before = this.status;
    const better = !before || rank(status) > rank(before);
    const score = Math.max(status.score ?? -1, before?.score ?? -1);
    this.status = { ...(better ? status : before), score: score < 0 ? null : score };
  }

  save(saved: Saved, _leaving: Leaving | null): boolean {
    const kept = this.read();
    if (kept && kept.who !== this.who) {
      // Two first tabs of one person join; after « Recommencer » in another tab, this one is silent.
      if (this.joined) return true;
      this.join(kept);
    }
    if (!kept && saved.suspend === "") return true;
    return this.write({ balise: 1, who: this.who, status: this.status, ...saved });
  }

  finish(): boolean {
    return true;
  }

  peek(): string {
    const kept = this.read();
    return kept && (kept.who === this.who || !this.joined) ? kept.suspend : "";
  }

  forget(): void {
    this.who = characters(LETTERS_OF_WHO, this.random);
    this.status = null;
    this.write({ balise: 1, who: this.who, suspend: "", location: "", elapsed: 0, status: null });
  }

  private join(kept: Kept): void {
    this.who = kept.who;
    this.joined = true;
    if (kept.status) this.report(kept.status);
  }

  private read(): Kept | null {
    try {
      const kept = JSON.parse(this.storage?.getItem(this.key) ?? "null") as Kept | null;
      return kept?.balise === 1 && typeof kept.suspend === "string" ? kept : null;
    } catch {
      return null;
    }
  }

  /** A full or refused storage leaves the state in memory, as if there were none. */
  private write(kept: Kept): boolean {
    this.joined = true;
    try {
      this.storage?.setItem(this.key, JSON.stringify(kept));
    } catch {
      return this.storage === null;
    }
    return true;
  }
}

function rank(status: Status): number {
  const success = { unknown: 0, failed: 1, passed: 4 }[status.success];
  return success + (status.completion === "completed" ? 2 : 0);
}
