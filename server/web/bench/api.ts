/** The object that content finds: eight functions, each call noted with its time and its answer. */
import type { Edition } from "./codes.ts";
import type { Calls } from "./profiles.ts";

export interface Call {
  /** Milliseconds since the launch. */
  at: number;
  name: string;
  args: string[];
  result: string;
  /** Code of the error after the call; "!" when the host threw. */
  error: string;
}

const LONGEST = 70_000;
const GLOBALS: Record<Edition, string> = { scorm12: "API", scorm2004: "API_1484_11" };
const METHODS: [string, string, keyof Calls][] = [
  ["LMSInitialize", "Initialize", "initialize"],
  ["LMSFinish", "Terminate", "terminate"],
  ["LMSGetValue", "GetValue", "get"],
  ["LMSSetValue", "SetValue", "set"],
  ["LMSCommit", "Commit", "commit"],
  ["LMSGetLastError", "GetLastError", "lastError"],
  ["LMSGetErrorString", "GetErrorString", "errorString"],
  ["LMSGetDiagnostic", "GetDiagnostic", "diagnostic"],
];

type Api = Readonly<Record<string, (...given: unknown[]) => string>>;

/** The API of one session; `note` is told of each call. */
export function makeApi(host: Calls, edition: Edition, now: () => number, note: (call: Call) => void): Api {
  const code = (): string => {
    try {
      return host.lastError();
    } catch {
      return "!";
    }
  };
  const entries = METHODS.map(([old, name, method]) => {
    const said = edition === "scorm12" ? old : name;
    const asks = ["lastError", "errorString", "diagnostic"].includes(method);
    return [said, (...given: unknown[]) => {
      const at = Math.round(now());
      const args = given.map(shown);
      try {
        const result = (host[method] as (...args: unknown[]) => string)(...given);
        note({ at, name: said, args, result: shown(result), error: asks ? "0" : code() });
        return result;
      } catch (error) {
        note({ at, name: said, args, result: "", error: "!" });
        throw error;
      }
    }] as const;
  });
  return Object.freeze(Object.fromEntries(entries));
}

export function globalName(edition: Edition): string {
  return GLOBALS[edition];
}

/** A value that is no string is shown for what it is. */
function shown(value: unknown): string {
  const text = typeof value === "string" ? value : `${String(value)} (${typeof value})`;
  return text.slice(0, LONGEST);
}
