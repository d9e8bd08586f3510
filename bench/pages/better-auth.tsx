import { createAuthClient } from "better-auth/react";
import { type ReactNode, useState } from "react";
import { readOptions } from "../../tests/lab/pages/options.js";
import { mount } from "./mount.tsx";

const { refetchInterval = 0 } = typeof document === "undefined" ? {} : readOptions();
const client = createAuthClient({ sessionOptions: { refetchInterval } });
type Hydrated = Parameters<typeof client.hydrateSession>[0];

/** There is none: this only hands over what the server has rendered. */
function SessionProvider({ children, session }: { children: ReactNode; session?: object | null }) {
  useState(() => session && client.hydrateSession({ ...session, session: {} } as Hydrated));
  return children;
}

function useSession() {
  const { data, isPending } = client.useSession();
  if (isPending) return { data, status: "loading" };
  return { data, status: data ? "authenticated" : "unauthenticated" };
}

function signIn(_provider: string, fields?: { username: string; password: string }) {
  if (!fields) return client.signIn.social({ provider: "gitlab" });
  return client.signIn.email({ email: `${fields.username}@lab.test`, password: fields.password });
}

function createClient() {
  const { $store } = createAuthClient();
  return (listener: () => void) => $store.listen("session", listener);
}

export default mount({
  SessionProvider,
  useSession,
  signIn,
  signOut: () => client.signOut(),
  getSession: () => client.getSession(),
  createClient,
});
