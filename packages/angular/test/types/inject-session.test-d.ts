import { type Signal, signal } from "@angular/core";
import type { CanActivateChildFn, CanActivateFn, CanMatchFn } from "@angular/router";
import type { Session, SessionClient, SessionFetchError } from "@sojourn/core";
import type { ServerSession as ReadSession } from "@sojourn/core/server";
import { describe, expectTypeOf, test } from "vitest";
import {
  injectSession,
  injectSessionClient,
  provideServerSession,
  provideSojourn,
} from "../../src/index.ts";
import { guestGuard, signedInGuard } from "../../src/router.ts";

describe("injectSession()", () => {
  test("gives signals of what may be there", () => {
    const { data, status, error, isFetching } = injectSession();
    expectTypeOf(data).toEqualTypeOf<Signal<Session | null | undefined>>();
    expectTypeOf(status()).toEqualTypeOf<"authenticated" | "unauthenticated" | "loading">();
    expectTypeOf(error()).toEqualTypeOf<SessionFetchError | null>();
    expectTypeOf(isFetching()).toEqualTypeOf<boolean>();
  });

  test("data is narrowed once it is in a variable", () => {
    const { data } = injectSession();
    // @ts-expect-error
    void data().user;
    const known = data();
    if (known) expectTypeOf(known).toEqualTypeOf<Session>();
  });

  test("snapshot is narrowed by its status", () => {
    const shown = injectSession().snapshot();
    if (shown.status === "authenticated") expectTypeOf(shown.data).toEqualTypeOf<Session>();
    else expectTypeOf(shown.data).toEqualTypeOf<null | undefined>();
  });

  test("signals cannot be written", () => {
    // @ts-expect-error
    injectSession().data.set(null);
    // @ts-expect-error
    injectSession().snapshot().data = null;
  });
});

describe("injectSession({ required })", () => {
  test("is never unauthenticated; data may say that nobody is signed in", () => {
    const { data, status, snapshot } = injectSession({ required: true, onUnauthenticated() {} });
    expectTypeOf(status()).toEqualTypeOf<"authenticated" | "loading">();
    expectTypeOf(data()).toEqualTypeOf<Session | null | undefined>();
    const shown = snapshot();
    if (shown.status === "authenticated") expectTypeOf(shown.data).toEqualTypeOf<Session>();
  });

  test("narrows nothing if it is not known", () => {
    const maybe: Signal<boolean> = signal(true);
    for (const required of [maybe, () => maybe()]) {
      const { status } = injectSession({ required });
      expectTypeOf(status()).toEqualTypeOf<"authenticated" | "unauthenticated" | "loading">();
    }
  });
});

describe("injectSession({ select })", () => {
  test("infers what was selected", () => {
    const { data } = injectSession({ select: (session) => session.user?.name?.length });
    expectTypeOf(data()).toEqualTypeOf<number | null | undefined>();
  });

  test("hands a session to the function", () => {
    injectSession({ select: (session) => expectTypeOf(session).toEqualTypeOf<Session>() });
    // @ts-expect-error
    injectSession({ select: (session) => session.role });
  });
});

test("options that do not exist are refused", () => {
  // @ts-expect-error
  injectSession({ require: true });
  // @ts-expect-error
  provideSojourn({ interval: 5 });
  // @ts-expect-error a session has expires
  provideSojourn({ session: { user: { name: "Ada" } } });
});

test("the guards are guards of each kind", () => {
  for (const guard of [guestGuard, signedInGuard]) {
    expectTypeOf(guard).toExtend<CanActivateFn>();
    expectTypeOf(guard).toExtend<CanActivateChildFn>();
    expectTypeOf(guard).toExtend<CanMatchFn>();
  }
});

test("provideServerSession takes what readSession resolves to", () => {
  const read = (): Promise<ReadSession<Session>> => Promise.reject(new Error());
  provideServerSession(read);
  provideServerSession(() => ({ session: null }));
  // @ts-expect-error
  provideServerSession(() => null);
});

test("injectSessionClient gives a client of the session's type", () => {
  expectTypeOf(injectSessionClient()).toEqualTypeOf<SessionClient<Session>>();
});
