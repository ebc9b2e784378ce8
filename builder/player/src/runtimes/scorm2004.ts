/** SCORM 2004 (RTE §4.2): completion and success apart, ISO 8601 times, a scaled score. */
import type { Status } from "../state.ts";
import { responseOf, typeOf } from "./interaction.ts";
import type { Answered } from "./runtime.ts";
import { Scorm } from "./scorm.ts";

const CALLS = {
  api: "API_1484_11",
  initialize: "Initialize",
  get: "GetValue",
  set: "SetValue",
  commit: "Commit",
  error: "GetLastError",
  terminate: "Terminate",
} as const;

/** Names stand whole: some hosts look for them in the script. */
const VALUES = {
  mode: "cmi.mode",
  status: "cmi.completion_status",
  learnerId: "cmi.learner_id",
  learnerName: "cmi.learner_name",
  location: "cmi.location",
  suspend: "cmi.suspend_data",
  sessionTime: "cmi.session_time",
  exit: "cmi.exit",
  raw: "cmi.score.raw",
};
const MARKS = { next: "[,]", pair: "[.]" };
const SUCCESS = "cmi.success_status";

const COMPLETION_RANKS = ["incomplete", "completed"];
const SUCCESS_RANKS = ["failed", "passed"];

export class Scorm2004 extends Scorm {
  constructor(view: unknown) {
    super(view, CALLS, VALUES, 64000);
  }

  protected isUnattempted(status: string): boolean {
    return ["", "not attempted", "unknown"].includes(status);
  }

  protected exitValue(done: boolean): string {
    return done ? "normal" : "suspend";
  }

  protected duration(seconds: number): string {
    return isoDuration(seconds);
  }

  protected sendScore(score: number): void {
    this.set(VALUES.raw, String(score));
    this.set("cmi.score.min", "0");
    this.set("cmi.score.max", "100");
    this.set("cmi.score.scaled", String(score / 100));
  }

  protected sendStatus({ completion, success }: Status): void {
    const before = COMPLETION_RANKS.indexOf(this.known(VALUES.status));
    if (success !== "unknown") {
      const had = SUCCESS_RANKS.indexOf(this.known(SUCCESS));
      if (SUCCESS_RANKS.indexOf(success) > had) this.must(SUCCESS, success);
    }
    if (COMPLETION_RANKS.indexOf(completion) <= before) return;
    this.must(VALUES.status, completion);
    if (completion === "completed") this.set("cmi.progress_measure", "1");
  }

  /** A response partly right is *incorrect*: hosts read the word, points stand in the score. */
  protected sendAnswer(index: number, answer: Answered): boolean {
    const { id, item, right, at } = answer;
    const name = `cmi.interactions.${index}.`;
    if (!this.set(`${name}id`, id)) return false;
    this.set(`${name}type`, typeOf(item));
    this.set(`${name}timestamp`, timestamp(at));
    this.set(`${name}weighting`, String(item.points));
    const response = responseOf(answer, MARKS);
    if (response) this.set(`${name}learner_response`, response);
    this.set(`${name}result`, right ? "correct" : "incorrect");
    return true;
  }
}

/** `PT1H2M3S`: whole seconds, so never more than two decimals. */
export function isoDuration(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts: [number, string][] = [
    [Math.floor(whole / 3600), "H"], [Math.floor(whole / 60) % 60, "M"], [whole % 60, "S"],
  ];
  const said = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n}${unit}`);
  return `PT${said.join("") || "0S"}`;
}

/** A zone may only follow a fraction (`…:12.0Z`): Moodle and scorm-again refuse `…:12Z`. */
export function timestamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}.0Z`;
}
