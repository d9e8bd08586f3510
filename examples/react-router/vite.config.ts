import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [reactRouter()],
  environments: {
    // Node reads it as it is, so that it finds the packages that only `shared` has.
    ssr: { build: { rolldownOptions: { external: ["shared/auth-config"] } } },
  },
});
