import type { Session, SessionClient, SessionFetchError } from "@sojourn/core";
import type { Accessor } from "solid-js";
import { describe, expectTypeOf, test } from "vitest";
import { SessionProvider, useSession, useSessionClient } from "../../src/index.ts";

describe("useSession()", () => {
  test("has what may be there", () => {
    const session = useSession();
    expectTypeOf(session()).toEqualTypeOf<Session | null | undefined>();
    expectTypeOf(session.status).toEqualTypeOf<"authenticated" | "unauthenticated" | "loading">();
    expectTypeOf(session.error).toEqualTypeOf<SessionFetchError | null>();
    expectTypeOf(session.isFetching).toEqualTypeOf<boolean>();
  });

  test("is an accessor", () => {
    expectTypeOf(useSession()).toExtend<Accessor<Session | null | undefined>>();
  });

  test("is narrowed by its status", () => {
    const session = useSession();
    // @ts-expect-error
    void session().user;
    if (session.status === "authenticated") expectTypeOf(session()).toEqualTypeOf<Session>();
    else expectTypeOf(session()).toEqualTypeOf<null | undefined>();
  });

  test("cannot be written", () => {
    // @ts-expect-error
    useSession().status = "loading";
  });
});

describe("useSession({ required: true })", () => {
  test("is never unauthenticated; data may say that nobody is signed in", () => {
    const session = useSession({ required: true, onUnauthenticated() {} });
    expectTypeOf(session.status).toEqualTypeOf<"authenticated" | "loading">();
    expectTypeOf(session()).toEqualTypeOf<Session | null | undefined>();
    if (session.status === "loading") return;
    expectTypeOf(session()).toEqualTypeOf<Session>();
  });

  test("narrows nothing if it is not known", () => {
    const required = Math.random() > 0.5;
    const { status } = useSession({
      get required() {
        return required;
      },
    });
    expectTypeOf(status).toEqualTypeOf<"authenticated" | "unauthenticated" | "loading">();
  });
});

describe("useSession({ select })", () => {
  test("infers what was selected", () => {
    const length = useSession({ select: (session) => session.user?.name?.length });
    expectTypeOf(length()).toEqualTypeOf<number | null | undefined>();
  });

  test("narrows with required as well", () => {
    const expires = useSession({ required: true, select: (session) => session.expires });
    expectTypeOf(expires()).toEqualTypeOf<string | null | undefined>();
    if (expires.status === "authenticated") expectTypeOf(expires()).toEqualTypeOf<string>();
  });

  test("hands a session to the function", () => {
    useSession({ select: (session) => expectTypeOf(session).toEqualTypeOf<Session>() });
    // @ts-expect-error
    useSession({ select: (session) => session.role });
  });
});

test("options that do not exist are refused", () => {
  // @ts-expect-error
  useSession({ require: true });
  // @ts-expect-error
  useSession({ required: "yes" });
  // @ts-expect-error
  SessionProvider({ interval: 5 });
  // @ts-expect-error a session has expires
  SessionProvider({ session: { user: { name: "Ada" } } });
});

test("useSessionClient gives a client of the session's type", () => {
  expectTypeOf(useSessionClient()).toEqualTypeOf<SessionClient<Session>>();
});
