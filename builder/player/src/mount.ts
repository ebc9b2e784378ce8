/**
 * The player of one course in one element: it looks and writes inside `root` only, and several may
 * stand on a page. Without it the document reads whole; with it, one page at a time.
 */
import type { CourseDocument } from "./contract.ts";
import { find } from "./dom.ts";
import { Player, tellOnce } from "./player.ts";
import { makeRuntime } from "./runtimes/index.ts";
import type { RuntimeName } from "./runtimes/runtime.ts";
import { browserEnv } from "./session/env.ts";
import { openSession, type Session } from "./session.ts";
import { Supply } from "./supply.ts";
import { translator } from "./texts.ts";

/** A host is looked for this long (milliseconds) before the page says that there is none. */
const HOST_WITHIN = 6000;

/**
 * Open a sitting on the named host and draw the player in `root`. `supply` brings the pieces; without
 * one they are expected in the same script (`import "./pieces/….ts"` before the first call).
 */
export function mount(root: HTMLElement, course: CourseDocument, runtime: RuntimeName, supply = new Supply()): void {
  const env = browserEnv(window);
  const session = openSession(course, makeRuntime(runtime, course, env), env);
  draw(root, course, session, supply);
  if (runtime === "web") return;
  setTimeout(() => {
    const text = translator(course.texts, course.language)("noPlatform");
    if (!session.hosted && session.mode === "normal") tellOnce(root, text);
  }, HOST_WITHIN);
}

/** Draw the player in `root` for a sitting that is open. */
export function draw(root: HTMLElement, course: CourseDocument, session: Session, supply: Supply): void {
  const main = find(root, "main");
  if (main) new Player(root, main, course, session, supply).begin();
}
