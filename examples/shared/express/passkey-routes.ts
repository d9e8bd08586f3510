// Express 5 hands on what an async handler throws.
/* oxlint-disable oxc/no-async-endpoint-handlers */
import { getSession } from "@auth/express";
import express, { type Request, type Router } from "express";
import { adapter, pool } from "../adapter.ts";
import { userHandleOf } from "../user-handle.ts";
import { authConfig } from "./auth-config.ts";

async function userOf(request: Request) {
  const session = await getSession(request, authConfig);
  const email = session?.user?.email;
  return email ? adapter?.getUserByEmail?.(email) : undefined;
}

/** Auth.js stores ids in base64, and pages have them in base64url. */
function storedIdOf(request: Request): string {
  return Buffer.from(String(request.params["id"]), "base64url").toString("base64");
}

/**
 * What an app adds to Auth.js, so that a user can look after their passkeys. A route that the adapter
 * or the database cannot serve answers 501. "None" would have browsers hide good passkeys.
 */
export function createPasskeyRoutes(): Router {
  const router = express.Router();

  // Answers are about now, and about one user.
  router.use((_, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });

  // Whether the server knows a passkey. It is not said by a status, because a proxy or a missing
  // route answers 404, too. Nobody can guess an id, so this tells nothing to others.
  router.get("/:id", async (request, response) => {
    if (!adapter?.getAuthenticator) return void response.status(501).end();
    const passkey = await adapter.getAuthenticator(storedIdOf(request));
    response.json({ known: !!passkey });
  });

  // The passkeys of who is signed in, as `signalAllAcceptedCredentials` takes them.
  router.get("/", async (request, response) => {
    if (!adapter?.listAuthenticatorsByUserId) return void response.status(501).end();
    const user = await userOf(request);
    if (!user) return void response.status(401).end();
    const passkeys = await adapter.listAuthenticatorsByUserId(user.id);
    response.json({
      userId: userHandleOf(user.email),
      allAcceptedCredentialIds: passkeys.map(({ credentialID }) => credentialID),
    });
  });

  router.delete("/:id", async (request, response) => {
    if (!pool) return void response.status(501).end();
    const user = await userOf(request);
    if (!user) return void response.status(401).end();
    const sql = 'DELETE FROM authenticator WHERE "credentialID" = $1 AND "userId" = $2';
    await pool.query(sql, [storedIdOf(request), user.id]);
    response.status(204).end();
  });

  return router;
}
