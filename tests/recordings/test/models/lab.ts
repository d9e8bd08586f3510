import { vi } from "vitest";
import { answerAuth } from "../../../lab/server/auth-endpoints.ts";
import { dialects, type DialectName } from "../../../lab/server/dialects.ts";
import type { Exchange } from "../../exchanges/exchange.ts";
import { parseCookies } from "./parse-cookies.ts";
import type { Model } from "./model.ts";

const origin = "http://127.0.0.1:4000";
const authUrl = `${origin}/api/auth`;

/** What is GitHub elsewhere is a page of the lab's own. */
function translate(exchange: Exchange): Exchange {
  return { ...exchange, request: exchange.request.replace("github", "elsewhere") };
}

/** The server of the lab. */
export function modelOfLab(name: DialectName): Model {
  return {
    kind: "lab",
    name: `the lab, ${name}`,
    like: name === "v4" ? "next-auth-4.24" : "next-auth-5",
    hasCookies: true,
    followsRedirects: false,
    create() {
      const options = { dialect: dialects[name], maxAge: 3600 };
      return {
        origin,
        authUrl,
        ada: { username: "ada", password: "lovelace" },
        translate,
        async send(url, { method, headers, body = "" }) {
          const { pathname, search } = new URL(url);
          const answer = answerAuth(
            {
              method,
              endpoint: pathname.slice("/api/auth/".length),
              query: search,
              headers: Object.fromEntries(new Headers(headers)),
              cookies: Object.fromEntries(parseCookies(headers["cookie"])),
              body,
              authUrl,
            },
            options,
          );
          const init = { status: answer.status, headers: new Headers(answer.headers) };
          for (const cookie of answer.cookies) init.headers.append("Set-Cookie", cookie);
          return new Response(answer.body || null, init);
        },
        passTime() {
          vi.setSystemTime(Date.now() + 7_200_000);
        },
      };
    },
  };
}
