import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../scripts/packages.ts";
import { errorTexts } from "../generate/error-codes.ts";
import { errorPages } from "../generate/error-pages.ts";

const source = readFileSync(join(root, "packages/core/src/errors.ts"), "utf8");

/** The codes in the source: those of the two types, and those of classes that have one code. */
const codes = [
  ...Array.from(source.matchAll(/^ {2}\| "([a-z-]+)"/gm), ([, code]) => code),
  ...Array.from(source.matchAll(/extends SessionError<"([a-z-]+)">/g), ([, code]) => code),
];

test("each code of the source has a page, and no page has another code", () => {
  expect(codes.length).toBeGreaterThan(10);
  expect(Object.keys(errorTexts).toSorted()).toEqual(codes.toSorted());
});

test.each(Object.entries(errorTexts))("%s has a class that has this code", (code, { name }) => {
  const types = new Map([
    ["SessionFetchError", "SessionFetchErrorCode"],
    ["SignInError", "SignInErrorCode"],
  ]);
  const type = types.get(name);
  const declared = type
    ? new RegExp(`type ${type} =([^;]*);`).exec(source)?.[1]
    : new RegExp(`class ${name} ([^{]*){`).exec(source)?.[1];
  expect(declared).toContain(`"${code}"`);
});

test("a page says what happened, why, and what to do", () => {
  for (const [path, page] of errorPages().slice(1)) {
    const titles = Array.from(page.matchAll(/^## (.*)$/gm), ([, title]) => title);
    expect(titles, path).toEqual(["What happened", "Why", "What to do"]);
  }
});
