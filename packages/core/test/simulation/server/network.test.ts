import { describe, expect, test } from "vitest";
import { createManualClock } from "../../../src/environment/memory.ts";
import { createCookieJar } from "./cookie-jar.ts";
import { SESSION_COOKIE } from "./exchange.ts";
import { createModelServer } from "./model-server.ts";
import { createNetwork } from "./network.ts";
import { people } from "./people.ts";
import { createDatabaseStrategy, createJwtStrategy } from "./session-strategy.ts";

const url = "https://app.example/api/auth";
const watcher = { onSent() {}, onActed() {}, onArriving() {}, onEnded() {} };

function signInTo(strategy = createJwtStrategy()) {
  const clock = createManualClock(0);
  const jar = createCookieJar();
  const now = clock.monotonic;
  const options = { strategy, dialect: "v4", maxAgeMs: 10_000, says401: false, now } as const;
  const server = createModelServer(options);
  const network = createNetwork(clock, jar, server, watcher);
  jar.apply(new Map([[SESSION_COOKIE, server.signIn(people[0]!)]]));

  async function signOut(): Promise<Response> {
    const csrf = network.send(0, `${url}/csrf`, {});
    await clock.advance(network.latencyMs);
    const { csrfToken } = (await (await csrf).json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, json: "true" });
    const answer = network.send(0, `${url}/signout`, { method: "POST", body });
    await clock.advance(network.latencyMs);
    return answer;
  }
  return { clock, jar, server, network, signOut };
}

describe("the answer to a read that was sent before a sign-out, and arrives after it", () => {
  test.each([
    ["signs in again where tokens hold the session", createJwtStrategy, "Ada"],
    ["does not where a row does", createDatabaseStrategy, undefined],
  ])("%s", async (_, createStrategy, owner) => {
    const { clock, jar, server, network, signOut } = signInTo(createStrategy());
    network.latencyMs = 100;
    void network.send(1, `${url}/session`, {});
    network.latencyMs = 20;
    await signOut();
    expect(server.identify(jar.read())).toBeUndefined();
    await clock.advance(100);
    expect(server.identify(jar.read())?.person.name).toBe(owner);
  });

  test("does not if it was aborted, though the server has received it", async () => {
    const { clock, jar, server, network, signOut } = signInTo();
    const controller = new AbortController();
    network.latencyMs = 100;
    const read = network.send(1, `${url}/session`, { signal: controller.signal });
    network.latencyMs = 20;
    controller.abort();
    await expect(read).rejects.toThrow("aborted");
    await signOut();
    await clock.advance(100);
    expect(network.exchanges[0]?.answer?.tells).toBe("somebody");
    expect(server.identify(jar.read())).toBeUndefined();
  });
});

test("a form needs the token of the cookie that it comes with", async () => {
  const { clock, jar, server, network } = signInTo();
  void network.send(0, `${url}/csrf`, {});
  await clock.advance(20);
  const body = new URLSearchParams({ csrfToken: "another", json: "true" });
  const answer = network.send(0, `${url}/signout`, { method: "POST", body });
  await clock.advance(20);
  expect(await (await answer).json()).toEqual({ url: `${url}/signout?csrf=true` });
  expect(server.identify(jar.read())?.person.name).toBe("Ada");
});

test("a session lasts from its last read", async () => {
  const { clock, jar, server, network } = signInTo();
  await clock.advance(9000);
  void network.send(0, `${url}/session`, {});
  await clock.advance(9000);
  expect(server.identify(jar.read())?.person.name).toBe("Ada");
  await clock.advance(2000);
  expect(server.identify(jar.read())).toBeUndefined();
});
