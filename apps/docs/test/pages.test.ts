import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../scripts/packages.ts";
import { groups } from "../.vitepress/sidebar.ts";
import { entries, pageOf } from "../generate/entries.ts";
import { siteUrl, sources } from "../generate/site.ts";

const pages = globSync("**/*.md", { cwd: sources });
const read = (file: string): string => readFileSync(file, "utf8");
const listed = groups
  .flatMap(({ items }) => items.map(({ link = "" }) => link.slice(1)))
  .filter((it) => !it.endsWith("/"))
  .map((it) => `${it}.md`);

test("the sidebar has each page once", () => {
  const written = pages.filter((it) => it !== "index.md");
  const others = listed.filter((it) => !/^(errors|reference)\//.test(it));
  expect(others.toSorted()).toEqual(written.toSorted());
});

test.each(pages)("%s has a description and one title", (page) => {
  const text = read(join(sources, page));
  expect(text).toMatch(/^---\n(?:.*\n)*?description: ".{20,}"\n/);
  const titles = text.replaceAll(/^```[^]*?^```$/gm, "").match(/^# /gm) ?? [];
  expect(titles).toHaveLength(page === "index.md" ? 0 : 1);
});

test.each(pages)("%s names files of the repository that exist", (page) => {
  const links = read(join(sources, page)).matchAll(/\]\(repo:([^)#]+)/g);
  const missing = Array.from(links, ([, path = ""]) => path);
  expect(missing.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

const published = globSync(["*.md", "packages/*/*.md", ".github/**/*.yml"], { cwd: root });

test.each(published)("%s links to pages of the site that exist", (file) => {
  const links = read(join(root, file)).matchAll(/(https:[^)\s#`"]+)/g);
  const targets = Array.from(links, ([, url = ""]) => url)
    .filter((url) => url.endsWith(".html") && url.startsWith(siteUrl()))
    .map((url) => url.slice(siteUrl().length).replace(/\.html$/, ".md"));
  expect(targets.filter((it) => !listed.includes(it))).toEqual([]);
});

test("each entry of a package for apps has a page of the reference", () => {
  const names = [
    ...["angular", "astro", "core", "devtools", "nuxt", "query", "react", "solid"],
    ...["svelte", "testing", "vue", "webauthn"],
  ];
  const specifiers = names.flatMap((name) => {
    const { exports } = JSON.parse(read(join(root, `packages/${name}/package.json`)));
    return Object.keys(exports).map((it) => `@sojourn/${name}${it.slice(1)}`);
  });
  const wanted = specifiers.filter((it) => !it.endsWith("package.json")).map(pageOf);
  expect(entries.map(({ specifier }) => pageOf(specifier)).toSorted()).toEqual(wanted.toSorted());
});
