import { expect, test } from "vitest";
import { readResponse, type ResponseLike } from "../../src/api/read-response.ts";

const data = { a: 1 };
const text = () => Promise.resolve('{"a":1}');
const json = () => Promise.resolve(data);

test.each<[string, ResponseLike, object]>([
  ["a Response", new Response('{"a":1}', { status: 201 }), { ok: true, status: 201, data }],
  ["a refusal", new Response("{}", { status: 401 }), { ok: false, status: 401, data: {} }],
  ["ok and json alone", { ok: true, json }, { ok: true, status: 200, data }],
  ["status and text alone", { status: 200, text }, { ok: true, status: 200, data }],
  ["status and json, not ok", { status: 500, json }, { ok: false, status: 500, data }],
  ["not ok, and no status", { ok: false, json }, { ok: false, status: 0, data }],
  ["a text that is none", { ok: true, text: () => Promise.resolve(), json }, { ok: true, data }],
  ["no JSON", { ok: true, json: () => Promise.reject(new SyntaxError("x")) }, { data: undefined }],
  ["no body at all", { ok: true }, { ok: true, status: 200, data: undefined }],
])("is read by what it has: %s", async (_, response, expected) => {
  expect(await readResponse(response)).toMatchObject(expected);
});

test("a header that it cannot have is empty", async () => {
  const headers = new Headers({ Date: "today" });
  expect((await readResponse({ ok: true, headers })).header("Date")).toBe("today");
  expect((await readResponse({ ok: true, headers: {} })).header("Date")).toBe("");
  expect((await readResponse({ ok: true })).header("Date")).toBe("");
});

test("a refusal of a Route Handler of next-auth 4 is read as an object, and an answer of 200 is not", async () => {
  const refusal = "[object Object]";
  expect((await readResponse(new Response(refusal, { status: 400 }))).data).toEqual({});
  expect((await readResponse(new Response(refusal))).data).toBeUndefined();
});

test.each([
  [199, false],
  [299, true],
  [300, false],
])("a response of nothing but the status %i is ok: %s", async (status, ok) => {
  expect((await readResponse({ status })).ok).toBe(ok);
});
