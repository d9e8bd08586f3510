import type { Exchanges } from "./exchange.ts";

/** CSRF tokens, providers, and what is neither. */
export const lists: Exchanges = {
  "csrf: signed out": { request: "GET csrf" },
  "csrf: signed in": { request: "GET csrf", by: "ada" },
  "csrf: not configured": { request: "GET csrf", server: "not configured" },
  providers: { request: "GET providers" },
  "providers: not configured": { request: "GET providers", server: "not configured" },
  "unknown endpoint": { request: "GET nothing" },
  "unknown endpoint: POST": { request: "POST nothing", fields: {} },
  "session with another method": { request: "DELETE session" },
  "log of a client": { request: "POST _log", token: "none", fields: { level: "error", code: "X" } },
};
