import { globSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { built } from "../generate/site.ts";

const pages = globSync("**/*.html", { cwd: built }).filter(
  (it) => !/^(404|index|playground\/index)\.html$/.test(it),
);

test("each page is there as Markdown, with links that lead somewhere", async ({ request }) => {
  for (const page of pages) {
    const response = await request.get(`/${page.replace(".html", ".md")}`);
    expect(response.ok(), page).toBe(true);
    const text = await response.text();
    expect(text, page).toMatch(/^# .+/m);
    expect(text, page).not.toMatch(/\]\(repo:|^<!-- [a-z]+ -->$/m);
  }
});

test("llms.txt lists each page, with what it is about", async ({ request }) => {
  const text = await (await request.get("/llms.txt")).text();
  const lines = Array.from(text.matchAll(/^- \[.+\]\(\/(.+)\.md\): .{20,}$/gm), ([, it]) => it);
  const wanted = pages.map((it) => it.replace(".html", ""));
  expect(lines.toSorted()).toEqual(wanted.toSorted());
});

test("llms-full.txt has the text of all pages", async ({ request }) => {
  const text = await (await request.get("/llms-full.txt")).text();
  expect(text).toContain("# Getting started");
  expect(text).toContain("# @sojourn/core");
});
