/**
 * State ⇄ suspend data. The Python counterpart of `encode` is balise_builder/codec.py; both run
 * tests/golden/codec. Format "A":
 *
 *     A <course key, 6> <segment> . <segment> . … . !
 *
 * A segment is a tag, its content and two check digits. Segments stand by importance, so that a host
 * that cuts the text loses practice before results:
 *
 *     H seed(2) stamp(2) place            place: number of the page, or * for the menu
 *     E n form flags attempts [first best] (item response)…     flags: 1 results, 2 drawn, 4 current, 8 last
 *     P one bit a page                    number 1 is the lowest bit of the first digit
 *     S n scene ending value…             scenario: numbers of scenes, or *; one digit a variable
 *     I block (item tries response)…      practice items, 32 numbers a block
 *
 * Numbers and letters are those of ids.lock; nothing depends on the order or the text of the course.
 * A response is the bits of its letters; `~`, their count and the letters themselves where their order says
 * something; `(` and the digit of certainty before, where it was asked.
 * A result is points in hundredths (3 digits) and possible points (2). The stamp says which save this
 * is (see session/local).
 */
import { Reader, check, fixed, response, varint, NONE } from "./codec/text.ts";
import type { CourseDocument } from "./contract.ts";
import { revive, type Found } from "./codec/revive.ts";
import { sceneOf } from "./branching.ts";
import { evaluationOf, itemOf, pageOf, scenarioOf } from "./progress.ts";
import type { EvaluationState, ItemState, Result, State } from "./state.ts";

export const VERSION = "A";
const FLAG = { results: 1, drawn: 2, current: 4, last: 8 };

export interface Decoded extends Found {
  /** Empty when none could be read. */
  stamp: string;
  /** The text belongs to another course: `state` is new. */
  foreign: boolean;
  /** Something was cut or altered; what was sound is in `state`. */
  damaged: boolean;
}

/**
 * The text of `state`, ASCII. With `limit`, the last segments are left out until it fits: an older
 * host's small field then loses practice answers, never the results or the place.
 */
export function encode(
  course: CourseDocument, state: State, stamp = "00", limit = Infinity,
): string {
  const segments = [
    head(course, state, stamp), ...evaluations(course, state), pages(course, state),
    ...scenarios(course, state), ...practice(course, state),
  ].filter((segment) => segment !== "");
  let text = "";
  const start = VERSION + course.key;
  for (const segment of segments) {
    const next = `${text}${segment}${check(course.key + segment)}.`;
    if (start.length + next.length + 1 > limit) break;
    text = next;
  }
  return `${start}${text}!`;
}

function head(course: CourseDocument, state: State, stamp: string): string {
  const page = pageOf(course, state.place);
  return `H${state.seed}${stamp}${optional(page?.n)}`;
}

function pages(course: CourseDocument, state: State): string {
  const digits: number[] = [];
  for (const id of state.read) {
    const n = (pageOf(course, id)?.n ?? 0) - 1;
    const at = Math.floor(n / 6);
    if (n >= 0) digits[at] = (digits[at] ?? 0) + 2 ** (n % 6);
  }
  return digits.length ? `P${Array.from(digits, (d) => fixed(d ?? 0, 1)).join("")}` : "";
}

function scenarios(course: CourseDocument, state: State): string[] {
  const known = Object.entries(state.scenarios).flatMap(([id, kept]) => {
    const scenario = scenarioOf(course, id);
    return scenario ? [{ scenario, kept }] : [];
  });
  known.sort((a, b) => a.scenario.n - b.scenario.n);
  return known.map(({ scenario, kept: { scene, ending, variables } }) => {
    const place = [scene, ending].map((id) => optional(sceneOf(scenario, id ?? "")?.n));
    return `S${varint(scenario.n)}${place.join("")}${variables.map((value) => fixed(value, 1)).join("")}`;
  });
}

function optional(n: number | undefined): string {
  return n === undefined ? NONE : varint(n);
}

function practice(course: CourseDocument, state: State): string[] {
  const blocks = new Map<number, string>();
  const known = Object.entries(state.items).flatMap(([id, kept]) => {
    const item = itemOf(course, id);
    return item ? [{ n: item.n - 1, kept }] : [];
  });
  for (const { n, kept } of known.sort((a, b) => a.n - b.n)) {
    const block = Math.floor(n / 32);
    const entry = `${fixed(n % 32, 1)}${tries(kept)}${response(kept.last)}`;
    blocks.set(block, (blocks.get(block) ?? `I${varint(block)}`) + entry);
  }
  return [...blocks.values()];
}

/** Four bits of tries (15: the rest follows), right at first, right at last. */
function tries(kept: ItemState): string {
  const flags = (kept.firstRight ? 16 : 0) + (kept.lastRight ? 32 : 0);
  return kept.tries < 15 ? fixed(flags + kept.tries, 1) : fixed(flags + 15, 1) + varint(kept.tries - 15);
}

function evaluations(course: CourseDocument, state: State): string[] {
  const known = Object.entries(state.evaluations).flatMap(([id, kept]) => {
    const evaluation = evaluationOf(course, id);
    return evaluation ? [{ n: evaluation.n, kept }] : [];
  });
  known.sort((a, b) => a.n - b.n);
  return known.map(({ n, kept }) => `E${varint(n)}${attempt(course, kept)}`);
}

function attempt(course: CourseDocument, kept: EvaluationState): string {
  const { first, best } = kept;
  const flags =
    (first && best ? FLAG.results : 0) + (kept.drawn ? FLAG.drawn : 0) +
    (kept.current ? FLAG.current : kept.last ? FLAG.last : 0);
  const results = first && best ? obtained(first) + obtained(best) : "";
  const answers = kept.current ?? kept.last ?? {};
  const items = (kept.drawn ?? Object.keys(answers)).flatMap((id) => itemOf(course, id) ?? []);
  if (!kept.drawn) items.sort((a, b) => a.n - b.n);
  const entries = items.map(({ id, n }) => {
    const answer = answers[id];
    return varint(n) + (answer === undefined ? NONE : response(answer));
  });
  return kept.form.charAt(0) + fixed(flags, 1) + varint(kept.attempts) + results + entries.join("");
}

function obtained(result: Result): string {
  return fixed(Math.round(result.points * 100), 3) + fixed(Math.round(result.possible), 2);
}

/** What `text` says about `course`. Never throws; what is unknown to the course is dropped and counted. */
export function decode(course: CourseDocument, text: string): Decoded {
  const key = text.slice(1, 1 + course.key.length);
  const ours = /^[A-Z][A-Za-z0-9]{6}/.test(text);
  const foreign = ours && key !== course.key;
  const readable = ours && !foreign && text.startsWith(VERSION);
  const body = readable ? text.slice(1 + key.length) : "";
  const segments = body.split(".");
  const end = segments.pop();
  const sound = segments.filter((s) => s.length > 2 && check(key + s.slice(0, -2)) === s.slice(-2));
  const found = sound.map((segment) => parse(new Reader(segment.slice(0, -2))));
  const whole = found.flatMap((part) => part ?? []);
  const stamp = whole.find((part) => part.tag === "H")?.stamp ?? "";
  const damaged = text !== "" && !foreign && (end !== "!" || whole.length < segments.length);
  return { ...revive(course, whole), stamp, foreign, damaged };
}

/** A segment as numbers and letters, before the course says what they mean. */
export type Part =
  | { tag: "H"; seed: string; stamp: string; place: number | null }
  | { tag: "P"; numbers: number[] }
  | { tag: "S"; n: number; scene: number | null; ending: number | null; variables: number[] }
  | { tag: "I"; items: { n: number; kept: ItemState }[] }
  | { tag: "E"; n: number; flags: Record<keyof typeof FLAG, boolean>; kept: RawAttempt };

export interface RawAttempt {
  form: string;
  attempts: number;
  first: Result | null;
  best: Result | null;
  entries: { n: number; answer: string | null }[];
}

function parse(reader: Reader): Part | null {
  const tag = reader.take(1);
  const part =
    tag === "H" ? parseHead(reader)
    : tag === "P" ? parsePages(reader)
    : tag === "S" ? parseScenario(reader)
    : tag === "I" ? parseItems(reader)
    : tag === "E" ? parseEvaluation(reader)
    : null;
  return reader.fault || reader.at < reader.text.length ? null : part;
}

function parseHead(reader: Reader): Part {
  const seed = reader.take(2);
  const stamp = reader.take(2);
  return { tag: "H", seed, stamp, place: reader.optional() };
}

function parsePages(reader: Reader): Part {
  const numbers: number[] = [];
  for (let base = 1; !reader.done; base += 6) {
    const bits = reader.fixed(1);
    for (let i = 0; i < 6; i++) if (Math.floor(bits / 2 ** i) % 2) numbers.push(base + i);
  }
  return { tag: "P", numbers };
}

function parseScenario(reader: Reader): Part {
  const n = reader.varint();
  const [scene, ending] = [reader.optional(), reader.optional()];
  const variables: number[] = [];
  while (!reader.done) variables.push(reader.fixed(1));
  return { tag: "S", n, scene, ending, variables };
}

function parseItems(reader: Reader): Part {
  const base = reader.varint() * 32 + 1;
  const items: { n: number; kept: ItemState }[] = [];
  while (!reader.done) {
    const n = base + reader.fixed(1);
    const header = reader.fixed(1);
    const count = header % 16 === 15 ? 15 + reader.varint() : header % 16;
    const flags = Math.floor(header / 16);
    const last = reader.response();
    items.push({ n, kept: { tries: count, last, firstRight: flags % 2 === 1, lastRight: flags >= 2 } });
  }
  return { tag: "I", items };
}

function parseEvaluation(reader: Reader): Part {
  const n = reader.varint();
  const form = reader.take(1);
  const bits = reader.fixed(1);
  const has = (flag: number) => Math.floor(bits / flag) % 2 === 1;
  const flags = {
    results: has(FLAG.results), drawn: has(FLAG.drawn), current: has(FLAG.current), last: has(FLAG.last),
  };
  const attempts = reader.varint();
  const result = () => ({ points: reader.fixed(3) / 100, possible: reader.fixed(2) });
  const first = flags.results ? result() : null;
  const best = flags.results ? result() : null;
  const entries: RawAttempt["entries"] = [];
  while (!reader.done) {
    const item = reader.varint();
    entries.push({ n: item, answer: reader.skip(NONE) ? null : reader.response() });
  }
  return { tag: "E", n, flags, kept: { form, attempts, first, best, entries } };
}
