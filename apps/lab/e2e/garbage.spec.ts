import { expectUser, signIn, signOut, sightsOf } from "./tabs.ts";
import { expect, test } from "./world.ts";

const CHANNELS = ["sojourn:/api/auth", "next-auth"];
const STORAGE_KEYS = [...CHANNELS, "sojourn:/api/auth#", "nextauth.message"];

/** Runs in a page of the same origin: writes whatever comes to mind wherever tabs listen. */
function scatterGarbage({ channels, keys }: { channels: string[]; keys: string[] }): number {
  const cyclic: Record<string, unknown> = { sojourn: 1, type: "answer" };
  cyclic["session"] = cyclic;
  const numbers = { sentAt: 1, askedAt: 1, mutation: 1, failures: 0, readAt: 1, expiresAt: 1 };
  const answer = { sojourn: 1, type: "answer", session: null, ...numbers };
  const [endless, nan] = [Number.POSITIVE_INFINITY, Number.NaN];
  const messages: unknown[] = [
    ...[undefined, null, true, false, 0, -1, nan, endless, 1n, "", "null", "{", "session", "💥"],
    ...[[], {}, [[]], new Date(nan), /./, new Map([[{}, {}]]), new Set([1]), new Error("garbage")],
    ...[new ArrayBuffer(8), new Uint8Array(8), new Blob(["garbage"]), Object.create(null), cyclic],
    "x".repeat(1_000_000),
    // Almost, but not quite.
    { ...answer, sojourn: "1" },
    { ...answer, sojourn: 2 },
    { ...answer, type: "toString" },
    { ...answer, type: ["answer"] },
    { ...answer, session: "signed out" },
    { ...answer, session: {} },
    { ...answer, session: [] },
    { ...answer, sentAt: endless },
    { ...answer, askedAt: "9999999999999" },
    { ...answer, askedAt: endless },
    { ...answer, mutation: nan },
    { ...answer, mutation: Number.MAX_VALUE },
    { ...answer, failures: null },
    { ...answer, expiresAt: undefined },
    { __proto__: answer },
    { event: "session" },
    { event: "session", data: { trigger: "garbage" } },
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

  const plain = await world.open("/pages/plain.html");
  const reads = await world.countReads(async () => {
    const count = await plain.evaluate(scatterGarbage, { channels: CHANNELS, keys: STORAGE_KEYS });
    console.log(
      `${count} kinds of garbage on ${CHANNELS.length} channels, ${STORAGE_KEYS.length} keys`,
    );
  });

  console.log(`garbage: ${reads} session requests`);
  expect(await Promise.all(tabs.map(sightsOf))).toEqual(before);
  expect(world.complaints).toEqual([]);

  // Nor has it left anything behind that makes tabs deaf.
  await signIn(tabs[0]!, "grace");
  await expectUser(withChannel, "grace");
  await signOut(tabs[3]!);
  await expectUser(withStorage, null);
});
