import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "../../../scripts/free-port.ts";
import { fetchToken, type Browser } from "./browser.ts";
import { install } from "./install.ts";
import { start } from "./run.ts";
import type { ServerKind } from "./servers.ts";
import type { StateFile } from "./state-file.ts";
import type { Target } from "./target.ts";

const HOUR_MS = 3_600_000;

async function waitFor(url: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response && response.status < 500) return;
    await delay(200);
  }
  throw new Error(`Nobody answers at ${url}`);
}

/** Starts a server, and has it ready to be asked. */
export async function startServer(
  kind: ServerKind,
  state: StateFile,
  providerUrl: string,
): Promise<Target & { stop(): Promise<void> }> {
  const folder = await install(kind);
  const port = await freePort();
  // Next takes the address for this one, whatever it was asked by.
  const origin = `http://localhost:${port}`;
  const authUrl = origin + kind.basePath;
  const program = start(folder, kind.start, {
    PORT: String(port),
    HOST: "127.0.0.1",
    ORIGIN: origin,
    // Of next-auth 5 and Auth.js an address without a path is expected.
    [kind.dialect === "v4" ? "NEXTAUTH_URL" : "AUTH_URL"]: kind.dialect === "v4" ? authUrl : origin,
    STATE_FILE: state.path,
    AUTH_SESSIONS: kind.sessions,
    PROVIDER_URL: providerUrl,
  });
  const cookieName = `${kind.dialect === "v4" ? "next-auth" : "authjs"}.session-token`;
  const send: Target["send"] = (url, init) => fetch(url, { ...init, redirect: "manual" });

  async function signIn(browser: Browser, username: string): Promise<void> {
    const csrfToken = await fetchToken(browser, authUrl);
    const fields = { csrfToken, username, password: `${username}'s`, json: "true" };
    const headers = {
      "Content-Type": "application/x-www-form-urlencoded",
      Origin: origin,
      "X-Auth-Return-Redirect": "1",
    };
    const body = String(new URLSearchParams(fields));
    await browser.send(`${authUrl}/callback/credentials`, { method: "POST", headers, body });
    if (!browser.cookies.has(cookieName)) throw new Error(`${username} could not sign in`);
  }

  await waitFor(`${authUrl}/providers`);
  return {
    origin,
    authUrl,
    send,
    ada: { username: "ada", password: "ada's" },
    async admit(browser, user) {
      if (kind.sessions === "jwt") {
        await signIn(browser, user === "late" ? "past" : "ada");
        const cookie = browser.cookies.get(cookieName) ?? "";
        if (user === "forger")
          browser.cookies.set(cookieName, cookie.replace(/.{9}$/, "forgotten"));
        return;
      }
      const expires = new Date(Date.now() + (user === "late" ? -HOUR_MS : HOUR_MS));
      state.reset(user === "forger" ? undefined : { sessionToken: "a-row", expires });
      await fetchToken(browser, authUrl);
      browser.cookies.set(cookieName, "a-row");
    },
    damage: state.damage,
    readMail: () => state.read().mail ?? "",
    stop: program.stop,
  };
}
