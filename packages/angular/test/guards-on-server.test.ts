import { APP_BASE_HREF } from "@angular/common";
import { Component, inject, Injectable, REQUEST } from "@angular/core";
import { createApplication } from "@angular/platform-browser";
import {
  provideRouter,
  Router,
  RouterOutlet,
  type Route,
  type Routes,
  withEnabledBlockingInitialNavigation,
} from "@angular/router";
import { createSession } from "@sojourn/testing";
import { expect, onTestFinished, test } from "vitest";
import { injectSession, provideServerSession, provideSojourn, type Session } from "../src/index.ts";
import { guestGuard, signedInGuard } from "../src/router.ts";
import { provideServer } from "./support/as-on-server.ts";

const User = Injectable({ providedIn: "root" })(
  class {
    readonly session = injectSession();
  },
);

const Root = Component({
  selector: "app-root",
  imports: [RouterOutlet],
  template: "{{ user.session.status() }} {{ session.status() }} <router-outlet />",
})(
  class {
    readonly user = inject(User);
    readonly session = injectSession();
  },
);

const Empty = Component({ selector: "test-empty", template: "" })(
  class {
    readonly isEmpty = true;
  },
);

/** Renders a page whose session takes a while to read. Returns where that ends, and its text. */
async function render(url: string, session: Session | null | undefined, route: Route) {
  history.replaceState(null, "", url);
  const routes: Routes = [
    { path: "page", component: Empty, ...route },
    { path: "**", component: Empty },
  ];
  const application = await createApplication({
    providers: [
      provideRouter(routes, withEnabledBlockingInitialNavigation()),
      provideSojourn(),
      provideServerSession(async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return { session };
      }),
      { provide: APP_BASE_HREF, useValue: "/" },
      provideServer(),
      { provide: REQUEST, useValue: new Request("https://app.example/") },
    ],
  });
  onTestFinished(() => application.destroy());
  const host = document.createElement("app-root");
  application.bootstrap(Root, host);
  await application.whenStable();
  return { url: application.injector.get(Router).url, text: host.textContent.trim() };
}

test.each([
  ["nobody", null, "/auth/signin?callbackUrl=%2Fpage"],
  ["a user", createSession(), "/page"],
  ["what could not be read", undefined, "/page"],
])("signedInGuard waits for the read of the request: %s", async (_, session, expected) => {
  const { url } = await render("/page", session, { canActivate: [signedInGuard] });
  expect(url).toBe(expected);
});

test.each([
  ["nobody", null, "/page?callbackUrl=%2Forders"],
  ["a user", createSession(), "/orders"],
  ["what could not be read", undefined, "/page?callbackUrl=%2Forders"],
])("guestGuard waits for the read of the request: %s", async (_, session, expected) => {
  const asked = "/page?callbackUrl=%2Forders";
  expect((await render(asked, session, { canActivate: [guestGuard] })).url).toBe(expected);
});

test("what asks before the session has been read shows it, too", async () => {
  const load = () => void inject(User);
  const { text } = await render("/page", createSession(), { resolve: { it: load } });
  expect(text).toBe("authenticated authenticated");
});
