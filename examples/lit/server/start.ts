import { fileURLToPath } from "node:url";
import { createAuthApp, listen } from "shared/express";

listen(
  createAuthApp({
    built: fileURLToPath(new URL("../dist", import.meta.url)),
    pages: ["/", "/auth/signin", "/auth/sent", "/profile"],
  }),
);
