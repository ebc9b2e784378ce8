/**
 * Private notes, and the ticks of checklists: kept for the sitting only, unless the learner keeps them
 * on the device; never in the state, never sent. Kept notes are stored by course and learner, so that
 * the next person at a shared workstation does not meet them.
 */
export interface Notes {
  /** The text of a note; the letters ticked in a checklist. Ids are unique in the course. */
  get(id: string): string;
  set(id: string, text: string): void;
  all(): Record<string, string>;
  any(): boolean;
  /** Whether this device may keep notes at all (known learner, storage allowed). */
  canKeep(): boolean;
  kept(): boolean;
  keep(on: boolean): void;
  erase(): void;
}

/** `learner` gives the session's learner key: "" when notes must not be kept; it may be known late. */
export function openNotes(course: string, learner: () => string): Notes {
  const key = (): string => `balise-notes:${course}:${learner()}`;
  const store = storage();
  const { texts: found, keeping: before } = read();
  let texts = found;
  let keeping = before;

  function read(): { texts: Record<string, string>; keeping: boolean } {
    try {
      const kept: unknown = JSON.parse((learner() && store?.getItem(key())) || "null");
      if (kept && typeof kept === "object") {
        return {
          texts: Object.fromEntries(Object.entries(kept).filter(([, text]) => typeof text === "string")),
          keeping: true,
        };
      }
    } catch {
      // Unreadable notes cannot be shown; the next kept note replaces them.
    }
    return { texts: {}, keeping: false };
  }

  function write(): void {
    try {
      if (keeping && learner()) store?.setItem(key(), JSON.stringify(texts));
      else store?.removeItem(key());
    } catch {
      // Storage full or refused: the note stays for the sitting.
    }
  }

  return {
    canKeep: () => store !== null && learner() !== "",
    get: (id) => texts[id] ?? "",
    set: (id, text) => {
      texts[id] = text;
      write();
    },
    all: () => texts,
    any: () => Object.values(texts).some((text) => text.trim() !== ""),
    kept: () => keeping,
    keep: (on) => {
      keeping = on;
      write();
    },
    erase: () => {
      texts = {};
      keeping = false;
      write();
    },
  };
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
