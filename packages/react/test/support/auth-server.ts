import { type AuthServer, type AuthServerOptions, createAuthServer } from "@sojourn/testing";
import { createAuthHandlers } from "@sojourn/testing/msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";
import { ada, grace } from "./people.ts";

export type { AuthServer, AuthServerOptions, Dialect, Fault } from "@sojourn/testing";

/** next-auth v4 and Auth.js v5: the two ways in which servers answer. */
export const dialects = ["v4", "v5"] as const;

const MAX_AGE = 30 * 24 * 60 * 60;

const network = setupServer();
beforeAll(() => network.listen({ onUnhandledFrame: "error" }));
afterEach(() => network.resetHandlers());
afterAll(() => network.close());

/** Opens a fake Auth.js server, with a cookie jar of one, until the test is over. */
export function openAuthServer(options: AuthServerOptions = {}): AuthServer {
  const server = createAuthServer({
    dialect: "v4",
    authorize: ({ password }) => [ada, grace].find(({ name }) => name === password) ?? null,
    maxAge: MAX_AGE,
    // Sessions end in 2099, one second later after each request: a read moves the end.
    now: () => Date.UTC(2099, 0) - MAX_AGE * 1000 + server.requests.length * 1000,
    ...options,
  });
  network.use(...createAuthHandlers(server));
  return server;
}
