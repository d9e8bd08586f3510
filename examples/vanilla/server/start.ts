import { fileURLToPath } from "node:url";
import { createAuthApp, listen } from "shared/express";
import { createOrders } from "shared/orders";
import express from "express";

const core = fileURLToPath(new URL(".", import.meta.resolve("@sojourn/core")));
const look = fileURLToPath(import.meta.resolve("shared/look.css"));
const icon = fileURLToPath(import.meta.resolve("shared/icon.svg"));

const app = createAuthApp({
  built: fileURLToPath(new URL("../dist", import.meta.url)),
  pages: [
    "/",
    "/auth/signin",
    "/auth/sent",
    "/profile",
    "/passkeys",
    "/offline",
    "/orders",
    "/autofill",
    "/idle",
    "/provider-flows",
  ],
});

app.use("/api/orders", createOrders());
// The page without a build step loads these as they are.
app.use("/core", express.static(core));
app.get("/look.css", (_, response) => response.sendFile(look));
app.get("/icon.svg", (_, response) => response.sendFile(icon));

listen(app);
