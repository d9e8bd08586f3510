import type { TanStackDevtoolsPlugin } from "@tanstack/devtools";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SojournEvents } from "../src/tanstack.ts";
import { closeBrowser, openBrowser, signIn } from "./support/browser.ts";

type Step = SojournEvents["step"];

// A bus as that of TanStack Devtools: it answers the connection, and sends events on.
let bus: AbortController;

beforeEach(() => {
  // The event client of TanStack does nothing in other environments.
  vi.stubEnv("NODE_ENV", "development");
  vi.resetModules();
  bus = new AbortController();
  const { signal } = bus;
  const connect = (): unknown => window.dispatchEvent(new CustomEvent("tanstack-connect-success"));
  window.addEventListener("tanstack-connect", connect, { signal });
  window.addEventListener(
    "tanstack-dispatch-event",
    (event) => {
      const { detail } = event as CustomEvent<{ type: string }>;
      window.dispatchEvent(new CustomEvent(detail.type, { detail }));
    },
    { signal },
  );
});
afterEach(() => {
  vi.unstubAllEnvs();
  bus.abort();
  closeBrowser();
});

test("is a plugin of TanStack Devtools, and shows the panel in its colours", async () => {
  const { sojournDevtoolsPlugin } = await import("../src/tanstack.ts");
  const plugin: TanStackDevtoolsPlugin = sojournDevtoolsPlugin();
  const element = document.createElement("div");
  document.body.append(element);
  plugin.render(element, { theme: "dark", devtoolsOpen: true });
  plugin.render(element, { theme: "light", devtoolsOpen: true });
  expect([...element.children].map((it) => it.outerHTML)).toEqual([
    '<sojourn-devtools inline="" theme="light"></sojourn-devtools>',
  ]);
  const buttons = element.firstElementChild!.shadowRoot!.querySelectorAll("button");
  const shown = [...buttons].filter((it) => !it.hidden).map((it) => it.textContent);
  expect(shown).not.toContain("Close");
  plugin.destroy?.("sojourn");
  expect(element.children).toHaveLength(0);
});

test("its event client emits each step once, without session data, and takes commands", async () => {
  const { sojournDevtoolsPlugin } = await import("../src/tanstack.ts");
  const { EventClient } = await import("@tanstack/devtools-event-client");
  const { open, advance } = openBrowser();
  const one = open();
  sojournDevtoolsPlugin(one.client);
  sojournDevtoolsPlugin(one.client);
  const steps: Step[] = [];
  const events = new EventClient<SojournEvents>({ pluginId: "sojourn" });
  events.on("step", ({ payload }) => void steps.push(payload));
  await advance(100);
  await signIn(one);

  const types = one.source.view().events.map(({ type }) => type);
  // The first one was before the plugin.
  expect(steps.map(({ event }) => event)).toEqual(types.toReversed().slice(1));
  const last = steps.findLast(({ event }) => event === "answered");
  expect(last).toMatchObject({ client: "/api/auth", status: "authenticated" });
  expect(last?.changed).toContain("cache.session");
  expect(JSON.stringify(steps)).not.toMatch(/Ada|@example/);

  events.emit("fail-next-read", undefined);
  expect(one.source.view().fault).toBe("fails");
  events.emit("read-now", undefined);
  await advance(100);
  expect(one.client.getSnapshot()).toMatchObject({ error: { code: "network" } });
});
