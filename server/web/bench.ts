/**
 * The strict LMS (« banc d’essai »), on the content origin: one session of a run under a profile, its
 * content in a frame, every call checked, noted, and told to the page around.
 */
import { globalName, makeApi } from "./bench/api.ts";
import type { Edition } from "./bench/codes.ts";
import type { Values } from "./bench/host.ts";
import { makeHost, type Profile } from "./bench/profiles.ts";
import { Transport } from "./bench/transport.ts";
import { tell, tellTo } from "./lms/messages.ts";

/** Answer of `POST /lms/banc/start` (`balise_server/bench/content.py`). */
interface Started {
  edition: Edition | "web";
  title: string;
  content: string;
  pages: string;
  commit: string;
  session: number;
  profile: Profile;
  state: Values;
}

const TINY = { inlineSize: "320px", blockSize: "256px" };

async function start(run: string): Promise<Started> {
  const response = await fetch("/lms/banc/start", { method: "POST", body: run });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Started;
}

/** Put the API on this window, and say whether the session has ended. */
function serve(started: Started): () => boolean {
  const { edition, profile } = started;
  if (edition === "web") return () => false;
  const opened = performance.now();
  const now = (): number => performance.now() - opened;
  const transport = new Transport(started.commit, started.session, profile, now);
  const host = makeHost(profile, edition, started.state, (values, last) => {
    const stored = transport.store(values, last);
    if (stored) tell({ type: "saved", sequence: 0 });
    return stored;
  }, now);
  const api = makeApi(host, edition, now, (call) => {
    transport.note(call);
    tell({ type: "call", ...call });
    if (!host.ended) return;
    tell({ type: "terminated" });
    transport.flush();
  });
  const put = (): void => void Object.assign(window, { [globalName(edition)]: api });
  if (profile.name === "late-api") setTimeout(put, profile.args[0] ?? 1000);
  else put();
  window.addEventListener("pagehide", () => transport.flush());
  document.addEventListener("visibilitychange", () => transport.flush());
  return () => host.ended;
}

async function main(): Promise<void> {
  const started = await start(location.hash.slice(1));
  tellTo(started.pages);
  document.title = started.title;
  const ended = serve(started);
  tell({ type: "started", edition: started.edition, mode: "author", attempt: null, state: started.state });
  const frame = document.createElement("iframe");
  frame.title = started.title;
  frame.allow = "autoplay; fullscreen";
  frame.src = started.content;
  if (started.profile.name === "tiny-frame") Object.assign(frame.style, TINY);
  let loads = 0;
  frame.addEventListener("load", () => {
    loads += 1;
    // Content that was closed and is loaded again needs a new session, not a closed one.
    if (loads > 1 && ended()) location.reload();
  });
  document.body.replaceChildren(frame);
}

void main().catch((error: unknown) => {
  const message = document.getElementById("message");
  if (message) message.textContent = String(error);
});
