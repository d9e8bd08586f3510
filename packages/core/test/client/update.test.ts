import { describe, expect, test } from "vitest";
import { ada, dialects, json } from "../support/auth-server.ts";
import { openBrowser, type OpenTab } from "../support/browser.ts";
import {
  answering,
  failing,
  hanging,
  html,
  reset,
  truncated,
  type Failure,
} from "../support/faults.ts";

async function openSettled(dialect: (typeof dialects)[number] = "v4") {
  const browser = openBrowser({ tabs: 3, dialect, user: ada });
  await browser.advance(100);
  return { ...browser, ...browser.tabs[0]! };
}

describe.each(dialects)("%s", (dialect) => {
  test("posts the data with a CSRF token as JSON, and resolves to the new session", async () => {
    const { client, finish, shown, server } = await openSettled(dialect);
    const updated = await finish(client.update({ name: "Countess" }));
    expect(updated).toMatchObject({ user: { id: "1", name: "Countess" } });
    expect(typeof updated!.expires).toBe("string");
    const { body, headers } = server.last("POST session");
    expect(JSON.parse(body)).toEqual({ csrfToken: "token", data: { name: "Countess" } });
    expect(headers.get("Content-Type")).toBe("application/json");
    expect(shown()).toEqual(["Countess", "Countess", "Countess"]);
  });

  test("posts also without data", async () => {
    const { client, finish, server } = await openSettled(dialect);
    await expect(finish(client.update())).resolves.toMatchObject({ user: ada });
    expect(JSON.parse(server.last("POST session").body)).toEqual({ csrfToken: "token" });
  });

  test("applies the server's answer that nobody is signed in any more", async () => {
    const { client, finish, shown, tabs, server } = await openSettled(dialect);
    server.user = null;
    await expect(finish(client.update({ name: "x" }))).resolves.toBeNull();
    expect(shown()).toEqual(["nobody", "nobody", "nobody"]);
    for (const { events } of tabs) expect(events).toEqual(["signedOut"]);
  });

  test("makes a request even if it is known that nobody is signed in", async () => {
    const { server, tabs, shown, advance, finish } = openBrowser({ tabs: 2, dialect });
    await advance(100);
    server.user = ada;
    await expect(finish(tabs[0]!.client.update())).resolves.toMatchObject({ user: ada });
    expect(shown()).toEqual(["Ada", "Ada"]);
  });
});

test("is never loading, and keeps what did not change", async () => {
  const { client, advance, history, server } = await openSettled();
  const before = client.getSnapshot();
  server.latencyMs = 500;
  const update = client.update();
  await advance(700);
  expect(client.getSnapshot()).toBe(before);
  await advance(5000);
  await update;
  expect(client.getSnapshot()).toBe(before);
  expect(history).toEqual(["loading", "Ada"]);
});

const failures: [string, Failure, object][] = [
  ["500", answering(500), { code: "http", status: 500 }],
  ["403", answering(403), { code: "http", status: 403 }],
  ["HTML", html, { code: "parse" }],
  ["truncated JSON", truncated, { code: "parse" }],
  ["a list", () => json(["hi"]), { code: "parse" }],
  ["a broken connection", reset, { code: "network" }],
  ["no answer", hanging, { code: "timeout" }],
];

test.each(failures)("rejects typed, and the session stays: %s", async (_, failure, expected) => {
  const { client, finish, advance, shown, tabs, server } = await openSettled();
  server.fault = failing("POST session", failure);
  await expect(finish(client.update({ name: "x" }), 61_000)).rejects.toMatchObject({
    name: "SessionFetchError",
    ...expected,
  });
  await advance(6000);
  expect(shown()).toEqual(["Ada", "Ada", "Ada"]);
  for (const { history, events } of tabs) {
    expect(history).toEqual(["loading", "Ada"]);
    expect(events).toEqual([]);
  }
});

test("a read finds the outcome of an update whose answer was lost", async () => {
  const { client, finish, advance, shown, server } = await openSettled();
  server.fault = failing("POST session", () => {
    server.user = { ...ada, name: "Countess" };
    throw new TypeError("Failed to fetch");
  });
  await expect(finish(client.update({ name: "Countess" }))).rejects.toMatchObject({
    code: "network",
  });
  await advance(1000);
  expect(shown()).toEqual(["Countess", "Countess", "Countess"]);
});

test("updates of one tab, one after the other, all arrive", async () => {
  const { client, finish, shown, server } = await openSettled();
  server.latencyMs = 50;
  const names = ["a", "b", "c"];
  await finish(Promise.all(names.map((name) => client.update({ name }))));
  expect(server.count("POST session")).toBe(3);
  expect(shown()).toEqual(["c", "c", "c"]);
});

test("data that cannot be sent rejects and changes nothing", async () => {
  const { client, finish, shown, server } = await openSettled();
  const circular: Record<string, unknown> = {};
  circular["self"] = circular;
  await expect(finish(client.update(circular))).rejects.toBeInstanceOf(Error);
  expect(shown()).toEqual(["Ada", "Ada", "Ada"]);
  await expect(finish(client.getSession())).resolves.toMatchObject({ user: ada });
  expect(server.count("POST session")).toBe(0);
});

test.each([
  ["of one tab", 0],
  ["of two tabs", 1],
])(
  "two updates %s are made one after the other, for each starts from the cookie",
  async (_, other) => {
    const { server, tabs, advance } = openBrowser({ tabs: 2, user: ada });
    await advance(6000);
    server.latencyMs = 100;
    let inFlight = 0;
    let most = 0;
    server.fault = ({ endpoint, method }) => {
      if (endpoint !== "session" || method !== "POST") return undefined;
      most = Math.max(most, ++inFlight);
      return undefined;
    };
    const first = tabs[0]!.client.update({ name: "Countess" }).finally(() => (inFlight -= 1));
    if (other) await advance(1);
    const second = tabs[other]!.client.update({ name: "Lovelace" }).finally(() => (inFlight -= 1));
    await advance(2000);
    expect((await first)?.user?.name).toBe("Countess");
    expect((await second)?.user?.name).toBe("Lovelace");
    expect(most).toBe(1);
  },
);

test("an update that waits goes on waiting after its page was in the page cache for longer", async () => {
  const { server, tabs, advance } = openBrowser({ tabs: 2, user: ada });
  await advance(6000);
  const [signingIn, updating] = tabs as [OpenTab, OpenTab];
  server.fault = failing("POST callback/credentials", hanging);
  void signingIn.client.signIn("credentials", { redirect: false }).catch(() => {});
  await advance(100);
  void updating.client.update({ name: "Admiral" });
  await advance(100);
  const { tab } = updating;
  tab.enterPageCache();
  tab.freeze();
  await advance(90_000);
  // Another sign-in is under way when the page is back.
  void signingIn.client.signIn("credentials", { redirect: false }).catch(() => {});
  await advance(100);
  tab.thaw();
  tab.leavePageCache();
  await advance(1000);
  expect(server.count("POST session")).toBe(0);
});
