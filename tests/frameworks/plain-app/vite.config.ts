import { join } from "node:path";
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    target: "es2022",
    outDir: "../dist",
    emptyOutDir: true,
    lib: { entry: join(import.meta.dirname, "browser/main.ts"), formats: ["es"], fileName: "main" },
  },
});
