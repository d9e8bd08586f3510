import { globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "@playwright/test";
import { base, built } from "../generate/site.ts";

const files = globSync("**/*.html", { cwd: built }).filter((it) => it !== "404.html");
const pages = new Map(files.map((file) => [file, readFileSync(join(built, file), "utf8")]));
const others = new Set(globSync("**/*", { cwd: built }));

/** The file of the site to which a link of a page leads, and the anchor in it; none for other sites. */
function targetOf(file: string, link: string): { file: string; anchor: string } | undefined {
  const { origin, pathname, hash } = new URL(link, `https://site${posix.join(base, file)}`);
  if (origin !== "https://site") return undefined;
  const path = decodeURIComponent(pathname).slice(base.length);
  return { file: /(^|\/)$/.test(path) ? `${path}index.html` : path, anchor: hash.slice(1) };
}

function linksOf(html: string): string[] {
  return Array.from(html.matchAll(/<a\b[^>]*? href="([^"]*)"/g), ([, it = ""]) =>
    it.replaceAll("&amp;", "&"),
  );
}

test("each link of the site leads to a page that is there", () => {
  const dead = files.flatMap((file) =>
    linksOf(pages.get(file) ?? "")
      .map((link) => ({ link, target: targetOf(file, link) }))
      .filter(({ target }) => target && !pages.has(target.file) && !others.has(target.file))
      .map(({ link }) => `${file}: ${link}`),
  );
  expect([...new Set(dead)]).toEqual([]);
});

test("each link to a heading leads to one that is there", () => {
  const dead = files.flatMap((file) =>
    linksOf(pages.get(file) ?? "")
      .map((link) => ({ link, target: targetOf(file, link) }))
      .filter(({ target }) => {
        if (!target?.anchor) return false;
        const id = decodeURIComponent(target.anchor);
        return !pages.get(target.file)?.includes(` id="${id}"`);
      })
      .map(({ link }) => `${file}: ${link}`),
  );
  expect([...new Set(dead)]).toEqual([]);
});
