/**
 * What a response is worth. The Python counterpart is balise_xblocks/grade.py; both run
 * tests/golden/grade.
 *
 * Partial credit (`partiel`, several right choices): the points of the item times
 * max(0, right chosen − wrong chosen) ÷ right choices. Without `partiel`: all or nothing.
 */
import type { Item } from "./contract.ts";
import type { Response, Result } from "./state.ts";

export interface Grade {
  /** Whether nothing is missing and nothing is wrong. */
  right: boolean;
  /** 0 to the points of the item; not rounded. */
  points: number;
}

/** Points that a result can hold; a form worth more is brought down to it. */
export const MOST_POINTS = 2600;

const SAME: Record<string, string> = {
  "’": "'", "‘": "'", "ʼ": "'", "`": "'",
  "“": '"', "”": '"', "«": '"', "»": '"', "„": '"',
  "œ": "oe", "æ": "ae",
  "‐": "-", "‑": "-", "–": "-", "—": "-",
};

/**
 * The form by which a typed answer is compared: without accents, case, spaces (all of them), kinds
 * of quotes and hyphens, outer quotes, and a closing full stop.
 */
export function fold(text: string): string {
  const same = [...text.toLowerCase()].map((c) => SAME[c] ?? c).join("");
  const bare = same.normalize("NFKD").replace(/[\u0300-\u036f\u00ad\u200b\ufeff]/g, "");
  return bare.replace(/\s+/g, "").replace(/\.+$/, "").replace(/^"(.*)"$/, "$1");
}

/** The accepted answer that a typed text matches, as a response: its letter, or "". */
export function match(item: Item, text: string): Response {
  const form = item.exact ? literal : fold;
  const typed = form(text);
  return item.answers.find((answer) => typed !== "" && form(answer.text) === typed)?.id ?? "";
}

/** Exact answers still ignore outer spaces and how an accent is stored. */
function literal(text: string): string {
  return text.normalize("NFC").trim();
}

/** The letters of `response` that the item has, in order, once; a closed single keeps the first. */
export function canonical(item: Item, response: Response): Response {
  const known = item.kind === "short-text" ? item.answers : item.choices;
  const letters = [...new Set(response)].filter((c) => known.some((k) => k.id === c)).sort();
  return item.kind === "multiple" ? letters.join("") : (letters[0] ?? "");
}

/** Grade a response made of letters; see `match` for typed text. */
export function grade(item: Item, response: Response): Grade {
  const chosen = canonical(item, response);
  if (item.kind === "short-text") return all(item, chosen !== "");
  const rights = item.choices.filter((c) => c.right).length;
  const hits = item.choices.filter((c) => c.right && chosen.includes(c.id)).length;
  const misses = chosen.length - hits;
  const right = rights > 0 && hits === rights && misses === 0;
  if (right || !item.partial || item.kind !== "multiple" || rights === 0) return all(item, right);
  return { right, points: (item.points * Math.max(0, hits - misses)) / rights };
}

function all(item: Item, right: boolean): Grade {
  return { right, points: right ? item.points : 0 };
}

/** The result of an attempt: points summed, then rounded once to hundredths, half up. */
export function result(items: Item[], answers: Record<string, Response>): Result {
  let points = 0;
  let possible = 0;
  for (const item of items) {
    possible += item.points;
    points += grade(item, answers[item.id] ?? "").points;
  }
  const scale = possible > MOST_POINTS ? MOST_POINTS / possible : 1;
  // The epsilon undoes binary error only: eighths and the like stand exactly on a half.
  const hundredths = Math.floor(points * scale * 100 + 0.5 + 1e-9);
  return { points: hundredths / 100, possible: Math.min(possible, MOST_POINTS) };
}

/** Score of a result: 100 × points ÷ possible, half rounded up, in whole numbers throughout. */
export function score(obtained: Result): number {
  const points = Math.round(obtained.points * 100);
  const possible = Math.round(obtained.possible * 100);
  if (possible === 0) return 0;
  return Math.min(100, Math.floor((200 * points + possible) / (2 * possible)));
}

/** Whether `one` is the better result: by ratio, then by points. */
export function better(one: Result, other: Result | null): boolean {
  if (other === null) return true;
  const difference = one.points * other.possible - other.points * one.possible;
  return difference === 0 ? one.points > other.points : difference > 0;
}
