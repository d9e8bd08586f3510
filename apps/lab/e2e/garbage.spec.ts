import type { Page } from "@playwright/test";
import { expectUser, signIn, signOut, sightsOf } from "./tabs.ts";
import { expect, test } from "./world.ts";

const CHANNELS = ["sojourn:/api/auth", "next-auth"];
const STORAGE_KEYS = [...CHANNELS, "sojourn:/api/auth#", "nextauth.message"];

/** What a tab of ours would take for news at this moment: the session is gone, or may be another. */
function createNews(): Record<"answer" | "changed", Record<string, unknown>> {
  const now = Date.now();
  const order = { tab: 0.5, sentAt: now, stamp: now, mutation: now, readAt: 0, failures: 0 };
  const end = { expiresAt: 0, isExpiryFromServer: true };
  const rest = { mutating: 0, pendingAuth: 0, isForAnother: false, ...end };
  const news = { sojourn: 1, session: null, ...order, ...rest };
  return { answer: { ...news, type: "answer" }, changed: { ...news, type: "changed" } };
}

interface Targets {
  channels: string[];
  keys: string[];
  news: ReturnType<typeof createNews>;
}

/** Runs in a page of the same origin: writes whatever comes to mind wherever tabs listen. */
function scatterGarbage({ channels, keys, news }: Targets): number {
  const cyclic: Record<string, unknown> = { ...news.answer };
  // As a session it would be one: any object is.
  cyclic["tab"] = cyclic;
  const [endless, nan, aYearOn] = [Infinity, Number.NaN, Date.now() + 365 * 24 * 3_600_000];
  // Each makes one field of what is fit unfit.
  const spoilt: Record<string, unknown[]> = {
    sojourn: ["1", 2, undefined],
    type: ["toString", ["answer"], undefined],
    session: ["signed out", {}, []],
    sentAt: [endless, nan, aYearOn, undefined],
    stamp: ["9999999999999", endless, aYearOn],
    mutation: [nan, Number.MAX_VALUE, aYearOn, null],
    isForAnother: [undefined, 0, "false"],
    isExpiryFromServer: [undefined, 1, "true"],
    ...{ tab: ["", null], mutating: [nan, false], pendingAuth: [undefined], failures: [null, "1"] },
    ...{ readAt: [nan, {}], expiresAt: [undefined, "never"] },
  };
  const almost = Object.values(news).flatMap((fit) =>
    Object.entries(spoilt).flatMap(([name, values]) =>
      values.map((it) => ({ ...fit, [name]: it })),
    ),
  );
  const messages: unknown[] = [
    ...[undefined, null, true, false, 0, -1, nan, endless, 1n, "", "null", "{", "session", "💥"],
    ...[[], {}, [[]], new Date(nan), /./, new Map([[{}, {}]]), new Set([1]), new Error("garbage")],
    ...[new ArrayBuffer(8), new Uint8Array(8), new Blob(["garbage"]), Object.create(null), cyclic],
    "x".repeat(1_000_000),
    ...almost,
    { __proto__: news.answer },
    { event: "session" },
    { event: "session", data: { trigger: "garbage" }, sojourn: 1 },
    { event: "signout", data: { trigger: "session" }, timestamp: 1 },
  ];
  for (const name of channels) {
    const channel = new BroadcastChannel(name);
    for (const message of messages) channel.postMessage(message);
    channel.close();
  }
  const isNoJson = (message: unknown) => typeof message === "bigint" || message === cyclic;
  const texts = messages.filter((it) => !isNoJson(it)).map((it) => JSON.stringify(it) ?? "");
  for (const key of keys) {
    for (const text of ["", "{", "undefined", ...texts]) localStorage.setItem(key, text);
    localStorage.removeItem(key);
  }
  localStorage.clear();
  return messages.length;
}

const FLOOD_MS = 3000;

interface Flood {
  name: string;
  news: Record<string, unknown>;
  forMs: number;
}

/** Runs in a page of the same origin: announces changes as if a hundred tabs made them. */
async function flood({ name, news, forMs }: Flood): Promise<number> {
  const channel = new BroadcastChannel(name);
  const end = Date.now() + forMs;
  let count = 0;
  for (; Date.now() < end; count += 1) {
    const now = Date.now();
    const order = { tab: Math.random(), sentAt: now, stamp: now, mutation: now };
    channel.postMessage({ ...news, ...order });
    await new Promise((resolve) => setTimeout(resolve));
  }
  channel.close();
  return count;
}

/** Says it where a tab of ours would. */
function tell(tab: Page, { answer, changed }: ReturnType<typeof createNews>): Promise<void> {
  const said = { name: CHANNELS[0]!, answer, changed };
  return tab.evaluate(({ name, ...news }) => {
    const channel = new BroadcastChannel(name);
    channel.postMessage(news.answer);
    channel.close();
    localStorage.setItem(name, JSON.stringify(news.changed));
  }, said);
}

test("garbage on every channel and storage key changes nothing, and nothing is thrown", async ({
  world,
}) => {
  await world.signInBehindTheScenes("ada");
  const withChannel = await world.openTabs(2, "/pages/core.html");
  const withStorage = await world.openTabs(2, "/pages/core.html", (tab) =>
    tab.addInitScript(() => Reflect.deleteProperty(window, "BroadcastChannel")),
  );
  const tabs = [...withChannel, ...withStorage];
  await expectUser(tabs, "ada");
  const before = await Promise.all(tabs.map(sightsOf));
  const firstReads = world.server.sessionReads().length;

  const plain = await world.open("/pages/plain.html");
  const reads = await world.countReads(async () => {
    const targets = { channels: CHANNELS, keys: STORAGE_KEYS, news: createNews() };
    const count = await plain.evaluate(scatterGarbage, targets);
    console.log(
      `${count} kinds of garbage on ${CHANNELS.length} channels, ${STORAGE_KEYS.length} keys`,
    );
  });

  console.log(`garbage: ${reads} session requests`);
  expect(await Promise.all(tabs.map(sightsOf))).toEqual(before);
  expect(world.complaints).toEqual([]);

  // What was spoilt would have been news.
  await tell(plain, createNews());
  await expectUser(withChannel, null);
  await expect.poll(() => world.server.sessionReads().length).toBeGreaterThan(firstReads);

  // Nor has it left anything behind that makes tabs deaf.
  await signIn(tabs[0]!, "grace");
  await expectUser(withChannel, "grace");
  await signOut(tabs[3]!);
  await expectUser(withStorage, null);
});

test("a script that announces changes without end causes one request a second in each tab", async ({
  world,
}) => {
  await world.signInBehindTheScenes("ada");
  const tabs = await world.openTabs(2, "/pages/core.html");
  await expectUser(tabs, "ada");
  const before = await Promise.all(tabs.map(sightsOf));

  const plain = await world.open("/pages/plain.html");
  const said = { name: CHANNELS[0]!, news: createNews().changed, forMs: FLOOD_MS };
  const reads = await world.countReads(async () => {
    const count = await plain.evaluate(flood, said);
    console.log(`${count} announcements of a change in ${FLOOD_MS / 1000} s`);
  });

  console.log(`flooded: ${reads} session requests of 2 tabs`);
  expect(reads, "they are heard").toBeGreaterThan(0);
  expect(reads).toBeLessThanOrEqual(2 * (FLOOD_MS / 1000 + 2));
  expect(await Promise.all(tabs.map(sightsOf))).toEqual(before);
});
