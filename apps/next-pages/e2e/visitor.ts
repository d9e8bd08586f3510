import { setTimeout as delay } from "node:timers/promises";
import { type BrowserContext, type Page, test as base, expect } from "@playwright/test";
import { users } from "../users";

export { expect };

/** What a tab showed, from when on. */
interface Sight {
  status: string;
  badge: string;
  heading: string;
  /** Epoch milliseconds, by the browser's clock. */
  at: number;
}

interface SessionRequest {
  method: string;
  at: number;
}

/** One person with one browser: its tabs share cookies, and nothing with other visitors. */
export class Visitor {
  /** Every request to the session endpoint, from any tab. */
  readonly sessionRequests: SessionRequest[] = [];
  /** What the tabs wrote to the console as an error, and what they threw. */
  readonly complaints: string[] = [];
  readonly #sights = new Map<Page, Sight[]>();

  private constructor(readonly context: BrowserContext) {}

  static async in(context: BrowserContext) {
    const visitor = new Visitor(context);
    context.on("request", (request) => {
      if (new URL(request.url()).pathname !== "/api/auth/session") return;
      visitor.sessionRequests.push({ method: request.method(), at: Date.now() });
    });
    context.on("console", (message) => {
      // Chromium's own remark about a status; what a page makes of it is for the test to say.
      const isAboutStatus = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !isAboutStatus) visitor.complaints.push(message.text());
    });
    context.on("weberror", (error) => visitor.complaints.push(String(error.error())));
    await context.exposeBinding("reportSight", ({ page }, sight: Sight) => {
      visitor.sights(page).push(sight);
    });
    await context.addInitScript(reportSights);
    return visitor;
  }

  async open(path: string) {
    const tab = await this.context.newPage();
    await tab.goto(path);
    return tab;
  }

  /** All that a tab has shown so far, in order. */
  sights(tab: Page): Sight[] {
    const sights = this.#sights.get(tab) ?? [];
    this.#sights.set(tab, sights);
    return sights;
  }

  /**
   * The states that a tab's badge has shown, each once in a row: while a page is parsed, its badge
   * is there before its heading, and makes a sight of its own.
   */
  statuses(tab: Page) {
    const all = this.sights(tab).map(({ status }) => status);
    return all.filter((status, index) => status && status !== all[index - 1]);
  }

  /** Sets the cookie without any tab of the app being involved. */
  async signInBehindTheScenes(username: string) {
    const { csrfToken } = await (await this.context.request.get("/api/auth/csrf")).json();
    const response = await this.context.request.post("/api/auth/callback/credentials", {
      form: { csrfToken, username, password: passwordOf(username), json: "true" },
    });
    expect(response.ok()).toBe(true);
  }

  /**
   * How many session requests `action` causes. A request too many may come late, so
   * counting ends only when none has come for half a second.
   */
  async countSessionRequests(action: () => Promise<unknown>) {
    const before = this.sessionRequests.length;
    await action();
    await this.waitUntilQuiet(500);
    return this.sessionRequests.length - before;
  }

  /** Waits until no session request has been made for so many milliseconds. */
  async waitUntilQuiet(forMs: number) {
    let quietSince = Date.now();
    for (let restMs = forMs; restMs > 0; restMs = quietSince + forMs - Date.now()) {
      await letTimePass(restMs);
      quietSince = Math.max(quietSince, this.sessionRequests.at(-1)?.at ?? 0);
    }
  }
}

/** For rules that are about time itself: what must not happen, or how often, or until when. */
export function letTimePass(ms: number) {
  return delay(ms);
}

/** Runs in each document, from its start: reports whenever badge or heading change. */
function reportSights() {
  let last = "";
  const look = () => {
    const shown = document.querySelector<HTMLElement>("header .badge");
    const sight = {
      status: shown?.dataset.status ?? "",
      badge: shown?.textContent ?? "",
      heading: document.querySelector("h1")?.textContent ?? "",
    };
    const now = JSON.stringify(sight);
    if (now === last) return;
    last = now;
    void (window as unknown as { reportSight(sight: Sight): void }).reportSight({
      ...sight,
      at: Date.now(),
    });
  };
  new MutationObserver(look).observe(document, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
}

export const test = base.extend<{ visitor: Visitor; another: Visitor }>({
  visitor: async ({ context }, use) => {
    const visitor = await Visitor.in(context);
    await use(visitor);
    expect(visitor.complaints, "errors in the console").toEqual([]);
  },
  /** Somebody else, with a browser of their own. */
  another: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({ baseURL });
    const another = await Visitor.in(context);
    await use(another);
    expect(another.complaints, "errors in the console").toEqual([]);
    await context.close();
  },
});

export function badge(tab: Page) {
  return tab.getByRole("banner").getByRole("status");
}

export async function expectSignedIn(tab: Page, name: string) {
  await expect(badge(tab)).toHaveAttribute("data-status", "authenticated");
  await expect(badge(tab)).toContainText(name);
}

export async function expectSignedOut(tab: Page) {
  await expect(badge(tab)).toHaveText("Signed out");
}

export async function fillIn(tab: Page, username: string, password = passwordOf(username)) {
  await tab.getByLabel("Username").fill(username);
  await tab.getByLabel("Password").fill(password);
}

/** The button of the form, not that of the header. */
export function submitButton(tab: Page) {
  return tab.getByRole("main").getByRole("button", { name: "Sign in" });
}

/** Signs in on the app's sign-in page, which `tab` shows. */
export async function signInHere(tab: Page, username: string) {
  await fillIn(tab, username);
  await submitButton(tab).click();
}

/** Marks the document; the mark is gone once another document has been loaded. */
export async function markDocument(tab: Page) {
  await tab.evaluate(() => Object.assign(window, { isMarked: true }));
}

export async function isSameDocument(tab: Page) {
  return tab.evaluate(() => "isMarked" in window);
}

export function pathOf(tab: Page) {
  const { pathname, search } = new URL(tab.url());
  return pathname + search;
}

function passwordOf(username: string) {
  const user = users.find((candidate) => candidate.username === username);
  if (!user) throw new Error(`There is no user “${username}”.`);
  return user.password;
}
