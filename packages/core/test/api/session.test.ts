import { describe, expect, test } from "vitest";
import { fetchSession, postSession } from "../../src/api/session.ts";
import { NOW, stubHttp } from "./stub.ts";

const answering = (text: string, status = 200) =>
  stubHttp(() => Promise.resolve(new Response(text, { status })));
const session = (expires: unknown): string => JSON.stringify({ user: { name: "Ada" }, expires });

describe("GET /session", () => {
  test.each([
    ["null", 200],
    ["{}", 200],
    ["{}", 401],
    ['{"message":"Unauthorized"}', 401],
  ])("%j with %i says that nobody is signed in", async (text, status) => {
    const { http } = answering(text, status);
    await expect(fetchSession(http)).resolves.toMatchObject({ session: null });
  });

  test.each([
    ["a session", NOW + 60_000, 60_000],
    ["one that ends at once lives for a second", NOW + 1, 1000],
    ["one that has ended at this instant never ends", NOW, Infinity],
    ["one that has ended never ends", NOW - 1, Infinity],
  ])("%s", async (_, endsAt, lifetimeMs) => {
    const text = session(new Date(endsAt).toISOString());
    const answer = await fetchSession(answering(text).http);
    expect(answer).toMatchObject({ session: JSON.parse(text), lifetimeMs });
  });

  test.each([
    ["Thu, 01 Jan 2026 00:00:00 GMT", true],
    ["", false],
  ])("with the date %j, its end is by the server's clock: %j", async (Date, isServerClock) => {
    const { http } = stubHttp(() => Promise.resolve(new Response("{}", { headers: { Date } })));
    await expect(fetchSession(http)).resolves.toMatchObject({ isServerClock });
  });

  test("any object is a session, also one without user and expires", async () => {
    const answer = await fetchSession(answering('{"name":"Ada","role":"admin"}').http);
    expect(answer).toMatchObject({ session: { name: "Ada", role: "admin" }, lifetimeMs: Infinity });
  });

  test("a session without expires never ends", async () => {
    const answer = await fetchSession(answering(session(undefined)).http);
    expect(answer.lifetimeMs).toBe(Infinity);
  });

  test.each([
    ["<html>", 200, "parse"],
    ["[]", 200, "parse"],
    ['"Ada"', 200, "parse"],
    ["", 401, "http"],
    ["<html>", 401, "http"],
    ["null", 500, "http"],
    [session("2027-01-01"), 404, "http"],
  ])("%s with %i is an error: %s", async (text, status, code) => {
    await expect(fetchSession(answering(text, status).http)).rejects.toMatchObject({
      code,
      status,
    });
  });
});

describe("POST /session", () => {
  test("carries the token and the data", async () => {
    const { http, calls } = answering("{}");
    await postSession(http, "token", { a: 1 }, new AbortController());
    expect(calls[0]!.init.body).toBe('{"csrfToken":"token","data":{"a":1}}');
  });

  test.each([
    ["{}", "CsrfError"],
    ["null", "CsrfError"],
    // A Route Handler of next-auth 4.
    ["[object Object]", "CsrfError"],
    ["<html>", "SessionFetchError"],
  ])("a 400 that says %s is a %s", async (text, name) => {
    const posted = postSession(answering(text, 400).http, "t", 1, new AbortController());
    await expect(posted).rejects.toMatchObject({ name, status: 400 });
  });
});
