/**
 * A host of the Open edX kind: "true" to everything, error 0 always, nothing checked, everything sent
 * at once and in the background. Only what was set, or a few names, can be read.
 */
import type { Edition } from "./codes.ts";
import type { Store, Values } from "./host.ts";

const NAMED: Record<Edition, string[]> = {
  scorm12: ["cmi.core.student_id", "cmi.core.student_name", "cmi.core.lesson_status", "cmi.core.lesson_location"],
  scorm2004: ["cmi.learner_id", "cmi.learner_name", "cmi.completion_status", "cmi.success_status", "cmi.location"],
};

export class LaxHost {
  readonly edition: Edition;
  readonly values: Values;
  ended = false;
  private readonly store: Store;

  constructor(edition: Edition, values: Values, store: Store) {
    this.edition = edition;
    this.values = { ...values };
    this.store = store;
  }

  initialize = (): string => "true";
  commit = (): string => "true";
  lastError = (): string => "0";
  errorString = (): string => "No error";
  diagnostic = (): string => "";

  terminate = (): string => {
    this.ended = true;
    this.store({ ...this.values }, true);
    return "true";
  };

  get = (name?: unknown): string => {
    const key = String(name);
    const stated = NAMED[this.edition].includes(key) || !/^cmi\.(core\.)?(entry|mode|lesson_mode|credit)$/.test(key);
    return stated ? (this.values[key] ?? "") : "";
  };

  set = (name?: unknown, value?: unknown): string => {
    this.values[String(name)] = String(value);
    this.store({ ...this.values }, false);
    return "true";
  };
}
