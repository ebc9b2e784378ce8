/**
 * The ways of a host that a course must live with. The list, its sentences and its numbers stand in
 * `balise_server/bench/profiles.py`; here is what each does to the calls.
 */
import type { Edition } from "./codes.ts";
import { Host, type Store, type Values } from "./host.ts";
import { LaxHost } from "./lax.ts";

export interface Profile {
  name: string;
  args: number[];
}

/** What the API needs of a host, strict or not. */
export interface Calls {
  readonly ended: boolean;
  initialize(parameter?: unknown): string;
  terminate(parameter?: unknown): string;
  get(name?: unknown): string;
  set(name?: unknown, value?: unknown): string;
  commit(parameter?: unknown): string;
  lastError(): string;
  errorString(code?: unknown): string;
  diagnostic(code?: unknown): string;
}

/** `now`: milliseconds since the launch. */
export function makeHost(profile: Profile, edition: Edition, values: Values, store: Store, now: () => number): Calls {
  if (profile.name === "open-edx") return new LaxHost(edition, values, store);
  const host = new Host({ edition, values, store, wide: profile.name === "moodle" });
  if (profile.name === "moodle") return moodle(host);
  if (profile.name === "truncating-4096") return truncating(host, 4096);
  if (profile.name === "no-interactions") return without(host, "cmi.interactions");
  if (profile.name === "throws") return throwing(host, profile.args, now);
  return host;
}

/** The calls of `host`, some of them replaced; the host keeps its own `this`. */
function replacing(host: Calls, others: Partial<Calls>): Calls {
  return new Proxy(host, {
    get(target, name) {
      const own = (others as Record<PropertyKey, unknown>)[name];
      if (own !== undefined) return own;
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

function truncating(host: Host, most: number): Calls {
  return replacing(host, {
    set: (name, value) => {
      const cut = name === "cmi.suspend_data" && typeof value === "string" ? value.slice(0, most) : value;
      return host.set(name, cut);
    },
  });
}

function without(host: Host, part: string): Calls {
  const code = host.edition === "scorm12" ? "401" : "402";
  let refused = false;
  const away = (name: unknown): boolean => (refused = String(name).startsWith(part));
  return replacing(host, {
    get: (name) => (away(name) ? "" : host.get(name)),
    set: (name, value) => (away(name) ? "false" : host.set(name, value)),
    commit: (parameter) => ((refused = false), host.commit(parameter)),
    lastError: () => (refused ? code : host.lastError()),
  });
}

/** Moments are counted from the first call: a slow machine must not move them. */
function throwing(host: Host, [from = 0, to = Infinity]: number[], now: () => number): Calls {
  let first: number | null = null;
  const failing = (): boolean => {
    const since = now() - (first ??= now());
    return since >= from && since < to;
  };
  return new Proxy(host as Calls, {
    get(target, name) {
      const value = Reflect.get(target, name, target) as unknown;
      if (typeof value !== "function") return value;
      return (...given: unknown[]): unknown => {
        if (failing()) throw new Error("The host has failed.");
        return (value as (...args: unknown[]) => unknown).apply(target, given);
      };
    },
  });
}

/** Moodle 4.5 (2004): some navigation requests end the session under the content's feet. */
function moodle(host: Host): Calls {
  const asked = (): string => host.values["adl.nav.request"] ?? "";
  const guarded = (act: () => string): string => {
    if (["exitAll", "abandonAll"].includes(asked())) throw new Error("The activity is closed.");
    return asked() === "exit" ? "false" : act();
  };
  return replacing(host, {
    commit: (parameter) => guarded(() => host.commit(parameter)),
    terminate: (parameter) => guarded(() => host.terminate(parameter)),
  });
}
