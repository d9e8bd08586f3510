import type { Session, SessionClient, SessionFetchError } from "@sojourn/core";
import { describe, expectTypeOf, test } from "vitest";
import { type Ref, ref } from "vue";
import { createSojourn, useSession, useSessionClient } from "../../src/index.ts";

describe("useSession()", () => {
  test("gives refs of what may be there", () => {
    const { data, status, error, isFetching } = useSession();
    expectTypeOf(data.value).toEqualTypeOf<Session | null | undefined>();
    expectTypeOf(status.value).toEqualTypeOf<"authenticated" | "unauthenticated" | "loading">();
    expectTypeOf(error.value).toEqualTypeOf<SessionFetchError | null>();
    expectTypeOf(isFetching.value).toEqualTypeOf<boolean>();
  });

  test("data is narrowed by itself", () => {
    const { data } = useSession();
    // @ts-expect-error
    void data.value.user;
    if (data.value) expectTypeOf(data.value).toEqualTypeOf<Session>();
  });

  test("snapshot is narrowed by its status", () => {
    const { snapshot } = useSession();
    const shown = snapshot.value;
    if (shown.status === "authenticated") expectTypeOf(shown.data).toEqualTypeOf<Session>();
    else expectTypeOf(shown.data).toEqualTypeOf<null | undefined>();
  });

  test("refs cannot be written", () => {
    const { data, snapshot } = useSession();
    // @ts-expect-error
    data.value = null;
    // @ts-expect-error
    snapshot.value.data = null;
  });
});

describe("useSession({ required })", () => {
  test("is never unauthenticated; data may say that nobody is signed in", () => {
    const { data, status, snapshot } = useSession({ required: true, onUnauthenticated() {} });
    expectTypeOf(status.value).toEqualTypeOf<"authenticated" | "loading">();
    expectTypeOf(data.value).toEqualTypeOf<Session | null | undefined>();
    if (snapshot.value.status === "loading") return;
    expectTypeOf(snapshot.value.data).toEqualTypeOf<Session>();
  });

  test("narrows nothing if it is not known", () => {
    const maybe: Ref<boolean> = ref(true);
    for (const required of [maybe, () => maybe.value]) {
      const { status } = useSession({ required });
      expectTypeOf(status.value).toEqualTypeOf<"authenticated" | "unauthenticated" | "loading">();
    }
  });
});

describe("useSession({ select })", () => {
  test("infers what was selected", () => {
    const { data } = useSession({ select: (session) => session.user?.name?.length });
    expectTypeOf(data.value).toEqualTypeOf<number | null | undefined>();
  });

  test("narrows with required as well", () => {
    const { data } = useSession({ required: true, select: ({ expires }) => expires });
    expectTypeOf(data.value).toEqualTypeOf<string | null | undefined>();
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
  createSojourn({ interval: 5 });
  // @ts-expect-error a session has expires
  createSojourn({ session: { user: { name: "Ada" } } });
});

test("useSessionClient gives a client of the session's type", () => {
  expectTypeOf(useSessionClient()).toEqualTypeOf<SessionClient<Session>>();
  expectTypeOf(createSojourn().client).toEqualTypeOf<SessionClient<Session>>();
});
