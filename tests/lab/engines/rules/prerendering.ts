import { expect } from "vitest";
import { letTimePass, until as untilSo } from "../until.ts";
import type { Rule } from "./rule.ts";
import { openUnattached, type Unattached } from "./unattached.ts";

const PAGE = "/pages/prerendered.html";
const WAIT_MS = 12_000;
/** After so long without another request, no further one is taken to be on its way. */
const QUIET_MS = 1000;

/** Has a page prerendered, until it has read the session; the user is Ada, or nobody. */
async function prerender(
  { server, until }: Unattached,
  { isSignedIn, url = PAGE }: { isSignedIn: boolean; url?: string },
): Promise<void> {
  await until("prerendering", "loaded");
  if (isSignedIn) {
    server.remote.order({ type: "signIn" });
    await until("prerendering", "signedIn");
  }
  server.remote.order({ type: "prerender", url });
  const loaded = await until("prerendered", "loaded");
  expect(loaded["prerendering"], "document.prerendering").toBe(true);
  await until("prerendered", "shows");
  const requests = () => server.sessionReads().length;
  await untilSo("it asks for the session", () => requests() > 0);
  expect(requests(), "session requests while it is prerendered").toBe(1);
}

/**
 * Goes to the page that has been prerendered, and sees that it is the very same one.
 *
 * @returns milliseconds for which it was prerendered
 */
async function goThere({ server, until, reportsOf }: Unattached, url = PAGE): Promise<number> {
  server.remote.order({ type: "leave", url });
  const { document, activationStart } = await until("prerendered", "activated");
  const documents = reportsOf("prerendered", "loaded").map((report) => report.document);
  expect(documents, "pages that were loaded").toEqual([document]);
  expect(activationStart, "activationStart").toBeGreaterThan(0);
  return Number(activationStart);
}

/** What the first frame has. */
async function firstScreen({ until }: Unattached): Promise<unknown> {
  return (await until("prerendered", "shown"))["screen"];
}

/** What the page has shown so far. */
function statusesIn({ reportsOf }: Unattached): unknown[] {
  return reportsOf("prerendered", "shows").map(({ status }) => status);
}

/** What the first page finds that the other one has said and stored. */
async function lookAround({ server, until }: Unattached) {
  server.remote.order({ type: "look" });
  const { received, stored } = await until("prerendering", "looked");
  return { received, stored };
}

type Move = (unattached: Unattached, note: (figure: string) => void) => Promise<void>;

/** A rule that is tried in a browser to which nothing is attached. */
function rule(name: string, move: Move): Rule {
  return {
    name,
    needs: ["prerendering"],
    async run({ engine, createWorld, note }) {
      // Only one engine prerenders, so it tries both dialects.
      for (const dialect of ["v4", "v5"] as const) {
        const unattached = await openUnattached(engine, await createWorld(dialect));
        try {
          await move(unattached, (figure) => note(`${dialect}: ${figure}`));
        } finally {
          await unattached.close();
        }
      }
    },
  };
}

/** A page that is prerendered reads once, disturbs nobody, and is right when it is shown. */
export const prerendering: Rule[] = [
  rule(
    "a page that is prerendered for 12 s knows its user when it is shown, and asks a second time",
    async (unattached, note) => {
      const { server, reportsOf } = unattached;
      await prerender(unattached, { isSignedIn: true });
      await letTimePass(WAIT_MS);
      expect(server.sessionReads().length, "requests while it is prerendered").toBe(1);
      expect(reportsOf("prerendered", "locked"), "locks while it is prerendered").toEqual([]);

      const forMs = await goThere(unattached);
      expect(forMs).toBeGreaterThan(WAIT_MS);
      expect(await firstScreen(unattached)).toBe("Ada Lovelace");
      await untilSo("it asks again", () => server.sessionReads().length > 1);
      await letTimePass(QUIET_MS);

      expect(server.sessionReads().length, "requests in all").toBe(2);
      expect(statusesIn(unattached)).toEqual(["loading", "authenticated"]);
      note(`prerendered for ${Math.round(forMs)} ms: 1 + 1 session requests`);
    },
  ),
  rule(
    "a page that is prerendered says nothing and stores nothing, and asks no more where it is shown soon",
    async (unattached) => {
      const { server } = unattached;
      await prerender(unattached, { isSignedIn: true });
      expect(await lookAround(unattached)).toEqual({ received: [], stored: {} });

      await goThere(unattached);
      await letTimePass(QUIET_MS);

      expect(await firstScreen(unattached)).toBe("Ada Lovelace");
      expect(server.sessionReads().length, "session requests").toBe(1);
      expect(statusesIn(unattached)).toEqual(["loading", "authenticated"]);
    },
  ),
  rule(
    "a prerendered page that requires a session sends nobody away before it is shown",
    async (unattached) => {
      const { server } = unattached;
      const visits = () => server.requests.filter(({ endpoint }) => endpoint === "signin").length;
      await prerender(unattached, { isSignedIn: false, url: `${PAGE}?required` });
      await letTimePass(QUIET_MS);
      expect(visits(), "visits to the sign-in page while it is prerendered").toBe(0);
      expect(await lookAround(unattached)).toEqual({ received: [], stored: {} });

      await goThere(unattached, `${PAGE}?required`);
      await untilSo("it goes to the sign-in page", () => visits() > 0);
      expect(visits(), "visits to the sign-in page").toBe(1);
    },
  ),
  rule("a sign-out while a page is prerendered is known when it is shown", async (unattached) => {
    const { server, until } = unattached;
    await prerender(unattached, { isSignedIn: true });
    server.remote.order({ type: "signOut" });
    await until("prerendering", "signedOut");
    const { received } = await lookAround(unattached);
    expect(received, "what a sign-out says, and a page that is prerendered never does").not.toEqual(
      [],
    );

    await goThere(unattached);
    expect(await firstScreen(unattached)).not.toBe("Ada Lovelace");
    await untilSo("nobody is shown", () => statusesIn(unattached).at(-1) === "unauthenticated");
  }),
];
