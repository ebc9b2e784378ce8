/**
 * One sitting of one learner: launch, state, saving with retries, leaving. The interface only
 * dispatches events and reads; everything about hosts, commits and page life stands behind it.
 */
import type { PlayerEvent, State, Status } from "./state.ts";

/** "standalone": no LMS; "retrying": at least two saves in a row were refused. */
export type SaveState = "saved" | "pending" | "retrying" | "standalone" | "review";

export interface Session {
  readonly state: State;
  readonly mode: "normal" | "review" | "browse";
  /** Whether a state of an earlier sitting was taken up. */
  readonly resumed: boolean;
  /** Standalone with a state found on this device: ask « Continuer ou recommencer? » first. */
  readonly askWhose: boolean;
  /** State of another course was found and left aside: say so. */
  readonly foreign: boolean;
  /** Display name as the host gives it; empty when unknown. */
  readonly learnerName: string;
  status(): Status;
  /** Apply an event, schedule its saving, return the new state. */
  dispatch(event: PlayerEvent): State;
  onSave(listener: (state: SaveState) => void): void;
  /** Forget the state found (another person at a shared workstation). */
  restart(): void;
  /** Save and close while the page is alive; resolves to whether the host acknowledged. */
  finish(): Promise<boolean>;
  /** Save at once, without closing (quick exit). */
  flush(): boolean;
}
