/**
 * Whose progress stands here, as far as this tab knows: who said so, or began here, is not asked again
 * when the page is reloaded. Leaving by one of the two ways out forgets it: another person may come.
 */
import type { CourseDocument } from "../contract.ts";
import type { Env } from "./env.ts";

export class Whose {
  private readonly key: string;
  private readonly env: Env;
  private readonly name: () => string;
  private left = false;

  /** `name` gives the name under which this browser keeps the progress; "" when a host keeps it. */
  constructor(course: CourseDocument, env: Env, name: () => string) {
    this.key = `balise:mine:${course.key}`;
    this.env = env;
    this.name = name;
  }

  isKnown(): boolean {
    const mark = this.env.isReload ? this.env.tab?.getItem(this.key) : null;
    return Boolean(mark) && mark === this.name();
  }

  know(): void {
    try {
      if (this.name() && !this.left) this.env.tab?.setItem(this.key, this.name());
    } catch {
      // A full storage: one is asked again.
    }
  }

  forget(): void {
    this.left = true;
    this.env.tab?.removeItem(this.key);
  }
}
