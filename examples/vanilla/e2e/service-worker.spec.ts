import type { Page } from "@playwright/test";
import { badge, expect, expectSignedIn, expectSignedOut, test as base } from "shared/e2e";
import { type FrontServer, startFrontServer } from "./front-server.ts";

interface Front {
  front: FrontServer;
}

const test = base.extend<Front>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads there what a fixture needs
  front: async ({}, use) => {
    const front = await startFrontServer(process.env["APP_URL"] ?? "");
    await use(front);
    await front.close();
  },
  baseURL: ({ front }, use) => use(front.url),
});

/** What the default rules of some plugins amount to: the network first, and all is kept. */
const keepsAll = `
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  event.respondWith((async () => {
    const cache = await caches.open("all");
    try {
      const response = await fetch(event.request);
      await cache.put(event.request, response.clone());
      return response;
    } catch (error) {
      const kept = await cache.match(event.request);
      if (kept) return kept;
      throw error;
    }
  })());
});`;

/** Has the worker in control of the page, and the page and its scripts in the worker's cache. */
async function register(tab: Page, script: string): Promise<void> {
  await tab.evaluate(async (url) => {
    const { serviceWorker } = navigator;
    const controlled = new Promise((resolve) => {
      serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    });
    await serviceWorker.register(url);
    await controlled;
  }, script);
  await tab.reload();
  const isKept = () => tab.evaluate(async () => !!(await caches.match(location.href)));
  await expect.poll(isKept).toBe(true);
}

async function reloadFromCache(tab: Page): Promise<void> {
  const response = await tab.reload();
  expect(response?.fromServiceWorker()).toBe(true);
}

function rendersAda(front: FrontServer, html: string): void {
  const session = `{ user: { name: "Ada Lovelace" }, expires: "2100-01-01T00:00:00.000Z" }`;
  const plain = `createSessionClient({ basePath: "/auth" })`;
  expect(html).toContain(plain);
  const text = html.replace(
    plain,
    `createSessionClient({ basePath: "/auth", session: ${session} });
     client.on("signedOut", () => caches.delete("pages"))`,
  );
  front.files.set("/rendered.html", { type: "text/html", text });
}

test("a page from a service worker's cache shows who is signed in now, and never who was", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/plain.html");
  await register(tab, "/cached-pages.js");
  await expectSignedIn(tab, "Ada Lovelace");
  const kept = await tab.evaluate(async () =>
    (await (await caches.open("pages")).keys()).map(String),
  );
  expect(kept.length).toBeGreaterThan(1);

  await user.context.clearCookies();
  await user.signInBehindTheScenes("grace");
  const before = user.shown(tab).length;
  await reloadFromCache(tab);
  await expectSignedIn(tab, "Grace Hopper");
  const shown = user.shown(tab).slice(before);
  expect(shown.filter(({ badge: text }) => text.includes("Ada"))).toEqual([]);
  const paths = await tab.evaluate(async () => {
    const requests = await (await caches.open("pages")).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  });
  expect(paths).toContain("/plain.html");
  expect(paths.filter((path) => path.startsWith("/auth"))).toEqual([]);
});

test("a worker that keeps pages keeps no data of the app's API, whatever its headers say", async ({
  user,
  front,
}) => {
  front.files.set("/everybody.txt", { type: "text/plain", text: "for everybody" });
  front.files.set("/api/letters", { type: "application/json", text: `["to Ada"]` });
  const tab = await user.open("/plain.html");
  await register(tab, "/cached-pages.js");
  const kept = await tab.evaluate(async () => {
    const paths = ["/everybody.txt", "/api/letters"];
    for (const path of paths) await (await fetch(path)).text();
    return Promise.all(paths.map(async (path) => !!(await caches.match(path))));
  });
  expect(kept).toEqual([true, false]);
});

test("a page from a service worker's cache signs nobody out while the server is down", async ({
  user,
  front,
}) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/plain.html");
  await register(tab, "/cached-pages.js");
  front.isDown = true;
  await reloadFromCache(tab);
  await expect(badge(tab)).not.toContainText("Ada");
  front.isDown = false;
  await tab.reload();
  await expectSignedIn(tab, "Ada Lovelace");
});

test("a page that was rendered for a user and kept shows them until the next read, and is gone after a sign-out", async ({
  user,
  front,
}) => {
  rendersAda(front, await (await user.context.request.get("/plain.html")).text());
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/rendered.html");
  await register(tab, "/cached-pages.js");
  await user.context.clearCookies();
  await tab.clock.install();
  await reloadFromCache(tab);
  await expectSignedIn(tab, "Ada Lovelace");

  // As if the user had come back to the page, when the session is not fresh any more.
  await tab.clock.fastForward(6000);
  await tab.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expectSignedOut(tab);
  await expect.poll(() => tab.evaluate(() => caches.has("pages"))).toBe(false);
});

test("a worker that keeps the session's answers shows a user who has signed out", async ({
  user,
  front,
}) => {
  front.files.set("/keeps-all.js", { type: "text/javascript", text: keepsAll });
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/plain.html");
  await register(tab, "/keeps-all.js");
  await expectSignedIn(tab, "Ada Lovelace");
  await expect
    .poll(() => tab.evaluate(async () => !!(await caches.match("/auth/session"))))
    .toBe(true);
  await user.context.clearCookies();
  front.isDown = true;
  await reloadFromCache(tab);
  await expectSignedIn(tab, "Ada Lovelace");
});

test("the worker of the offline page keeps nothing that the server calls private", async ({
  user,
  front,
}) => {
  const type = "text/plain";
  front.files.set("/everybody.txt", { type, text: "for everybody", cacheControl: "max-age=60" });
  front.files.set("/private.txt", { type, text: "Ada's", cacheControl: "private" });
  front.files.set("/secret.txt", { type, text: "Ada's", cacheControl: "no-store" });
  const tab = await user.open("/offline");
  await tab.evaluate(async () => void (await navigator.serviceWorker.ready));
  await reloadFromCache(tab);
  const kept = await tab.evaluate(async () => {
    const paths = ["/private.txt", "/secret.txt", "/everybody.txt"];
    for (const path of paths) await (await fetch(path)).text();
    return Promise.all(paths.map(async (path) => !!(await caches.match(path))));
  });
  expect(kept).toEqual([false, false, true]);
});
