/** The state as a file (`web` target): taken to another device by the learner's own hand. */
import { decode, encode } from "../codec.ts";
import type { CourseDocument } from "../contract.ts";
import type { Imported } from "../session.ts";
import type { State } from "../state.ts";

export interface Unpacked {
  result: Imported;
  state: State | null;
  notes: Record<string, string>;
}

/** Notes only stand in the file when the learner asked for it. */
export function pack(course: CourseDocument, state: State, notes?: Record<string, string>): string {
  if (typeof BALISE_HOST !== "undefined" && BALISE_HOST !== "web") throw new Error("web only");
  const file = {
    balise: 1,
    course: course.id,
    title: course.title,
    elapsed: state.elapsed,
    state: encode(course, state),
    ...(notes ? { notes } : {}),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Never throws: a file of another kind is "unreadable", of another course "foreign". */
export function unpack(course: CourseDocument, text: string): Unpacked {
  if (typeof BALISE_HOST !== "undefined" && BALISE_HOST !== "web") throw new Error("web only");
  const file = parse(text);
  if (typeof file?.state !== "string") return { result: "unreadable", state: null, notes: {} };
  const found = decode(course, file.state);
  if (found.foreign) return { result: "foreign", state: null, notes: {} };
  if (found.damaged) return { result: "unreadable", state: null, notes: {} };
  const elapsed = Number.isFinite(file.elapsed) ? Math.max(0, Math.floor(Number(file.elapsed))) : 0;
  return { result: "ok", state: { ...found.state, elapsed }, notes: strings(file.notes) };
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? (value as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

function strings(value: unknown): Record<string, string> {
  const pairs = Object.entries(typeof value === "object" && value ? value : {});
  return Object.fromEntries(pairs.filter(([, text]) => typeof text === "string"));
}
