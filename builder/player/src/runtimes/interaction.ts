/** An answer as SCORM names it: one type for each kind, the letters of ids.lock as identifiers. */
import type { Item } from "../contract.ts";
import { pairsOf } from "../grade.ts";
import type { Answered } from "./runtime.ts";

/** Marks between the parts of a response and between the sides of a pair: 1.2 `,` `.`, 2004 `[,]` `[.]`. */
export interface Marks {
  next: string;
  pair: string;
}

/** True-false stays a choice: its letters say which words were chosen, in any language. */
const TYPES: Partial<Record<Item["kind"], string>> = {
  "short-text": "fill-in",
  number: "numeric",
  matching: "matching",
  categorising: "matching",
  ordering: "sequencing",
};

export function typeOf({ kind }: Item): string {
  return TYPES[kind] ?? "choice";
}

/** "" when nothing was answered, or nothing that matched: a host takes no empty response. */
export function responseOf({ item, response }: Answered, { next, pair }: Marks): string {
  switch (typeOf(item)) {
    case "numeric": {
      // What was typed is never kept: the accepted value stands for it.
      const value = item.answers.find(({ id }) => id === response)?.value ?? null;
      return value === null ? "" : String(value);
    }
    case "matching":
      return pairsOf(item, response).map(({ choice, target }) => choice.id + pair + target).join(next);
    default:
      return [...response].join(next);
  }
}
