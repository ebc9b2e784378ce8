/** What the server has recorded of an attempt, for people: both editions under one set of names. */

export interface Interaction {
  id: string;
  response: string;
  result: string;
}

export interface LmsRecord {
  completion: string;
  success: string;
  /** 0 to 1, or null. */
  score: number | null;
  progress: number | null;
  location: string;
  suspend: string;
  sessionTime: string;
  /** Milliseconds, over every session of the attempt. */
  totalTime: number;
  exit: string;
  commits: number;
  /** Milliseconds since 1970. */
  updatedAt: number;
  interactions: Interaction[];
}

type FieldName =
  "completion" | "success" | "score" | "progress" | "location" | "session_time" | "total_time" | "exit";

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const amount = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** Read the answer of /api/attempts/…, whose `cmi` has the elements by their full names. */
export function readRecord(answer: Record<string, unknown>): LmsRecord {
  const cmi = (answer["cmi"] ?? {}) as Record<string, string>;
  return {
    completion: text(answer["completion"]),
    success: text(answer["success"]),
    score: amount(answer["score"]),
    progress: amount(answer["progress"]),
    location: cmi["cmi.core.lesson_location"] ?? cmi["cmi.location"] ?? "",
    suspend: cmi["cmi.suspend_data"] ?? "",
    sessionTime: cmi["cmi.core.session_time"] ?? cmi["cmi.session_time"] ?? "",
    totalTime: amount(answer["time_ms"]) ?? 0,
    exit: text(answer["exit"]),
    commits: amount(answer["commits"]) ?? 0,
    updatedAt: amount(answer["updated_at"]) ?? 0,
    interactions: interactions(cmi),
  };
}

/** The interactions of a record, in order (`student_response` in 1.2, `learner_response` in 2004). */
export function interactions(cmi: Record<string, string>): Interaction[] {
  const found: Interaction[] = [];
  for (let n = 0; cmi[`cmi.interactions.${n}.id`] !== undefined; n += 1) {
    const name = `cmi.interactions.${n}`;
    found.push({
      id: cmi[`${name}.id`] ?? "",
      response: cmi[`${name}.learner_response`] ?? cmi[`${name}.student_response`] ?? "",
      result: cmi[`${name}.result`] ?? "",
    });
  }
  return found;
}

/** One value of the record, in words. */
export function field(
  record: LmsRecord, name: FieldName, words: Record<string, string>, language: string,
): string {
  const share = (value: number | null): string =>
    value === null ? "" : new Intl.NumberFormat(language, { style: "percent" }).format(value);
  switch (name) {
    case "completion": return words[`completion.${record.completion}`] ?? record.completion;
    case "success": return words[`success.${record.success}`] ?? record.success;
    case "score": return share(record.score);
    case "progress": return share(record.progress);
    case "location": return record.location;
    case "session_time": return record.sessionTime;
    case "total_time": return record.totalTime ? duration(record.totalTime) : "";
    case "exit": return record.exit;
  }
}

/** Milliseconds as « 1 h 02 min 05 s », without the parts that are zero at the start. */
export function duration(milliseconds: number): string {
  const whole = Math.round(milliseconds / 1000);
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  if (hours) {
    return `${hours}\u00a0h\u00a0${two(minutes)}\u00a0min\u00a0${two(seconds)}\u00a0s`;
  }
  return minutes ? `${minutes}\u00a0min\u00a0${two(seconds)}\u00a0s` : `${seconds}\u00a0s`;
}
