import { expect, test } from "vitest";
import { anchorLinksOf, anchorsOf } from "./anchors.ts";

test.each([
  ["# What next-auth's users were promised", "what-next-auths-users-were-promised"],
  ["## getSession, getCsrfToken, getProviders", "getsession-getcsrftoken-getproviders"],
  ["## \\_\\_NEXTAUTH", "__nextauth"],
  ["### `signIn()` – by *hand* ###", "signin--by-hand"],
  ["## [A link](there.md) & more", "a-link--more"],
])("makes the anchor of a heading as GitHub does: %s", (heading, anchor) => {
  expect([...anchorsOf(`${heading}\n`)]).toEqual([anchor]);
});

test("numbers headings of the same name, and takes none from code", () => {
  expect([...anchorsOf("# A\n```sh\n# B\n```\n## A\n")]).toEqual(["a", "a-1"]);
});

test("finds links to anchors, of the page and of others, but not of the web", () => {
  const page = "[a](#b) [c](d.md#e 'f') [g](https://h#i) [j](k.md)\n```md\n[l](#m)\n```\n";
  expect(anchorLinksOf(page)).toEqual([
    { path: "", anchor: "b" },
    { path: "d.md", anchor: "e" },
  ]);
});
