import type { Session, SessionClient, SessionFetchError } from "@sojourn/core";
import { get, type Readable } from "svelte/store";
import { describe, expectTypeOf, test } from "vitest";
import {
  createSessionClient,
  getSessionClient,
  setSessionClient,
  useSession,
} from "../../src/index.ts";

describe("useSession()", () => {
  test("has what may be there", () => {
    const session = useSession();
    expectTypeOf(session.data).toEqualTypeOf<Session | null | undefined>();
    expectTypeOf(session.status).toEqualTypeOf<"authenticated" | "unauthenticated" | "loading">();
    expectTypeOf(session.error).toEqualTypeOf<SessionFetchError | null>();
    expectTypeOf(session.isFetching).toEqualTypeOf<boolean>();
  });

  test("is narrowed by its status", () => {
    const session = useSession();
    // @ts-expect-error
    void session.data.user;
    if (session.status === "authenticated") expectTypeOf(session.data).toEqualTypeOf<Session>();
    else expectTypeOf(session.data).toEqualTypeOf<null | undefined>();
  });

  test("is a store, whose value is narrowed alike", () => {
    const session = useSession();
    const store: Readable<{ status: string }> = session;
    expectTypeOf(store).not.toBeAny();
    const snapshot = get(session);
    if (snapshot.status === "authenticated") expectTypeOf(snapshot.data).toEqualTypeOf<Session>();
    else expectTypeOf(snapshot.data).toEqualTypeOf<null | undefined>();
  });

  test("cannot be written", () => {
    // @ts-expect-error
    useSession().data = null;
  });
});

describe("useSession({ required: true })", () => {
  test("is never unauthenticated; data may say that nobody is signed in", () => {
    const session = useSession({ required: true, onUnauthenticated() {} });
    expectTypeOf(session.status).toEqualTypeOf<"authenticated" | "loading">();
    expectTypeOf(session.data).toEqualTypeOf<Session | null | undefined>();
    expectTypeOf(get(session).status).toEqualTypeOf<"authenticated" | "loading">();
    if (session.status === "loading") return;
    expectTypeOf(session.data).toEqualTypeOf<Session>();
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
    const { data } = useSession({ select: (session) => session.user?.name?.length });
    expectTypeOf(data).toEqualTypeOf<number | null | undefined>();
  });

  test("narrows with required as well", () => {
    const session = useSession({ required: true, select: ({ expires }) => expires });
    expectTypeOf(session.data).toEqualTypeOf<string | null | undefined>();
    if (session.status === "authenticated") expectTypeOf(session.data).toEqualTypeOf<string>();
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
  // @ts-expect-error a client, and not its options
  setSessionClient({ refetchInterval: 5 });
});

test("getSessionClient gives a client of the session's type", () => {
  expectTypeOf(getSessionClient()).toEqualTypeOf<SessionClient<Session>>();
  expectTypeOf(setSessionClient(createSessionClient())).toEqualTypeOf<SessionClient<Session>>();
});
