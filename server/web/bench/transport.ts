/**
 * From the browser to the bench's record. Commits are synchronous, as in most LMSs; when the page is
 * going away the browser refuses those, and the last one goes as a beacon. Calls travel along: what
 * the server knows of a session is what reached it.
 */
import type { Call } from "./api.ts";
import type { Values } from "./host.ts";
import type { Profile } from "./profiles.ts";

/** A browser refuses beacons above 64 KiB in all. */
const BEACON = 60_000;

export class Transport {
  private readonly address: string;
  private readonly session: number;
  private readonly profile: Profile;
  private readonly now: () => number;
  private waiting: Call[] = [];
  private sequence = 0;

  constructor(address: string, session: number, profile: Profile, now: () => number) {
    this.address = address;
    this.session = session;
    this.profile = profile;
    this.now = now;
  }

  note(call: Call): void {
    this.waiting.push(call);
  }

  /** Store values; whether the server acknowledged. */
  store(values: Values, last: boolean): boolean {
    this.sequence += 1;
    if (this.isAway()) return false;
    if (this.profile.name === "open-edx") {
      this.later(values, last);
      return true;
    }
    const request = new XMLHttpRequest();
    try {
      request.open("POST", this.address, false);
      request.send(this.body(values, last, this.waiting));
    } catch {
      return last && navigator.onLine && this.beacon(values);
    }
    if (request.status !== 200) return false;
    this.waiting = [];
    return (JSON.parse(request.responseText) as { stored: boolean }).stored;
  }

  /** The calls that nothing carried; for when the page goes away. */
  flush(): void {
    if (this.isAway() || !this.waiting.length) return;
    if (navigator.sendBeacon(this.address, this.body(null, false, this.waiting))) this.waiting = [];
  }

  private isAway(): boolean {
    const [from = 0, to = Infinity] = this.profile.args;
    return this.profile.name === "offline" && this.now() >= from && this.now() < to;
  }

  private beacon(values: Values): boolean {
    const whole = this.body(values, true, this.waiting);
    const body = whole.length < BEACON ? whole : this.body(values, true, []);
    const sent = navigator.sendBeacon(this.address, body);
    if (sent && body === whole) this.waiting = [];
    return sent;
  }

  private later(values: Values, last: boolean): void {
    const body = this.body(values, last, this.waiting);
    this.waiting = [];
    void fetch(this.address, { method: "POST", body, keepalive: body.length < BEACON }).catch(() => undefined);
  }

  private body(values: Values | null, last: boolean, calls: Call[]): string {
    return JSON.stringify({ session: this.session, sequence: this.sequence, last, values, calls });
  }
}
