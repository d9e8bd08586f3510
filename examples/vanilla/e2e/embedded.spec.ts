import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type BrowserContext, type FrameLocator, type Page, test as base } from "@playwright/test";
import { expect, serveApp } from "shared/e2e";
import { chromiumArgs, findChromium } from "../../../scripts/chromium.ts";
import { app } from "./app.ts";

// The headless shell keeps no cookies apart, and Playwright's own arguments turn that off in Chromium.
base.use({
  launchOptions: {
    executablePath: findChromium(),
    ignoreDefaultArgs: true,
    args: [
      ...chromiumArgs,
      "--headless=new",
      "--remote-debugging-pipe",
      `--user-data-dir=${join(import.meta.dirname, "../test-results/profile")}`,
      "about:blank",
    ],
  },
});

interface Embedding {
  context: BrowserContext;
  /** The app in a frame of another site. */
  frame: FrameLocator;
  /** The page of the other site. */
  top: Page;
  url: string;
}

/** Serves a page of another site that embeds an address. */
async function serveEmbedder(address: string) {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><iframe src="${address}" width="800" height="600"></iframe>`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // It listens at a port, and so has an address of this type.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Serves the app with these cookies at localhost, and embeds it in a page of 127.0.0.1. */
function embedding(cookies: string) {
  return base.extend<{ embedded: Embedding }>({
    embedded: async ({ context }, use) => {
      const { url, stop } = await serveApp({
        ...app,
        host: "localhost",
        env: { COOKIES: cookies },
      });
      const embedder = await serveEmbedder(`${url}/embedded.html`);
      const top = await context.newPage();
      await top.goto(embedder.url);
      await use({ context, frame: top.frameLocator("iframe"), top, url });
      embedder.stop();
      await stop();
    },
  });
}

const badge = (frame: FrameLocator) => frame.getByRole("status");

async function fillIn(frame: FrameLocator): Promise<void> {
  await frame.getByLabel("Username").fill("ada");
  await frame.getByLabel("Password").fill("lovelace");
}

const plain = embedding("");
const partitioned = embedding("partitioned");
const shared = embedding("shared");

plain("a frame whose cookies are dropped says so, and so does a sign-in", async ({ embedded }) => {
  const { frame } = embedded;
  await expect(frame.getByRole("alert")).toContainText("[sojourn] cookies-blocked");
  await fillIn(frame);
  await frame.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(frame.getByRole("alert")).toContainText("cookies-blocked credentials");
  await expect(badge(frame)).toHaveText("Signed out");
});

partitioned("a frame with partitioned cookies has a session of its own", async ({ embedded }) => {
  const { context, frame, top, url } = embedded;
  await fillIn(frame);
  await frame.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(badge(frame)).toHaveText("Ada Lovelace");
  await top.reload();
  await expect(badge(frame)).toHaveText("Ada Lovelace");

  const own = await context.newPage();
  await own.goto(`${url}/plain.html`);
  await expect(own.getByRole("status")).toHaveText("Signed out");

  await frame.getByRole("button", { name: "Sign out" }).click();
  await expect(badge(frame)).toHaveText("Signed out");
});

shared("a sign-in in a popup, and a click, bring the app's own session", async ({ embedded }) => {
  const { context, frame, top, url } = embedded;
  await expect(badge(frame)).toHaveText("Signed out");
  const [popup] = await Promise.all([
    top.waitForEvent("popup"),
    frame.getByRole("button", { name: "Sign in in a popup" }).click(),
  ]);
  await popup.waitForURL(`${url}/auth/signin?*`);
  await popup.getByLabel("Username").fill("ada");
  await popup.getByLabel("Password").fill("lovelace");
  await Promise.all([
    popup.waitForEvent("close"),
    popup.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click(),
  ]);
  await expect(frame.getByRole("alert")).toHaveText("Now allow this page to use your account.");

  // The user's answer to the browser's prompt.
  await context.grantPermissions(["storage-access"]);
  await frame.getByRole("button", { name: "Use my account here" }).click();
  await expect(badge(frame)).toHaveText("Ada Lovelace");
});
