import { ada, createAuthServer, type Dialect } from "@sojourn/testing";
import type { Model } from "./model.ts";

/** The server of `@sojourn/testing`. */
export function modelOfTesting(dialect: Dialect): Model {
  return {
    kind: "testing",
    name: `@sojourn/testing, ${dialect}`,
    like: dialect === "v4" ? "next-auth-4.24" : "next-auth-5",
    hasCookies: false,
    followsRedirects: true,
    create() {
      let passedMs = 0;
      const now = (): number => Date.now() + passedMs;
      const server = createAuthServer({ dialect, maxAge: 3600, now });
      return {
        origin: "http://localhost:3000",
        authUrl: server.url,
        ada: { username: ada.username, password: ada.password },
        send: (url, init) => server.fetch(url, init),
        passTime() {
          passedMs += 7_200_000;
        },
      };
    },
  };
}
