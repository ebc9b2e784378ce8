/**
 * The local copy: what the host did not acknowledge, kept on the device until it does. It is used at
 * the next launch only for the same course and learner, and only when the host still has the state that
 * the copy went out from (`base`), or one of this very series of tries (`stamp`: stored, but the answer
 * was lost on the way). In every other case it is deleted.
 */
import type { CourseDocument } from "../contract.ts";
import type { KeyValue } from "../runtimes/web.ts";

export interface Copy {
  /** Stamp of the last acknowledged save; "" before the first. */
  base: string;
  stamp: string;
  suspend: string;
}

/** Accounts that several people use: they get no local copy and no talk between tabs. */
const GENERIC =
  /^(|0|-1|1|null|undefined|none|unknown|default|guest|invit[eé]e?|anonym(e|ous)|user|usager|student|learner|apprenante?|test|demo|d[ée]mo)$/i;

export function isGeneric(learnerId: string): boolean {
  return GENERIC.test(learnerId.trim());
}

/** An account said to be nobody's own; a host that tells no id at all may well know who it is. */
export function isShared(learnerId: string): boolean {
  return learnerId.trim() !== "" && isGeneric(learnerId);
}

/** A 53-bit hash (two FNV-like halves): tells learners apart without writing their id down. */
export function hash(text: string): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}

export class Copies {
  private readonly key: string;
  private readonly storage: KeyValue | null;

  constructor(course: CourseDocument, learnerId: string, storage: KeyValue | null) {
    this.key = `balise:copy:${course.key}:${hash(learnerId)}`;
    this.storage = isGeneric(learnerId) ? null : storage;
  }

  /** The copy that the host's `stamp` entitles to; any other is deleted. */
  take(stamp: string): Copy | null {
    const copy = this.read();
    if (copy && (copy.base === stamp || copy.stamp === stamp)) return copy;
    if (copy) this.remove();
    return null;
  }

  write(copy: Copy): void {
    try {
      this.storage?.setItem(this.key, JSON.stringify(copy));
    } catch {
      // A full storage: the state is still in memory, and saving goes on.
    }
  }

  remove(): void {
    try {
      this.storage?.removeItem(this.key);
    } catch {
      // Storage withdrawn meanwhile: nothing of ours can be read there either.
    }
  }

  private read(): Copy | null {
    try {
      const copy = JSON.parse(this.storage?.getItem(this.key) ?? "null") as Copy | null;
      return typeof copy?.suspend === "string" ? copy : null;
    } catch {
      return null;
    }
  }
}
