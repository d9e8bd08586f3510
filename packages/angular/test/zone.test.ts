import "zone.js";
import { type ApplicationRef, NgZone, provideZoneChangeDetection } from "@angular/core";
import { createMemoryWorld } from "@sojourn/core/memory";
import { createAuthServer, createSession } from "@sojourn/testing";
import { expect, test } from "vitest";
import { injectSession, provideSojourn } from "../src/index.ts";
import { startApp } from "./support/start-app.ts";

function isStable(application: ApplicationRef): boolean {
  let stable = false;
  application.isStable.subscribe((it) => (stable = it)).unsubscribe();
  return stable;
}

test("with zone.js a change is shown, and the client's timers do not keep the app unstable", async () => {
  const server = createAuthServer({ origin: "https://app.example", user: { name: "Ada" } });
  const world = createMemoryWorld({ fetch: server.fetch });
  const tab = world.openTab({ url: "https://app.example/" });
  const inZone: boolean[] = [];
  // Zone.js knows only the timers of the platform.
  const environment: typeof tab.environment = {
    ...tab.environment,
    schedule(task, delayMs) {
      inZone.push(NgZone.isInAngularZone());
      const timer = setTimeout(() => {}, delayMs);
      const stop = tab.environment.schedule(task, delayMs);
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
  };
  const { application, result } = await startApp(
    () => injectSession(),
    [
      provideZoneChangeDetection(),
      provideSojourn({ environment, session: createSession(), refetchInterval: 60 }),
    ],
  );
  expect(isStable(application)).toBe(true);

  const zone = application.injector.get(NgZone);
  const updated = zone.run(() => result.update({ name: "Countess" }));
  await world.clock.advance(1000);
  await updated;
  expect(result.data()?.user?.name).toBe("Countess");
  await expect.poll(() => isStable(application)).toBe(true);
  expect(inZone.length).toBeGreaterThan(0);
  expect(inZone).not.toContain(true);
});
