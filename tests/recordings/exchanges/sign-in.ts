import type { Exchange, Exchanges } from "./exchange.ts";

const right = {
  request: "POST callback/credentials",
  fields: { username: "ada", password: "ada's", callbackUrl: "<app>/welcome" },
} as const satisfies Exchange;

const wrong = { ...right, fields: { ...right.fields, password: "wrong" } } as const;

function as(username: string): Exchange {
  return { ...right, fields: { ...right.fields, username, password: `${username}'s` } };
}

function to(callbackUrl: string | undefined): Exchange {
  return { ...right, fields: { ...right.fields, callbackUrl } };
}

/** Sign-ins by a password. */
export const signIn: Exchanges = {
  "right password": right,
  "right password: JSON": { ...right, isJson: true },
  "right password: asks by field": { ...right, asks: "by field" },
  "right password: asks by header": { ...right, asks: "by header" },
  "right password: asks not": { ...right, asks: "not" },
  "right password: signed in": { ...right, by: "ada" },
  "wrong password": wrong,
  "wrong password: asks by field": { ...wrong, asks: "by field" },
  "wrong password: asks by header": { ...wrong, asks: "by header" },
  "wrong password: asks not": { ...wrong, asks: "not" },
  "wrong password: signed in": { ...wrong, by: "ada" },
  "no token": { ...right, token: "none" },
  "no token: asks not": { ...right, token: "none", asks: "not" },
  "wrong token": { ...right, token: "wrong" },
  "no cookie of the token": { ...right, token: "without its cookie" },
  "another origin": { ...right, origin: "https://evil.example" },
  "authorize throws": as("crash"),
  "authorize throws a code": as("locked"),
  "callback refuses": as("mallory"),
  "callback sends elsewhere": as("wanderer"),
  "to a path": to("/inside"),
  "to another origin": to("https://evil.example/"),
  "to nowhere": to(undefined),
  "not configured": { ...right, server: "not configured" },
};
