import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

export default defineConfig({
  // The same files work at any address.
  base: "./",
  plugins: [vue()],
  build: { target: "es2022" },
});
