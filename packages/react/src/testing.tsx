import { createTestClient, type TestClient, type TestClientOptions } from "@sojourn/testing";
import * as React from "react";
import { SessionProvider } from "./session-provider.tsx";

/** A wrapper for Testing Library, with the client that its components use. */
export interface SessionWrapper {
  (props: { children?: React.ReactNode }): React.JSX.Element;
  readonly client: TestClient;
}

/**
 * Creates a wrapper for Testing Library's `render`, or a decorator for a story. It has a session
 * and uses no network; see `createTestClient` of `@sojourn/testing`.
 *
 * @example
 * render(<Account />, { wrapper: createSessionWrapper({ session: createSession() }) });
 */
export function createSessionWrapper(options?: TestClientOptions): SessionWrapper {
  const client = createTestClient(options);
  const wrapper = ({ children }: { children?: React.ReactNode }): React.JSX.Element => (
    <SessionProvider client={client}>{children}</SessionProvider>
  );
  return Object.assign(wrapper, { client });
}
