import { defineConfig } from "vite";

export default defineConfig({
  root: "remote",
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    rolldownOptions: {
      input: ["remote/index.html", "remote/two.html"],
      onLog(level, log, report) {
        // All of it is for clients here.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
  },
});
