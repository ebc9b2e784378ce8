/** Active time: idle counts for at most five minutes, a hidden page and a break not at all. */
export const MOST_IDLE = 5 * 60 * 1000;

export class Clock {
  private readonly now: () => number;
  private mark: number;
  private running = true;
  private resting = false;
  private active = 0;

  constructor(now: () => number) {
    this.now = now;
    this.mark = now();
  }

  /** Count the time since the last mark; the whole active seconds so far. */
  seconds(): number {
    const now = this.now();
    if (this.running && !this.resting) this.active += Math.max(0, Math.min(now - this.mark, MOST_IDLE));
    this.mark = now;
    return Math.floor(this.active / 1000);
  }

  pause(): void {
    this.seconds();
    this.running = false;
  }

  resume(): void {
    this.seconds();
    this.running = true;
  }

  /** A break, whether the page shows or not. */
  rest(on: boolean): void {
    this.seconds();
    this.resting = on;
  }
}
