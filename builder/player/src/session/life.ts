/** The life of the page (docs/contribution/tracking): what is done when it hides, leaves or comes back. */
import type { Env } from "./env.ts";

export interface PageLife {
  /** The person did something, or time is to be counted up to now. */
  active(): void;
  shown(): void;
  hidden(): void;
  online(): void;
  /** `persisted`: the page goes to the back-forward cache and may return. */
  leaving(persisted: boolean): void;
  /** Back from the back-forward cache. */
  restored(): void;
}

export function followPage(env: Env, life: PageLife): void {
  env.on("activity", () => life.active());
  env.on("online", () => life.online());
  env.on("visible", () => life.shown());
  env.on("hidden", () => life.hidden());
  env.on("pagehide", (persisted) => life.leaving(persisted));
  env.on("pageshow", (persisted) => {
    if (persisted) life.restored();
  });
}
