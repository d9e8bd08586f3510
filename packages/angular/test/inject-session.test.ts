import {
  Component,
  computed,
  createComponent,
  EnvironmentInjector,
  ErrorHandler,
  signal,
} from "@angular/core";
import { createSession, createTestClient, hanging } from "@sojourn/testing";
import { expect, test, vi } from "vitest";
import { injectSession, injectSessionClient, provideSojourn } from "../src/index.ts";
import { startApp } from "./support/start-app.ts";

const Other = Component({ selector: "test-other", template: "" })(
  class {
    readonly session = injectSession();
  },
);

const byPassword = { username: "grace", password: "hopper", redirect: false } as const;

test.each([injectSession, injectSessionClient])(
  "%o without provideSojourn() throws an error that says what to do",
  async (inject) => {
    await expect(startApp(() => void inject(), [])).rejects.toThrow(/provideSojourn\(\)/);
  },
);

test("the provider makes a client of its options", async () => {
  const session = createSession({ name: "Countess" });
  const { result } = await startApp(() => injectSession(), [provideSojourn({ session })]);
  expect(result.data()?.user?.name).toBe("Countess");
});

test("each app has a client of its own", async () => {
  const provided = provideSojourn({ session: null });
  const [one, two] = [
    await startApp(injectSessionClient, [provided]),
    await startApp(injectSessionClient, [provided]),
  ];
  expect(one.result).not.toBe(two.result);
});

test("select follows the signals that it reads", async () => {
  const field = signal<"name" | "email">("name");
  const client = createTestClient({ session: createSession() });
  const { result } = await startApp(
    () => injectSession({ select: ({ user }) => user?.[field()] }),
    [provideSojourn({ client })],
  );
  expect(result.data()).toBe("Ada Lovelace");
  field.set("email");
  expect(result.data()).toBe("ada@example.com");
});

test("required may be a signal, and is followed", async () => {
  const required = signal(false);
  const client = createTestClient({ session: null });
  const { application, result } = await startApp(
    () => injectSession({ required }),
    [provideSojourn({ client })],
  );
  expect(result.status()).toBe("unauthenticated");
  expect(client.navigations).toEqual([]);

  required.set(true);
  application.tick();
  expect(result.status()).toBe("loading");
  expect(client.navigations).toHaveLength(1);

  required.set(false);
  application.tick();
  expect(result.status()).toBe("unauthenticated");
  client.hydrate(createSession());
  client.hydrate(null);
  expect(client.navigations).toHaveLength(1);
});

test("what onUnauthenticated throws reaches the ErrorHandler", async () => {
  const handleError = vi.fn<(error: unknown) => void>();
  const error = new Error("no way");
  const onUnauthenticated = (): never => {
    throw error;
  };
  await startApp(
    () => injectSession({ required: true, onUnauthenticated }),
    [
      provideSojourn({ client: createTestClient({ session: null }) }),
      { provide: ErrorHandler, useValue: { handleError } },
    ],
  );
  expect(handleError).toHaveBeenCalledExactlyOnceWith(error);
});

test("a signal that onUnauthenticated reads does not have it called again", async () => {
  const count = signal(0);
  const onUnauthenticated = vi.fn<() => number>(count);
  const { application } = await startApp(
    () => injectSession({ required: true, onUnauthenticated }),
    [provideSojourn({ client: createTestClient({ session: null }) })],
  );
  application.tick();
  count.set(1);
  application.tick();
  expect(onUnauthenticated).toHaveBeenCalledOnce();
});

test("isFetching says whether a read is under way, and only those who look run again", async () => {
  const client = createTestClient({ session: createSession() });
  const run = vi.fn<(status: string) => string>((status) => status);
  const { result } = await startApp(() => {
    const [session, other] = [injectSession(), injectSession()];
    return { isFetching: session.isFetching, status: computed(() => run(other.status())) };
  }, [provideSojourn({ client })]);
  const show = (): string => `${result.isFetching()} ${result.status()}`;
  expect(show()).toBe("false authenticated");
  client.server.fault = hanging();
  void client.getSession();
  expect(show()).toBe("true authenticated");
  expect(run).toHaveBeenCalledOnce();
});

test("all consumers without options share one subscription, which ends with the last", async () => {
  const client = createTestClient({ session: createSession() });
  const { subscribe } = client;
  const stopped = vi.fn<() => void>();
  const spy = vi.spyOn(client, "subscribe").mockImplementation((listener) => {
    const stop = subscribe(listener);
    return () => {
      stop();
      stopped();
    };
  });
  const { application, leave } = await startApp(
    () => injectSession(),
    [provideSojourn({ client })],
  );
  const other = application.injector.get(EnvironmentInjector);
  const component = createComponent(Other, { environmentInjector: other });
  application.attachView(component.hostView);
  await application.whenStable();
  expect(spy).toHaveBeenCalledOnce();
  leave();
  expect(stopped).not.toHaveBeenCalled();
  component.destroy();
  expect(stopped).toHaveBeenCalledOnce();
});

test("the functions can be taken out and called alone", async () => {
  const client = createTestClient({ session: null });
  const { result } = await startApp(() => injectSession(), [provideSojourn({ client })]);
  const { data, signIn, signOut, update } = result;
  await signIn("credentials", byPassword);
  expect(data()?.user?.name).toBe("Grace Hopper");
  await update({ name: "Admiral" });
  expect(data()?.user?.name).toBe("Admiral");
  await signOut({ redirect: false });
  expect(data()).toBeNull();
});

test("a change while a template is rendered is shown", async () => {
  const client = createTestClient({ session: createSession() });
  const rendered: unknown[] = [];
  const { application, result } = await startApp(() => {
    const session = injectSession();
    return { session };
  }, [provideSojourn({ client })]);
  const Meddling = Component({ selector: "test-meddling", template: "{{ meddle() }}" })(
    class {
      meddle(): string {
        if (rendered.length === 0) client.hydrate(null);
        rendered.push(result.session.status());
        return "";
      }
    },
  );
  const host = document.createElement("test-meddling");
  application.bootstrap(Meddling, host);
  expect(result.session.status()).toBe("unauthenticated");
});
