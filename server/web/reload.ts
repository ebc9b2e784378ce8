/**
 * The author's view follows the files: server-sent events say which course was compiled, the
 * findings are fetched again, and a new version takes the old one's place at the same page and
 * scroll. The library (no course of its own) is drawn again when anything in it is newer.
 */

interface CourseEvent {
  slug: string;
  revision: number;
  version: number;
  stale: boolean;
  ready: boolean;
}

interface Place {
  balise: "place" | "ready";
  page: string;
  scroll: number;
}

const body = document.body.dataset;
const slug = body["slug"] ?? "";
const draft = body["draft"] ?? "";
let shown = Number(body["version"] ?? "0");
let place: Place = { balise: "place", page: "", scroll: 0 };
let current = document.querySelector<HTMLIFrameElement>("#draft");
let coming: HTMLIFrameElement | null = null;
let source: EventSource | null = null;

function isPlace(value: unknown): value is Place {
  const data = value as Partial<Place> | null;
  return (data?.balise === "place" || data?.balise === "ready")
    && typeof data.page === "string" && typeof data.scroll === "number";
}

function address(version: number): string {
  const anchor = place.page ? `#p-${encodeURIComponent(place.page)}` : "";
  return `${draft}?v=${version}&y=${Math.round(place.scroll)}${anchor}`;
}

/**
 * Load `version` behind the one on screen; it is shown once it says that it is in place. Returns
 * whether there was anything to load.
 */
function load(version: number): boolean {
  const box = document.querySelector("#draft-box");
  if (!box || version <= shown) {
    return false;
  }
  shown = version;
  coming?.remove();
  coming = (current ?? document.createElement("iframe")).cloneNode(false) as HTMLIFrameElement;
  coming.removeAttribute("id");
  coming.title = box.getAttribute("data-title") ?? "";
  coming.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-popups allow-downloads");
  coming.classList.add("is-waiting");
  coming.src = address(version);
  box.append(coming);
  return true;
}

/** Put the version that was loading in the place of the old one, keeping the keyboard's place. */
function swap(): void {
  if (!coming) {
    return;
  }
  const hadFocus = document.activeElement === current;
  coming.classList.remove("is-waiting");
  current?.remove();
  current = coming;
  current.id = "draft";
  coming = null;
  if (hadFocus) {
    current.focus();
  }
  void refreshFindings();
  document.querySelector("#draft-none")?.remove();
  document.body.dataset["shown"] = String(shown);
}

function onMessage(event: MessageEvent<unknown>): void {
  if (event.origin !== new URL(draft).origin || !isPlace(event.data)) {
    return;
  }
  if (coming && event.source === coming.contentWindow && event.data.balise === "ready") {
    swap();
  } else if (current && event.source === current.contentWindow) {
    place = event.data;
  }
}

async function refreshFindings(): Promise<void> {
  const target = document.querySelector("#findings");
  const answer = target && (await fetch(body["findings"] ?? "", { cache: "no-store" }));
  if (!target || !answer?.ok) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  target.replaceChildren(...page.body.childNodes);
}

/**
 * Draw the library's list again when something is newer than the page. In place: a reload would
 * cancel the click of somebody who is leaving, and close what is open.
 */
async function onNews(revision: number): Promise<void> {
  const list = document.querySelector("#courses");
  if (slug || revision <= shown || !list) {
    return;
  }
  shown = revision;
  const answer = await fetch(location.href, { cache: "no-store" });
  if (!answer.ok) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("#courses");
  const open = new Set(all<HTMLDetailsElement>(list, "details[open]").map((one) => one.id));
  const focused = list.contains(document.activeElement) ? document.activeElement?.id : "";
  for (const one of fresh ? all<HTMLDetailsElement>(fresh, "details") : []) {
    one.open = open.has(one.id);
  }
  list.replaceChildren(...(fresh?.childNodes ?? []));
  document.getElementById(focused || "-")?.focus();
}

function all<E extends Element>(parent: Element, selector: string): E[] {
  return [...parent.querySelectorAll<E>(selector)];
}

function onCourse(event: MessageEvent<string>): void {
  const data = JSON.parse(event.data) as CourseEvent;
  if (!slug) {
    void onNews(data.revision);
    return;
  }
  if (data.slug !== slug) {
    return;
  }
  const loading = data.ready && !data.stale && load(data.version);
  for (const mark of document.querySelectorAll<HTMLElement>("[data-stale]")) {
    mark.hidden = !data.stale;
  }
  // The text first: the findings come once it is on screen.
  if (!loading) {
    void refreshFindings();
  }
}

function onRemoved(event: MessageEvent<string>): void {
  const gone = (JSON.parse(event.data) as { slug: string }).slug;
  if (gone === slug) {
    location.reload();
  }
}

function showLink(alive: boolean): void {
  for (const light of document.querySelectorAll<HTMLElement>(".live")) {
    light.classList.toggle("is-off", !alive);
    light.textContent = (alive ? light.dataset["on"] : light.dataset["off"]) ?? "";
  }
}

/** Hidden tabs hold no connection (browsers allow six to a host); they catch up when shown. */
function connect(): void {
  if (document.hidden) {
    source?.close();
    source = null;
    return;
  }
  if (source && source.readyState !== EventSource.CLOSED) {
    return;
  }
  source = new EventSource(body["events"] ?? "");
  source.addEventListener("course", onCourse);
  source.addEventListener("removed", onRemoved);
  source.addEventListener("library", (event) => {
    void onNews((JSON.parse(event.data as string) as CourseEvent).revision);
  });
  source.addEventListener("open", () => { showLink(true); });
  source.addEventListener("error", () => { showLink(false); });
}

if (body["events"]) {
  window.addEventListener("message", onMessage);
  document.addEventListener("visibilitychange", connect);
  connect();
}

export {};
