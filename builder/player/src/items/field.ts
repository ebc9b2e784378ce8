/**
 * What a learner answers with, whatever the kind: each kind of question is a `Kind`, which its piece
 * adds here, and practice and evaluation ask for a field without knowing which.
 */
import { h } from "../dom.ts";
import type { Html, Item, ItemKind } from "../contract.ts";
import type { Response } from "../state.ts";
import type { Key, Translator } from "../texts.ts";
import type { View } from "../view.ts";
import { otherWords } from "./variant.ts";

export interface Field {
  readonly element: HTMLElement;
  /** The response as it stands; null when nothing is chosen or written. */
  read(): Response | null;
  write(response: Response): void;
  lock(on: boolean): void;
  /** Show the feedback of the chosen options; with `key`, also which options were expected. */
  mark(response: Response, key: boolean): void;
  clear(): void;
  focus(): void;
  /** What is still to be done before an answer can be looked at, calmly said; "" when nothing is. */
  missing?(): string;
  /** Where one types: the text itself, which lasts as long as the page and is never kept. */
  readonly draft?: { read(): string; write(text: string): void };
}

export interface FieldOptions {
  /** Ids of the elements that name and describe the field. */
  label: string;
  hint: string;
  changed: () => void;
  /** Enter in a line of text. */
  entered: () => void;
}

/** What a kind of question brings: its field, and what is said around it. */
export interface Kind {
  field(view: View, item: Item, options: FieldOptions): Field;
  /** Under the stem: what to do. */
  readonly hint?: Key;
  /** In practice: nothing answered yet, and another try. */
  readonly missing: Key;
  readonly again: Key;
  /** Typed: "" is an answer too, one that matched nothing. */
  readonly typed?: boolean;
  /** What is said of a response in practice: true, and never shaming. */
  verdict(t: Translator, item: Item, response: Response): string;
  /** After an evaluation: what was answered, what was expected, the feedback. */
  review(view: View, item: Item, response: Response | undefined): (HTMLElement | null)[];
  /** A way of its own in practice, for what is never right or wrong. */
  practice?(view: View, item: Item, host: HTMLElement): void;
}

/** A field put around another one (certainty), for the items that want it. */
export type Around = (view: View, item: Item, inner: Field, options: FieldOptions) => Field;

/** What is added after the feedback of an answer, whatever the kind (certainty, misconceptions). */
export type Remark = (view: View, item: Item, response: Response) => HTMLElement | null;

const kinds = new Map<ItemKind, Kind>();
const around: Around[] = [];
const added: Remark[] = [];

export function addKind(names: ItemKind[], kind: Kind): void {
  for (const name of names) kinds.set(name, kind);
}

/** `wrap` gives the inner field back for an item that it does not concern. */
export function addAround(wrap: Around): void {
  around.push(wrap);
}

export function addRemark(remark: Remark): void {
  added.push(remark);
}

export function remarks(view: View, item: Item, response: Response): HTMLElement[] {
  return added.flatMap((remark) => remark(view, item, response) ?? []);
}

export function kindOf(item: Item): Kind {
  const kind = kinds.get(item.kind);
  if (!kind) throw new Error(`no piece for a question of kind ${item.kind}`);
  return kind;
}

export function field(view: View, item: Item, options: FieldOptions): Field {
  const bare = kindOf(item).field(view, item, options);
  return around.reduce((inner, wrap) => wrap(view, item, inner, options), bare);
}

/** A choice that is one paragraph stands in its label as words: a label holds no paragraphs. */
export function inline(html: Html): Html {
  const only = /^\s*<p>([\s\S]*)<\/p>\s*$/.exec(html)?.[1];
  return only === undefined || only.includes("<p>") ? html : only;
}

/** Stem, hint and field of an item, the same in practice and in an evaluation. */
export function question(
  view: View, item: Item, options: Pick<FieldOptions, "changed" | "entered"> & { again?: (() => void) | undefined },
): { nodes: Node[]; field: Field; stem: HTMLElement } {
  const stem = h("div", { class: "b-stem", id: view.id(), html: item.stem });
  const hint = h("p", { class: "b-hint", id: view.id() });
  const key = kindOf(item).hint;
  if (key) hint.textContent = view.t(key);
  const made = field(view, item, { ...options, label: stem.id, hint: hint.id });
  const other = options.again ? otherWords(view, item, options.again) : null;
  return { nodes: [stem, ...(other ? [other] : []), hint, made.element], field: made, stem };
}
