import { describe, expect, test } from "vitest";
import type { Exchange, Exchanges } from "../exchanges/exchange.ts";
import { topics, type Topic } from "../exchanges/topics.ts";
import { exchangesFor, readAnswers } from "../recorder/recordings.ts";
import { servers, type ServerName } from "../recorder/servers.ts";
import { laws } from "./client/laws.ts";
import { readByClient } from "./client/read-answer.ts";

interface Reading {
  readonly server: ServerName;
  readonly name: string;
  readonly exchange: Exchange;
  readonly reading: string;
}

const names = Object.keys(servers) as ServerName[];
const readings: Reading[] = [];
for (const server of names) {
  for (const [topic, exchanges] of Object.entries<Exchanges>(topics)) {
    const answers = readAnswers(server, topic as Topic);
    for (const [title, exchange] of exchangesFor(servers[server], exchanges)) {
      const reading = await readByClient(exchange, answers[title]!);
      const name = `${topic} / ${title}`;
      if (reading !== undefined) readings.push({ server, name, exchange, reading });
    }
  }
}

/** Whether a server knows CSRF tokens; SvelteKit looks at the origin in place of them. */
function hasTokens(server: ServerName): boolean {
  return !server.startsWith("auth-sveltekit");
}

test.each(names)("what the client makes of the answers of %s", async (server) => {
  const own = readings.filter((it) => it.server === server);
  const lines = own.map(({ name, reading }) => `${name}: ${reading}\n`);
  await expect(lines.join("")).toMatchFileSnapshot(`client/readings/${server}.txt`);
});

describe("whichever server has answered,", () => {
  test.each(laws)("$what", ({ isAbout, expected, except }) => {
    const asked = readings.filter(({ exchange, server }) => {
      const { token = "right" } = exchange;
      return isAbout(exchange) && (token === "right" || hasTokens(server));
    });
    expect(asked).not.toEqual([]);
    const isExcepted = ({ server, name, reading }: Reading): boolean =>
      !!except?.where.test(`${server} / ${name}`) && except.reading.test(reading);
    const others = asked.filter(({ reading }) => !expected.test(reading));
    expect(others.filter((it) => !isExcepted(it))).toEqual([]);
    expect(others.some(isExcepted)).toBe(!!except);
  });
});
