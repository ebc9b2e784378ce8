/**
 * The panel beside the player (preview only): what the server has recorded, and every call that
 * the content makes to the LMS. The frame's shell tells of calls and commits by `postMessage`; the
 * record itself is read from the server, never from the frame.
 */
import { field, readRecord, type LmsRecord } from "./panel/record.ts";
import { callLog } from "./panel/calls.ts";
import { SOURCE, type Message, type Problem } from "./lms/messages.ts";

const data = document.body.dataset;
const frame = document.querySelector<HTMLIFrameElement>("#player");
const words = JSON.parse(document.querySelector("#panel-texts")?.textContent ?? "{}") as Record<string, string>;
const log = callLog(words);
const language = document.documentElement.lang;
let reading = false;
let again = false;
let attempt = "";

function set(name: string, text: string): void {
  const place = document.querySelector(`[data-field="${name}"]`);
  if (place) {
    place.textContent = text || "—";
  }
}

function showSuspend(text: string): void {
  const gauge = document.querySelector<HTMLMeterElement>("#suspend-gauge");
  const place = document.querySelector<HTMLElement>('[data-field="suspend_data"]');
  if (!gauge || !place) {
    return;
  }
  gauge.value = text.length;
  const count = new Intl.NumberFormat(language).format(text.length);
  const template = (text.length < 2 ? words["suspend_one"] : words["suspend_many"]) ?? "";
  set("suspend_size", template.replace("{n}", count));
  place.textContent = text;
  place.hidden = !text;
}

function showInteractions(record: LmsRecord): void {
  const box = document.querySelector<HTMLElement>("#interactions");
  const none = document.querySelector<HTMLElement>("#no-interactions");
  const rows = record.interactions.map((one) => {
    const row = document.createElement("tr");
    for (const text of [one.id, one.response, one.result]) {
      row.append(Object.assign(document.createElement("td"), { textContent: text || "—" }));
    }
    return row;
  });
  box?.querySelector("tbody")?.replaceChildren(...rows);
  box?.toggleAttribute("hidden", !rows.length);
  none?.toggleAttribute("hidden", rows.length > 0);
}

function show(record: LmsRecord): void {
  for (const name of ["completion", "success", "score", "progress", "location", "session_time", "total_time", "exit"] as const) {
    set(name, field(record, name, words, language));
  }
  showSuspend(record.suspend);
  showInteractions(record);
  const time = new Date(record.updatedAt).toLocaleTimeString(language);
  const saved = document.querySelector("#saved-at");
  if (saved) {
    saved.textContent = record.commits ? (words["saved_at"] ?? "").replace("{time}", time) : words["never"] ?? "";
  }
}

/** Read the record again; a request that comes while one is under way waits for it. */
async function refresh(): Promise<void> {
  if (!attempt || reading) {
    again = Boolean(attempt);
    return;
  }
  reading = true;
  again = false;
  try {
    const answer = await fetch(`${data["record"]}${encodeURIComponent(attempt)}`, { cache: "no-store" });
    if (answer.ok) {
      show(readRecord(await answer.json() as Record<string, unknown>));
    }
  } catch {
    // The network is away: the record on the page stays, the next commit reads it again.
  }
  reading = false;
  if (again) {
    void refresh();
  }
}

function onMessage(told: Message): void {
  switch (told.type) {
    case "started":
      attempt = told.attempt?.id ?? "";
      log.clear();
      void refresh();
      break;
    case "call":
      log.add(told);
      break;
    case "saved":
      showRefusal(null);
      void refresh();
      break;
    case "refused":
      showRefusal(told.problem);
      break;
    case "terminated":
      // The last commit is a beacon: nobody hears the server's answer, so look a little later.
      setTimeout(() => { void refresh(); }, 400);
      break;
  }
}

function showRefusal(problem: Problem | null): void {
  const failed = document.querySelector<HTMLElement>("#commit-failed");
  if (failed) {
    const reason = language.startsWith("en") ? problem?.message_en : problem?.message_fr;
    failed.hidden = !problem;
    failed.textContent = (words["commit_failed"] ?? "").replace("{reason}", reason ?? "");
  }
}

window.addEventListener("message", (event: MessageEvent<(Message & { source: string }) | null>) => {
  const ours = event.origin === data["contentOrigin"] && event.source === frame?.contentWindow;
  if (ours && event.data?.source === SOURCE) {
    onMessage(event.data);
  }
});

const toggle = document.querySelector<HTMLButtonElement>("#panel-toggle");
const panel = document.querySelector<HTMLElement>("#panneau");
if (toggle && panel) {
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    toggle.setAttribute("aria-expanded", String(!panel.hidden));
    toggle.textContent = (panel.hidden ? toggle.dataset["show"] : toggle.dataset["hide"]) ?? "";
  });
}

// A new attempt is asked for once: reloading the page must resume it, not start another.
const address = new URL(location.href);
if (address.searchParams.has("nouveau")) {
  address.searchParams.delete("nouveau");
  history.replaceState(null, "", address);
}
