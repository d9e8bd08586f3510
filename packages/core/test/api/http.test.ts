import { describe, expect, test, vi } from "vitest";
import { toCsrfError, toFetchError } from "../../src/api/http.ts";
import { answerOf, NOW, stubHttp } from "./stub.ts";

const ok = (): Promise<Response> => Promise.resolve(new Response('{"a":1}'));

/** A server that never answers; like a browser's fetch, it rejects when the request is aborted. */
const hang = ({ signal }: RequestInit): Promise<Response> =>
  new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));

describe("a request", () => {
  test("is a GET that no cache answers", async () => {
    const { http, calls } = stubHttp(ok);
    await expect(http("session")).resolves.toMatchObject({ ok: true, status: 200, data: { a: 1 } });
    expect(calls[0]).toMatchObject({ url: "/api/auth/session", init: { cache: "no-store" } });
    expect(calls[0]!.init).not.toHaveProperty("method");
    expect(calls[0]!.init.headers).toEqual({});
  });

  test.each([
    ["", "same-origin"],
    ["https://id.example", "include"],
  ])("to %j carries credentials %s", async (baseUrl, credentials) => {
    const { http, calls } = stubHttp(ok, {}, baseUrl);
    await http("session");
    expect(calls[0]!.init.credentials).toBe(credentials);
  });

  test("with a form asks for JSON in place of a redirect", async () => {
    const { http, calls } = stubHttp(ok);
    const form = new URLSearchParams({ a: "b" });
    await http("signout", undefined, form);
    expect(calls[0]!.init).toMatchObject({
      ...{ method: "POST", body: form, headers: { "X-Auth-Return-Redirect": "1" } },
    });
  });

  test("with an object is a POST of JSON", async () => {
    const { http, calls } = stubHttp(ok);
    await http("session", undefined, { a: "b" });
    expect(calls[0]!.init).toMatchObject({
      ...{ method: "POST", body: '{"a":"b"}', headers: { "Content-Type": "application/json" } },
    });
  });

  test("carries the headers of the options; a function is called each time", async () => {
    let count = 0;
    const { http, calls } = stubHttp(ok, { headers: () => ({ "X-N": String(++count) }) });
    await http("session");
    await http("session", undefined, {});
    expect(calls.map(({ init }) => (init.headers as Record<string, string>)["X-N"])).toEqual([
      "1",
      "2",
    ]);
    const fixed = stubHttp(ok, { headers: { "X-A": "b" } });
    await fixed.http("session");
    expect(fixed.calls[0]!.init.headers).toEqual({ "X-A": "b" });
  });
});

describe("no answer", () => {
  test("in time is a timeout, and the request is aborted", async () => {
    const { http, clock, calls } = stubHttp(hang, { timeoutMs: 500 });
    const failed = http("session").catch((error: unknown) => error);
    await clock.advance(499);
    expect(calls[0]!.init.signal?.aborted).toBe(false);
    await clock.advance(1);
    expect(await failed).toMatchObject({ code: "timeout" });
    expect(calls[0]!.init.signal?.aborted).toBe(true);
  });

  test("by default waits ten seconds", async () => {
    const { http, clock } = stubHttp(hang);
    const onEnd = vi.fn<() => void>();
    http("session").catch(onEnd);
    await clock.advance(9999);
    expect(onEnd).not.toHaveBeenCalled();
    await clock.advance(1);
    expect(onEnd).toHaveBeenCalledOnce();
  });

  test("because of the caller is aborted", async () => {
    const { http, clock } = stubHttp(hang);
    const controller = new AbortController();
    const failed = http("session", controller).catch((error: unknown) => error);
    controller.abort();
    expect(await failed).toMatchObject({ code: "aborted" });
    expect(clock.pendingTimers()).toBe(0);
  });

  test("because of the network is that, with its cause and address", async () => {
    const cause = new TypeError("Failed to fetch");
    const { http, clock } = stubHttp(() => Promise.reject(cause));
    await expect(http("csrf")).rejects.toMatchObject({
      code: "network",
      cause,
      url: "/api/auth/csrf",
    });
    expect(clock.pendingTimers()).toBe(0);
  });
});

describe("an answer", () => {
  const answering = (headers: Record<string, string>, body = "<html>", status = 503) =>
    stubHttp(() => Promise.resolve(new Response(body, { status, headers }))).http("session");

  test("of any status is for the caller, and leaves no timer", async () => {
    const { http, clock } = stubHttp(() => Promise.resolve(new Response("no", { status: 500 })));
    await expect(http("session")).resolves.toMatchObject({
      ok: false,
      status: 500,
      data: undefined,
    });
    expect(clock.pendingTimers()).toBe(0);
  });

  test("tells the server's clock, and how long to wait by it", async () => {
    const headers = {
      Date: "Thu, 01 Jan 2026 01:00:00 GMT",
      "Retry-After": "Thu, 01 Jan 2026 01:00:09 GMT",
    };
    await expect(answering(headers)).resolves.toMatchObject({
      ...{ serverNow: NOW + 3_600_000, retryAfterMs: 9000 },
    });
  });

  test.each([{}, { Date: "yesterday" }])(
    "without a readable Date goes by our clock: %j",
    async (headers) => {
      await expect(answering(headers)).resolves.toMatchObject({ serverNow: NOW });
    },
  );

  test("of no use is an http error, or a parse error if it was 2xx", () => {
    const refused = toFetchError(answerOf({ status: 503, retryAfterMs: 9000 }));
    expect(refused).toMatchObject({ code: "http", status: 503, retryAfterMs: 9000 });
    expect(toFetchError(answerOf({ status: 200 }))).toMatchObject({ code: "parse", status: 200 });
  });

  test("that refuses a token says where to look for the cause", () => {
    const refused = toCsrfError(answerOf({ status: 400 }));
    expect(refused).toMatchObject({ code: "csrf", status: 400 });
    expect(refused.message).toContain("are cookies blocked?");
  });
});

describe("the option headers", () => {
  test("may be no text, and the error has a cause", async () => {
    const { http } = stubHttp(ok, { headers: "X-A: b" as never });
    const error = await http("session").catch((it: unknown) => it);
    expect(error).toMatchObject({ message: expect.stringContaining("it is no object") });
    expect((error as Error).cause).toBeInstanceOf(TypeError);
  });

  test("is taken as it is where there is no Headers", async () => {
    vi.stubGlobal("Headers", undefined);
    const { http, calls } = stubHttp(
      () => Promise.resolve({ ok: true, json: async () => ({}) } as Response),
      {
        headers: { "X-A": "b" },
      },
    );
    await http("session");
    expect(calls[0]!.init.headers).toEqual({ "X-A": "b" });
    vi.unstubAllGlobals();
  });
});
