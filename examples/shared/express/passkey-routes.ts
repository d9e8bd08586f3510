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

/** What an app adds to Auth.js, so that a user can look after their passkeys. */
export function createPasskeyRoutes(): Router {
  const router = express.Router();

  // Whether the server knows a passkey. Nobody can guess an id, so this tells nothing to others.
  router.head("/:id", async (request, response) => {
    const passkey = await adapter?.getAuthenticator?.(storedIdOf(request));
    response.status(passkey ? 204 : 404).end();
  });

  // The passkeys of who is signed in, as `signalAllAcceptedCredentials` takes them.
  router.get("/", async (request, response) => {
    const user = await userOf(request);
    if (!user) return void response.status(401).end();
    const passkeys = (await adapter?.listAuthenticatorsByUserId?.(user.id)) ?? [];
    response.json({
      userId: userHandleOf(user.email),
      allAcceptedCredentialIds: passkeys.map(({ credentialID }) => credentialID),
    });
  });

  router.delete("/:id", async (request, response) => {
    const user = await userOf(request);
    if (!user) return void response.status(401).end();
    const sql = 'DELETE FROM authenticator WHERE "credentialID" = $1 AND "userId" = $2';
    await pool?.query(sql, [storedIdOf(request), user.id]);
    response.status(204).end();
  });

  return router;
}
