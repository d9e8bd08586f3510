import { defineConfig } from "vite";

export default defineConfig({
  root: "pages",
  // next-auth looks for its settings there.
  define: { "process.env": {} },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    // Rules plant faults in what is built.
    minify: false,
    rolldownOptions: {
      input: ["core", "react", "next-auth-v4", "next-auth-v5", "both"].map(
        (it) => `pages/${it}.html`,
      ),
      onLog(level, log, report) {
        // All of it is for clients here.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
  },
});
