import { Component, createEnvironmentInjector, REQUEST, TransferState } from "@angular/core";
import { createAuthServer, createSession, createTestClient } from "@sojourn/testing";
import { createMemoryWorld } from "@sojourn/core/memory";
import { provideRouter, Router } from "@angular/router";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  injectSessionClient,
  provideServerSession,
  provideSojourn,
  refreshOnChange,
  type SojournOptions,
} from "../src/index.ts";
import { signedInGuard } from "../src/router.ts";
import { provideServer } from "./support/as-on-server.ts";
import { startApp } from "./support/start-app.ts";

const Empty = Component({ selector: "app-root", template: "" })(
  class {
    readonly isEmpty = true;
  },
);

/** Returns the state that a server writes into its page. */
async function renderState(options: SojournOptions): Promise<string> {
  const { application } = await startApp(() => {}, [
    provideSojourn(options),
    provideServerSession(() => ({ session: createSession() })),
    provideServer(),
    { provide: REQUEST, useValue: new Request("https://app.example/") },
  ]);
  vi.unstubAllGlobals();
  return application.injector.get(TransferState).toJson();
}

/** Loads a page with a state until the test is over. */
function load(state: string): void {
  const script = document.createElement("script");
  Object.assign(script, { id: "ng-state", type: "application/json", textContent: state });
  document.body.append(script);
  onTestFinished(() => script.remove());
}

test("the session in the page is that of the app's server, not of another one", async () => {
  load(await renderState({ basePath: "/auth" }));
  const { application, result } = await startApp(injectSessionClient, [
    provideSojourn({ basePath: "/auth" }),
  ]);
  const route = createEnvironmentInjector([provideSojourn()], application.injector);
  const [own, other] = [result, route.runInContext(injectSessionClient)];
  expect(own.getSnapshot().status).toBe("authenticated");
  expect(other.getSnapshot().status).toBe("loading");
});

test("a guard that is the first to need the session asks if the page is old", async () => {
  load(await renderState({}));
  const server = createAuthServer({ origin: "https://app.example" });
  const world = createMemoryWorld({ fetch: server.fetch });
  const { environment } = world.openTab({ url: "https://app.example/" });
  const routes = [
    { path: "orders", component: Empty, canActivate: [signedInGuard] },
    { path: "**", component: Empty },
  ];
  const { application } = await startApp(() => {}, [
    provideRouter(routes),
    provideSojourn({ environment }),
  ]);
  const router = application.injector.get(Router);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
  onTestFinished(() => void vi.useRealTimers());
  const navigation = router.navigateByUrl("/orders");
  await world.clock.advance(1000);
  await navigation;
  expect(router.url).toMatch(/^\/auth\/signin/);
});

test.each([
  ["a page that was rendered in advance", '{"__nghData__":[]}', 1],
  ["a page that no server has rendered", "{}", 0],
])("%s has been rendered for nobody: a user's first session refreshes it", async (_, state, n) => {
  load(state);
  const refresh = vi.fn<() => void>();
  const client = createTestClient();
  client.server.user = { name: "Ada" };
  await startApp(() => refreshOnChange(refresh), [provideSojourn({ client })]);
  await expect.poll(() => client.getSnapshot().status).toBe("authenticated");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(refresh).toHaveBeenCalledTimes(n);
});
