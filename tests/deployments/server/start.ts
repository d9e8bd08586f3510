import { ExpressAuth } from "@auth/express";
import cors from "cors";
import express from "express";
import { configure } from "./auth.ts";
import { pages } from "./pages.ts";
import { appOrigins, port } from "./settings.ts";

const forApps = cors({
  // Never "*", and never whatever origin asks: each of these may read its users' sessions.
  origin: appOrigins,
  credentials: true,
  methods: ["GET", "POST"],
  allowedHeaders: ["Content-Type", "X-Auth-Return-Redirect"],
  // By the first Sojourn knows the server's time, by the second when to come again.
  exposedHeaders: ["Date", "Retry-After"],
  // Seconds for which a browser needn't ask again before it posts.
  maxAge: 600,
});

const app = express();
app.disable("x-powered-by");
app.use("/auth", forApps, ExpressAuth(configure("customers")));
app.use("/staff/auth", ExpressAuth(configure("staff")));
app.use(pages());

app.listen(port, "127.0.0.1", () => {
  process.stdout.write(`Listening at http://localhost:${port}\n`);
});
