// What an app has that said `next-auth/react` here, and has its own session by ./augment.ts.
import type { Session } from "next-auth";
import {
  getCsrfToken,
  getProviders,
  getSession,
  SessionContext,
  type SessionContextValue,
  SessionProvider,
  signIn,
  signInByPopup,
  signOut,
  useSession,
  useSessionClient,
} from "@sojourn/react";
import * as React from "react";
import { known, same } from "./known.js";

export function Account() {
  const { data, status, update, error } = useSession();
  known(data, "known");
  known(error, "known");
  same<Session | null, typeof data>("same");
  // @ts-expect-error: there may be nobody
  void data.user;
  if (status !== "authenticated") return <p>{status}</p>;
  const session: Session = data;
  const role: "admin" | "guest" = data.user.role;
  // @ts-expect-error: no such field
  void data.user.roles;
  return (
    <button onClick={() => update({ name: "Countess" })}>
      {role} {session.user.name}
    </button>
  );
}

export function Required() {
  const { data, status } = useSession({ required: true, onUnauthenticated() {} });
  const word: "authenticated" | "loading" = status;
  const role = useSession({ select: (session) => session.user.role }).data;
  same<"admin" | "guest" | null, typeof role>("same");
  return <p title={word}>{status === "authenticated" && data.user.role}</p>;
}

export function App({ session }: { session?: Session | null }) {
  const value: SessionContextValue = {
    status: "authenticated",
    data: { user: { name: "Ada", role: "admin" }, expires: "" },
    update: async (data: Partial<Session>) => ({ ...session, ...data }) as Session,
  };
  // @ts-expect-error: a session without the app's own fields
  const wrong: SessionContextValue = { ...value, data: { user: { name: "Ada" }, expires: "" } };
  // As a page hands on what it may have; `undefined` is next-auth's own under no flag.
  return (
    <SessionProvider session={session as Session | null | undefined} refetchWhenOffline={false}>
      <SessionContext.Provider value={wrong}>
        <Account />
      </SessionContext.Provider>
    </SessionProvider>
  );
}

export async function act(): Promise<string | null | undefined> {
  const popup = await signInByPopup("github");
  known(popup.error, "known");
  const form = await signIn("credentials", new FormData());
  known(form, "known");
  void signOut({ redirectTo: "/" });
  const session: Session | null = await getSession();
  const own: Session | null = useSessionClient().getSnapshot().data ?? null;
  known(await getCsrfToken(), "known");
  const providers = await getProviders();
  known(providers, "known");
  const names = Object.values(providers ?? {}).map((it) => it.name);
  known(names[0], "known");
  return session?.user.role ?? own?.user.role;
}

export type Node = React.ReactNode;
