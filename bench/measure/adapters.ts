import { type Browser, chromium } from "@playwright/test";
import { playwrightDefaults } from "../../scripts/playwright.ts";
import { buildAdapterPage } from "../browser/adapter-pages.ts";
import type { Findings, Row } from "../results.ts";
import { heapOf } from "./devtools.ts";
import { rounds } from "./effort.ts";
import { describeSpread, percentile } from "./spread.ts";

const COMPONENTS = 1000;
const ROUNDS = rounds(7);

/** By the name of the column, the page of `pages/adapters/` that shows it. */
const adapters = {
  React: "react",
  "React's hooks alone": "react-hooks",
  Vue: "vue",
  Svelte: "svelte",
  Solid: "solid",
};
const names = Object.keys(adapters);

interface Found {
  readonly kib: number[];
  readonly ms: number[];
}

const html = `<!doctype html><title>bench</title><script type="module" src="/page.js"></script>`;

/** Mounts components on a page of its own. */
async function mountOnce(
  browser: Browser,
  script: string,
  hasSession: boolean,
  found: Found,
): Promise<void> {
  const tab = await browser.newPage();
  // No server: the session is known, so nothing is asked for.
  await tab.route("http://localhost/", (it) =>
    it.fulfill({ contentType: "text/html", body: html }),
  );
  await tab.route("**/page.js", (it) =>
    it.fulfill({ contentType: "text/javascript", body: script }),
  );
  await tab.goto("http://localhost/");
  const mount = (count: number): Promise<number> =>
    tab.evaluate(([many, has]) => window.mountComponents(many, has), [count, hasSession] as const);
  // What is there once for all of them is no matter here.
  await mount(1);
  await heapOf(tab);
  const before = await heapOf(tab);
  found.ms.push(await mount(COMPONENTS));
  await heapOf(tab);
  found.kib.push(((await heapOf(tab)) - before) / 1024);
  await tab.close();
}

const share = (others: Found, own: Found): number =>
  percentile(own.kib, 0.5) - percentile(others.kib, 0.5);

/** What the session costs a component of each framework. */
export async function measureAdapters(): Promise<Findings> {
  const rowOf = (what: string): Row => ({
    what,
    figures: Object.fromEntries(names.map((it) => [it, null])),
  });
  const kinds = ["that show the session", "of one text, without it"] as const;
  const heap = kinds.map((it) => rowOf(`heap in KiB, of components ${it}`));
  const difference = rowOf("the session's share of it, in bytes for each component");
  const time = kinds.map((it) => rowOf(`ms to mount components ${it}`));
  const browser = await chromium.launch(playwrightDefaults.use.launchOptions);
  try {
    const all = await Promise.all(
      Object.entries(adapters).map(async ([name, page]) => ({
        name,
        script: await buildAdapterPage(page),
        found: kinds.map((): Found => ({ kib: [], ms: [] })),
      })),
    );
    // In turns, so that what else the machine does disturbs all alike.
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { script, found } of all) {
        for (const [index, one] of found.entries()) {
          await mountOnce(browser, script, index === 0, one);
        }
      }
    }
    for (const { name, found } of all) {
      for (const [index, { kib, ms }] of found.entries()) {
        Object.assign(heap[index]?.figures ?? {}, { [name]: describeSpread(kib) });
        Object.assign(time[index]?.figures ?? {}, { [name]: describeSpread(ms, 1) });
      }
      const [own, others] = found as [Found, Found];
      difference.figures[name] = Math.round((share(others, own) * 1024) / COMPONENTS);
    }
  } finally {
    await browser.close();
  }
  return {
    tables: [
      {
        title: `${COMPONENTS.toLocaleString("en-US")} components of each adapter`,
        note: `Median (least to most) of ${ROUNDS} pages, in Chromium, each with one such component before; heap after a garbage collection, and more than before they were mounted. A component is one element with a text; provider and client are there in both. The session is known, so nothing is asked. Frameworks differ in what a component costs by itself: adapters are to be compared by what the session adds. “React's hooks alone” are \`useContext\` and \`useSyncExternalStore\` on a store that does nothing: no session client that uses them can add less.`,
        rows: [...heap, difference, ...time],
      },
    ],
    charts: [],
  };
}
