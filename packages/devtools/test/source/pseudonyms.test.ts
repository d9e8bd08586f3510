import { replay, type RegisteredSession } from "@sojourn/core";
import { afterEach, expect, test } from "vitest";
import { closeBrowser, openBrowser } from "../support/browser.ts";

afterEach(closeBrowser);

type Identify = ((session: RegisteredSession) => unknown) | undefined;

/** Each field that tells users apart, others that do not, and the forms that a session may have. */
const fields = ["id", "sub", "email", "username", "name", "login", "uuid", "phone"];
const sessions: Record<string, unknown>[] = [
  ...fields.map((field) => ({ user: { [field]: "1", role: "user" } })),
  ...fields.map((field) => ({ user: { [field]: "2", role: "admin" } })),
  ...fields.map((field) => ({ user: { [field]: "1", name: "Ada" } })),
  ...[{ user: { id: "1", email: "a@x" } }, { user: { email: "a@x" } }, { user: { id: 1 } }],
  ...[{ user: { id: "", name: "Ada" } }, { user: { id: null } }, { user: { id: 0 } }],
  ...[{ user: {} }, { user: "Ada" }, { user: "1" }, { user: null, name: "Ada" }, { id: "1" }],
  ...[{ email: "a@x", role: "admin" }, { role: "admin" }, { user: { id: { part: 1 } } }],
];

/** Reads each other session after the first one, and that one again each time. */
async function readPairs(first: object, identify: Identify) {
  const { open, server, advance } = openBrowser();
  let session = first;
  const expires = "9999-01-01T00:00:00.000Z";
  server.fault = () => Response.json({ ...session, expires });
  const { client, source } = open({ identify });
  let changes = 0;
  client.on("userChanged", () => (changes += 1));
  await advance(100);
  for (session of sessions.flatMap((second) => [second, first])) await client.getSession();
  return { changes, recording: JSON.stringify(source.recording()) };
}

test.each<[string, Identify]>([
  ["by the fields of the user", undefined],
  ["by `identify`", (session) => JSON.stringify(session)],
])(
  "for each pair of sessions a replay tells users apart as the client does, %s",
  async (_, identify) => {
    for (const first of sessions) {
      const { changes, recording } = await readPairs(first, identify);
      expect(changes).toBeGreaterThan(0);
      const names = replay(JSON.parse(recording)).flatMap(({ effects }) =>
        effects.map(([name]) => name),
      );
      expect(names.filter((it) => it === "userChanged").length, JSON.stringify(first)).toBe(
        changes,
      );
    }
  },
  30_000,
);
