/** Open edX as a host: the handler `events` of a block, asked by fetch with the platform's CSRF token. */
import { Undelivered, type Batch, type Post, type Served } from "../session/served.ts";

export interface XBlockRuntime {
  handlerUrl(element: HTMLElement, handler: string): string;
}

/** Milliseconds after which a request is given up, to be sent again. */
const PATIENCE = 20_000;

export function openedx(runtime: XBlockRuntime, element: HTMLElement): Post {
  return async (batch: Batch, last: boolean): Promise<Served> => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    let answer: Response;
    try {
      answer = await ask(runtime.handlerUrl(element, "events"), batch, { keepalive: last, signal: stop.signal });
      if (answer.ok) return (await answer.json()) as Served;
    } catch {
      throw new Undelivered(false);
    } finally {
      clearTimeout(timer);
    }
    // A batch that makes no sense is never sent again; a session that ran out may come back.
    throw new Undelivered(answer.status === 400);
  };
}

/** A request to a handler of the platform. */
export function ask(url: string, body: unknown, options: RequestInit = {}): Promise<Response> {
  return fetch(url, {
    method: "POST",
    body: JSON.stringify(body),
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
    ...options,
  });
}

function token(): string {
  return /(?:^|;\s*)csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}
