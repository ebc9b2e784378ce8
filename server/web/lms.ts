/**
 * The LMS shell, on the content origin: asks the server for a session, puts the SCORM API where
 * content looks for it, opens the content in a frame, and tells every call to the page around.
 */
import { makeApi } from "./lms/api.ts";
import { tell, tellTo } from "./lms/messages.ts";
import type { Problem, Started } from "./lms/messages.ts";

const english = navigator.language.toLowerCase().startsWith("en");

function say(problem: Problem): void {
  const message = document.getElementById("message");
  if (message) message.textContent = english ? problem.message_en : problem.message_fr;
  document.documentElement.lang = english ? "en" : "fr";
  tell({ type: "refused", problem });
}

async function start(token: string): Promise<Started | null> {
  try {
    const response = await fetch("/lms/start", {
      method: "POST",
      body: token,
      headers: { "Content-Type": "text/plain" },
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer as Started;
    say((answer as { error: Problem }).error);
  } catch {
    say({
      code: "unreachable",
      message_fr: "Le serveur ne répond pas. Vérifiez la connexion, puis rechargez la page.",
      message_en: "The server does not answer. Check the connection, then reload the page.",
    });
  }
  return null;
}

function open(started: Started, terminated: () => boolean): void {
  const frame = document.createElement("iframe");
  frame.title = started.title;
  frame.allow = "autoplay; fullscreen";
  frame.src = started.content;
  let loads = 0;
  frame.addEventListener("load", () => {
    loads += 1;
    // Content that was closed and is loaded again needs a new session, not a closed one.
    const again = loads > 1 && terminated();
    if (again && frame.contentWindow?.location.href === frame.src) location.reload();
  });
  document.body.replaceChildren(frame);
}

async function main(): Promise<void> {
  // A page from the back-forward cache holds a session that has ended.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  const started = await start(location.hash.slice(1));
  if (!started) return;
  tellTo(started.pages);
  document.title = started.title;
  let terminated = (): boolean => false;
  if (started.edition !== "web") terminated = await makeApi(started);
  tell({
    type: "started",
    edition: started.edition,
    mode: started.mode,
    attempt: started.attempt ?? null,
    state: started.state ?? {},
  });
  open(started, terminated);
}

void main();
