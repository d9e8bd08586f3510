import { describe, expect, test } from "vitest";
import { toJson, withoutForm } from "../../src/api/to-json.ts";

class Point {
  x = 1;
  hidden = (): number => this.x;
}

test.each([
  [undefined, undefined],
  [null, null],
  [0, 0],
  ["text", "text"],
  [{ a: [1, { b: null }] }, { a: [1, { b: null }] }],
  [new Date(0), "1970-01-01T00:00:00.000Z"],
  [new Point(), { x: 1 }],
  [{ toJSON: () => ({ own: true }) }, { own: true }],
])("%o is what JSON makes of it", (value, expected) => {
  expect(toJson(value)).toEqual(expected);
});

const cycle: Record<string, unknown> = {};
cycle["self"] = cycle;

test.each([
  ["a bigint", 1n],
  ["a bigint inside", { a: [1n] }],
  ["a cycle", cycle],
  ["a function", () => {}],
  ["a symbol", Symbol("a")],
  ["a Map", new Map([["a", 1]])],
  ["a Map inside", { a: { b: new Map() } }],
  ["a Set", new Set([1])],
  ["a Blob", new Blob(["a"])],
  ["an Error", new Error("a")],
  ["a promise", Promise.resolve(1)],
  [
    "what throws when it is written",
    {
      toJSON: () => {
        throw new Error("own");
      },
    },
  ],
])("%s is refused with a TypeError that says what to do", (_, value) => {
  expect(() => toJson(value)).toThrow(TypeError);
  expect(() => toJson(value)).toThrow("[sojourn] update() takes JSON");
});

describe("a form", () => {
  const form = new FormData();
  form.append("name", "Ada");
  form.append("tag", "a");
  form.append("tag", "b");
  form.append("__proto__", "c");

  test("is taken for its fields, those that come twice as lists", () => {
    const fields = toJson(form) as object;
    expect(Object.entries(fields)).toEqual([
      ["name", "Ada"],
      ["tag", ["a", "b"]],
      ["__proto__", "c"],
    ]);
    expect(toJson({ form: new URLSearchParams("a=1") })).toEqual({ form: { a: "1" } });
  });

  test("with a file is refused: JSON cannot hold one", () => {
    const withFile = new FormData();
    withFile.append("photo", new File(["a"], "a.png"));
    expect(() => toJson(withFile)).toThrow("File");
  });

  test("as a form is sent with its fields, files included", () => {
    expect(withoutForm(new URLSearchParams("a=1"))).toEqual({ a: "1" });
    expect(withoutForm({ a: 1 })).toEqual({ a: 1 });
    expect(withoutForm(undefined)).toBeUndefined();
  });
});

test.each([
  ["a function", () => {}, "it cannot hold [object Function]"],
  ["a symbol", Symbol("a"), "it cannot hold [object Symbol]"],
])("%s is named in the error, which has a cause", (_, value, message) => {
  expect(() => toJson(value)).toThrow(message);
  expect(() => toJson(value)).toThrow(expect.objectContaining({ cause: expect.any(TypeError) }));
});

test.each(["MyFormData", "FormDataLike", "MyURLSearchParams"])(
  "an object that calls itself a %s is no form",
  (tag) => {
    const value = { [Symbol.toStringTag]: tag, a: 1 };
    expect(withoutForm(value)).toBe(value);
  },
);
