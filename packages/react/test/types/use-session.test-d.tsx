import { createSessionClient, type SessionFetchError } from "@sojourn/core";
import { describe, expectTypeOf, test } from "vitest";
import {
  SessionContext,
  SessionProvider,
  useSession,
  useSessionClient,
  type Session,
  type SessionClient,
  type SessionContextValue,
  type UseSessionResult,
} from "../../src/index.ts";

describe("useSession()", () => {
  test("is narrowed by its status", () => {
    const { data, status, error } = useSession();
    expectTypeOf(status).toEqualTypeOf<"authenticated" | "unauthenticated" | "loading">();
    expectTypeOf(data).toEqualTypeOf<Session | null>();
    expectTypeOf(error).toEqualTypeOf<SessionFetchError | null | undefined>();
    if (status === "authenticated") expectTypeOf(data).toEqualTypeOf<Session>();
    else expectTypeOf(data).toEqualTypeOf<null>();
  });

  test("is narrowed by its data", () => {
    const session = useSession();
    if (session.data) expectTypeOf(session.status).toEqualTypeOf<"authenticated">();
  });

  test("does not let anybody read a session that may be missing", () => {
    // @ts-expect-error
    void useSession().data.user;
    // @ts-expect-error
    void useSession({ required: false }).data.user;
  });

  test("fits a variable that was declared as next-auth's users declare it", () => {
    const session: SessionContextValue = useSession();
    const required: SessionContextValue<true> = useSession({ required: true });
    expectTypeOf([session, required]).not.toBeAny();
  });

  test("gives an update that takes anything, and resolves to the session", () => {
    const { update } = useSession();
    expectTypeOf(update).toBeCallableWith();
    expectTypeOf(update).toBeCallableWith({ name: "Lovelace" });
    expectTypeOf(update).returns.resolves.toEqualTypeOf<Session | null>();
  });
});

describe("useSession({ required: true })", () => {
  test("is never unauthenticated", () => {
    const { status } = useSession({ required: true });
    expectTypeOf(status).toEqualTypeOf<"authenticated" | "loading">();
  });

  test("has a session once it is not loading", () => {
    const { data, status } = useSession({ required: true, onUnauthenticated() {} });
    if (status === "loading") return;
    expectTypeOf(data).toEqualTypeOf<Session>();
  });

  test("does not narrow if required is not known", () => {
    const { status } = useSession({ required: Math.random() > 0.5 });
    expectTypeOf(status).toEqualTypeOf<"authenticated" | "unauthenticated" | "loading">();
  });

  test("with type argument, as next-auth's users write it", () => {
    const session = useSession<true>({ required: true });
    expectTypeOf(session).toEqualTypeOf<UseSessionResult<true>>();
    // @ts-expect-error
    useSession<true>({ required: false });
  });
});

describe("useSession({ select })", () => {
  test("infers what was selected", () => {
    const { data, status } = useSession({ select: (session) => session.user?.name?.length });
    expectTypeOf(data).toEqualTypeOf<number | null | undefined>();
    if (status === "authenticated") expectTypeOf(data).toEqualTypeOf<number | undefined>();
  });

  test("hands a session to the function", () => {
    useSession({ select: (session) => expectTypeOf(session).toEqualTypeOf<Session>() });
    // @ts-expect-error
    useSession({ select: (session) => session.role });
  });

  test("narrows with required as well", () => {
    const { data, status } = useSession({ required: true, select: ({ expires }) => expires });
    expectTypeOf(status).toEqualTypeOf<"authenticated" | "loading">();
    if (status === "authenticated") expectTypeOf(data).toEqualTypeOf<string>();
  });
});

describe("options that do not exist are refused:", () => {
  test("useSession", () => {
    // @ts-expect-error
    useSession({ require: true });
    // @ts-expect-error
    useSession({ required: "yes" });
  });

  test("SessionProvider", () => {
    // @ts-expect-error
    void (<SessionProvider interval={5} />);
    // @ts-expect-error seconds are a number
    void (<SessionProvider refetchInterval="5" />);
    // @ts-expect-error a session has expires
    void (<SessionProvider session={{ user: { name: "Ada" } }} />);
  });
});

test("SessionProvider takes what a page has, and what is not there", () => {
  const session = undefined as Session | null | undefined;
  void (
    <SessionProvider
      session={session}
      basePath={undefined}
      refetchInterval={0}
      refetchOnWindowFocus={false}
      refetchWhenOffline={false}
      client={createSessionClient()}
    >
      <p>child</p>
    </SessionProvider>
  );
});

test("useSessionClient gives a client of the session's type", () => {
  expectTypeOf(useSessionClient()).toEqualTypeOf<SessionClient<Session>>();
});

test("SessionContext takes { data, status, update } that belong together", () => {
  const update = () => Promise.resolve(null);
  void (<SessionContext.Provider value={{ data: null, status: "unauthenticated", update }} />);
  // @ts-expect-error
  void (<SessionContext.Provider value={{ data: null, status: "authenticated", update }} />);
});
