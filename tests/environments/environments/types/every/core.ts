import {
  createRequestClient,
  createSessionClient,
  isSessionFetchError,
  type RegisteredSession,
  type SessionClient,
  type SessionFetchErrorCode,
  type SignInResponse,
} from "@sojourn/core";
import { createIdleTimer, type IdleSnapshot } from "@sojourn/core/idle";
import { requestCookieAccess } from "@sojourn/core/embedded";
import { createMemoryWorld } from "@sojourn/core/memory";
import { keepSession } from "@sojourn/core/offline";
import { createRefresher, refreshOnChange, type RefreshOptions } from "@sojourn/core/refresh";
import { known } from "./is-any";

const client: SessionClient<RegisteredSession> = createSessionClient({
  basePath: "/auth",
  refetchInterval: 60,
});
// @ts-expect-error: seconds are a number
createSessionClient({ refetchInterval: "60" });
// @ts-expect-error: no such option
createSessionClient({ intervall: 60 });

const idle: IdleSnapshot = createIdleTimer(client, { timeout: 900 }).getSnapshot();
export const secondsLeft: number = idle.status === "warning" ? idle.secondsLeft : 0;

const { status } = client.getSnapshot();
const word: "loading" | "authenticated" | "unauthenticated" = status;
// @ts-expect-error: no such status
const wrong: "signed-in" = status;

export async function signIn(): Promise<string | null> {
  const answer = await client.signIn("credentials", { redirect: false });
  const response: SignInResponse = answer;
  // @ts-expect-error: nothing of that name
  void response.nothing;
  return response.url;
}

export async function read(request: Request): Promise<string | null | undefined> {
  const session = await createRequestClient(request).getSession();
  // @ts-expect-error: there may be none
  void session.expires;
  return session?.user?.name;
}

export function explain(error: unknown): string {
  if (!isSessionFetchError(error)) return "";
  const { code } = error;
  const typed: SessionFetchErrorCode = code;
  // @ts-expect-error: no such code
  const other: "teapot" = error.code;
  return typed + other;
}

const options: RefreshOptions<RegisteredSession> = { rendered: null, select: ({ user }) => user };
export const stop: () => void = refreshOnChange(client, () => {}, options);
// @ts-expect-error: a session that the app's type does not allow
refreshOnChange(client, () => {}, { rendered: { user: 1 } });

known(refreshOnChange, "known");
known(createRefresher, "known");
known(client, "known");
known(createSessionClient, "known");
known(createRequestClient, "known");
known(isSessionFetchError, "known");
known(requestCookieAccess, "known");
known(createMemoryWorld, "known");
known(keepSession, "known");
known(keepSession(client).isUnconfirmed, "known");
known(createMemoryWorld().clock.advance, "known");
export const words = [word, wrong];
