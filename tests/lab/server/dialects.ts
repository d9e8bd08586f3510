import { type Protocol, protocols } from "../../../packages/testing/src/server/protocol.ts";

/** How the two server versions say the same things: next-auth v4, and Auth.js (next-auth) v5. */
export interface Dialect extends Protocol {
  readonly sessionCookie: string;
  readonly csrfCookie: string;
}

export type DialectName = "v4" | "v5";

function withCookies(protocol: Protocol, prefix: string): Dialect {
  const [sessionCookie, csrfCookie] = [`${prefix}.session-token`, `${prefix}.csrf-token`];
  return { ...protocol, sessionCookie, csrfCookie };
}

export const dialects: Record<DialectName, Dialect> = {
  v4: withCookies(protocols.v4, "next-auth"),
  v5: withCookies(protocols.v5, "authjs"),
};
