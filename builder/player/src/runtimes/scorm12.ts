/** SCORM 1.2 (RTE §3.4): one lesson_status, CMITimespan; 26 pairs stay within the 255 of a student_response. */
import type { Status } from "../state.ts";
import { responseOf, typeOf } from "./interaction.ts";
import type { Answered } from "./runtime.ts";
import { Scorm } from "./scorm.ts";

const CALLS = {
  api: "API",
  initialize: "LMSInitialize",
  get: "LMSGetValue",
  set: "LMSSetValue",
  commit: "LMSCommit",
  error: "LMSGetLastError",
  terminate: "LMSFinish",
} as const;

/** Names stand whole: some hosts look for them in the script. */
const VALUES = {
  mode: "cmi.core.lesson_mode",
  status: "cmi.core.lesson_status",
  learnerId: "cmi.core.student_id",
  learnerName: "cmi.core.student_name",
  location: "cmi.core.lesson_location",
  suspend: "cmi.suspend_data",
  sessionTime: "cmi.core.session_time",
  exit: "cmi.core.exit",
  raw: "cmi.core.score.raw",
};

const MARKS = { next: ",", pair: "." };

/** A host's status never goes down this list. */
const RANKS = ["incomplete", "failed", "completed", "passed"];

export class Scorm12 extends Scorm {
  constructor(view: unknown) {
    super(view, CALLS, VALUES, 4096);
  }

  protected isUnattempted(status: string): boolean {
    return ["", "not attempted", "unknown"].includes(status);
  }

  protected exitValue(done: boolean): string {
    return done ? "" : "suspend";
  }

  protected duration(seconds: number): string {
    return clockSpan(seconds);
  }

  protected sendScore(score: number): void {
    this.set(VALUES.raw, String(score));
    this.set("cmi.core.score.min", "0");
    this.set("cmi.core.score.max", "100");
  }

  protected sendStatus(status: Status): void {
    const value =
      status.success === "failed" ? "failed"
      : status.completion === "incomplete" ? "incomplete"
      : status.success === "passed" ? "passed"
      : "completed";
    if (RANKS.indexOf(value) > RANKS.indexOf(this.known(VALUES.status))) this.must(VALUES.status, value);
  }

  protected sendAnswer(index: number, answer: Answered): boolean {
    const { id, item, right, at } = answer;
    const name = `cmi.interactions.${index}.`;
    if (!this.set(`${name}id`, id)) return false;
    this.set(`${name}type`, typeOf(item));
    this.set(`${name}time`, new Date(at).toTimeString().slice(0, 8));
    this.set(`${name}weighting`, String(item.points));
    const response = responseOf(answer, MARKS);
    if (response) this.set(`${name}student_response`, response);
    this.set(`${name}result`, right ? "correct" : "wrong");
    return true;
  }
}

/** CMITimespan, `HHHH:MM:SS`. */
export function clockSpan(seconds: number): string {
  const whole = Math.min(Math.floor(seconds), 9999 * 3600);
  const two = (n: number) => String(n).padStart(2, "0");
  const hours = String(Math.floor(whole / 3600)).padStart(4, "0");
  return `${hours}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
