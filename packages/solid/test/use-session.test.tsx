import { createMemoryWorld } from "@sojourn/core/memory";
import {
  createAuthServer,
  createSession,
  createTestClient,
  createUser,
  hanging,
} from "@sojourn/testing";
import { batch, createSignal, ErrorBoundary, type JSX, Show } from "solid-js";
import { render } from "solid-js/web";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  SessionProvider,
  type SessionProviderProps,
  useSession,
  useSessionClient,
  type UseSessionResult,
} from "../src/index.ts";

const byPassword = { username: "grace", password: "hopper", redirect: false } as const;

/** Renders a page, and returns what it shows. */
function show(page: () => JSX.Element): () => string {
  const container = document.createElement("main");
  onTestFinished(render(page, container));
  return () => container.textContent;
}

/** Renders a component within a provider; by default, Ada is signed in there. */
function showWith(
  Component: () => JSX.Element,
  props: SessionProviderProps = { client: createTestClient({ session: createSession() }) },
): () => string {
  return show(() => (
    <SessionProvider {...props}>
      <Component />
    </SessionProvider>
  ));
}

test.each([useSession, useSessionClient])(
  "%o outside of a provider throws an error that says what to do",
  (use) => {
    expect(() => show(() => String(use()))).toThrow(/<SessionProvider>/);
  },
);

test("the provider makes a client of its options, and its children once", () => {
  const Name = vi.fn<() => JSX.Element>(() => <p>{useSession()()?.user?.name}</p>);
  const text = showWith(Name, { session: createSession({ name: "Countess" }) });
  expect(text()).toBe("Countess");
  expect(Name).toHaveBeenCalledOnce();
});

test("the provider shows a session that the server has rendered since", () => {
  const [session, setSession] = createSignal(createSession());
  const text = show(() => (
    <SessionProvider session={session()}>
      {(() => (
        <p>{useSession()()?.user?.name}</p>
      ))()}
    </SessionProvider>
  ));
  setSession(createSession({ name: "Countess" }));
  expect(text()).toBe("Countess");
});

test("the provider uses a new interval", async () => {
  const server = createAuthServer({ origin: "https://app.example", user: createUser() });
  const world = createMemoryWorld({ fetch: server.fetch });
  const { environment } = world.openTab({ url: "https://app.example/" });
  const [refetchInterval, setRefetchInterval] = createSignal(0);
  const Status = () => <p>{useSession().status}</p>;
  show(() => (
    <SessionProvider
      session={createSession()}
      environment={environment}
      refetchInterval={refetchInterval()}
    >
      <Status />
    </SessionProvider>
  ));
  await world.clock.advance(120_000);
  expect(server.count("GET session")).toBe(0);
  setRefetchInterval(60);
  await world.clock.advance(70_000);
  expect(server.count("GET session")).toBeGreaterThan(0);
});

test("the provider tells its client how long to wait", async () => {
  const world = createMemoryWorld({ fetch: () => new Promise(() => {}) });
  const { environment } = world.openTab();
  const Code = () => <p>{useSession().error?.code}</p>;
  const text = show(() => (
    <SessionProvider environment={environment} timeoutMs={500}>
      <Code />
    </SessionProvider>
  ));
  await world.clock.advance(2000);
  expect(text()).toBe("timeout");
});

test("the provider leaves the interval of a given client alone", () => {
  const client = createTestClient({ session: createSession() });
  const setOptions = vi.spyOn(client, "setOptions");
  showWith(() => "", { client, refetchInterval: 5 });
  expect(setOptions).not.toHaveBeenCalled();
});

test("select follows the signals that it reads", () => {
  const [field, setField] = createSignal<"name" | "email">("name");
  const text = showWith(() => {
    const selected = useSession({ select: ({ user }) => user?.[field()] });
    return <p>{selected()}</p>;
  });
  expect(text()).toBe("Ada Lovelace");
  setField("email");
  expect(text()).toBe("ada@example.com");
});

test("what select makes of signals is followed, also where it cannot be compared", async () => {
  const client = createTestClient({ session: createSession() });
  const [field, setField] = createSignal<"name" | "email">("name");
  const values = new Set<unknown>();
  const text = showWith(
    () => {
      const selected = useSession({
        select: ({ user }) => {
          const value = user?.[field()];
          return () => value;
        },
      });
      return <p>{values.add(selected()) && selected()?.()}</p>;
    },
    { client },
  );
  expect(text()).toBe("Ada Lovelace");
  await client.getSession();
  expect(values.size).toBe(1);
  setField("email");
  expect(text()).toBe("ada@example.com");
  batch(() => {
    setField("name");
    client.hydrate(createSession({ name: "Countess" }));
  });
  expect(text()).toBe("Countess");
  expect(values.size).toBe(3);
  client.server.fault = hanging();
  batch(() => {
    setField("email");
    void client.getSession();
  });
  expect(text()).toBe("ada@example.com");
});

test("required may be a getter, and is followed", () => {
  const client = createTestClient({ session: null });
  const [required, setRequired] = createSignal(false);
  const Status = () => {
    const session = useSession({
      get required() {
        return required();
      },
    });
    return <p>{session.status}</p>;
  };
  const text = showWith(Status, { client });
  expect(text()).toBe("unauthenticated");
  expect(client.navigations).toEqual([]);

  setRequired(true);
  expect(text()).toBe("loading");
  expect(client.navigations).toHaveLength(1);

  setRequired(false);
  expect(text()).toBe("unauthenticated");
  client.hydrate(createSession());
  client.hydrate(null);
  expect(client.navigations).toHaveLength(1);
});

test("a handler that reads a signal is not called when that changes", () => {
  const client = createTestClient({ session: null });
  const [count, setCount] = createSignal(0);
  const onUnauthenticated = vi.fn<() => number>(count);
  const release = vi.fn<() => void>();
  const { observe } = client;
  client.observe = () => ({
    ...observe(),
    requireSession(handler) {
      handler?.();
      return release;
    },
  });
  showWith(() => useSession({ required: true, onUnauthenticated }).status, { client });
  setCount(1);
  expect(onUnauthenticated).toHaveBeenCalledOnce();
  expect(release).not.toHaveBeenCalled();
});

test("isFetching says whether a read is under way, and only those who look run again", () => {
  const client = createTestClient({ session: createSession() });
  const run = vi.fn<(status: string) => string>((status) => status);
  const text = showWith(
    () => {
      const [session, other] = [useSession(), useSession()];
      return (
        <p>
          {String(session.isFetching)} {run(session.status)} {run(other.status)}
        </p>
      );
    },
    { client },
  );
  expect(text()).toBe("false authenticated authenticated");
  client.server.fault = hanging();
  void client.getSession();
  expect(text()).toBe("true authenticated authenticated");
  expect(run).toHaveBeenCalledTimes(2);
});

test("the functions can be taken out and called alone", async () => {
  const client = createTestClient({ session: null });
  let functions: UseSessionResult | undefined;
  const Name = () => {
    const session = useSession();
    functions = session;
    return <p>{session()?.user?.name ?? "nobody"}</p>;
  };
  const text = showWith(Name, { client });
  const { signIn, signOut, update } = functions!;
  await signIn("credentials", byPassword);
  expect(text()).toBe("Grace Hopper");
  await update({ name: "Admiral" });
  expect(text()).toBe("Admiral");
  await signOut({ redirect: false });
  expect(text()).toBe("nobody");
});

test("a component that comes later shows at once what is known by then", async () => {
  const client = createTestClient({ session: createSession() });
  const [isThere, setThere] = createSignal(false);
  const seen: string[] = [];
  const Late = () => {
    const session = useSession();
    return <p>{seen[seen.push(session.status) - 1]}</p>;
  };
  const text = showWith(
    () => (
      <Show when={isThere()}>
        <Late />
      </Show>
    ),
    { client },
  );
  client.hydrate(null);
  setThere(true);
  expect(text()).toBe("unauthenticated");
  expect(seen).toEqual(["unauthenticated"]);
});

test("what onUnauthenticated throws reaches an ErrorBoundary", () => {
  const onUnauthenticated = (): never => {
    throw new Error("redirect");
  };
  const Protected = (): JSX.Element => {
    const session = useSession({ required: true, onUnauthenticated });
    return <p>hello {session.status}</p>;
  };
  const text = showWith(
    () => (
      <ErrorBoundary fallback={(error: Error) => <p>caught {error.message}</p>}>
        <Protected />
      </ErrorBoundary>
    ),
    { client: createTestClient({ session: null }) },
  );
  expect(text()).toBe("caught redirect");
});
