/**
 * A strict LMS, without a transport: the state machine and the data model of one session. It refuses
 * what the standard refuses, with the standard's own code, and takes nothing but strings.
 */
import { CODES, SENTENCES, type Edition, type Fault } from "./codes.ts";
import { children, general, isList, type Element, type Model } from "./elements.ts";
import type { Format } from "./formats.ts";
import { answer12, model12 } from "./model12.ts";
import { answer2004, model2004 } from "./model2004.ts";

export type Values = Record<string, string>;
/** Store what is set; whether it was acknowledged. `last`: the session ends with it. */
export type Store = (values: Values, last: boolean) => boolean;

export interface Options {
  edition: Edition;
  /** What the LMS has at launch. */
  values: Values;
  store: Store;
  /** Limits of Moodle outside its standards mode (1.2). */
  wide?: boolean;
}

const TRUE = "true";
const FALSE = "false";

export class Host {
  readonly edition: Edition;
  readonly values: Values;
  private readonly model: Model;
  private readonly store: Store;
  private phase: "new" | "open" | "ended" = "new";
  private code = "0";

  constructor({ edition, values, store, wide }: Options) {
    this.edition = edition;
    this.values = { ...values };
    this.store = store;
    this.model = edition === "scorm12" ? model12(wide) : model2004();
  }

  get ended(): boolean {
    return this.phase === "ended";
  }

  initialize(parameter?: unknown): string {
    if (parameter !== "") return this.refuse("argument");
    if (this.phase !== "new") return this.refuse(this.phase === "open" ? "init-twice" : "init-after");
    this.phase = "open";
    return this.allow();
  }

  terminate(parameter?: unknown): string {
    if (parameter !== "") return this.refuse("argument");
    if (this.phase !== "open") return this.refuse(this.phase === "new" ? "ended-early" : "ended-twice");
    if (!this.store({ ...this.values }, true)) return this.refuse("terminate");
    this.phase = "ended";
    return this.allow();
  }

  commit(parameter?: unknown): string {
    if (parameter !== "") return this.refuse("argument");
    if (this.phase !== "open") return this.refuse(this.phase === "new" ? "commit-early" : "commit-late");
    return this.store({ ...this.values }, false) ? this.allow() : this.refuse("commit");
  }

  get(name?: unknown): string {
    if (this.phase !== "open") return this.refuse(this.phase === "new" ? "get-early" : "get-late", "");
    if (typeof name !== "string") return this.refuse("argument", "");
    if (name === "") return this.refuse("empty", "");
    const keyword = /^(.*)\.(_children|_count)$/.exec(name);
    if (keyword) return this.about(keyword[1] ?? "", keyword[2] ?? "");
    const { name: known, indices } = general(name);
    const element = this.model[known];
    if (!element) return this.refuse("undefined", "");
    if (element.access === "write") return this.refuse("write-only", "");
    if (indices.length && !this.hasRecord(name)) return this.refuse(this.isOld ? "gap" : "empty", "");
    const value = this.values[name] ?? element.initial;
    if (value === undefined) return this.refuse("unset", "");
    return this.allow(value);
  }

  set(name?: unknown, value?: unknown): string {
    if (this.phase !== "open") return this.refuse(this.phase === "new" ? "set-early" : "set-late");
    if (typeof name !== "string") return this.refuse("argument");
    if (name === "") return this.refuse(this.isOld ? "empty" : "duplicate");
    if (/\._(children|count)$/.test(name)) return this.refuse("keyword");
    const { name: known } = general(name);
    const element = this.model[known];
    if (!element) return this.refuse("undefined");
    if (element.access === "read") return this.refuse("read-only");
    if (typeof value !== "string") return this.refuse("type");
    const fault = this.placeFault(name, element, value);
    if (fault) return this.refuse(fault);
    const said = this.formatOf(name, known, element)(value);
    if (said !== "yes") return this.refuse(said === "range" ? "range" : "type");
    this.values[name] = value;
    return this.allow();
  }

  lastError(): string {
    return this.code;
  }

  errorString(code?: unknown): string {
    return SENTENCES[this.edition][String(code)] ?? "";
  }

  diagnostic(code?: unknown): string {
    return this.errorString(code === "" ? this.code : code);
  }

  private get isOld(): boolean {
    return this.edition === "scorm12";
  }

  private about(parent: string, keyword: string): string {
    const { name: known, indices } = general(parent);
    const below = children(this.model, isList(this.model, known) ? `${known}.${indices.length ? "m" : "n"}` : known);
    if (!below.length) {
      if (!(known in this.model)) return this.refuse("undefined", "");
      return this.refuse(keyword === "_children" ? "no-children" : "no-count", "");
    }
    if (keyword === "_children") return this.allow(below.join(","));
    return isList(this.model, known) ? this.allow(String(this.count(parent))) : this.refuse("no-count", "");
  }

  private count(parent: string): number {
    const start = `${parent}.`;
    const indices = Object.keys(this.values)
      .filter((name) => name.startsWith(start))
      .map((name) => Number(name.slice(start.length).split(".")[0]));
    return indices.filter(Number.isInteger).reduce((most, index) => Math.max(most, index + 1), 0);
  }

  private hasRecord(name: string): boolean {
    const parts = name.split(".");
    return parts.every((part, at) =>
      !/^\d+$/.test(part) || Number(part) < this.count(parts.slice(0, at).join(".")));
  }

  /** Indices without gaps, identifiers first, identifiers that differ. */
  private placeFault(name: string, element: Element, value: string): Fault | null {
    const parts = name.split(".");
    for (const [at, part] of parts.entries()) {
      if (/^\d+$/.test(part) && Number(part) > this.count(parts.slice(0, at).join("."))) return "gap";
    }
    const index = parts.findIndex((part) => /^\d+$/.test(part));
    const record = parts.slice(0, index + 1).join(".");
    if (element.after?.some((needed) => !(`${record}.${needed}` in this.values))) return "dependency";
    if (!element.unique) return null;
    const last = parts.map((part) => /^\d+$/.test(part)).lastIndexOf(true);
    const list = `${parts.slice(0, last).join(".")}.`;
    const same = Object.entries(this.values).some(([other, kept]) =>
      other !== name && other.startsWith(list) && other.endsWith(`.${parts[parts.length - 1]}`) && kept === value);
    return same ? "duplicate" : null;
  }

  private formatOf(name: string, known: string, element: Element): Format {
    if (!/^cmi\.interactions\.n\.(student|learner)_response$/.test(known)) return element.format;
    const type = this.values[name.replace(/\.[^.]*$/, ".type")] ?? "";
    const exact = this.isOld ? answer12(type) : answer2004(type);
    return (value) => (element.format(value) === "yes" ? exact(value) : "type");
  }

  private allow(answer: string = TRUE): string {
    this.code = "0";
    return answer;
  }

  private refuse(fault: Fault, answer: string = FALSE): string {
    this.code = CODES[this.edition][fault];
    return answer;
  }
}
