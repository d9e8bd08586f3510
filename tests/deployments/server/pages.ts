import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import express, { type Router } from "express";

const built = fileURLToPath(new URL("../dist", import.meta.url));

/** The built pages, for an auth server that is somewhere else. */
export function pages(authServer = ""): Router {
  const page = readFileSync(`${built}/index.html`, "utf8").replace("%AUTH_SERVER%", authServer);
  const router = express.Router();
  router.get(["/", "/account"], (_, response) => {
    response.type("html").send(page);
  });
  router.use(express.static(built, { index: false }));
  return router;
}
