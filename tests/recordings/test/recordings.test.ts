import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Exchanges } from "../exchanges/exchange.ts";
import { topics, type Topic } from "../exchanges/topics.ts";
import { exchangesFor, formatVersions, readAnswers, versionsPath } from "../recorder/recordings.ts";
import { servers, type ServerKind, type ServerName } from "../recorder/servers.ts";

describe.each(Object.entries<ServerKind>(servers))("%s", (name, kind) => {
  test("was recorded in the versions that the recorder has", () => {
    const versions = readFileSync(versionsPath(name as ServerName), "utf8");
    expect(versions, "pnpm record").toBe(formatVersions(kind));
  });

  test.each(Object.entries<Exchanges>(topics))("has answered all of %s", (topic, exchanges) => {
    const answers = readAnswers(name as ServerName, topic as Topic);
    const asked = exchangesFor(kind, exchanges).map(([title]) => title);
    expect(Object.keys(answers), "pnpm record").toEqual(asked);
  });
});
