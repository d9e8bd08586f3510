import { expect, test } from "vitest";
import { readAuthResult, withoutAuthResult } from "../../src/api/auth-result.ts";
import type { HttpAnswer } from "../../src/api/http.ts";
import { answerOf, caught } from "./stub.ts";

const app = "https://app.example/";

test.each([
  ["a success", 200, `${app}home`, true, undefined, undefined],
  [
    "v4: wrong credentials",
    401,
    `${app}error?error=CredentialsSignin`,
    false,
    "CredentialsSignin",
    undefined,
  ],
  [
    "v5: wrong credentials",
    200,
    `${app}error?error=CredentialsSignin&code=credentials`,
    false,
    "CredentialsSignin",
    "credentials",
  ],
  ["an address with a query in its fragment", 200, "/home#?error=A", true, undefined, undefined],
  ["an address that is relative", 200, "/error?error=A%20b#error=c", false, "A b", undefined],
])("%s", (_, status, url, ok, error, code) => {
  expect(readAuthResult(answerOf({ status, data: { url } }), "")).toEqual({
    ...{ url, status, ok, error, code, isAmbiguous: false },
  });
});

test.each([{}, null, [], { url: 1 }, { url: "" }])("a 200 may name no url: %j", (data) => {
  expect(readAuthResult(answerOf({ data }), "")).toMatchObject({ ok: true, url: undefined });
});

test.each<[string, Partial<HttpAnswer>, object]>([
  ["v4: a refused token", { data: { url: `${app}signin?csrf=true` } }, { code: "csrf" }],
  ["v5: a refused token", { data: { url: `${app}?error=MissingCSRF` } }, { code: "csrf" }],
  ["no JSON", { data: undefined }, { code: "parse" }],
  ["an error without url", { status: 500, data: {} }, { code: "http", status: 500 }],
])("%s throws", (_, answer, expected) => {
  expect(caught(() => readAuthResult(answerOf(answer), ""))).toMatchObject(expected);
});

test.each([
  ["/a?error=x", "/a?"],
  ["/a?error=x&b=1", "/a?b=1"],
  ["/a?b=1&error=x&c=2#error=y", "/a?b=1&c=2#error=y"],
  ["/a?error=x&csrf=true&b=1", "/a?b=1"],
  ["/a?myerror=x", "/a?myerror=x"],
  ["/a", "/a"],
])("%s comes back without the auth result: %s", (url, expected) => {
  expect(withoutAuthResult(url)).toBe(expected);
});

test.each([
  ["/logs?error=500&page=2", "/logs?error=500&page=2"],
  ["/logs?%65rror=500", `${app}logs?error=500`],
  ["/logs?error=500", `${app}logs?error=500&page=2`],
  ["/login?csrf=true", `${app}login?csrf=true`],
])("what the address %s had already is no auth result", (callbackUrl, url) => {
  expect(readAuthResult(answerOf({ data: { url } }), callbackUrl)).toMatchObject({
    ...{ ok: true, error: undefined, code: undefined, url },
  });
});

test.each([
  ["another error", 200, "/login?error=AccessDenied", "/login?error=500", "AccessDenied"],
  ["a code beside it", 200, "/login?error=X&code=y", "/login?error=X", "X"],
  ["the status", 401, "/login?error=X", "/login?error=X", "X"],
])("an error that was there already is one again, by %s", (_, status, url, callbackUrl, error) => {
  const result = readAuthResult(answerOf({ status, data: { url } }), callbackUrl);
  expect(result).toMatchObject({ ok: false, error, isAmbiguous: false });
});

test("an answer that leads to just the error that was sent does not tell", () => {
  const url = "/login?error=CredentialsSignin&code=credentials";
  expect(readAuthResult(answerOf({ data: { url } }), url).isAmbiguous).toBe(true);
});

test.each([
  ["another path", "/api/auth/signin?error=X", "/home?error=X"],
  ["another path, in another encoding", "/api/auth/signin?error=X", "/home?%65rror=X"],
  ["once more", "/home?error=X&error=X", "/home?error=X"],
])("the same error is an auth result where it stands at %s", (_, url, callbackUrl) => {
  const result = readAuthResult(answerOf({ data: { url } }), callbackUrl);
  expect(result).toMatchObject({ ok: false, error: "X", isAmbiguous: false });
});

test.each(["csrf=true", "error=MissingCSRF"])(
  "a refused token is one, though the address that was sent has %s in it",
  (query) => {
    const answer = answerOf({ data: { url: `${app}api/auth/signin?${query}` } });
    expect(caught(() => readAuthResult(answer, `/bye?${query}`))).toMatchObject({ code: "csrf" });
  },
);
