import { ExpressAuth } from "@auth/express";
import express, { type Express } from "express";
import { authConfig } from "./auth-config.ts";
import { createPasskeyRoutes } from "./passkey-routes.ts";
import { endSessionUrl } from "./end-session-url.ts";

interface BuiltPages {
  /** The folder of what Vite has built. */
  built: string;
  /** The paths at which its `index.html` is served. */
  pages: string[];
}

/** Makes an Express app with the handlers of Auth.js at `/auth`, and pages that Vite has built. */
export function createAuthApp({ built, pages }: BuiltPages): Express {
  const app = express();
  app.disable("x-powered-by");
  // Before the handlers of Auth.js, which would answer two of them with a redirect to themselves.
  app.get(pages, (_, response) => {
    response.sendFile("index.html", { root: built });
  });
  app.use("/auth", ExpressAuth(authConfig));
  app.use("/api/passkeys", createPasskeyRoutes());
  app.get("/end-session-url", endSessionUrl);
  app.use(express.static(built, { index: false }));
  return app;
}

/** Serves an app at `PORT` of the loopback. */
export function listen(app: Express): void {
  const port = Number(process.env["PORT"] ?? 3000);
  app.listen(port, "127.0.0.1", () => {
    process.stdout.write(`Listening at http://localhost:${port}\n`);
  });
}
