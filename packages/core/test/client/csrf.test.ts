import { describe, expect, test } from "vitest";
import { isCsrfError } from "../../src/index.ts";
import { ada, dialects, json } from "../support/auth-server.ts";
import { openBrowser, type OpenTab } from "../support/browser.ts";
import { answering, failing, hanging, html, reset, type Failure } from "../support/faults.ts";

const stay = { redirect: false } as const;
const posts: [string, string, (tab: OpenTab) => Promise<unknown>][] = [
  [
    "a sign-in",
    "POST callback/credentials",
    ({ client }) => client.signIn("credentials", { ...stay, password: "Grace" }),
  ],
  ["a sign-out", "POST signout", ({ client }) => client.signOut(stay)],
  ["an update", "POST session", ({ client }) => client.update({ name: "Countess" })],
];

describe.each(dialects)("%s", (dialect) => {
  describe.each(posts)("%s", (_, endpoint, post) => {
    test("is tried once more, unnoticed, if its token is refused", async () => {
      const { server, tabs, advance, finish } = openBrowser({ dialect, user: ada });
      await advance(100);
      server.refuseTokens = 1;
      await finish(post(tabs[0]!));
      expect(server.count(endpoint)).toBe(2);
      expect(server.count("GET csrf")).toBe(2);
      expect(tabs[0]!.shows()).not.toBe("Ada");
    });

    test("rejects if two tokens are refused, and the session stays", async () => {
      const { server, tabs, shown, advance, finish } = openBrowser({ tabs: 2, dialect, user: ada });
      await advance(100);
      server.refuseTokens = 99;
      const error: unknown = await finish(post(tabs[0]!)).catch((reason: unknown) => reason);
      expect(isCsrfError(error)).toBe(true);
      await advance(1000);
      expect(server.count(endpoint)).toBe(2);
      expect(shown()).toEqual(["Ada", "Ada"]);
      expect(tabs[0]!.tab.navigations).toEqual([]);
    });

    test("goes without a token where the server has no CSRF endpoint", async () => {
      const { server, tabs, advance, finish } = openBrowser({ dialect, user: ada });
      await advance(100);
      server.hasCsrf = false;
      await finish(post(tabs[0]!));
      expect(server.count(endpoint)).toBe(1);
      expect(tabs[0]!.shows()).not.toBe("Ada");
    });
  });
});

const failures: [string, Failure, { code: string; status?: number }][] = [
  ["500", answering(500), { code: "http", status: 500 }],
  ["HTML", html, { code: "parse" }],
  ["null", () => json(null), { code: "parse" }],
  ["a token that is none", () => json({ csrfToken: 5 }), { code: "parse" }],
  ["a broken connection", reset, { code: "network" }],
  ["no answer", hanging, { code: "timeout" }],
];

describe.each(failures)("a CSRF token that cannot be had: %s", (_, failure, expected) => {
  test.each(posts)(
    "%s rejects, posts nothing, and the session stays",
    async (_name, endpoint, post) => {
      const { server, tabs, shown, advance, finish } = openBrowser({ tabs: 2, user: ada });
      await advance(100);
      server.fault = failing("GET csrf", failure);
      await expect(finish(post(tabs[0]!), 11_000)).rejects.toMatchObject({
        name: "SessionFetchError",
        ...expected,
      });
      expect(server.count(endpoint)).toBe(0);
      await advance(1000);
      expect(shown()).toEqual(["Ada", "Ada"]);
      // Nothing has left the browser, so there is nothing to find out; but the other tab has asked,
      // when it had received nothing for five seconds.
      expect(server.count("GET session")).toBe(expected.code === "timeout" ? 2 : 1);
    },
  );
});

test("getCsrfToken() gives the token, is empty without the endpoint, and rejects typed", async () => {
  const { server, tabs, advance, finish } = openBrowser();
  const { client } = tabs[0]!;
  await advance(100);
  await expect(finish(client.getCsrfToken())).resolves.toBe("token");
  server.hasCsrf = false;
  await expect(finish(client.getCsrfToken())).resolves.toBe("");
  server.fault = failing("GET csrf", answering(500));
  await expect(finish(client.getCsrfToken())).rejects.toMatchObject({ code: "http", status: 500 });
});
