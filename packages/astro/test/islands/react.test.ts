import { createSession } from "@sojourn/testing";
import { act, createElement as h } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, expectTypeOf, onTestFinished, test, vi } from "vitest";
import { createRoot, openPage } from "../support/page.ts";

const ada = createSession();
vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);

/** Loads what an island imports. */
async function loadIsland() {
  const { signOut, useSession, useSessionClient } = await import("@sojourn/react");
  const { withSession } = await import("../../src/react.ts");
  const shown: string[] = [];

  function User({ greeting }: { greeting: string }) {
    const name = useSession().data?.user?.name ?? "nobody";
    shown.push(name);
    return h("p", null, `${greeting} ${name}`);
  }
  const Island = withSession(User);

  async function hydrate() {
    const root = createRoot("<p>Hello Ada Lovelace</p>");
    const onRecoverableError = vi.fn<(error: unknown) => void>();
    const island = h(Island, { greeting: "Hello" });
    const hydrated = await act(() => hydrateRoot(root, island, { onRecoverableError }));
    onTestFinished(() => act(() => hydrated.unmount()));
    return { root, onRecoverableError };
  }
  return { Island, hydrate, shown, signOut, useSessionClient, withSession };
}

test("an island shows the session of the page, and follows it", async () => {
  const client = await openPage(ada);
  const { hydrate } = await loadIsland();
  const { root } = await hydrate();
  expect(root.textContent).toBe("Hello Ada Lovelace");
  await act(() => client.signOut({ redirect: false }));
  expect(root.textContent).toBe("Hello nobody");
});

test("an island hydrates with what the server has rendered, whatever is known by then", async () => {
  const client = await openPage(ada);
  await client.signOut({ redirect: false });
  const { hydrate, shown } = await loadIsland();
  const { root, onRecoverableError } = await hydrate();
  expect(shown[0]).toBe("Ada Lovelace");
  expect(root.textContent).toBe("Hello nobody");
  expect(onRecoverableError).not.toHaveBeenCalled();
});

test("functions without a client use that of the page", async () => {
  const client = await openPage(ada);
  const { hydrate, signOut } = await loadIsland();
  await hydrate();
  await act(() => signOut({ redirect: false }));
  expect(client.getSnapshot().status).toBe("unauthenticated");
});

test("components in an island get the client of the page", async () => {
  const client = await openPage(ada);
  const { useSessionClient, withSession } = await loadIsland();
  const Check = () => h("p", null, String(useSessionClient() === client));
  const Island = withSession(() => h("div", null, h(Check)));
  expect(renderToString(h(Island))).toBe("<div><p>true</p></div>");
});

test("an island has the props of its component", async () => {
  await openPage(ada);
  const { Island } = await loadIsland();
  expect(Island).toHaveProperty("displayName", "withSession(User)");
  expectTypeOf(Island).parameter(0).toEqualTypeOf<{ greeting: string }>();
});
