// A service worker that shows pages from its cache, and keeps nothing of anybody.

const CACHE = "pages";

/** Whether a response may be kept: a cache of a service worker ignores `Cache-Control` by itself. */
function mayKeep(response) {
  return response.ok && !/no-store|private/.test(response.headers.get("Cache-Control") ?? "");
}

async function fetchAndKeep(request) {
  const response = await fetch(request);
  if (mayKeep(response)) await (await caches.open(CACHE)).put(request, response.clone());
  return response;
}

/** Answers from the cache, and fetches the page anew for the next time. */
async function staleWhileRevalidate(event) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(event.request);
  const fetched = fetchAndKeep(event.request);
  if (!kept) return fetched;
  event.waitUntil(fetched.catch(() => {}));
  return kept;
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const isOurs = origin === self.location.origin && event.request.method === "GET";
  // What the auth server says is never kept, and never answered in its place. Data of the app's API
  // may be that of another user.
  if (!isOurs || /^\/(auth|api)\//.test(pathname)) return;
  event.respondWith(staleWhileRevalidate(event));
});
