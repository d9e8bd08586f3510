// Express 5 handles what the promises of handlers reject with.
// oxlint-disable oxc/no-async-endpoint-handlers

import {
  AngularNodeAppEngine,
  createNodeRequestHandler,
  createWebRequestFromNodeRequest,
  isMainModule,
  writeResponseToNodeResponse,
} from "@angular/ssr/node";
import { readSession } from "@sojourn/core/server";
import express from "express";
import { join } from "node:path";
import { answerAuth } from "./auth.ts";

const angularApp = new AngularNodeAppEngine();
const app = express();
app.disable("x-powered-by");

app.use("/api/auth", async (request, response) => {
  const answer = await answerAuth(createWebRequestFromNodeRequest(request));
  await writeResponseToNodeResponse(answer, response);
});

app.get("/api/rendered-for", async (request, response) => {
  const { session } = await readSession(createWebRequestFromNodeRequest(request), answerAuth);
  response.set("Cache-Control", "private, no-store");
  response.json({ name: session?.user?.name ?? null, role: session?.user?.role ?? null });
});

app.use(express.static(join(import.meta.dirname, "../browser"), { maxAge: "1y", index: false }));

app.use(async (request, response, next) => {
  const page = await angularApp.handle(request);
  if (page) await writeResponseToNodeResponse(page, response);
  else next();
});

if (isMainModule(import.meta.url)) {
  const port = Number(process.env["PORT"] ?? 3000);
  app.listen(port, "127.0.0.1", () => {
    process.stdout.write(`Listening at http://localhost:${port}\n`);
  });
}

/** For the development server of `ng serve`. */
export const reqHandler = createNodeRequestHandler(app);
