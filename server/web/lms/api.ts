/**
 * The SCORM API of one session: scorm-again with the stored state loaded before Initialize, behind
 * an object that has the eight functions of the standard and nothing else.
 */
import { tell } from "./messages.ts";
import type { Problem, Started } from "./messages.ts";

/** What we use of scorm-again 3.4.3. */
interface Engine {
  lastErrorCode: string;
  isTerminated(): boolean;
  getFlattenedCMI(): Record<string, unknown>;
  loadFromFlattenedJSON(values: Record<string, string>): void;
  [method: string]: unknown;
}
type Answer = { result: boolean | string; errorCode: number };
type Metadata = { isTerminateCommit: boolean; sequence?: number };
type Sent = Record<string, unknown>;

/**
 * A browser refuses beacons above 64 KiB in all, and says so only by `false`. Above this size the
 * whole state is committed first and the beacon carries what is small.
 */
export const BEACON = 60_000;
const LONG = /\.(suspend_data|comments)$|\.(interactions|objectives|comments_from_learner)\./;

const NAMES = {
  scorm12: {
    module: "./scorm12.min.js",
    engine: "Scorm12API",
    global: "API",
    prefix: "LMS",
    finish: "LMSFinish",
  },
  scorm2004: {
    module: "./scorm2004.min.js",
    engine: "Scorm2004API",
    global: "API_1484_11",
    prefix: "",
    finish: "Terminate",
  },
} as const;
const FUNCTIONS = [
  "Initialize",
  "GetValue",
  "SetValue",
  "Commit",
  "GetLastError",
  "GetErrorString",
  "GetDiagnostic",
] as const;

/** Size in bytes of what a terminate commit would send. */
export function payloadSize(values: Record<string, unknown>): number {
  return new TextEncoder().encode(JSON.stringify(values)).length;
}

/** What of a commit still fits in a beacon, marked so that the server keeps the rest. */
export function small(sent: Sent): Sent {
  const kept = Object.entries(sent).filter(([name]) => !LONG.test(name));
  return { ...Object.fromEntries(kept), partial: true };
}

/** Put the API on this window; returns whether the session has been terminated. */
export async function makeApi(started: Started): Promise<() => boolean> {
  if (started.edition === "web") return () => false;
  const names = NAMES[started.edition];
  const address = new URL(names.module, import.meta.url).href;
  const library = (await import(address)) as Record<string, new (settings: object) => Engine>;
  const Make = library[names.engine];
  if (!Make) throw new Error(names.engine);
  let trimmed = false;
  const engine = new Make({
    lmsCommitUrl: started.commit ?? false,
    dataCommitFormat: "flattened",
    includeCommitSequence: true,
    terminateCommitPayloadField: "terminate",
    autocommit: false,
    onLogMessage: () => undefined,
    requestHandler: (sent: Sent, metadata?: Metadata) =>
      trimmed && metadata?.isTerminateCommit ? small(sent) : sent,
    xhrResponseHandler: readAnswer,
  });
  engine.loadFromFlattenedJSON(started.state ?? {});

  const call = (name: string, args: unknown[]): string => {
    const method = engine[name] as (...given: unknown[]) => unknown;
    const result = String(method.apply(engine, args));
    report(name, args, result, engine.lastErrorCode);
    return result;
  };
  const api: Record<string, (...args: unknown[]) => string> = {};
  for (const name of FUNCTIONS) {
    const full = names.prefix + name;
    api[full] = (...args) => call(full, args);
  }
  api[names.finish] = (...args) => {
    if (!engine.isTerminated() && payloadSize(engine.getFlattenedCMI()) > BEACON) {
      trimmed = call(`${names.prefix}Commit`, [""]) === "true";
    }
    const result = call(names.finish, args);
    if (engine.isTerminated()) tell({ type: "terminated" });
    return result;
  };
  Object.assign(window, { [names.global]: Object.freeze(api) });
  return () => engine.isTerminated();
}

function report(name: string, args: unknown[], result: string, error: string): void {
  const texts = args.map((value) => String(value).slice(0, 4000));
  const at = Math.round(performance.now());
  tell({ type: "call", at, name, args: texts, result: result.slice(0, 4000), error });
}

/** Read the server's answer to a commit: what scorm-again needs, and the reason of a refusal. */
function readAnswer(request: XMLHttpRequest): Answer {
  let answer: Partial<Answer> & { error?: Problem; sequence?: number } = {};
  try {
    answer = JSON.parse(request.responseText) as typeof answer;
  } catch {
    // Something between us and the server answered: that is a refusal.
  }
  const saved = request.status === 200 && answer.result === true;
  if (saved) tell({ type: "saved", sequence: answer.sequence ?? 0 });
  else tell({ type: "refused", problem: answer.error ?? UNREADABLE });
  return { result: saved, errorCode: saved ? 0 : 391 };
}

const UNREADABLE: Problem = {
  code: "unreadable",
  message_fr: "Le serveur n’a pas confirmé l’enregistrement. Rien n’est perdu; le cours réessaiera.",
  message_en: "The server did not confirm the save. Nothing is lost; the course will try again.",
};
