import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cookieAccessOf } from "../../../src/features/embedded.ts";
import { json } from "../../support/auth-server.ts";
import { openBrowser } from "../../support/browser.ts";
import { answering, failing } from "../../support/faults.ts";
import { dropCookies, type FramedPage, stubFramedPage } from "../../support/framed-page.ts";

let page: FramedPage;

beforeEach(() => {
  page = stubFramedPage();
});
afterEach(() => vi.unstubAllGlobals());

async function openFrame() {
  const browser = openBrowser();
  await browser.advance(6000);
  const { client } = browser.tabs[0]!;
  return { ...browser, look: (ms?: number) => browser.finish(cookieAccessOf(client), ms) };
}

test("a page outside of a frame has all its cookies, and asks nobody", async () => {
  page.isFramed = false;
  const { look, server } = await openFrame();
  expect(await look()).toBe("full");
  expect(server.count("GET csrf")).toBe(0);
});

test("a server does not know, and asks nobody", async () => {
  const { look, server } = await openFrame();
  vi.unstubAllGlobals();
  expect(await look()).toBe("unknown");
  expect(server.count("GET csrf")).toBe(0);
});

test("a page outside of a frame has none where the user has turned cookies off", async () => {
  page.isFramed = false;
  vi.stubGlobal("navigator", { cookieEnabled: false });
  const { look } = await openFrame();
  expect(await look()).toBe("blocked");
});

test.each([
  [true, "full"],
  [false, "partitioned"],
])("in a frame that keeps cookies, hasStorageAccess() says %s: %s", async (has, access) => {
  page.access = () => Promise.resolve(has);
  const { look, server } = await openFrame();
  expect(await look()).toBe(access);
  expect(server.count("GET csrf")).toBe(2);
});

test("asks for tokens only after the first read, which may set their cookie, too", async () => {
  const { tabs, server, advance, finish } = openBrowser();
  server.latencyMs = 100;
  const begun = cookieAccessOf(tabs[0]!.client);
  await advance(90);
  expect([server.count("GET session"), server.count("GET csrf")]).toEqual([1, 0]);
  expect(await finish(begun)).toBe("partitioned");
});

test("cookies that are not kept are blocked, even where the browser says that there is access", async () => {
  page.access = () => Promise.resolve(true);
  const { look, server } = await openFrame();
  dropCookies(server);
  expect(await look()).toBe("blocked");
});

test("a cookie that another request has replaced once is no proof", async () => {
  const { look, server } = await openFrame();
  const tokens = ["first", "second", "second"];
  server.fault = ({ endpoint }) =>
    endpoint === "csrf" ? json({ csrfToken: tokens.shift() }) : undefined;
  expect(await look()).toBe("partitioned");
});

describe("is unknown", () => {
  test("in a browser without hasStorageAccess, unless the cookies are not kept", async () => {
    const { look, server } = await openFrame();
    page.loseApi();
    expect(await look()).toBe("unknown");
    dropCookies(server);
    expect(await look()).toBe("blocked");
  });

  test("with a server that has no CSRF tokens", async () => {
    const { look, server } = await openFrame();
    server.hasCsrf = false;
    expect(await look()).toBe("unknown");
  });

  test("if the server fails", async () => {
    const { look, server } = await openFrame();
    server.fault = failing("GET csrf", answering(503));
    expect(await look()).toBe("unknown");
  });

  test("if the browser refuses to tell", async () => {
    page.access = () => Promise.reject(new DOMException("gone", "InvalidStateError"));
    const { look } = await openFrame();
    expect(await look()).toBe("unknown");
  });

  test("if the browser does not answer within 10 s", async () => {
    page.access = () => new Promise(() => {});
    const { look } = await openFrame();
    expect(await look(11_000)).toBe("unknown");
  });
});
