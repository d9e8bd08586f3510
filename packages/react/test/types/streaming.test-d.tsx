import { expectTypeOf, test } from "vitest";
import type { Session } from "../../src/index.ts";
import { SessionProvider, useSession } from "../../src/streaming.ts";

test("SessionProvider takes a promise, a session, null and undefined", () => {
  const auth = (): Promise<Session | null> => Promise.resolve(null);
  void (<SessionProvider session={auth()} />);
  void (<SessionProvider session={null} />);
  void (<SessionProvider session={undefined} refetchInterval={60} />);
  // @ts-expect-error a promise of something else
  void (<SessionProvider session={Promise.resolve("Ada")} />);
});

test("useSession({ suspense: true }) is never loading", () => {
  const { data, status } = useSession({ suspense: true });
  expectTypeOf(status).toEqualTypeOf<"authenticated" | "unauthenticated">();
  if (status === "authenticated") expectTypeOf(data).toEqualTypeOf<Session>();
  else expectTypeOf(data).toEqualTypeOf<null>();
});

test("with select, data is what was selected, or null", () => {
  const { data } = useSession({ suspense: true, select: ({ expires }) => expires });
  expectTypeOf(data).toEqualTypeOf<string | null>();
});

test("with required, it is loading while the browser goes to the sign-in page", () => {
  const { data, status } = useSession({ suspense: true, required: true });
  expectTypeOf(status).toEqualTypeOf<"authenticated" | "loading">();
  if (status === "authenticated") expectTypeOf(data).toEqualTypeOf<Session>();
});

test("without suspense it is the useSession of the package", () => {
  const { status } = useSession();
  expectTypeOf(status).toEqualTypeOf<"authenticated" | "unauthenticated" | "loading">();
});
