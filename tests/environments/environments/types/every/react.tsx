import {
  getSession,
  SessionContext,
  type SessionContextValue,
  SessionProvider,
  signIn,
  signOut,
  useSession,
  useSessionClient,
} from "@sojourn/react";
import { RefreshOnChange } from "@sojourn/react/next";
import { RefreshOnChange as RefreshInReactRouter } from "@sojourn/react/react-router";
import { RefreshOnChange as RefreshInTanStackRouter } from "@sojourn/react/tanstack-router";
import { createSessionWrapper } from "@sojourn/react/testing";
import { createAuthServer, createSession, createTestClient } from "@sojourn/testing";
import { known } from "./is-any";
import type { MySession } from "./register";

known(SessionProvider, "known");
// None of these frameworks is installed.
known(RefreshOnChange, "known");
known(RefreshInReactRouter, "known");
known(RefreshInTanStackRouter, "known");
known(SessionContext, "known");
known(useSession, "known");
known(useSessionClient, "known");
known(getSession, "known");
known(createSessionWrapper, "known");
known(createAuthServer, "known");
known(createSession, "known");
known(createTestClient, "known");

export function Account() {
  const { data, status, update } = useSession();
  // @ts-expect-error: there may be nobody
  void data.user;
  if (status !== "authenticated") return <p>{status}</p>;
  const session: MySession = data;
  const role: "admin" | "guest" = data.user.role;
  // @ts-expect-error: a session of an app's own type has no such field
  void data.user.roles;
  return (
    <button onClick={() => update({ name: "Countess" })}>
      {role} {session.user.name}
    </button>
  );
}

export function Required() {
  const { data, status } = useSession({ required: true });
  const word: "authenticated" | "loading" = status;
  const name = useSession({ select: (session) => session.user.name }).data;
  const text: string | null | undefined = name;
  // @ts-expect-error: it is text
  const count: number = name;
  return (
    <p>
      {word} {text} {count} {status === "authenticated" && data.user.id}
    </p>
  );
}

export function App({ session }: { session: MySession | null }) {
  const value: SessionContextValue = {
    status: "authenticated",
    data: { user: { id: "1", name: "Ada", role: "admin" }, expires: "" },
    update: async () => null,
  };
  // @ts-expect-error: a session without the app's own fields
  const wrong: SessionContextValue = { ...value, data: { user: { name: "Ada" }, expires: "" } };
  return (
    <SessionProvider session={session} refetchInterval={60}>
      {/* @ts-expect-error: seconds are a number */}
      <SessionProvider refetchInterval="60">
        <RefreshOnChange rendered={session} select={({ user }) => user.role} />
        {/* @ts-expect-error: the app's user has no such field */}
        <RefreshOnChange select={({ user }) => user.roles} />
        <SessionContext.Provider value={wrong}>
          <Account />
        </SessionContext.Provider>
      </SessionProvider>
    </SessionProvider>
  );
}

export async function act(): Promise<string | null> {
  const { ok, url } = await signIn("credentials", { username: "ada", redirect: false });
  const { url: next } = await signOut({ redirect: false });
  // @ts-expect-error: who leaves the page is told nothing
  void (await signOut()).url;
  const session: MySession | null = await getSession();
  return ok ? url : (session?.user.name ?? next);
}

export const wrapper = createSessionWrapper({
  session: { user: { id: "1", name: "Ada", role: "guest" }, expires: "" },
});
// @ts-expect-error: no such dialect
createAuthServer({ dialect: "v3" });
known(wrapper.client.server.fault, "known");
