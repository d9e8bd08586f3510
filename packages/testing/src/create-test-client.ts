import {
  createServerEnvironment,
  createSessionClient,
  type RegisteredSession,
  type SessionClient,
  type User,
} from "@sojourn/core";
import { createAuthServer } from "./server/create-auth-server.ts";
import type { AuthServer, AuthServerOptions } from "./server/types.ts";

/** Options of `createTestClient`. */
export interface TestClientOptions extends Omit<AuthServerOptions, "user"> {
  /**
   * As in `createSessionClient`. With `undefined` (default) the client asks the server, where
   * nobody is signed in.
   */
  session?: RegisteredSession | null | undefined;
}

/** A client, with its fake server and its navigations. */
export interface TestClient extends SessionClient<RegisteredSession> {
  /** The fake server of the client. Sign users in and out there, and set faults. */
  readonly server: AuthServer;
  /** The URLs to which the client would have navigated, in order. */
  readonly navigations: readonly string[];
}

/**
 * Creates a client for a test or a story. It has a fake server in place of a network, no other
 * tabs, and a page that never navigates.
 *
 * @example
 * const client = createTestClient({ session: createSession({ name: "Ada" }) });
 */
export function createTestClient(options: TestClientOptions = {}): TestClient {
  const { session, basePath, origin = "http://localhost:3000", ...rest } = options;
  const server = createAuthServer({
    ...rest,
    origin,
    ...(basePath && { basePath }),
    // An app may register any type of user. The server only sends it back.
    user: session ? ((session.user ?? {}) as User) : null,
  });
  const navigations: string[] = [];
  const client = createSessionClient({
    session,
    basePath,
    navigate: (url) => void navigations.push(url),
    environment: {
      ...createServerEnvironment(),
      fetch: server.fetch,
      authUrl: () => undefined,
      pageUrl: () => `${origin}/`,
    },
  });
  return { ...client, server, navigations };
}
