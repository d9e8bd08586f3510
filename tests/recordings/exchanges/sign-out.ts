import type { Exchange, Exchanges } from "./exchange.ts";

const signedIn = {
  request: "POST signout",
  by: "ada",
  fields: { callbackUrl: "<app>/bye" },
  isAboutSessions: true,
} as const satisfies Exchange;

/** Sign-outs. */
export const signOut: Exchanges = {
  "signed in": signedIn,
  "signed in: asks by field": { ...signedIn, asks: "by field" },
  "signed in: asks by header": { ...signedIn, asks: "by header" },
  "signed in: asks not": { ...signedIn, asks: "not" },
  "signed out": { ...signedIn, by: "nobody" },
  "time is over": { ...signedIn, by: "late" },
  "forged cookie": { ...signedIn, by: "forger" },
  "no token": { ...signedIn, token: "none" },
  "wrong token": { ...signedIn, token: "wrong" },
  "no cookie of the token": { ...signedIn, token: "without its cookie" },
  "another origin": { ...signedIn, origin: "https://evil.example" },
  "to a path": { ...signedIn, fields: { callbackUrl: "/inside" } },
  "to another origin": { ...signedIn, fields: { callbackUrl: "https://evil.example/" } },
  "database down": { ...signedIn, server: "database down" },
  "not configured": { ...signedIn, server: "not configured" },
};
