import {
  createAuthServer,
  type Dialect,
} from "../../../../packages/core/test/support/auth-server.ts";
import { createManualClock } from "../../../../packages/core/src/environment/memory.ts";
import type { Model } from "./model.ts";

/** The server of the core's tests. */
export function modelOfCore(dialect: Dialect, hasCsrf = true): Model {
  const like = dialect === "v4" ? "next-auth-4.24" : "next-auth-5";
  return {
    kind: "core",
    name: `core's tests, ${dialect}${hasCsrf ? "" : " without tokens"}`,
    like: hasCsrf ? like : "auth-sveltekit",
    hasCookies: false,
    followsRedirects: true,
    create() {
      const clock = createManualClock(Date.now());
      const server = createAuthServer(clock, dialect);
      server.hasCsrf = hasCsrf;
      server.maxAge = 3600;
      return {
        origin: "https://app.example",
        authUrl: "https://app.example/api/auth",
        ada: { username: "ada", password: "Ada" },
        send: (url, init) => server.fetch(url, init),
        passTime() {
          server.skewMs += 7_200_000;
        },
      };
    },
  };
}
