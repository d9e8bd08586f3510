import { createSession, createTestClient, hanging } from "@sojourn/testing";
import { expect, onTestFinished, test, vi } from "vitest";
import { createApp, defineComponent, h, nextTick, ref, Suspense } from "vue";
import {
  createSojourn,
  useSession,
  useSessionClient,
  type Session,
  type SojournOptions,
} from "../src/index.ts";

/** Runs a function in the `setup` of a component on a page, and returns what it returned. */
function withSetup<T>(
  setup: () => T,
  options: SojournOptions = { client: createTestClient({ session: createSession() }) },
): T {
  let result: [T] | undefined;
  const app = createApp({
    setup() {
      result = [setup()];
      return () => null;
    },
  });
  app.use(createSojourn(options)).mount(document.createElement("main"));
  onTestFinished(() => app.unmount());
  if (!result) throw new Error("The component has not been set up");
  return result[0];
}

test.each([
  ["useSession", useSession],
  ["useSessionClient", useSessionClient],
])("%s without the plugin throws an error that says what to do", (_, composable) => {
  const onError = vi.fn<(error: unknown) => void>();
  const app = createApp({ setup: () => (composable(), () => null) });
  app.config.warnHandler = () => {};
  app.config.errorHandler = onError;
  app.mount(document.createElement("main"));
  expect(onError.mock.lastCall?.[0]).toMatchObject({
    message: expect.stringContaining("app.use(createSojourn())"),
  });
});

test("outside of setup it says the same, and no more", () => {
  const warn = vi.spyOn(console, "warn");
  expect(() => useSession()).toThrow(/app\.use\(createSojourn\(\)\).*setup/);
  expect(warn).not.toHaveBeenCalled();
});

test("the plugin makes a client of its options", () => {
  const { data, status } = withSetup(() => useSession(), {
    session: createSession({ name: "Countess" }),
  });
  expect(status.value).toBe("authenticated");
  expect(data.value?.user?.name).toBe("Countess");
});

test("select follows the reactive state that it reads", async () => {
  const field = ref<"name" | "email">("name");
  const { data } = withSetup(() => useSession({ select: ({ user }) => user?.[field.value] }));
  expect(data.value).toBe("Ada Lovelace");
  field.value = "email";
  expect(data.value).toBe("ada@example.com");
});

test("what select makes of reactive state is followed, also where it cannot be compared", async () => {
  const client = createTestClient({ session: createSession() });
  const field = ref<"name" | "email">("name");
  const select = ({ user }: Session) => {
    const value = user?.[field.value];
    return () => value;
  };
  const { data } = withSetup(() => useSession({ select }), { client });
  const first = data.value;
  expect(first?.()).toBe("Ada Lovelace");
  await client.getSession();
  expect(data.value).toBe(first);
  field.value = "email";
  expect(data.value?.()).toBe("ada@example.com");
  // Both at once.
  field.value = "name";
  client.hydrate(createSession({ name: "Countess" }));
  expect(data.value?.()).toBe("Countess");
  field.value = "email";
  client.server.fault = hanging();
  void client.getSession();
  expect(data.value?.()).toBe("ada@example.com");
});

test("shows a session that is passed with a client at once", () => {
  const client = createTestClient();
  const { data } = withSetup(() => useSession(), { client, session: createSession() });
  expect(data.value?.user?.name).toBe("Ada Lovelace");
  expect(client.server.requests).toEqual([]);
});

test("required may be a ref, and is followed", async () => {
  const client = createTestClient({ session: null });
  const required = ref(false);
  const { status } = withSetup(() => useSession({ required }), { client });
  expect(status.value).toBe("unauthenticated");
  expect(client.navigations).toEqual([]);
  required.value = true;
  await nextTick();
  expect(status.value).toBe("loading");
  expect(client.navigations).toHaveLength(1);
  required.value = false;
  await nextTick();
  expect(status.value).toBe("unauthenticated");
});

test("a handler that reads reactive state is not called again when that changes", async () => {
  const client = createTestClient({ session: null });
  const state = ref(0);
  const onUnauthenticated = vi.fn<() => number>(() => state.value);
  withSetup(() => useSession({ required: true, onUnauthenticated }), { client });
  state.value = 1;
  await nextTick();
  expect(onUnauthenticated).toHaveBeenCalledOnce();
});

test("isFetching says whether a read is under way", async () => {
  const client = createTestClient({ session: createSession() });
  const { isFetching } = withSetup(() => useSession(), { client });
  expect(isFetching.value).toBe(false);
  client.server.fault = hanging();
  void client.getSession();
  expect(isFetching.value).toBe(true);
});

test("the functions can be taken out and called alone", async () => {
  const client = createTestClient({ session: null });
  const { data, signIn, signOut, update } = withSetup(() => useSession(), { client });
  await signIn("credentials", { username: "grace", password: "hopper", redirect: false });
  expect(data.value?.user?.name).toBe("Grace Hopper");
  await update({ name: "Admiral" });
  expect(data.value?.user?.name).toBe("Admiral");
  await signOut({ redirect: false });
  expect(data.value).toBeNull();
});

test("a component with an async setup is told of changes too", async () => {
  const client = createTestClient({ session: createSession() });
  const Late = defineComponent({
    async setup() {
      const { data } = useSession();
      await Promise.resolve();
      return () => h("p", data.value?.user?.name ?? "nobody");
    },
  });
  // Vue remarks that Suspense is experimental.
  vi.spyOn(console, "info").mockReturnValue();
  const main = document.createElement("main");
  const app = createApp({ render: () => h(Suspense, null, { default: () => h(Late) }) });
  app.use(createSojourn({ client })).mount(main);
  onTestFinished(() => app.unmount());
  await vi.waitFor(() => expect(main.textContent).toBe("Ada Lovelace"));
  await client.signOut({ redirect: false });
  await nextTick();
  expect(main.textContent).toBe("nobody");
});

test("what onUnauthenticated throws reaches Vue's handler of errors", async () => {
  const client = createTestClient({ session: null });
  const onError = vi.fn<(error: unknown) => void>();
  const onUnauthenticated = (): never => {
    throw new Error("redirect");
  };
  const app = createApp({
    setup() {
      useSession({ required: true, onUnauthenticated });
      return () => null;
    },
  });
  app.config.errorHandler = onError;
  app.use(createSojourn({ client })).mount(document.createElement("main"));
  onTestFinished(() => app.unmount());
  await nextTick();
  expect(onError.mock.calls.map(([error]) => error)).toEqual([new Error("redirect")]);
});
