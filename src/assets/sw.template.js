// Keeps the page for use without a network. `xtask/src/worker.rs` fills in the two marks and writes it as sw.js, when all other files have
// their names.
//
// All or nothing: a version is kept only when every file of it has come unharmed, and a page is served whole from one
// version. A new version waits until the page asks for it, so nothing changes under a visitor's hands.

const VERSION = "%VERSION%";
/** Pairs of an address relative to the page and its integrity. */
const FILES = ["%FILES%"];

const SCOPE = new URL(self.registration.scope);
// With the path: several copies below one host must not remove each other's files.
const PREFIX = `allians ${SCOPE.pathname} `;
const CACHE = PREFIX + VERSION;

const addressOf = (path) => new URL(path, SCOPE).href;

/** What the browser already holds will do when its integrity is right: the page has just loaded it. Else past every cache. */
async function load([path, integrity]) {
  const address = addressOf(path);
  const response = await fetch(address, { integrity }).catch(() => fetch(address, { integrity, cache: "reload" }));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return [address, response];
}

async function keep() {
  const loaded = await Promise.all(FILES.map(load));
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(loaded.map(([address, response]) => cache.put(address, response)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  // From its first visit on the page works without a network.
  await self.clients.claim();
}

/** The kept file without the query; the page for `./`, `./?lang=fi` and `./index.html`; `undefined` for all else. */
async function kept(request) {
  const url = new URL(request.url);
  const isPage = request.mode === "navigate" && [SCOPE.pathname, `${SCOPE.pathname}index.html`].includes(url.pathname);
  const address = isPage ? SCOPE.href : url.origin + url.pathname;
  // By name: `caches.match` alone would also look into other pages' caches, and `open` would make a removed one anew.
  return caches.match(address, { cacheName: CACHE }).catch(() => undefined);
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== SCOPE.origin) return;
  event.respondWith(kept(request).then((found) => found ?? fetch(request)));
});

self.addEventListener("message", ({ data, ports }) => {
  if (data?.type === "skip-waiting") self.skipWaiting();
  if (data?.type === "version") ports[0]?.postMessage(VERSION);
});
