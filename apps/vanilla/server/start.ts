import { fileURLToPath } from "node:url";
import { ExpressAuth } from "@auth/express";
import express from "express";
import { authConfig } from "./auth.ts";

const port = Number(process.env["PORT"] ?? 3000);
const built = fileURLToPath(new URL("../dist", import.meta.url));
const core = fileURLToPath(new URL(".", import.meta.resolve("@sojourn/core")));
const look = fileURLToPath(import.meta.resolve("common/look.css"));
const icon = fileURLToPath(import.meta.resolve("common/icon.svg"));

const app = express();
app.disable("x-powered-by");

// Before the handlers of Auth.js, which would answer two of them with a redirect to themselves.
app.get(["/", "/auth/signin", "/auth/sent", "/profile", "/passkeys", "/doors"], (_, response) => {
  response.sendFile("index.html", { root: built });
});
app.use("/auth", ExpressAuth(authConfig));

app.use(express.static(built, { index: false }));
// The page without a build step loads these as they are.
app.use("/core", express.static(core));
app.get("/look.css", (_, response) => response.sendFile(look));
app.get("/icon.svg", (_, response) => response.sendFile(icon));

app.listen(port, "127.0.0.1", () => {
  process.stdout.write(`Listening at http://localhost:${port}\n`);
});
