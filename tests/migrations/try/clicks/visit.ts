import type { BrowserContext, Page } from "@playwright/test";
import type { Outcome } from "../outcome.ts";

/** A user's visit to an app, as its `clicks.mjs` describes it. */
export interface Visit {
  /** Opens a page of the app in another tab. */
  open(path: string): Promise<Page>;
  /** Does and sees something that passes or fails by itself. The visit goes on after it. */
  step(name: string, work: () => unknown): Promise<void>;
  /** How many requests of all tabs had this part in their address so far. */
  requests(part: string): number;
}

/** What `clicks.mjs` exports by default. */
export type Clicks = (visit: Visit) => Promise<void>;

/** Begins a visit, and notes what is seen: steps, and what pages complain of. */
export function createVisit(
  context: BrowserContext,
  url: string,
): { visit: Visit; outcome: Outcome } {
  const outcome: Outcome = { passed: [], failed: [] };
  const addresses: string[] = [];
  const complaints = new Set<string>();

  context.setDefaultTimeout(5000);
  context.on("request", (request) => addresses.push(request.url()));

  function complain(kind: string, text: string): void {
    const line = text.replaceAll(url, "").split("\n", 1)[0] ?? "";
    const name = `${kind}: ${line}`;
    if (complaints.has(name)) return;
    complaints.add(name);
    outcome.failed.push({ name, text });
  }

  async function open(path: string): Promise<Page> {
    const page = await context.newPage();
    page.on("pageerror", (error) => complain("uncaught", String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complain("console", message.text());
    });
    await page.goto(url + path);
    return page;
  }

  async function step(name: string, work: () => unknown): Promise<void> {
    try {
      await work();
      outcome.passed.push(name);
    } catch (error) {
      outcome.failed.push({ name, text: String(error) });
    }
  }

  const requests = (part: string): number => addresses.filter((it) => it.includes(part)).length;
  return { visit: { open, step, requests }, outcome };
}
