// @vitest-environment node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Every value and type that a file of declarations exports. */
function namesIn(path: string): string[] {
  const text = read(`node_modules/${path}`);
  const declared = text.matchAll(/^export (?:declare )?(?:function|const|type|interface) (\w+)/gm);
  const listed = text.matchAll(/^export (?:type )?\{([^}]*)\}/gm);
  return [
    ...Array.from(declared, ([, name = ""]) => name),
    ...Array.from(listed, ([, list = ""]) => list.match(/\w+/g) ?? []).flat(),
  ];
}

test.each([
  [4, ["next-auth4/react/index.d.ts", "next-auth4/react/types.d.ts"]],
  [5, ["next-auth5/react.d.ts"]],
])("every name that next-auth %s exports is compared with ours", (version, files) => {
  const names = new Set(files.flatMap(namesIn));
  expect(names.size).toBeGreaterThan(15);
  const compared = read(`test/types/next-auth-${version}/exports.ts`);
  for (const name of names) {
    expect(compared).toMatch(new RegExp(`\\btheirs\\.${name}\\b|\\bTheir\\["${name}"\\]`));
    expect(compared).toMatch(new RegExp(`\\bours\\.${name}\\b`));
  }
});
