/**
 * What a response is worth. The Python counterpart is balise_xblocks/grade.py; both run
 * tests/golden/grade.
 *
 * Without `partiel`: all or nothing. With it, the points of the item times
 *  - several right choices: max(0, right chosen − wrong chosen) ÷ right choices;
 *  - matching, categorising: right pairs ÷ pairs;
 *  - ordering: steps that the right one follows ÷ (steps − 1), Moodle's "relative to the next item
 *    (excluding last)": a step put elsewhere costs its neighbours, not all that stands behind it.
 * A scale and an open question are never scored.
 */
import type { Choice, Item } from "./contract.ts";
import type { Response, Result } from "./state.ts";

export interface Grade {
  /** Whether nothing is missing and nothing is wrong. */
  right: boolean;
  /** 0 to the points of the item; not rounded. */
  points: number;
}

/** Points that a result can hold; a form worth more is brought down to it. */
export const MOST_POINTS = 2600;

/** What of a response is the answer, without the digit of certainty. */
export function answerOf(response: Response): Response {
  return response.replace(/\d$/, "");
}

/** How sure the learner is, 1 to 4; null when not said. */
export function certaintyOf(response: Response): number | null {
  const digit = /[1-4]$/.exec(response);
  return digit ? Number(digit[0]) : null;
}

/**
 * `response` as it is kept (state.ts): what the item does not have is dropped, a choice given twice
 * counts once; a closed single keeps the first letter, certainty only where the item asks for it.
 */
export function canonical(item: Item, response: Response): Response {
  return answer(item, response) + ((item.certainty && certaintyOf(response)) || "");
}

function answer(item: Item, response: Response): Response {
  if (item.kind === "matching" || item.kind === "categorising") {
    return pairsOf(item, response).map(({ choice, target }) => choice.id + target).join("");
  }
  if (item.kind === "open") return response.includes("a") ? "a" : "";
  const typed = item.kind === "short-text" || item.kind === "number";
  const known: { id: string }[] = typed ? item.answers : item.choices;
  const letters = [...new Set(response)].filter((c) => known.some((k) => k.id === c));
  if (item.kind !== "ordering") letters.sort();
  return item.kind === "multiple" || item.kind === "ordering" ? letters.join("") : (letters[0] ?? "");
}

/** The pairs of a response (matching, categorising) in the order of the choices' letters. */
export function pairsOf(item: Item, response: Response): { choice: Choice; target: string }[] {
  const found = new Map<string, string>();
  for (let i = 1; i < response.length; i += 2) {
    const target = response.charAt(i);
    const choice = response.charAt(i - 1);
    if (!found.has(choice) && item.targets.some((t) => t.id === target)) found.set(choice, target);
  }
  const put = item.choices.flatMap((choice) => {
    const target = found.get(choice.id);
    return target === undefined ? [] : { choice, target };
  });
  return put.sort((one, other) => (one.choice.id < other.choice.id ? -1 : 1));
}

/** Whether a response can be right or wrong at all. */
export function isScored(item: Item): boolean {
  return item.kind !== "scale" && item.kind !== "open";
}

/**
 * Whether nothing of the response is missing: a choice, every term placed, every step ordered, how
 * sure one is. A typed answer may be anything: that something was typed, the field knows.
 */
export function answeredWhole(item: Item, response: Response): boolean {
  if (item.certainty && certaintyOf(response) === null) return false;
  const given = answer(item, response).length;
  switch (item.kind) {
    case "short-text": case "number": case "open": return true;
    case "matching": case "categorising": return given === 2 * item.choices.length;
    case "ordering": return given === item.choices.length;
    default: return given > 0;
  }
}

/** Grade a response made of letters; see grade/match.ts for typed text. */
export function grade(item: Item, response: Response): Grade {
  const [hits, all] = isScored(item) ? count(item, response) : [0, 0];
  const right = all > 0 && hits === all;
  return { right, points: right || item.partial ? (item.points * hits) / (all || 1) : 0 };
}

/** How much of an answer is right, out of how much. */
function count(item: Item, response: Response): [hits: number, all: number] {
  const { choices } = item;
  const chosen = answer(item, response);
  switch (item.kind) {
    case "short-text": case "number":
      return [chosen.length, 1];
    case "matching": case "categorising":
      return [pairsOf(item, response).filter((p) => p.choice.target === p.target).length, choices.length];
    case "ordering": {
      const key = choices.map(({ id }) => id).join("");
      if (key.length < 2) return [chosen.length, key.length];
      const followed = [...chosen].filter((c, i) => i > 0 && key.includes(chosen.charAt(i - 1) + c));
      return [followed.length, key.length - 1];
    }
    default: {
      const rights = choices.filter((c) => c.right).length;
      const hits = choices.filter((c) => c.right && chosen.includes(c.id)).length;
      return [Math.max(0, 2 * hits - chosen.length), rights];
    }
  }
}

/** The result of an attempt: points summed, then rounded once to hundredths, half up; scored items only. */
export function result(items: Item[], answers: Record<string, Response>): Result {
  let points = 0;
  let possible = 0;
  for (const item of items.filter(isScored)) {
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
