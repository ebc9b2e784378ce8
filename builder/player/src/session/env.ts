/** Everything the session takes from the browser, so that tests can give their own. */
import type { KeyValue } from "../runtimes/web.ts";

export type { KeyValue };

/** `activity`: the person touched, typed or scrolled. `persisted`: the page goes to (comes from) the back-forward cache. */
export type PageEvent = "hidden" | "visible" | "pagehide" | "pageshow" | "online" | "activity";

/** Messages between tabs of one person. */
export interface Channel {
  post(text: string): void;
  listen(listener: (text: string) => void): void;
}

export interface Env {
  /** Window from which the search for the LMS begins. */
  view: unknown;
  /** Milliseconds. */
  now(): number;
  /** Uniform in [0, 1). */
  random(): number;
  /** Run `task` once after `ms`; the function returned cancels it. */
  after(ms: number, task: () => void): () => void;
  /** Null when the browser denies storage. */
  storage: KeyValue | null;
  /** What lasts as long as this tab; null when denied. */
  tab: KeyValue | null;
  /** Whether the page was loaded again in its tab, not opened. */
  isReload: boolean;
  /** Null where the browser has none. */
  channel(name: string): Channel | null;
  on(event: PageEvent, listener: (persisted: boolean) => void): void;
  reload(): void;
}

const ACTIVITY = ["pointerdown", "keydown", "scroll"] as const;

/** The real thing. Neither `unload` nor `beforeunload`: hosts forbid them, phones do not send them. */
export function browserEnv(view: Window & typeof globalThis): Env {
  const page = view.document;
  return {
    view,
    now: () => Date.now(),
    random: () => Math.random(),
    after: (ms, task) => {
      const timer = view.setTimeout(task, ms);
      return () => view.clearTimeout(timer);
    },
    storage: usable(() => view.localStorage),
    tab: usable(() => view.sessionStorage),
    isReload: view.performance.getEntriesByType?.("navigation")
      .some((entry) => (entry as PerformanceNavigationTiming).type === "reload") ?? false,
    channel: (name) => channel(view, name),
    on: (event, listener) => {
      if (event === "hidden" || event === "visible") {
        page.addEventListener("visibilitychange", () => {
          if (page.visibilityState === event) listener(false);
        });
      } else if (event === "activity") {
        const options = { passive: true, capture: true };
        for (const name of ACTIVITY) view.addEventListener(name, () => listener(false), options);
      } else {
        view.addEventListener(event, (e) => listener((e as PageTransitionEvent).persisted === true));
      }
    },
    reload: () => view.location.reload(),
  };
}

/** Private modes and strict settings throw at the first access, or only at the first write. */
function usable(access: () => Storage): Storage | null {
  try {
    const storage = access();
    storage.setItem("balise:?", "1");
    storage.removeItem("balise:?");
    return storage;
  } catch {
    return null;
  }
}

function channel(view: Window & typeof globalThis, name: string): Channel | null {
  try {
    const open = new view.BroadcastChannel(name);
    return {
      post: (text) => open.postMessage(text),
      listen: (listener) => {
        open.onmessage = (e) => listener(String(e.data));
      },
    };
  } catch {
    return null;
  }
}
