import {
  createBrowserEnvironment,
  createSessionStore,
  type RegisteredSession,
  type SessionClient,
} from "@sojourn/core";
import type { SessionContextValue } from "./types.ts";

const openInertChannel = () => ({ carriesData: false, post() {}, close() {} });

/**
 * Creates a client that shows the value which a test or a story has given to `SessionContext`. It
 * sends no requests.
 */
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
      openTabChannel: openInertChannel,
      openStorageChannel: openInertChannel,
    },
  });
  // There is no server, so these functions reject.
  const refuse = (): Promise<never> =>
    Promise.reject(new Error("SessionContext has a fixed value, and no server"));
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
