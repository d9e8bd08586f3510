import { openPages, type Browser } from "../browser.ts";
import type { Scenario } from "../scenario.ts";
import { pick, type Act } from "./act.ts";
import { pageActs } from "./page-acts.ts";
import { userActs } from "./user-acts.ts";
import { worldActs } from "./world-acts.ts";

const acts = { ...pageActs, ...userActs, ...worldActs };

/** What can happen, by its name. */
export type ActName = keyof typeof acts;

/** The acts of a world of some kind, and how often each happens, in comparison. */
export function weighActs({
  isFair,
  isForged,
}: Pick<Scenario, "isFair" | "isForged">): [name: ActName, weight: number][] {
  const entries = Object.entries(acts) as [ActName, Act][];
  return entries
    .filter(([, it]) => (it.isFair || !isFair) && (!it.isForgery || isForged))
    .map(([name, { weight }]) => [name, weight]);
}

/** Lets something happen; nothing does to a page that does not run, unless it is to wake up. */
export function perform(browser: Browser, name: ActName, number: number, value: number): void {
  const act: Act = acts[name];
  const pages = openPages(browser);
  const page = pick(pages, number);
  if (page.state !== "running" && !act.wakes) return;
  if (page.isPrerendering && !act.prepares) return;
  // The last page stays, so that there is always somebody to ask.
  if ((name === "close" || name === "crash") && pages.length === 1) return;
  browser.timeline.add(`» ${name}`, page.number);
  act.run(browser, page, value);
}
