/** A page with a session and no interface, for the tests in a real browser. */
import type { CourseDocument } from "../../../builder/player/src/contract.ts";
import { makeRuntime } from "../../../builder/player/src/runtimes/index.ts";
import type { RuntimeName } from "../../../builder/player/src/runtimes/runtime.ts";
import { browserEnv } from "../../../builder/player/src/session/env.ts";
import { openSession } from "../../../builder/player/src/session.ts";

const course = JSON.parse(document.querySelector("[data-course]")?.textContent ?? "") as CourseDocument;
const runtime = (new URLSearchParams(location.search).get("runtime") ?? "web") as RuntimeName;
const env = browserEnv(window);
Object.assign(window, { session: openSession(course, makeRuntime(runtime, course, env), env) });
