/** Where tabs listen. */
export const CHANNELS = ["sojourn:/api/auth", "next-auth"];
/** What they read of storage. */
export const STORAGE_KEYS = [...CHANNELS, "sojourn:/api/auth#", "nextauth.message"];

/** What a tab of ours would take for news at this moment: the session is gone, or may be another. */
export function createNews(): Record<"answer" | "changed", Record<string, unknown>> {
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
export function scatterGarbage({ channels, keys, news }: Targets): number {
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
