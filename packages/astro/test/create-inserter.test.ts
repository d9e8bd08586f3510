import { expect, test } from "vitest";
import { createInserter } from "../src/create-inserter.ts";

/** Sends HTML through the transformation, in chunks of so many bytes. */
async function insertInto(html: string, chunkSize = 4096): Promise<string> {
  const bytes = new TextEncoder().encode(html);
  const body = new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += chunkSize) {
        controller.enqueue(bytes.slice(at, at + chunkSize));
      }
      controller.close();
    },
  });
  return new Response(body.pipeThrough(createInserter("<i>✓</i>"))).text();
}

test.each([
  ["<!doctype html><html><head><title>é</title></head>", "<head>", 1],
  ['<!doctype html><html><HEAD lang="en"><title>é</title></HEAD>', '<HEAD lang="en">', 3],
  ["<!doctype html><header>é</header><head>", "<head>", 7],
])("inserts after the head's tag: %s", async (html, tag, chunkSize) => {
  expect(await insertInto(html, chunkSize)).toBe(html.replace(tag, `${tag}<i>✓</i>`));
});

test("inserts before the body of a page without a head", async () => {
  expect(await insertInto("<!doctype html><body><p>Hello")).toBe(
    "<!doctype html><i>✓</i><body><p>Hello",
  );
});

test("inserts once, and keeps all bytes of what streams in later", async () => {
  const html = `<head></head>${"<p>ünï</p><head>".repeat(2000)}`;
  expect(await insertInto(html, 5)).toBe(html.replace("<head>", "<head><i>✓</i>"));
});

test("changes nothing where there is no page", async () => {
  const html = "<p>é</p>".repeat(20_000);
  expect(await insertInto(html)).toBe(html);
  expect(await insertInto("<p>A part of a page</p>")).toBe("<p>A part of a page</p>");
});
