import { defineConfig } from "vite";
import { fakeAuthServer } from "./fake-auth-server.ts";

export default defineConfig({
  root: "page",
  plugins: [fakeAuthServer()],
});
