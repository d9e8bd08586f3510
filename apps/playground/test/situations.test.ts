import { describe, expect, test } from "vitest";
import { countReads, play, playSituation, shown, shownSince } from "./support.ts";

const ADA = "Ada Lovelace";

describe("a sign-in in one tab", () => {
  test("shows in all tabs, after one read of the session", async () => {
    const run = await playSituation("Sign in once", "sojourn", 3000);
    expect(shown(run)).toEqual([ADA, ADA, ADA]);
    expect(countReads(run, 1500)).toBe(1);
  });

  test("is preceded by one message, as storage reports no equal value, with next-auth’s client", async () => {
    const run = await playSituation("Sign in once", "next-auth", 900);
    expect(run.timeline.filter(({ kind }) => kind === "message")).toHaveLength(1);
  });

  test("shows in that tab only, with next-auth’s client", async () => {
    const run = await playSituation("Sign in once", "next-auth", 3000);
    expect(shown(run)).toEqual([ADA, "nobody", "nobody"]);
  });
});

describe("a server that fails", () => {
  const titles = { "500": "http 500", html: "parse 200", silent: "timeout" } as const;

  test.for(Object.entries(titles))(
    "with “%s” keeps the user, and says why",
    async ([mode, error]) => {
      const run = await play(25_000, [
        { at: 1000, name: "ada", tab: 1 },
        { at: 4000, name: mode as keyof typeof titles },
      ]);
      expect(shown(run)).toEqual([ADA, ADA, ADA]);
      expect(run.tabs.map((tab) => tab.shown.error)).toEqual([error, error, error]);
    },
  );

  test("recovers with the server", async () => {
    const run = await playSituation("The server fails", "sojourn", 20_000);
    expect(shown(run)).toEqual([ADA, ADA, ADA]);
    expect(run.tabs.map((tab) => tab.shown.error)).toEqual([null, null, null]);
  });

  test("signs the user out for good, with next-auth’s client", async () => {
    const run = await playSituation("The server fails", "next-auth", 40_000);
    expect(shown(run)).toEqual(["nobody", "nobody", "nobody"]);
    expect(run.userName()).toBe(ADA);
  });

  test("sends a user who signs in to the error page, with next-auth’s client", async () => {
    const run = await play(
      3000,
      [
        { at: 500, name: "500" },
        { at: 1000, name: "ada", tab: 1 },
      ],
      { client: "next-auth" },
    );
    expect(run.tabs[0]).toMatchObject({ state: "away", url: "/api/auth/error" });
  });
});

describe("Back, after a sign-out in another tab", () => {
  test("never shows the user who has signed out", async () => {
    const run = await playSituation("Back after a sign-out", "sojourn", 9000);
    expect(shownSince(run, 2, 0)).toContain(ADA);
    expect(shownSince(run, 2, 7000)).not.toContain(ADA);
    expect(shownSince(run, 2, 7000).at(-1)).toBe("signed out");
  });

  test("tells the client that the page was left, and that it is back", async () => {
    const run = await playSituation("Back after a sign-out", "sojourn", 9000);
    const events = run.timeline.filter((it) => it.kind === "event" && it.lane === 2);
    const times = (name: string) =>
      events.filter((it) => "name" in it && it.name === name).map(({ at }) => at);
    expect([times("stopped"), times("restored")]).toEqual([[3500], [7000]]);
  });

  test("shows that user at first, with next-auth’s client", async () => {
    const run = await playSituation("Back after a sign-out", "next-auth", 7010);
    expect(shown(run)).toEqual(["nobody", ADA, "nobody"]);
    const later = await playSituation("Back after a sign-out", "next-auth", 9000);
    expect(shown(later)[1]).toBe("nobody");
  });
});

describe("an answer that comes after the sign-out", () => {
  test("is dropped", async () => {
    const run = await playSituation("A late answer", "sojourn", 9000);
    expect(shown(run)).toEqual(["nobody", "nobody", "nobody"]);
    expect(shownSince(await playSituation("A late answer", "sojourn", 20_000), 1, 9000)).toEqual(
      [],
    );
  });

  test("shows the user again, with next-auth’s client", async () => {
    const run = await playSituation("A late answer", "next-auth", 11_000);
    expect(run.userName()).toBeNull();
    expect(shown(run)).toContain(ADA);
  });
});

describe("a session that ends, while nobody polls", () => {
  test("shows it on time, in all tabs", async () => {
    const run = await playSituation("The session ends", "sojourn", 12_900);
    expect(shown(run)).toEqual([ADA, ADA, ADA]);
    const later = await playSituation("The session ends", "sojourn", 14_000);
    expect(shown(later)).toEqual(["nobody", "nobody", "nobody"]);
  });

  test("goes unnoticed, with next-auth’s client", async () => {
    const run = await playSituation("The session ends", "next-auth", 60_000);
    expect(run.userName()).toBeNull();
    expect(shown(run)).toEqual([ADA, ADA, ADA]);
  });
});
