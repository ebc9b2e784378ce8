/** A strict LMS: it refuses what the standards refuse, and stores only what is committed. */
export type Edition = "scorm12" | "scorm2004";

interface Rules {
  api: string;
  calls: Record<"initialize" | "terminate" | "get" | "set" | "commit" | "error", string>;
  writable: Record<string, RegExp>;
  readable: string[];
  limit: number;
  mismatch: string;
}

const NUMBER = /^\d{1,3}(\.\d+)?$/;
const SHORT = /^[\x21-\x7e]{1,255}$/;

const RULES: Record<Edition, Rules> = {
  scorm12: {
    api: "API",
    calls: {
      initialize: "LMSInitialize", terminate: "LMSFinish", get: "LMSGetValue",
      set: "LMSSetValue", commit: "LMSCommit", error: "LMSGetLastError",
    },
    writable: {
      "cmi.core.lesson_status": /^(passed|completed|failed|incomplete|browsed)$/,
      "cmi.core.lesson_location": /^.{0,255}$/,
      "cmi.core.score.raw": NUMBER,
      "cmi.core.score.min": NUMBER,
      "cmi.core.score.max": NUMBER,
      "cmi.core.session_time": /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/,
      "cmi.core.exit": /^(time-out|suspend|logout|)$/,
      "cmi.suspend_data": /^[\s\S]*$/,
      "cmi.interactions.n.id": SHORT,
      "cmi.interactions.n.type": /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/,
      "cmi.interactions.n.time": /^\d\d:\d\d:\d\d$/,
      "cmi.interactions.n.weighting": NUMBER,
      "cmi.interactions.n.student_response": /^.{1,255}$/,
      "cmi.interactions.n.result": /^(correct|wrong|unanticipated|neutral)$/,
    },
    readable: ["cmi.core.student_id", "cmi.core.student_name", "cmi.core.lesson_mode", "cmi.core.entry"],
    limit: 4096,
    mismatch: "405",
  },
  scorm2004: {
    api: "API_1484_11",
    calls: {
      initialize: "Initialize", terminate: "Terminate", get: "GetValue",
      set: "SetValue", commit: "Commit", error: "GetLastError",
    },
    writable: {
      "cmi.completion_status": /^(completed|incomplete|not attempted|unknown)$/,
      "cmi.success_status": /^(passed|failed|unknown)$/,
      "cmi.location": /^.{0,1000}$/,
      "cmi.score.raw": NUMBER,
      "cmi.score.min": NUMBER,
      "cmi.score.max": NUMBER,
      "cmi.score.scaled": /^(-?0(\.\d+)?|-?1(\.0+)?)$/,
      "cmi.progress_measure": /^(0(\.\d+)?|1(\.0+)?)$/,
      "cmi.session_time": /^PT(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/,
      "cmi.exit": /^(time-out|suspend|logout|normal|)$/,
      "cmi.suspend_data": /^[\s\S]*$/,
      "cmi.interactions.n.id": SHORT,
      "cmi.interactions.n.type": /^(true-false|choice|fill-in|long-fill-in|matching|sequencing|numeric|other)$/,
      "cmi.interactions.n.timestamp": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,2}(Z|[+-]\d\d:\d\d)?)?$/,
      "cmi.interactions.n.weighting": NUMBER,
      "cmi.interactions.n.learner_response": /^([a-z](\[[,.]\][a-z])*|-?\d+(\.\d+)?)$/,
      "cmi.interactions.n.result": /^(correct|incorrect|unanticipated|neutral)$/,
    },
    readable: ["cmi.learner_id", "cmi.learner_name", "cmi.mode", "cmi.entry"],
    limit: 64000,
    mismatch: "406",
  },
};

type Api = Record<string, (...parameters: unknown[]) => unknown>;

/** One attempt in the LMS; `launch` opens a session on it. */
export class Lms {
  readonly edition: Edition;
  /** What is stored: survives the session. */
  stored: Record<string, string>;
  /** Every call since the last `launch`, in order. */
  log: string[] = [];
  /** How many commits to refuse from now on. */
  refuse = 0;
  interactions = true;
  /** Terminate stores what was set, as by a beacon. */
  storeAtTerminate = true;
  private readonly rules: Rules;
  private working: Record<string, string> = {};
  private phase: "new" | "open" | "closed" = "new";
  private error = "0";

  constructor(edition: Edition, learner = "l-42", extra: Record<string, string> = {}) {
    this.edition = edition;
    this.rules = RULES[edition];
    const twelve = edition === "scorm12";
    this.stored = {
      [twelve ? "cmi.core.student_id" : "cmi.learner_id"]: learner,
      [twelve ? "cmi.core.student_name" : "cmi.learner_name"]: "Roy, Alix",
      [twelve ? "cmi.core.lesson_mode" : "cmi.mode"]: "normal",
      [twelve ? "cmi.core.lesson_status" : "cmi.completion_status"]: twelve ? "not attempted" : "unknown",
      ...extra,
    };
  }

  /** A window whose parent has the API. */
  launch(): Record<string, unknown> {
    this.phase = "new";
    this.log = [];
    this.working = { ...this.stored };
    const parent: Record<string, unknown> = { opener: null, [this.rules.api]: this.api() };
    parent["parent"] = parent;
    return { parent, opener: null, top: parent };
  }

  api(): Api {
    const { calls } = this.rules;
    return {
      [calls.initialize]: (p) => this.note("initialize", () => this.move("new", "open"), p),
      [calls.terminate]: (p) => this.note("terminate", () => this.terminate(), p),
      [calls.commit]: (p) => this.note("commit", () => this.commit(), p),
      [calls.get]: (name) => this.get(name),
      [calls.set]: (name, value) => this.set(name, value),
      [calls.error]: () => this.error,
    };
  }

  private note(name: string, act: () => boolean, parameter: unknown): string {
    if (parameter !== "") throw new Error(`${name} called with ${String(parameter)}`);
    const answer = String(act());
    this.log.push(answer === "true" ? name : `${name}: refused`);
    return answer;
  }

  private move(from: string, to: "open" | "closed"): boolean {
    if (this.phase !== from) return this.fail("101");
    this.phase = to;
    return true;
  }

  private fail(code: string): false {
    this.error = code;
    return false;
  }

  private commit(): boolean {
    if (this.phase !== "open" || this.refuse-- > 0) return this.fail("391");
    this.refuse = 0;
    this.stored = { ...this.working };
    return true;
  }

  private terminate(): boolean {
    if (!this.move("open", "closed")) return false;
    if (this.storeAtTerminate) this.stored = { ...this.working };
    return true;
  }

  private get(name: unknown): string {
    const element = String(name);
    this.log.push(`get ${element}`);
    if (this.phase !== "open") return "";
    if (element === "cmi.interactions._count") return this.interactions ? String(this.count()) : "";
    const general = element.replace(/\.\d+\./, ".n.");
    if (!(general in this.rules.writable) && !this.rules.readable.includes(element)) this.fail("401");
    return this.working[element] ?? "";
  }

  private count(): number {
    return Object.keys(this.working).filter((key) => /^cmi\.interactions\.\d+\.id$/.test(key)).length;
  }

  private set(name: unknown, value: unknown): string {
    const answer = this.accept(String(name), value);
    this.log.push(`set ${String(name)}=${String(value)}${answer ? "" : ": refused"}`);
    return String(answer);
  }

  private accept(element: string, value: unknown): boolean {
    const pattern = this.rules.writable[element.replace(/\.\d+\./, ".n.")];
    if (this.phase !== "open") return this.fail("132");
    if (!pattern) return this.fail("401");
    if (typeof value !== "string" || !pattern.test(value)) return this.fail(this.rules.mismatch);
    if (element === "cmi.suspend_data" && value.length > this.rules.limit) return this.fail("405");
    const interaction = /^cmi\.interactions\.(\d+)\.(\w+)$/.exec(element);
    if (interaction && !this.follows(Number(interaction[1]), interaction[2] ?? "")) return this.fail("408");
    this.working[element] = value;
    return true;
  }

  /** An id comes first, without gaps; the type before the response. */
  private follows(index: number, part: string): boolean {
    if (!this.interactions) return false;
    if (part === "id") return index <= this.count();
    const has = (name: string) => `cmi.interactions.${index}.${name}` in this.working;
    return has("id") && (!part.endsWith("_response") || has("type"));
  }
}
