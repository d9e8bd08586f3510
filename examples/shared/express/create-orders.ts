import { getSession } from "@auth/express";
import express, { type Request, type Router } from "express";
import { authConfig } from "./auth-config.ts";

function tokenOf({ headers }: Request): string {
  return /authjs\.session-token=([^;]+)/.exec(headers.cookie ?? "")?.[1] ?? "";
}

/**
 * Makes an API of the app's own, which wants a session token. One may have it expire before its
 * time, as a gateway does that accepts a token for some minutes only: `POST /expire`. Each read of
 * the session brings a new token.
 */
export function createOrders(): Router {
  const expired = new Set<string>();
  const orders = express.Router();
  orders.post("/expire", (request, response) => {
    expired.add(tokenOf(request));
    response.sendStatus(204);
  });
  // Express 5 handles what the promise rejects with.
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers
  orders.get("/:id", async (request, response) => {
    const isExpired = expired.has(tokenOf(request));
    const session = isExpired ? null : await getSession(request, authConfig);
    if (session) response.json({ id: request.params.id, for: session.user?.name });
    else response.status(401).json({ error: "the token is not accepted" });
  });
  return orders;
}
