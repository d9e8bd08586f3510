import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vitest/config";
import react19 from "./vitest.config.ts";

const installed = fileURLToPath(new URL("test/react-18/node_modules", import.meta.url));

export default mergeConfig(
  react19,
  defineConfig({
    test: {
      name: "react-18",
      // The alias does not reach packages that import React.
      exclude: ["test/refresh-in-routers.test.tsx"],
      typecheck: { enabled: false },
    },
    resolve: {
      alias: [
        {
          find: /^(react|react-dom|@testing-library\/react)(?=\/|$)/,
          replacement: `${installed}/$1`,
        },
      ],
    },
  }),
);
