import { test, vi, expectTypeOf, type Mock, type MockedFunction } from "vitest";
import { getProviders, getSession, signIn, signOut, useSession } from "../../src/index.ts";
import * as exported from "../../src/index.ts";

/*
 * What tests make of the exports as they did of next-auth's: tools see the last signature of each.
 * The programs of next-auth-4 and next-auth-5 have this file, too.
 */
const update = vi.fn<() => Promise<null>>();
const data = { user: { name: "Ada" }, expires: "" };

test("useSession", () => {
  vi.mocked(useSession).mockReturnValue({ data, status: "authenticated", update });
  vi.mocked(useSession).mockImplementation(() => ({ data: null, status: "loading", update }));
  vi.spyOn(exported, "useSession").mockReturnValue({ data, status: "authenticated", update });
  (useSession as Mock).mockReturnValue({ data });
  const used = useSession as MockedFunction<typeof useSession>;
  used.mockReturnValueOnce({ data: null, status: "unauthenticated", update });
  // @ts-expect-error somebody without a session
  used.mockReturnValueOnce({ data: null, status: "authenticated", update });
  type Result = ReturnType<typeof useSession>;
  expectTypeOf<typeof data>().toExtend<NonNullable<Result["data"]>>();
  expectTypeOf<Result["data"]>().not.toBeAny();
  expectTypeOf<Result["status"]>().toEqualTypeOf<"authenticated" | "unauthenticated" | "loading">();
});

test("the other functions", () => {
  vi.mocked(getSession).mockResolvedValue(data);
  vi.mocked(getProviders).mockResolvedValue(null);
  vi.mocked(signOut).mockResolvedValue({ url: "/" });
  (signIn as Mock).mockResolvedValue(undefined);
  const [provider, options] = vi.mocked(signIn).mock.calls[0] ?? [];
  expectTypeOf(provider).toExtend<string | undefined>();
  expectTypeOf(options?.redirect).toExtend<boolean | undefined>();
  expectTypeOf<{ redirect: false }>().toExtend<NonNullable<Parameters<typeof signIn>[1]>>();
  type Answer = NonNullable<Awaited<ReturnType<typeof signIn>>>;
  expectTypeOf<Answer["error"]>().toExtend<string | null | undefined>();
  expectTypeOf<Answer["error"]>().not.toBeAny();
});
