import { pathToFileURL } from "node:url";
import { createVirtualModules } from "../../src/virtual-modules.ts";

const root = pathToFileURL(`${import.meta.dirname}/`);
const { name, resolveId, load } = createVirtualModules(
  { handler: "./auth.ts", client: "./session-options.ts", sessionCookie: "session" },
  "/api/auth",
  root,
);

/** The virtual modules of an app, for the tests. */
export const modules = { name, resolveId, load };
