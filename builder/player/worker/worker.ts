/**
 * The service worker of the `web` target: the course goes on without a network once it was opened.
 * The builder writes two constants before this code. Only this package's own files are kept or given;
 * everything else goes its way as if the worker were not there.
 */
/** Hash of the package's content. */
declare const VERSION: string;
/** Every file to keep, relative to the package. Films and recordings are not among them. */
declare const FILES: string[];

const scope = self as unknown as ServiceWorkerGlobalScope;
/** One cache a package and a version: two folders of a site may hold the same course. */
const OURS = `balise ${scope.registration.scope} `;
const CACHE = OURS + VERSION;
/** How long (milliseconds) the page waits for the network before the one that is kept is shown. */
const PATIENCE = 3000;
const ours = new Set(FILES.map((name) => new URL(name, scope.registration.scope).href));
/** The employer's own contacts, put beside the pages after the package was built (src/protocol.ts). */
const contacts = new URL("protocole.json", scope.registration.scope).href;
const page = new URL("index.html", scope.registration.scope).href;

scope.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) =>
    cache.addAll(FILES.map((name) => new Request(name, { cache: "no-cache" })))));
});

// Tabs of the version before are closed by now: what only they used goes.
scope.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(
    names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)))));
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  const plain = address.origin + address.pathname;
  if (plain === contacts) return event.respondWith(latest(request));
  const home = plain === page || plain === scope.registration.scope;
  if (request.method !== "GET" || request.headers.has("range") || !(home || ours.has(plain))) return;
  event.respondWith(home ? fresh(event) : kept(plain, request));
});

/** A file whose name holds the hash of its content: the one that is kept is the right one. */
async function kept(address: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}

/** The page itself from the network, so that a correction is seen at once; kept when that is slow or gone. */
async function fresh(event: FetchEvent): Promise<Response> {
  const cache = await caches.open(CACHE);
  const mine = await cache.match(page);
  if (!mine) return fetch(event.request);
  const late = new Promise<Response>((done) => setTimeout(() => done(mine), PATIENCE));
  const asked = fetch(event.request).then((answer) => (answer.ok || answer.redirected ? answer : mine), () => mine);
  return Promise.race([asked, late]);
}

/** What may change at any time: from the network, else as it was last seen. */
async function latest(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(contacts, answer.clone());
    return answer;
  } catch {
    return (await cache.match(contacts)) ?? Response.error();
  }
}
