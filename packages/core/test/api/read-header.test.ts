import { expect, test } from "vitest";
import { readHeader } from "../../src/api/read-header.ts";

/** Headers of a class that is not ours, as GraphQL Yoga and undici have them. */
class OtherHeaders {
  get(name: string): string | null {
    return name.toLowerCase() === "cookie" ? "a=b" : null;
  }
}

test.each([
  ["Headers", new Headers({ Cookie: "a=b" })],
  ["headers of another class", new OtherHeaders()],
  ["Node's, in lower case", { cookie: "a=b" }],
  ["an object in another case", { Cookie: "a=b" }],
  ["a Map", new Map([["Cookie", "a=b"]])],
])("a cookie is found in %s", (_, headers) => {
  expect(readHeader(headers, "cookie")).toBe("a=b");
});

test("several cookies are one header", () => {
  expect(readHeader({ cookie: ["a=b", "c=d"] }, "cookie")).toBe("a=b; c=d");
});

test.each([[new Headers()], [{}], [{ cookie: undefined }], [{ cookie: "" }], [new Map()]])(
  "none is found in %o",
  (headers) => {
    expect(readHeader(headers, "cookie")).toBeUndefined();
  },
);
