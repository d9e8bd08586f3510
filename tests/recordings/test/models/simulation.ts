import { createModelServer } from "../../../../packages/core/test/simulation/server/model-server.ts";
import {
  createDatabaseStrategy,
  createJwtStrategy,
} from "../../../../packages/core/test/simulation/server/session-strategy.ts";
import type { Exchange } from "../../exchanges/exchange.ts";
import { parseCookies } from "./parse-cookies.ts";
import type { Model } from "./model.ts";

const origin = "https://app.example";
const authUrl = `${origin}/api/auth`;

/** Updates change a nickname there. */
function translate(exchange: Exchange): Exchange {
  const data = exchange.fields?.["data"] as { name: string } | undefined;
  return data ? { ...exchange, fields: { data: { nickname: data.name } } } : exchange;
}

/** The server of the simulation. */
export function modelOfSimulation(dialect: "v4" | "v5", sessions: "jwt" | "database"): Model {
  const like = dialect === "v4" ? "next-auth-4.24" : "next-auth-5";
  return {
    kind: "simulation",
    name: `the simulation, ${dialect}, ${sessions}`,
    like: sessions === "jwt" ? like : `${like}-database`,
    hasCookies: true,
    followsRedirects: true,
    create() {
      let time = Date.now();
      const server = createModelServer({
        strategy: sessions === "jwt" ? createJwtStrategy() : createDatabaseStrategy(),
        dialect,
        maxAgeMs: 3_600_000,
        says401: false,
        now: () => time,
      });
      return {
        origin,
        authUrl,
        ada: { username: "ada", password: "Ada" },
        translate,
        async send(url, { method, headers, body = "" }) {
          const endpoint = url.slice(authUrl.length + 1);
          const cookies = parseCookies(headers["cookie"]);
          const request = { method, endpoint, headers: new Headers(headers), body, cookies };
          const answer = server.answer(request);
          const init = { status: answer.status, headers: new Headers(answer.headers) };
          for (const [name, value = ""] of answer.setCookies) {
            init.headers.append("Set-Cookie", `${name}=${encodeURIComponent(value)}`);
          }
          return new Response(answer.body, init);
        },
        passTime() {
          time += 7_200_000;
        },
      };
    },
  };
}
