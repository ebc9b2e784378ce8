/** One element of a data model, and how it may be used. */
import type { Format } from "./formats.ts";

export type Access = "read" | "write" | "both";

export interface Element {
  access: Access;
  format: Format;
  /** What stands there before anything is set; none: never initialized. */
  initial?: string;
  /** Names, in the same record, that must have been set before (2004: 408). */
  after?: string[];
  /** The value must differ from those of the other records of the list (2004: 351). */
  unique?: boolean;
}

/** The elements by name, `n` and `m` standing for indices, in the order of `_children`. */
export type Model = Record<string, Element>;

export const read = (initial = ""): Element => ({ access: "read", format: () => "yes", initial });
export const both = (format: Format, initial?: string): Element =>
  initial === undefined ? { access: "both", format } : { access: "both", format, initial };
export const write = (format: Format): Element => ({ access: "write", format });

/** The name with its indices as letters, and the indices; "cmi.objectives.2.id" is "cmi.objectives.n.id". */
export function general(name: string): { name: string; indices: number[] } {
  const indices: number[] = [];
  const parts = name.split(".").map((part) => {
    if (!/^\d+$/.test(part)) return part;
    indices.push(Number(part));
    return indices.length === 1 ? "n" : "m";
  });
  return { name: parts.join("."), indices };
}

/** Names right below `parent`, in the order of the model; empty when it has none. */
export function children(model: Model, parent: string): string[] {
  const start = `${parent}.`;
  const below = Object.keys(model).filter((name) => name.startsWith(start));
  return [...new Set(below.map((name) => name.slice(start.length).split(".")[0] ?? ""))]
    .filter((name) => name !== "n" && name !== "m");
}

/** Whether a name is a list: its records stand under an index. */
export function isList(model: Model, name: string): boolean {
  return Object.keys(model).some((known) => known.startsWith(`${name}.n.`) || known.startsWith(`${name}.m.`));
}
