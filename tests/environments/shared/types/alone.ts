// Where no next-auth is installed: Sojourn's own types, which are next-auth 5's.
import {
  getCsrfToken,
  getProviders,
  getSession,
  type Session,
  signIn,
  type SignInResponse,
  signOut,
  useSession,
} from "@sojourn/react";
import { known, same } from "./known.js";

export function name(): string | null | undefined {
  const { data, status, error } = useSession();
  same<Session | null, typeof data>("same");
  known(error, "known");
  // @ts-expect-error: an unaugmented session has no such field
  void data?.user?.role;
  return status === "authenticated" ? data.user?.name : null;
}

export async function act(): Promise<string | null> {
  // @ts-expect-error: who leaves the page is told nothing
  void (await signIn("credentials", { username: "ada" }))?.error;
  const answer = await signIn("credentials", { redirect: false });
  same<SignInResponse, typeof answer>("same");
  same<string | undefined, typeof answer.code | typeof answer.error>("same");
  const redirect = Date.now() > 0;
  const undecided = await signIn("credentials", { redirect });
  same<SignInResponse | undefined, typeof undecided>("same");
  const { url } = await signOut({ redirect: false });
  known(await getCsrfToken(), "known");
  known(await getProviders(), "known");
  const session = await getSession();
  same<Session | null, typeof session>("same");
  return url;
}
