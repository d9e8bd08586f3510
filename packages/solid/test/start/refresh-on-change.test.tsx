import { createSession, createTestClient } from "@sojourn/testing";
import { sharedConfig } from "solid-js";
import { hydrate, render } from "solid-js/web";
import { expect, onTestFinished, test, vi } from "vitest";
import { SessionProvider } from "../../src/index.ts";
import { RefreshOnChange, type RefreshOnChangeProps } from "../../src/start.ts";

const session = createSession();

/** A root layout that follows the session of a client. */
function createLayout(options: Omit<RefreshOnChangeProps, "refresh"> = {}) {
  const client = createTestClient({ session });
  const refresh = vi.fn<() => Promise<void>>(async () => {});
  const layout = () => (
    <SessionProvider client={client} session={session}>
      <RefreshOnChange refresh={refresh} {...options} />
    </SessionProvider>
  );
  const mount = () => {
    const leave = render(layout, document.createElement("main"));
    onTestFinished(leave);
    return leave;
  };
  return { client, refresh, layout, mount };
}

test("a change has the queries run again, once", async () => {
  const { client, refresh, mount } = createLayout();
  mount();
  expect(refresh).not.toHaveBeenCalled();
  await client.signOut({ redirect: false });
  expect(refresh).toHaveBeenCalledExactlyOnceWith();
});

test("a layout that is gone follows no more", async () => {
  const { client, refresh, mount } = createLayout();
  mount()();
  await client.signOut({ redirect: false });
  expect(refresh).not.toHaveBeenCalled();
});

test("a page from a cache has its queries run again for the user", () => {
  const { refresh, mount } = createLayout({ rendered: null });
  mount();
  expect(refresh).toHaveBeenCalledOnce();
});

test("a change of what is not selected runs nothing again", async () => {
  const { client, refresh, mount } = createLayout({ select: ({ user }) => user?.email });
  mount();
  await client.update({ name: "Ada K" });
  expect(refresh).not.toHaveBeenCalled();
});

test.each([
  ["", {}],
  [", also if it says that it knows no better", { rendered: undefined }],
])(
  "a page that hydrates late was rendered for the session that is handed over%s",
  async (_, it) => {
    const { client, refresh, layout } = createLayout(it);
    await client.signOut({ redirect: false });
    // What the script that Solid's server puts into a page's head has made.
    Object.assign(globalThis, { _$HY: { events: [], completed: new WeakSet(), r: {} } });
    Object.assign(sharedConfig, { done: false });
    onTestFinished(hydrate(layout, document.createElement("main")));
    expect(refresh).toHaveBeenCalledOnce();
  },
);

test("a page that is only drawn in the browser was rendered for what is known", async () => {
  const { client, refresh, mount } = createLayout();
  await client.signOut({ redirect: false });
  mount();
  expect(refresh).not.toHaveBeenCalled();
});

test("without a provider it says what is missing", () => {
  const element = document.createElement("main");
  expect(() => render(() => <RefreshOnChange refresh={() => {}} />, element)).toThrow(
    "SessionProvider",
  );
});
