// Serves the page /offline and its files when there is no network. The auth server's answers are
// never cached: they would be those of another moment, or of another user. Nor is what a server calls
// private.
const CACHE = "offline-page-1";

/** Whether a response may be kept: a cache of a service worker ignores `Cache-Control` by itself. */
function mayKeep(response) {
  return response.ok && !/no-store|private/.test(response.headers.get("Cache-Control") ?? "");
}

async function fetchOrRecall(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (mayKeep(response)) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const recalled = await cache.match(request);
    if (recalled) return recalled;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  const isOwn = method === "GET" && origin === self.location.origin;
  if (isOwn && !pathname.startsWith("/auth/")) event.respondWith(fetchOrRecall(event.request));
});
