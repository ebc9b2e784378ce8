/**
 * Brings the pieces that the course uses: one script, and one style, that the builder put together.
 * They come right after the first drawing, again after a failure, and as soon as the network is back.
 */
import { h } from "./dom.ts";

/** The name under which the script of the pieces hands over what makes them. */
const PIECES = "balise-pieces";
/** Milliseconds from a failure to the next try. */
const AGAIN_AFTER = [2000, 5000, 15000];
/** Failures before it is said. */
const TELL_AFTER = 2;

/** Functions of the core by module and name, as the pieces import them. */
export type Kit = Record<string, Record<string, unknown>>;

/** "failed" is said to the learner; tries go on behind it. */
export type Supplied = "waiting" | "failed" | "here";

export class Supply {
  state: Supplied = "here";
  private readonly script: string;
  private readonly style: string;
  private readonly kit: Kit;
  private readonly listeners: (() => void)[] = [];
  private styled = false;
  private busy = false;
  private failures = 0;
  private timer = 0;

  /** `own` is the player's script element, which names the files; null when all is in one script. */
  constructor(own: HTMLElement | null = null, kit: Kit = {}) {
    this.script = own?.dataset["baliseActivities"] ?? "";
    this.style = own?.dataset["baliseStyle"] ?? "";
    this.kit = kit;
    if (this.script) this.state = "waiting";
  }

  listen(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Begin to bring the pieces, when there are any. */
  start(): void {
    if (this.state === "here") return;
    window.addEventListener("online", () => void this.bring());
    void this.bring();
  }

  /** The learner asks for another try. */
  retry(): void {
    this.become("waiting");
    void this.bring();
  }

  private async bring(): Promise<void> {
    if (this.busy || this.state === "here") return;
    this.busy = true;
    clearTimeout(this.timer);
    try {
      await Promise.all([this.bringStyle(), this.bringScript()]);
      this.become("here");
    } catch {
      this.miss();
    }
    this.busy = false;
  }

  private miss(): void {
    const wait = AGAIN_AFTER[this.failures++];
    if (wait !== undefined) this.timer = setTimeout(() => void this.bring(), wait);
    if (this.failures >= TELL_AFTER) this.become("failed");
  }

  private async bringStyle(): Promise<void> {
    if (!this.style || this.styled) return;
    await arrival(h("link", { rel: "stylesheet", href: this.style }));
    this.styled = true;
  }

  private async bringScript(): Promise<void> {
    const script = h("script", { src: this.script });
    let make: ((kit: Kit) => void) | null = null;
    script.addEventListener(PIECES, (event) => {
      make = (event as CustomEvent<(kit: Kit) => void>).detail;
    });
    await arrival(script);
    // A host that answers with a page of its own loads well and hands nothing over.
    if (!make) throw new Error(PIECES);
    (make as (kit: Kit) => void)({ ...this.kit });
  }

  private become(state: Supplied): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** Put a script or a style in the document; fails, and takes it out again, when it does not come. */
function arrival(element: HTMLElement): Promise<void> {
  return new Promise((done, fail) => {
    element.addEventListener("load", () => done());
    element.addEventListener("error", () => {
      element.remove();
      fail(new Error(PIECES));
    });
    document.head.append(element);
  });
}
