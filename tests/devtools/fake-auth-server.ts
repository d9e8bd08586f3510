import type { IncomingMessage, ServerResponse } from "node:http";
import { createAuthServer, type AuthServer } from "@sojourn/testing";
import type { Plugin } from "vite";

/** Where a test has the server forget who is signed in. */
export const FORGET_PATH = "/forget";

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  if (request.method === "GET") return undefined;
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

/** Sends a request to the fake server, and its answer back. */
async function forward(auth: AuthServer, request: IncomingMessage, response: ServerResponse) {
  const { url = "", method, headers } = request;
  const answer = await auth.fetch(new URL(url, auth.url), {
    method,
    headers: { "Content-Type": headers["content-type"] ?? "", ...posted(headers) },
    body: await bodyOf(request),
  });
  response.statusCode = answer.status;
  response.setHeader("Content-Type", "application/json");
  response.end(await answer.text());
}

/** Has Vite's server answer as an Auth.js server, with one user for all browsers. */
export function fakeAuthServer(): Plugin {
  return {
    name: "fake-auth-server",
    configureServer({ middlewares }) {
      const auth = createAuthServer();
      middlewares.use((request, response, next) => {
        if (request.url === FORGET_PATH) {
          auth.user = null;
          response.end();
        } else if (request.url?.startsWith("/api/auth/")) {
          void forward(auth, request, response);
        } else next();
      });
    },
  };
}

function posted(headers: IncomingMessage["headers"]): Record<string, string> {
  const name = "x-auth-return-redirect";
  const value = headers[name];
  return typeof value === "string" ? { [name]: value } : {};
}
