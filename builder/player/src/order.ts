/**
 * What follows from the learner's seed: the order of what an item shows, and its variant.
 *
 * It costs no suspend data: it follows from the seed (two characters of the state, drawn once), the
 * number of the item in ids.lock and the letters of its choices, so that it is the same after a resume
 * and does not change when an author reorders or rewords choices.
 */
import type { Choice, Html, Item, Target } from "./contract.ts";
import { shuffled, type Random } from "./draw.ts";

/**
 * The choices in the order to show: fixed ones keep their place, the others follow the seed. The steps of
 * an ordering and the things to categorise always move, and steps are never in the right order at first.
 */
export function choiceOrder(item: Item, seed: string): Choice[] {
  const ordering = item.kind === "ordering";
  if (!item.shuffle && !ordering && item.kind !== "categorising") return item.choices;
  const moving = item.choices.filter((choice) => ordering || !choice.fixed);
  const order = shuffledById(moving, `${seed}${item.n}`);
  if (ordering && order.every((step, i) => step === item.choices[i])) order.push(...order.splice(0, 1));
  return item.choices.map((choice) => (moving.includes(choice) ? (order.shift() ?? choice) : choice));
}

/** Definitions in an order that follows the seed (the author's is the key); categories as they are. */
export function targetOrder(item: Item, seed: string): Target[] {
  return item.kind === "matching" ? shuffledById(item.targets, `${seed}t${item.n}`) : item.targets;
}

/** By letter first, so that an author may move and reword what is shuffled. */
function shuffledById<T extends { id: string }>(values: T[], seed: string): T[] {
  const sorted = [...values].sort((a, b) => (a.id < b.id ? -1 : 1));
  return shuffled(sorted, seeded(seed));
}

/** The variant of an item that a learner meets, the same at each visit; null when it has none. */
export function variantOf(item: Item, seed: string): Record<string, string> | null {
  const draw = seeded(`${seed}v${item.n}`);
  return item.variants[Math.floor(draw() * item.variants.length)] ?? null;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text of the item with the words of the variant for its marks `{{name}}`; words are never markup. */
export function withVariant(html: Html, variant: Record<string, string> | null): Html {
  if (!variant) return html;
  return html.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (mark, name: string) => {
    const word = Object.entries(variant).find(([known]) => known === name)?.[1];
    return word?.replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c) ?? mark;
  });
}

/** A source that only depends on `text` (FNV-1a, then mulberry32). */
function seeded(text: string): Random {
  let state = 0x811c9dc5;
  for (const c of text) state = Math.imul(state ^ c.charCodeAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
