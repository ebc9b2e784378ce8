/**
 * A sitting whose state a server keeps (Open edX): events are applied here at once and sent in batches;
 * the server applies them again and decides. A batch has a name, so that one sent twice counts once.
 */
import type { CourseDocument, Item } from "../contract.ts";
import { apply, evaluationOf } from "../progress.ts";
import type { Imported, SaveState, Session } from "../session.ts";
import type { PlayerEvent, State, Status } from "../state.ts";
import { status } from "../status.ts";
import { hash } from "./copy.ts";
import type { Env } from "./env.ts";
import { differs } from "./differs.ts";
import { BACK_OFF } from "./saver.ts";
import { Unsent } from "./unsent.ts";

/** What is asked in an attempt: keys are in its items only when it is over. */
export interface Attempt {
  form: string;
  drawn: string[] | null;
  items: Item[];
}

/** What the server says at launch and after each batch. */
export interface Served {
  state: State;
  /** The attempt that runs, or would be the next one, by evaluation. */
  attempts: Record<string, Attempt>;
  /** Items of finished attempts, whole. */
  items: Item[];
}

/** An event as it travels: what is typed goes to the server, which keeps what it matches. */
export type Sent = PlayerEvent & { text?: string };

export interface Batch {
  batch: string;
  events: Sent[];
}

/** Why a batch did not get through: a `refused` one makes no sense to the server. */
export class Undelivered extends Error {
  readonly refused: boolean;

  constructor(refused: boolean) {
    super(refused ? "refused" : "undelivered");
    this.refused = refused;
  }
}

/** Send a batch; `last` when the page goes away. Fails with `Undelivered`. */
export type Post = (batch: Batch, last: boolean) => Promise<Served>;

/** Milliseconds of quiet before events are sent. */
const QUIET = 800;
const NOTICEABLE = 2;

export class ServedSitting implements Session {
  state: State;
  readonly mode: "normal" | "review";
  readonly resumed: boolean;
  readonly askWhose = false;
  readonly foreign = false;
  readonly dropped = 0;
  readonly hosted = true;
  readonly learnerName = "";
  readonly learnerKey: string;
  private readonly course: CourseDocument;
  private readonly env: Env;
  private readonly post: Post;
  private attempts: Record<string, Attempt>;
  waiting: Sent[] = [];
  sending: Batch | null = null;
  private flight: Promise<boolean> | null = null;
  private readonly texts = new Map<string, string>();
  private cancel: (() => void) | null = null;
  private failures = 0;
  /** Events go one by one after a batch that was refused, so that only the one without sense is left out. */
  private apart = 0;
  private readonly unsent: Unsent;
  private readonly savers: ((state: SaveState) => void)[] = [];
  private readonly changed: ((launched: boolean) => void)[] = [];

  /** `learner` is the platform's name for the learner, "" in a preview, where nothing is kept; `block` the block's. */
  constructor(course: CourseDocument, first: Served, learner: string, post: Post, env: Env, block = course.key) {
    this.course = course;
    this.env = env;
    this.post = post;
    this.mode = learner ? "normal" : "review";
    this.learnerKey = learner ? hash(learner) : "";
    this.state = first.state;
    this.attempts = first.attempts;
    this.resumed = first.state.place !== "";
    this.take(first);
    for (const id of Object.keys(first.attempts)) if (this.state.evaluations[id]?.current) this.ask(id);
    this.unsent = new Unsent(env.tab, block, this.learnerKey);
    Object.assign(this, this.unsent.read());
    if (!this.isEmpty()) void this.deliver();
    env.on("hidden", () => this.flush());
    env.on("pagehide", () => this.flush());
    env.on("online", () => void this.deliver());
  }

  status(): Status {
    return status(this.course, this.state);
  }

  dispatch(event: PlayerEvent): State {
    const before = this.state;
    this.state = apply(this.course, before, event);
    const text = event.type === "evaluation-answered" ? this.texts.get(event.item) : undefined;
    if ((this.state !== before || text) && event.type !== "time") this.send(text ? { ...event, text } : event);
    if (event.type === "evaluation-answered") this.texts.delete(event.item);
    return this.state;
  }

  typed(item: string, text: string): void {
    if (text.trim()) this.texts.set(item, text);
  }

  startEvaluation(id: string): State {
    const next = this.attempts[id];
    if (!next || !evaluationOf(this.course, id) || this.state.evaluations[id]?.current) return this.state;
    this.ask(id);
    return this.dispatch({ type: "evaluation-started", evaluation: id, form: next.form, drawn: next.drawn });
  }

  /** The server marks the attempt: whether it could be reached. Until then nothing is finished. */
  async settle(evaluation: string): Promise<boolean> {
    if (this.mode !== "normal") return false;
    const last = this.waiting[this.waiting.length - 1];
    if (last?.type !== "evaluation-finished") this.waiting.push({ type: "evaluation-finished", evaluation });
    await this.deliver();
    if (this.waiting.length > 0) await this.deliver();
    const done = !this.state.evaluations[evaluation]?.current;
    if (!done) {
      this.takeBack();
      this.failures = Math.max(this.failures, NOTICEABLE);
      this.tell();
    }
    return done;
  }

  /**
   * What is not finished now is not finished later by surprise. Where the server had it after all, the batch
   * has its name still, and the answer says so.
   */
  private takeBack(): void {
    const open = ({ type }: Sent): boolean => type !== "evaluation-finished";
    this.waiting = this.waiting.filter(open);
    if (this.sending) this.sending.events = this.sending.events.filter(open);
  }

  onSave(listener: (state: SaveState) => void): void {
    this.savers.push(listener);
    listener(this.saving());
  }

  onChange(listener: (launched: boolean) => void): void {
    this.changed.push(listener);
  }

  continueAs(): void {
    // The platform knows who it is.
  }

  restart(): void {
    // A learner's work is the platform's to reset.
  }

  async finish(): Promise<boolean> {
    if (this.mode !== "normal") return true;
    await this.deliver();
    return this.isEmpty() || this.deliver();
  }

  flush(): boolean {
    void this.deliver(true);
    this.unsent.write(this);
    return true;
  }

  rest(): void {
    this.flush();
  }

  exportState(): string {
    return "";
  }

  importState(): { result: Imported; notes: Record<string, string> } {
    return { result: "unreadable", notes: {} };
  }

  private isEmpty(): boolean {
    return !this.sending && this.waiting.length === 0;
  }

  private send(event: Sent): void {
    if (this.mode !== "normal") return;
    this.waiting.push(event);
    this.tell();
    if (!this.failures) this.later(QUIET);
  }

  private later(ms: number): void {
    this.cancel?.();
    this.cancel = this.env.after(ms, () => void this.deliver());
  }

  /** Send what waits; one batch at a time, and the one that failed first. */
  private async deliver(last = false): Promise<boolean> {
    while (this.flight) await this.flight;
    if (this.isEmpty() || this.mode !== "normal") return true;
    this.cancel?.();
    this.sending ??= this.batch();
    if (last || this.failures) this.unsent.write(this);
    this.flight = this.attempt(this.sending, last);
    const kept = await this.flight;
    this.flight = null;
    if (kept && this.waiting.length > 0) this.later(QUIET);
    this.tell();
    return kept;
  }

  private batch(): Batch {
    const events = this.waiting.splice(0, this.apart > 0 ? 1 : this.waiting.length);
    this.apart = Math.max(0, this.apart - events.length);
    return { batch: `${this.env.now()}-${Math.floor(this.env.random() * 1e9)}`, events };
  }

  private async attempt(batch: Batch, last: boolean): Promise<boolean> {
    try {
      const said = await this.post(batch, last);
      this.sending = null;
      this.failures = 0;
      this.hear(said);
      return true;
    } catch (fault) {
      if (!(fault instanceof Undelivered)) throw fault;
      if (fault.refused) return this.leaveOut(batch);
      this.failures += 1;
      this.later(BACK_OFF[Math.min(this.failures, BACK_OFF.length) - 1] ?? QUIET);
      return false;
    }
  }

  /** The server answers, and makes no sense of a batch: each of its events is tried alone, once. */
  private leaveOut({ events }: Batch): boolean {
    this.sending = null;
    this.failures = 0;
    if (events.length > 1) {
      this.waiting.unshift(...events);
      this.apart = events.length;
    }
    return true;
  }

  /** What the server decided stands, unless something newer waits here. */
  private hear(said: Served): void {
    this.attempts = said.attempts;
    if (this.waiting.length > 0) {
      if (this.waiting[0]?.type !== "evaluation-finished") return;
    }
    const ended = Object.keys(said.state.evaluations)
      .some((id) => this.state.evaluations[id]?.current && !said.state.evaluations[id]?.current);
    const other = differs(this.state, said.state);
    this.state = said.state;
    if (!this.runs()) this.take(said);
    if (other && !ended && !this.runs()) for (const listener of this.changed) listener(false);
  }

  private runs(): boolean {
    return Object.values(this.state.evaluations).some(({ current }) => current);
  }

  /** Take up the items of what is over. */
  private take({ items }: Pick<Served, "items">): void {
    const known = new Set(items.map(({ id }) => id));
    this.course.items = [...this.course.items.filter(({ id }) => !known.has(id)), ...items];
  }

  /** Take up the items of the attempt, without their keys. */
  private ask(id: string): void {
    this.take({ items: this.attempts[id]?.items ?? [] });
  }

  private saving(): SaveState {
    if (this.mode !== "normal") return "review";
    return this.failures >= NOTICEABLE ? "retrying" : this.isEmpty() ? "saved" : "pending";
  }

  private tell(): void {
    if (this.failures || this.isEmpty()) this.unsent.write(this);
    for (const listener of this.savers) listener(this.saving());
  }
}
