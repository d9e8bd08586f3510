import type { Exchange, Exchanges } from "./exchange.ts";

const fields = { callbackUrl: "<app>/welcome" };
const provider = { request: "POST signin/github", fields } as const satisfies Exchange;
const mail = {
  request: "POST signin/email",
  fields: { ...fields, email: "Grace@Example.com" },
} as const satisfies Exchange;

/** Sign-ins that a provider or a mail goes on with. */
export const signInElsewhere: Exchanges = {
  provider,
  "provider: asks not": { ...provider, asks: "not" },
  "provider: with parameters": { ...provider, request: "POST signin/github?prompt=login" },
  "provider: no token": { ...provider, token: "none" },
  "provider: wrong token": { ...provider, token: "wrong" },
  "provider: to another origin": { ...provider, fields: { callbackUrl: "https://evil.example/" } },
  "provider: unknown": { ...provider, request: "POST signin/nobody" },
  "provider: unknown, and its callback": { ...provider, request: "POST callback/nobody" },
  "provider: none": { ...provider, request: "POST signin" },
  "provider: not configured": { ...provider, server: "not configured" },
  mail,
  "mail: asks not": { ...mail, asks: "not" },
  "mail: wrong token": { ...mail, token: "wrong" },
  "mail: no address": { ...mail, fields },
  "mail: refused": { ...mail, fields: { ...fields, email: "mallory@example.com" } },
  "mail: server down": { ...mail, fields: { ...fields, email: "unreachable@example.com" } },
  "mail: database down": { ...mail, server: "database down" },
};
