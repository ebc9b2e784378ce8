/** Which accepted answer a typed text or number stands for. */
import type { Item } from "../contract.ts";
import type { Response } from "../state.ts";
import { readings } from "./number.ts";

const SAME: Record<string, string> = {
  "’": "'", "‘": "'", "ʼ": "'", "`": "'",
  "“": '"', "”": '"', "«": '"', "»": '"', "„": '"',
  "œ": "oe", "æ": "ae",
  "‐": "-", "‑": "-", "–": "-", "—": "-",
};

/** Numbers closer than this, relative to the greater of them and 1, differ by binary error only. */
const EPSILON = 1e-9;

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
  if (item.kind === "number") return matchNumber(item, text);
  const form = item.exact ? literal : fold;
  const typed = form(text);
  return item.answers.find((answer) => typed !== "" && form(answer.text) === typed)?.id ?? "";
}

/** The nearest of the answers that are near enough. */
function matchNumber(item: Item, text: string): Response {
  const typed = readings(text);
  let best = "";
  let least = Infinity;
  for (const { id, value, tolerance } of item.answers) {
    if (value === null) continue;
    const off = Math.min(...typed.map((number) => Math.abs(number - value)));
    const allowed = (tolerance ?? 0) + EPSILON * Math.max(1, Math.abs(value));
    if (off <= allowed && off < least) [best, least] = [id, off];
  }
  return best;
}

/** Exact answers still ignore outer spaces and how an accent is stored. */
function literal(text: string): string {
  return text.normalize("NFC").trim();
}
