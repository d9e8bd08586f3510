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
  /** As `createSessionClient` has it: `undefined` (default) asks the server, which knows nobody then. */
  session?: RegisteredSession | null | undefined;
}

/** A client, and the environment that it believes to be in. */
export interface TestClient extends SessionClient<RegisteredSession> {
  /** Who answers it: sign people in and out there, and switch faults on. */
  readonly server: AuthServer;
  /** Where the page would have gone, in order. */
  readonly navigations: readonly string[];
}

/**
 * Makes a client for a test or a story. It has a fake server of its own in place of a network, no
 * other tabs, and a page that stays where it is.
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
    // Whatever an app has registered as a user: the server only sends it back.
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
