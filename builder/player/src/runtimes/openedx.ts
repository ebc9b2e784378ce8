/** Open edX as a host: the handler `events` of a block, asked by fetch with the platform's CSRF token. */
import { Undelivered, type Batch, type Post, type Served } from "../session/served.ts";

export interface XBlockRuntime {
  handlerUrl(element: HTMLElement, handler: string): string;
}

/** Milliseconds after which a request is given up, to be sent again. */
const PATIENCE = 20_000;
/** Characters up to which a request outlives its page: browsers take 64 KiB, some letters are two or three bytes. */
const MOST_KEPT = 20_000;

export function openedx(runtime: XBlockRuntime, element: HTMLElement): Post {
  return async (batch: Batch, last: boolean): Promise<Served> => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    const text = JSON.stringify(batch);
    let answer: Response;
    try {
      answer = await ask(runtime.handlerUrl(element, "events"), text, { keepalive: last || text.length < MOST_KEPT, signal: stop.signal });
      if (answer.ok) return served(await answer.json());
    } catch {
      throw new Undelivered(false);
    } finally {
      clearTimeout(timer);
    }
    // A batch that makes no sense is never sent again; a session that ran out may come back.
    throw new Undelivered(answer.status === 400);
  };
}

/** What a login page or a proxy says in the platform's place is no answer. */
function served(said: unknown): Served {
  const { state, attempts, items } = (said ?? {}) as Partial<Served>;
  if (!state?.evaluations || !attempts || !Array.isArray(items)) throw new Error("no answer of a block");
  return said as Served;
}

/** A request to a handler of the platform; `body` is JSON. */
export function ask(url: string, body: string, options: RequestInit = {}): Promise<Response> {
  return fetch(url, {
    method: "POST",
    body,
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
    ...options,
  });
}

function token(): string {
  return /(?:^|;\s*)csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}
