import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { sources } from "../generate/site.ts";

interface Sample {
  headScript: string;
  appendSession(session: Promise<unknown>): PassThrough;
}

const guide = readFileSync(join(sources, "guides/streaming.md"), "utf8");
const [, code = ""] = /```ts\n(\/\/ stream-session\.ts[^]*?)```/.exec(guide) ?? [];
const url = `data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(code))}`;
const { headScript, appendSession }: Sample = await import(url);

/** Runs the scripts of a page as a browser finds them. */
async function openPage(session: Promise<unknown>): Promise<{ session: unknown; scripts: number }> {
  const page = new PassThrough();
  page.end("<p>hello</p>");
  const html = headScript + (await text(page.pipe(appendSession(session))));
  const scripts = Array.from(html.matchAll(/<script>([^]*?)<\/script>/g), ([, it = ""]) => it);
  const window: Record<string, unknown> = {};
  window.window = window;
  for (const script of scripts) runInNewContext(script, window);
  return { session: await window.session, scripts: scripts.length };
}

test.each([
  ["a session", { user: { name: "Ada" }, expires: "2027-01-01T00:00:00.000Z" }],
  ["nobody", null],
  ["a name that is HTML", { user: { name: "</script><script>alert(1)</script><!--" } }],
])("the sample hands over %s", async (_, session) => {
  const opened = await openPage(Promise.resolve(session));
  expect(opened.scripts).toBe(2);
  expect(JSON.stringify(opened.session)).toBe(JSON.stringify(session));
});

test("the sample hands over nothing if the server could not read the session", async () => {
  const opened = await openPage(Promise.reject(new Error("no database")));
  expect(opened).toEqual({ session: undefined, scripts: 2 });
});
