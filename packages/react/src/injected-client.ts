import {
  createBrowserEnvironment,
  createSessionStore,
  type RegisteredSession,
  type SessionClient,
} from "@sojourn/core";
import type { SessionContextValue } from "./types.ts";

const openNothing = () => ({ carriesData: false, post() {}, close() {} });

/** A client that shows what a test or a story has provided by `SessionContext`. It asks nobody. */
export function createInjectedClient(value: SessionContextValue): SessionClient<RegisteredSession> {
  const { status, data, update } = value;
  const store = createSessionStore({
    session: status === "loading" ? undefined : data,
    environment: {
      ...createBrowserEnvironment(),
      schedule: () => () => {},
      isOnline: () => true,
      isVisible: () => true,
      fetch: () => new Promise(() => {}),
      openTabChannel: openNothing,
      openStorageChannel: openNothing,
    },
  });
  // There is no server behind it; who waits for one is told so.
  const refuse = (): Promise<never> =>
    Promise.reject(new Error("SessionContext holds a value of its own, and no server"));
  return {
    ...store,
    update,
    getSession: async () => (status === "loading" ? null : data),
    getProviders: refuse,
    getCsrfToken: refuse,
    signIn: refuse,
    signOut: refuse,
  };
}
