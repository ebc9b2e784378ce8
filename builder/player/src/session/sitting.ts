/** The session itself: one state, one host, and what happens between them. */
import { Clock } from "../clock.ts";
import { decode, encode } from "../codec.ts";
import type { CourseDocument } from "../contract.ts";
import { characters, drawAttempt } from "../draw.ts";
import { apply, newState, pageOf } from "../progress.ts";
import type { Launch, Mode, Runtime } from "../runtimes/runtime.ts";
import { Web } from "../runtimes/web.ts";
import type { Imported, SaveState, Session } from "../session.ts";
import type { PlayerEvent, State, Status } from "../state.ts";
import { status } from "../status.ts";
import { answered } from "./answers.ts";
import { hash, isGeneric, isShared } from "./copy.ts";
import type { Channel, Env } from "./env.ts";
import { pack, unpack } from "./file.ts";
import { followPage, type PageLife } from "./life.ts";
import { Link } from "./link.ts";
import { merge } from "./merge.ts";
import { Saver } from "./saver.ts";
import { Search } from "./search.ts";
import { Whose } from "./whose.ts";

const HELLO = "?";

export class Sitting implements Session, PageLife {
  state: State = newState("");
  mode: Mode = "normal";
  resumed = false;
  askWhose = false;
  foreign = false;
  dropped = 0;
  learnerName = "";
  learnerKey = "";
  private readonly course: CourseDocument;
  private readonly env: Env;
  private readonly clock: Clock;
  private readonly saver: Saver;
  private readonly whose: Whose;
  private link: Link;
  private search: Search | null = null;
  private channel: Channel | null = null;
  private readonly changed: ((launched: boolean) => void)[] = [];
  private counted = 0;
  private shared = false;
  private ended = false;
  private acknowledged = false;

  constructor(course: CourseDocument, runtime: Runtime, env: Env) {
    this.course = course;
    this.env = env;
    this.clock = new Clock(() => env.now());
    this.saver = new Saver(env, (leaving) => this.save(leaving), () => this.calm());
    this.whose = new Whose(course, env, () => (this.hosted ? "" : this.learnerKey));
    const launch = runtime.start();
    this.link = new Link(course, runtime, env);
    if (launch) this.take(launch);
    else this.alone(runtime);
    followPage(env, this);
  }

  get hosted(): boolean {
    return this.link.runtime.hosted;
  }

  status(): Status {
    return status(this.course, this.state);
  }

  dispatch(event: PlayerEvent): State {
    this.active();
    const before = this.state;
    this.state = apply(this.course, before, event);
    if (event.type === "quick-exit") this.whose.forget();
    if (this.state === before || event.type === "time") return this.state;
    this.search?.note(event);
    if (!this.isOpen()) return this.state;
    if (event.type === "evaluation-finished") this.link.runtime.record(answered(this.course, this.state, event.evaluation, this.env.now()));
    this.touched(this.isMilestone(before, event));
    return this.state;
  }

  startEvaluation(id: string): State {
    const event = drawAttempt(this.course, this.state, id, this.env.random);
    return event ? this.dispatch(event) : this.state;
  }

  onSave(listener: (state: SaveState) => void): void {
    this.saver.listen(listener);
  }

  onChange(listener: (launched: boolean) => void): void {
    this.changed.push(listener);
  }

  continueAs(): void {
    this.askWhose = false;
    this.whose.know();
  }

  restart(): void {
    if (!this.shared) return;
    this.saver.clear();
    this.link.forget();
    this.search?.clear();
    this.begin(newState(""));
    this.counted = this.clock.seconds();
    this.resumed = this.askWhose = this.foreign = false;
    this.dropped = 0;
    this.whose.know();
    if (this.hosted) this.saver.soon();
    this.redraw();
  }

  finish(): Promise<boolean> {
    if (this.ended) return Promise.resolve(this.acknowledged);
    this.whose.forget();
    this.active();
    const kept = this.mode !== "normal" || this.saver.now(true) || this.saver.now(true);
    if (kept) this.close();
    return Promise.resolve(kept);
  }

  flush(): boolean {
    if (!this.isOpen()) return true;
    this.active();
    return !this.saver.dirty || this.saver.now();
  }

  rest(on: boolean): void {
    this.flush();
    this.clock.rest(on);
  }

  exportState(notes?: Record<string, string>): string {
    this.active();
    return pack(this.course, this.state, notes);
  }

  importState(text: string): { result: Imported; notes: Record<string, string> } {
    const file = unpack(this.course, text);
    if (file.state) {
      this.state = merge(this.course, this.state, file.state);
      if (this.isOpen()) this.touched(true);
      this.redraw();
    }
    return { result: file.result, notes: file.notes };
  }

  active(): void {
    const seconds = this.clock.seconds();
    this.state = apply(this.course, this.state, { type: "time", seconds: seconds - this.counted });
    this.counted = seconds;
  }

  shown(): void {
    this.clock.resume();
    this.online();
  }

  online(): void {
    if (this.isOpen()) this.saver.wake();
  }

  hidden(): void {
    this.active();
    this.clock.pause();
    if (this.isOpen()) this.saver.now(true);
  }

  leaving(persisted: boolean): void {
    if (this.ended) return;
    this.active();
    if (this.mode === "normal") this.saver.now(true);
    if (!persisted) this.close();
  }

  restored(): void {
    if (this.ended) return;
    // The host's session stays open over the reload: nothing more is sent from here.
    this.ended = true;
    this.saver.clear();
    this.env.reload();
  }

  /** Take up what a host has, unless it is another course's. */
  private take(launch: Launch): void {
    const { found, copy } = this.link.open(launch);
    const place = pageOf(this.course, launch.location)?.id ?? "";
    this.mode = launch.mode;
    this.learnerName = launch.learnerName;
    this.foreign = found.foreign;
    this.dropped = found.dropped;
    this.resumed = found.stamp !== "" || (place !== "" && !found.foreign);
    this.shared = !this.hosted || (launch.mode === "normal" && isShared(launch.learnerId));
    this.begin({ ...found.state, place: found.stamp || found.foreign ? found.state.place : place, elapsed: launch.elapsed });
    this.askWhose = this.resumed && this.shared && !this.whose.isKnown();
    if (!this.hosted || isGeneric(launch.learnerId)) return;
    this.learnerKey = hash(launch.learnerId);
    if (launch.mode !== "normal") return;
    if (copy) {
      this.state = merge(this.course, this.state, decode(this.course, copy).state);
      this.resumed = true;
      this.saver.soon();
    }
    this.talk(`balise:${this.course.key}:${this.learnerKey}`);
  }

  private begin(state: State): void {
    this.state = state.seed ? state : { ...state, seed: characters(2, this.env.random) };
    this.learnerKey = this.link.runtime instanceof Web ? this.link.runtime.who : "";
  }

  /** No LMS: run on the browser's storage, and look again for five seconds. */
  private alone(wanted: Runtime): void {
    const web = new Web(this.course, this.env.storage, this.env.random);
    this.link = new Link(this.course, web, this.env);
    this.take(web.start());
    this.saver.held = true;
    this.search = new Search(this.env, wanted, (launch, events) => {
      this.search = null;
      this.saver.held = false;
      if (launch) this.adopt(wanted, launch, events);
      else if (this.saver.dirty && this.isOpen()) this.saver.soon();
    });
  }

  private adopt(wanted: Runtime, launch: Launch, events: PlayerEvent[]): void {
    this.saver.clear();
    this.link = new Link(this.course, wanted, this.env);
    this.take(launch);
    const began = events.some((event) => event.type === "page-read");
    if (began) for (const event of events) this.dispatch(event);
    this.redraw(!began || this.askWhose);
  }

  private isMilestone(before: State, event: PlayerEvent): boolean {
    const [was, is] = [status(this.course, before), this.status()];
    return event.type === "evaluation-finished" || was.completion !== is.completion || was.success !== is.success;
  }

  /** The state changed here: save, and tell the other tabs. */
  private touched(atOnce: boolean): void {
    this.saver.soon();
    if (!this.askWhose) this.whose.know();
    if (atOnce) this.saver.now();
    else if (this.saver.failures) this.link.keepCopy(this.state);
    this.channel?.post(this.link.told(this.state));
  }

  /** One try at saving; `leaving` adds session time and exit. */
  private save(leaving: boolean): boolean {
    const seen = this.link.seen();
    if (seen && this.hear(seen)) this.saver.dirty = true;
    const reported = this.status();
    const left = leaving ? { seconds: this.clock.seconds(), done: reported.completion === "completed" } : null;
    return this.link.save(this.state, this.saver.dirty, reported, left);
  }

  /** Talk to the other tabs of this person: ask what they have, tell what changes here. */
  private talk(name: string): void {
    this.channel = this.env.channel(name);
    this.channel?.listen((text) => {
      if (!this.isOpen()) return;
      if (text === HELLO) this.channel?.post(this.link.told(this.state));
      else if (this.hear(text)) this.saver.soon();
    });
    this.channel?.post(HELLO);
  }

  /** Unite with another tab's state; whether anything new came. The place stays this tab's. */
  private hear(text: string): boolean {
    const other = decode(this.course, text);
    if (other.foreign || other.damaged) return false;
    const united = merge(this.course, other.state, this.state);
    if (encode(this.course, united) === encode(this.course, this.state)) return false;
    this.state = united;
    this.redraw();
    return true;
  }

  private isOpen(): boolean {
    return !this.ended && this.mode === "normal";
  }

  private close(): void {
    this.ended = true;
    this.search?.stop(null);
    this.saver.clear();
    this.acknowledged = this.link.runtime.finish();
  }

  private calm(): SaveState {
    return this.mode !== "normal" ? "review" : this.hosted ? "saved" : "standalone";
  }

  private redraw(launched = false): void {
    this.saver.tell();
    for (const listener of this.changed) listener(launched);
  }
}
