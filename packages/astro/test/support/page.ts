import type { RegisteredSession, SessionClient } from "@sojourn/core";
import { createAuthServer } from "@sojourn/testing";
import { vi } from "vitest";
import { toElement } from "../../src/rendered-session.ts";

/**
 * Opens a page that the server has rendered for somebody. It loads this package again, so import
 * what a test needs of it afterwards.
 */
export async function openPage(
  rendered: RegisteredSession,
): Promise<SessionClient<RegisteredSession>> {
  vi.resetModules();
  vi.stubGlobal(
    "fetch",
    createAuthServer({ origin: location.origin, user: rendered.user ?? null }).fetch,
  );
  // The clients of earlier tests are no other tabs.
  vi.stubGlobal("BroadcastChannel", undefined);
  document.head.innerHTML = toElement(rendered);
  const { client } = await import("../../src/client.ts");
  return client;
}

/** Creates the element of an island, as the server has rendered it. */
export function createRoot(html = ""): HTMLElement {
  const root = document.createElement("astro-island");
  root.innerHTML = html;
  return root;
}
