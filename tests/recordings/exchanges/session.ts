import type { Exchange, Exchanges } from "./exchange.ts";

const update = {
  request: "POST session",
  by: "ada",
  isJson: true,
  fields: { data: { name: "Countess" } },
  isAboutSessions: true,
} as const satisfies Exchange;

/** Reads and updates of the session. */
export const session: Exchanges = {
  "signed out": { request: "GET session" },
  "signed in": { request: "GET session", by: "ada", isAboutSessions: true },
  "time is over": { request: "GET session", by: "late", isAboutSessions: true },
  "forged cookie": { request: "GET session", by: "forger", isAboutSessions: true },
  "not configured": { request: "GET session", server: "not configured" },
  "database down": {
    request: "GET session",
    by: "ada",
    server: "database down",
    isAboutSessions: true,
  },
  update,
  "update: no token": { ...update, token: "none" },
  "update: wrong token": { ...update, token: "wrong" },
  "update: no cookie of the token": { ...update, token: "without its cookie" },
  "update: signed out": { ...update, by: "nobody" },
  "update: time is over": { ...update, by: "late" },
  "update: database down": { ...update, server: "database down" },
  "update: not configured": { ...update, server: "not configured" },
};
