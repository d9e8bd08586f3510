import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const COLOUR = /--([\w-]+): (#\w+);/g;

test("the colours are those of the demo, light and dark", () => {
  const [light = "", dark = ""] = read("../../../examples/shared/look.css").split(
    "@media (prefers-color-scheme: dark)",
  );
  const colours = Object.fromEntries([...light.matchAll(COLOUR)].map(([, name, it]) => [name, it]));
  const inDark = Object.fromEntries([...dark.matchAll(COLOUR)].map(([, name, it]) => [name, it]));
  const own = [
    ...read("../src/view/playground.css").matchAll(/--([\w-]+): light-dark\((.+), (.+)\)/g),
  ];
  expect(own.map(([, name, ...both]) => [name, ...both])).toEqual(
    Object.keys(colours).map((name) => [name, colours[name], inDark[name]]),
  );
});
