/** The runtime of a package by the name that stands in its document. */
import type { CourseDocument } from "../contract.ts";
import type { Env } from "../session/env.ts";
import type { Runtime, RuntimeName } from "./runtime.ts";
import { Scorm12 } from "./scorm12.ts";
import { Scorm2004 } from "./scorm2004.ts";
import { Web } from "./web.ts";

export function makeRuntime(name: RuntimeName, course: CourseDocument, env: Env): Runtime {
  if (typeof BALISE_HOST === "undefined" ? name === "scorm12" : BALISE_HOST === "scorm12") {
    return new Scorm12(env.view);
  }
  if (typeof BALISE_HOST === "undefined" ? name === "scorm2004" : BALISE_HOST === "scorm2004") {
    return new Scorm2004(env.view);
  }
  return new Web(course, env.storage, env.random);
}
