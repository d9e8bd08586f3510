import { type LabServer, startLabServer } from "../../tests/lab/server/lab-server.ts";
import type { Client } from "../clients.ts";
import { createBetterAuthServer } from "./better-auth-server.ts";
import { buildPages } from "./pages.ts";

/**
 * Starts the server that a client is made for, with the pages of all clients.
 *
 * @param host the name by which pages know it
 */
export async function startClientServer({ server }: Client, host?: string): Promise<LabServer> {
  const isForeign = server === "better-auth";
  return startLabServer({
    dialect: isForeign ? "v5" : server,
    foreignAuth: isForeign ? createBetterAuthServer() : undefined,
    answerPage: await buildPages(),
    ...(host && { host }),
  });
}
