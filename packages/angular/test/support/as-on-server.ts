import { PLATFORM_ID, type Provider, provideAppInitializer } from "@angular/core";
import { onTestFinished, vi } from "vitest";

/** Has an app behave as on a server, until the test is over. */
export function provideServer(): (Provider | ReturnType<typeof provideAppInitializer>)[] {
  vi.unstubAllGlobals();
  onTestFinished(() => void vi.unstubAllGlobals());
  return [
    { provide: PLATFORM_ID, useValue: "server" },
    // Angular's platform for servers sets it, and it does not start without that platform.
    provideAppInitializer(() => void vi.stubGlobal("ngServerMode", true)),
  ];
}
