import type { Exchanges } from "./exchange.ts";

/** Where a browser goes by itself: the server's pages, and the ways back from providers and mails. */
export const navigations: Exchanges = {
  "page: sign-in": { request: "GET signin?callbackUrl=<app>/welcome" },
  "page: sign-in, signed in": { request: "GET signin", by: "ada" },
  "page: sign-in with a provider": { request: "GET signin/github" },
  "page: sign-out": { request: "GET signout" },
  "page: error": { request: "GET error" },
  "page: error, configuration": { request: "GET error?error=Configuration" },
  "page: error, access denied": { request: "GET error?error=AccessDenied" },
  "page: error, wrong password": { request: "GET error?error=CredentialsSignin" },
  "page: mail sent": { request: "GET verify-request?provider=email&type=email" },
  "from a provider": {
    request: "GET callback/github?code=a-code&state=<state>",
    after: "a provider",
    isAboutSessions: true,
  },
  "from a provider that refused": {
    request: "GET callback/github?error=access_denied&state=<state>",
    after: "a provider",
  },
  "from a provider, without cookies": {
    request: "GET callback/github?code=a-code&state=<state>",
    after: "a provider without cookies",
  },
  "from a mail": { request: "GET <mail>", after: "a mail", isAboutSessions: true },
  "from a mail that was used": { request: "GET <mail>", after: "a used mail" },
};
