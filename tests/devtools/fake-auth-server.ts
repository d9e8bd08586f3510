import type { IncomingMessage } from "node:http";
import { createAuthServer } from "@sojourn/testing";
import type { Plugin } from "vite";

/** Where a test has the server forget who is signed in. */
export const FORGET_PATH = "/forget";

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  if (request.method === "GET") return undefined;
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

/** Has Vite's server answer as an Auth.js server, with one user for all browsers. */
export function fakeAuthServer(): Plugin {
  return {
    name: "fake-auth-server",
    configureServer({ middlewares }) {
      const auth = createAuthServer();
      middlewares.use(async (request, response, next) => {
        const { url = "", method, headers } = request;
        if (url === FORGET_PATH) {
          auth.user = null;
          return response.end();
        }
        if (!url.startsWith("/api/auth/")) return next();
        const answer = await auth.fetch(new URL(url, auth.url), {
          method,
          headers: { "Content-Type": headers["content-type"] ?? "", ...posted(headers) },
          body: await bodyOf(request),
        });
        response.statusCode = answer.status;
        response.setHeader("Content-Type", "application/json");
        response.end(await answer.text());
      });
    },
  };
}

function posted(headers: IncomingMessage["headers"]): Record<string, string> {
  const name = "x-auth-return-redirect";
  const value = headers[name];
  return typeof value === "string" ? { [name]: value } : {};
}
