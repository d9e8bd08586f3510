import { defineConfig } from "vitest/config";

export default defineConfig({ test: { name: "lab", include: ["engines/unit/*.test.ts"] } });
