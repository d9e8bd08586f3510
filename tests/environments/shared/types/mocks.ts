// What tests make of the exports, with the types of Jest.
import { getProviders, getSession, signIn, signOut, useSession } from "@sojourn/react";
import { known, same } from "./known.js";

const update = jest.fn();
const data = { user: { name: "Ada", role: "admin" as const }, expires: "" };

(useSession as jest.Mock).mockReturnValue({ data, status: "authenticated" });
(signIn as jest.Mock).mockResolvedValue(undefined);
const used = useSession as jest.MockedFunction<typeof useSession>;
used.mockReturnValue({ data, status: "authenticated", update });
used.mockImplementation(() => ({ data: null, status: "loading", update }));
const mocked = jest.mocked(useSession);
mocked.mockReturnValue({ data, status: "authenticated", update });
mocked.mockReturnValueOnce({ data: null, status: "unauthenticated", update });
// @ts-expect-error: nobody is not signed in
mocked.mockReturnValue({ data: null, status: "authenticated", update });
// @ts-expect-error: a session without a date
mocked.mockReturnValue({ data: { user: data.user }, status: "authenticated", update });

jest.mocked(getSession).mockResolvedValue(data);
jest.mocked(getProviders).mockResolvedValue(null);
jest
  .mocked(signIn)
  .mockResolvedValue({ ok: true, status: 200, url: null } as Awaited<ReturnType<typeof signIn>>);
jest.mocked(signOut).mockResolvedValue({ url: "/" });
export const provider: string | undefined = jest.mocked(signIn).mock.calls[0]?.[0];

type Data = ReturnType<typeof useSession>["data"];
export const shown: Data = data;
known(shown, "known");
same<"loading" | "authenticated" | "unauthenticated", ReturnType<typeof useSession>["status"]>(
  "same",
);
type Options = Parameters<typeof signIn>[1];
export const options: Options = { redirect: false, callbackUrl: "/" };
known(options, "known");
type Answer = Awaited<ReturnType<typeof signIn>>;
export const why = (answer: Answer) => answer?.error;
known(why(undefined as unknown as Answer), "known");
