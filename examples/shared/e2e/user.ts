import { type BrowserContext, type Page, expect } from "@playwright/test";
import { passwordOf } from "../users.ts";
import { letTimePass } from "./tab.ts";

/** What a tab showed, from when on. */
interface Shown {
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

/** One person with one browser: its tabs share cookies, and nothing with other users. */
export class User {
  /** Every request to the session endpoint, from any tab. */
  readonly sessionRequests: SessionRequest[] = [];
  /** What the tabs wrote to the console as an error, and what they threw. */
  readonly complaints: string[] = [];
  readonly #shown = new Map<Page, Shown[]>();

  readonly context: BrowserContext;
  readonly #authPath: string;

  private constructor(context: BrowserContext, authPath: string) {
    this.context = context;
    this.#authPath = authPath;
  }

  static async in(context: BrowserContext, authPath: string) {
    const user = new User(context, authPath);
    context.on("request", (request) => {
      if (new URL(request.url()).pathname !== `${authPath}/session`) return;
      user.sessionRequests.push({ method: request.method(), at: Date.now() });
    });
    context.on("console", (message) => {
      // Chromium's own remark about a status; what a page makes of it is for the test to say.
      const isAboutStatus = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !isAboutStatus) user.complaints.push(message.text());
    });
    const popups = new WeakSet<Page>();
    context.on("page", (page) => page.on("popup", (popup) => popups.add(popup)));
    context.on("weberror", (error) => {
      const text = String(error.error());
      // A popup is closed as soon as it is back, be its page still loading.
      const page = error.page();
      const isClosing = !!page && popups.has(page) && /dynamically imported/.test(text);
      if (!isClosing) user.complaints.push(text);
    });
    await context.exposeBinding("reportShown", ({ page }, shown: Shown) => {
      user.shown(page).push(shown);
    });
    await context.addInitScript(reportChanges);
    return user;
  }

  async open(path: string) {
    const tab = await this.context.newPage();
    await tab.goto(path);
    return tab;
  }

  /** All that a tab has shown so far, in order. */
  shown(tab: Page): Shown[] {
    const shown = this.#shown.get(tab) ?? [];
    this.#shown.set(tab, shown);
    return shown;
  }

  /**
   * The states that a tab's badge has shown, each once in a row: while a page is parsed, its badge
   * is there before its heading, and counts once more.
   */
  statuses(tab: Page) {
    const all = this.shown(tab).map(({ status }) => status);
    return all.filter((status, index) => status && status !== all[index - 1]);
  }

  /** The users that a tab's badge has shown: `null` for nobody, `undefined` while it was loading. */
  shownUsers(tab: Page) {
    // While a page is parsed, a badge may be there before the name in it.
    const shown = this.shown(tab).filter(({ status, badge }) => status && badge.trim());
    const users = shown.map(({ status, badge }) => {
      if (status === "loading") return undefined;
      return status === "authenticated" ? badge.trim() : null;
    });
    return users.filter((user, index) => index === 0 || user !== users[index - 1]);
  }

  /** Sets the cookie without any tab of the app being involved. */
  async signInBehindTheScenes(username: string) {
    const { request } = this.context;
    const answer = await request.get(`${this.#authPath}/csrf`);
    const { csrfToken } = await answer.json();
    const response = await request.post(`${this.#authPath}/callback/credentials`, {
      // Versions 4 and 5 have a word each for JSON in place of a redirect.
      form: { csrfToken, username, password: passwordOf(username), json: "true" },
      // Some frameworks take no form without an origin.
      headers: { "X-Auth-Return-Redirect": "1", Origin: new URL(answer.url()).origin },
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

/** Runs in each document, from its start: reports whenever badge or heading change. */
function reportChanges() {
  let last = "";
  const look = () => {
    const badge = document.querySelector<HTMLElement>("header .badge");
    const shown = {
      status: badge?.dataset.status ?? "",
      badge: badge?.textContent ?? "",
      heading: document.querySelector("h1")?.textContent ?? "",
    };
    const now = JSON.stringify(shown);
    if (now === last) return;
    last = now;
    void (window as unknown as { reportShown(shown: Shown): void }).reportShown({
      ...shown,
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
