/** What the shell gets from the server, and what it tells the page around it. */

export interface Problem {
  code: string;
  message_fr: string;
  message_en: string;
}

export interface Attempt {
  id: string;
  /** From 1, within course, edition and item. */
  number: number;
  /** Page loads of this attempt, this one included. */
  session: number;
  entry: "ab-initio" | "resume" | "";
}

/** Answer of `POST /lms/start` (`balise_server/launch.py`). */
export interface Started {
  edition: "scorm12" | "scorm2004" | "web";
  title: string;
  /** Address of the page to play, on this origin. */
  content: string;
  /** Origin of the page around: the only one that is told anything. */
  pages: string;
  mode: "play" | "author";
  attempt?: Attempt;
  /** Elements to load before Initialize, by full name. */
  state?: Record<string, string>;
  /** Address to commit to. */
  commit?: string;
}

export type Message =
  | {
      type: "started";
      edition: Started["edition"];
      mode: Started["mode"];
      attempt: Attempt | null;
      state: Record<string, string>;
    }
  /** One call of the content. `at`: milliseconds since the shell was opened. */
  | { type: "call"; at: number; name: string; args: string[]; result: string; error: string }
  /** The server has stored (in the author's view: received) a commit. */
  | { type: "saved"; sequence: number }
  /** The server, or the network, refused. */
  | { type: "refused"; problem: Problem }
  | { type: "terminated" };

/** Marks the messages of the shell: `event.data.source === SOURCE`. */
export const SOURCE = "balise-lms";

let pages = "";
const waiting: Message[] = [];

/** Send messages to the pages' origin from now on, those that waited first. */
export function tellTo(origin: string): void {
  pages = origin;
  for (const message of waiting.splice(0)) tell(message);
}

/** Tell the page around the shell; nothing goes to any other origin. */
export function tell(message: Message): void {
  if (window.parent === window) return;
  if (pages) window.parent.postMessage({ source: SOURCE, ...message }, pages);
  else waiting.push(message);
}
